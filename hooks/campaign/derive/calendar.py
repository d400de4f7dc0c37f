"""The dates of the campaign that lie ahead or are worth keeping, for people's calendars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from campaign.model.hours import Hours


@dataclass(frozen=True)
class Occasion:
    """A day, or some days, of the campaign."""

    key: str
    """Its name among the occasions of the site, which stays when the words change."""
    start: date
    end: date
    """The last day, included."""
    title: str
    text: str
    address: str
    """Where the site tells more, relative to its root."""
    written: date
    """When the record that it comes from was last changed."""
    hours: Hours | None = None
    """From when to when, where it is not a whole day."""


@dataclass(frozen=True)
class OwnCalendar:
    """The calendar of one page that is no column's, such as a community's."""

    name: str
    occasions: list[Occasion]
