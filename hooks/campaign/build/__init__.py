"""From a site to its published tree: layout, shells, the builder, the swap."""
