"""Blocks that belong to no kind of record: the home page, the map of the site, the open data."""
