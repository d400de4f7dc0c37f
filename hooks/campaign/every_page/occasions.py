"""What each calendar of the site holds."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.derive.calendar import Occasion, inspection
from campaign.derive.facts import Facts
from campaign.kinds import KINDS

CALENDARS = ("", *dict.fromkeys(f"{kind.column}/" for kind in KINDS if kind.column))
"""The pages that may have a calendar; that of the home page holds everything."""


def occasions(facts: Facts, address: str) -> list[Occasion]:
    """The occasions of a page, in the order of their days."""
    if address not in CALENDARS:
        return []
    return sorted(_found(facts, address), key=lambda item: (item.start, item.key))


def _found(facts: Facts, address: str) -> Iterator[Occasion]:
    if not address:
        yield from inspection(facts)
    for kind in KINDS:
        if not address or f"{kind.column}/" == address:
            yield from kind.presenter.occasions(facts)
