"""What each calendar of the site holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from campaign.derive.calendar import Occasion, OwnCalendar
from campaign.derive.facts import Facts, fact
from campaign.kinds import KINDS

CALENDARS = ("", *dict.fromkeys(f"{kind.column}/" for kind in KINDS if kind.column))
"""The pages that may have a calendar; that of the home page holds everything."""


def occasions(facts: Facts, address: str) -> list[Occasion]:
    """The occasions of a page, in the order of their days."""
    if address not in CALENDARS:
        own = own_calendars(facts).get(address)
        return _in_order(own.occasions) if own else []
    return _in_order(_found(facts, address))


@fact
def own_calendars(facts: Facts) -> Mapping[str, OwnCalendar]:
    """The calendars of pages that are no column's, by address: those with something in them."""
    found = (pair for kind in KINDS for pair in kind.presenter.calendars(facts))
    return {address: own for address, own in found if own.occasions}


def _in_order(found: Iterable[Occasion]) -> list[Occasion]:
    return sorted(found, key=lambda item: (item.start, item.key))


def _found(facts: Facts, address: str) -> Iterator[Occasion]:
    for kind in KINDS:
        if not address or f"{kind.column}/" == address:
            yield from kind.presenter.occasions(facts)
