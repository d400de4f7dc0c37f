"""What an honour is at a date, computed from its events and from nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from campaign.kinds.honour import Honour
from campaign.kinds.honour.lifecycle import State, after
from campaign.kinds.honour.record import Event, EventType
from campaign.kinds.honour_kind import HonourKind
from campaign.model.fields import Level
from campaign.site import Site

CONFIRMING = frozenset({EventType.NAMED, EventType.RETAINED})
"""Events from which the validity period runs."""


@dataclass(frozen=True)
class Standing:
    """One honour at a date."""

    honour: Honour
    kind: HonourKind
    on: date
    state: State
    since: date | None
    """When it entered this state."""
    named: date | None
    """When it was last named."""
    confirmed: date | None
    """When it was last named or retained."""
    due: date | None
    """The limit of a rectification under way."""

    @property
    def level(self) -> Level:
        return self.kind.level

    @property
    def next_review(self) -> date | None:
        """When the validity period ends, while the honour is held."""
        if not (self.state.is_active and self.confirmed and self.kind.valid_years):
            return None
        return years_after(self.confirmed, self.kind.valid_years)

    @property
    def is_overdue(self) -> bool:
        return self.next_review is not None and self.on > self.next_review


def years_after(day: date, years: int) -> date:
    """The same day `years` later; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def states(events: Iterable[Event]) -> Iterator[tuple[Event, State, State | None]]:
    """Each event with the state before it and after it; illegal ones leave the state."""
    state = State.START
    for event in events:
        following = after(state, event.type)
        yield event, state, following
        state = following or state


def standing(honour: Honour, kind: HonourKind, on: date) -> Standing:
    """The honour as of `on`, that day included."""
    state, since, named, confirmed, due = State.START, None, None, None, None
    for event, before, following in states(event for event in honour.events if event.on <= on):
        if following is None:
            continue
        if following is not before:
            since = event.on
        state = following
        named = event.on if event.type is EventType.NAMED else named
        confirmed = event.on if event.type in CONFIRMING else confirmed
        due = event.due if event.type is EventType.RECTIFY else due
    in_time = due if state is State.RECTIFYING else None
    return Standing(honour, kind, on, state, since, named, confirmed, in_time)


def standings(site: Site, on: date) -> list[Standing]:
    """Every honour that exists at `on`, highest level first, then by kind and subject."""
    found = (
        standing(honour, site.of(HonourKind)[honour.honour_kind], on)
        for honour in site.of(Honour).values()
        if honour.honour_kind in site.of(HonourKind)
    )
    present = (item for item in found if item.state is not State.START)
    return sorted(present, key=lambda item: (item.level.rank, item.kind.order, item.honour.id))


def rank(item: Standing) -> int:
    """Of those of a kind the held ones come first, then those under way, then all others."""
    return 0 if item.state.is_active else 1 if item.state.is_pending else 2


def highest(items: Iterable[Standing]) -> Standing | None:
    """The held honour that gives a community its level, if any."""
    held = [item for item in items if item.state.is_active and item.kind.ladder]
    return min(held, key=lambda item: (item.level.rank, item.kind.order), default=None)


COUNTED = ("有效", "推荐和公示中", "未获命名和不再有效")
"""What honours are counted as, by their rank: a nomination is no honour."""


def count_words(items: Iterable[Standing]) -> str:
    """有效 119 项，推荐和公示中 41 项; what there is none of is left out."""
    counts = Counter(rank(item) for item in items)
    words = [f"{label} {counts[n]} 项" for n, label in enumerate(COUNTED) if counts[n]]
    return "，".join(words) or f"{COUNTED[0]} 0 项"


@dataclass(frozen=True)
class Change:
    """Something that happened to an honour."""

    event: Event
    honour: Honour
    kind: HonourKind


def changes(site: Site, until: date) -> list[Change]:
    """Every event up to `until`, newest first."""
    found = [
        Change(event, honour, site.of(HonourKind)[honour.honour_kind])
        for honour in site.of(Honour).values()
        if honour.honour_kind in site.of(HonourKind)
        for event in honour.events
        if event.on <= until
    ]
    return sorted(
        found, key=lambda c: (-c.event.on.toordinal(), c.kind.level.rank, c.kind.order, c.honour.id)
    )


def year_ends(site: Site) -> list[int]:
    """The past years for which a roll can be given, newest first."""
    first = min(
        (e.on.year for h in site.of(Honour).values() for e in h.events), default=site.today.year
    )
    return list(range(site.today.year - 1, first - 1, -1))
