"""Where the pages of events stand on the site, beside that of each event."""

from __future__ import annotations


def month(year: int, number: int) -> str:
    """The calendar of a month: an id begins with a letter, so none is in its way."""
    return f"events/{year}-{number:02}/"


def series(id: str) -> str:
    """A series with its years; an underscore cannot stand in an id."""
    return f"events/series_{id}/"
