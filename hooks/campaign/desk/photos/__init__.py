"""The photos of a gallery in its form."""
