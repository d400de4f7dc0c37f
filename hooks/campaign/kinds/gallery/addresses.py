"""Where the pages of a gallery stand on the site."""

from __future__ import annotations


def sheet(gallery: str, number: int) -> str:
    """A page of a gallery; an underscore cannot stand in an id."""
    return f"galleries/{gallery}/" if number == 1 else f"galleries/{gallery}_{number}/"
