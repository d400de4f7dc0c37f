"""How a poster stands as of a day, and what hangs where."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from campaign.derive.facts import Facts, fact
from campaign.kinds.poster import Poster
from campaign.kinds.poster.record import Hanging
from campaign.model.lifecycle import Labelled

Spot = tuple[str, str, str]
"""The kind of a place, its community, and where it is."""


class State(Labelled):
    """How a poster stands, in the order of a reader's interest."""

    OVERDUE = "overdue", "到期未换"
    HANGING = "hanging", "张贴中"
    AHEAD = "ahead", "待张贴"
    REMOVED = "removed", "已换下"


def state(poster: Poster, on: date) -> State:
    if poster.removed and poster.removed <= on:
        return State.REMOVED
    if on < poster.period.start:
        return State.AHEAD
    return State.OVERDUE if on > poster.period.end else State.HANGING


@fact
def posters(facts: Facts) -> list[Poster]:
    """All posters: those that are to be changed first, then the newest."""
    order, today = list(State), facts.site.today
    return sorted(
        facts.site.of(Poster).values(),
        key=lambda p: (order.index(state(p, today)), -p.period.start.toordinal(), p.id),
    )


@fact
def spots(facts: Facts) -> Mapping[Spot, list[Poster]]:
    """What hangs at each place, or hung there last."""
    found: dict[Spot, list[Poster]] = {}
    for poster in posters(facts):
        for place in poster.places:
            found.setdefault(spot(place), []).append(poster)
    return found


def spot(place: Hanging) -> Spot:
    return (place.kind, place.community or "", place.place)
