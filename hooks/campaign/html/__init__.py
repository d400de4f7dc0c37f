"""Finished pages as text: their tags, what they may run, other readings of them."""
