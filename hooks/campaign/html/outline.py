"""Headings of a page as the builder found them, for our own contents list."""

from __future__ import annotations

from collections.abc import Iterable
from html import unescape
from typing import Any, Protocol

from markupsafe import Markup


class Heading(Protocol):
    """A heading of the builder's: its title is escaped HTML."""

    title: str
    id: str
    level: int
    children: list[Any]


def nested(headings: Iterable[Heading]) -> list[dict[str, Any]]:
    """Titles as plain text, ids, and the headings below them."""
    return [
        {"id": item.id, "title": unescape(str(item.title)), "children": nested(item.children)}
        for item in headings
    ]


def mark_titles_safe(headings: Iterable[Heading]) -> None:
    """The builder's titles are escaped already; the theme must not escape them again."""
    for item in headings:
        item.title = Markup(item.title)
        mark_titles_safe(item.children)
