"""From content to a published tree: frame, layout, map, finishing, publishing, swap."""
