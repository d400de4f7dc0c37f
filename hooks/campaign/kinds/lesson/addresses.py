"""Where the pages of books stand on the site, beside that of each chapter."""

from __future__ import annotations


def book(id: str) -> str:
    """All questions of a book; an underscore cannot stand in an id."""
    return f"lessons/book_{id}/"
