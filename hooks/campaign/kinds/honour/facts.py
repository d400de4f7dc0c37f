"""What an honour is at a date, computed from its events and from nothing else.

The facts at the end are as of the site's today.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from campaign.derive.facts import Facts, fact
from campaign.derive.grouping import grouped
from campaign.kinds.community import Community
from campaign.kinds.honour import Honour
from campaign.kinds.honour.lifecycle import CYCLE, State
from campaign.kinds.honour.record import Event, EventType, SubjectType
from campaign.kinds.honour_kind import HonourKind
from campaign.model.level import Level
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
    def title(self) -> str:
        """What this honour is called, for whom it was given to."""
        return self.kind.title_for(self.honour.subject.type)

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
    return months_after(day, 12 * years)


def months_after(day: date, months: int) -> date:
    """The same day `months` later, or the last of a month that has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def standing(honour: Honour, kind: HonourKind, on: date) -> Standing:
    """The honour as of `on`, that day included."""
    state, since, named, confirmed, due = State.START, None, None, None, None
    for step in CYCLE.until(honour.events, on):
        event = step.event
        if step.after is not step.before:
            since = event.on
        state = step.after or state
        named = event.on if event.type is EventType.NAMED else named
        confirmed = event.on if event.type in CONFIRMING else confirmed
        due = event.due if event.type is EventType.RECTIFY else due
    in_time = due if state is State.RECTIFYING else None
    return Standing(honour, kind, on, state, since, named, confirmed, in_time)


def standings_at(site: Site, on: date) -> list[Standing]:
    """Every honour that exists at `on`, highest level first, then by kind and subject."""
    return site.remembered(_standings_at, on)


def _standings_at(site: Site, on: date) -> list[Standing]:
    kinds = {id: kind.as_of(on) for id, kind in site.of(HonourKind).items()}
    found = (
        standing(honour, kinds[honour.honour_kind], on)
        for honour in site.of(Honour).values()
        if honour.honour_kind in kinds
    )
    present = (item for item in found if item.state is not State.START)
    return sorted(present, key=lambda item: (item.level.rank, item.kind.order, item.honour.id))


def due_for_review(site: Site, until: date) -> list[tuple[date, Standing]]:
    """The honours whose review is overdue or comes until a day, the most urgent first."""
    found = [(item.next_review, item) for item in standings_at(site, site.today)]
    soon = [(due, item) for due, item in found if due and due <= until]
    return sorted(soon, key=lambda pair: (pair[0], pair[1].honour.id))


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

    @property
    def title(self) -> str:
        """What the honour is called, for whom it was given to."""
        return self.kind.title_for(self.honour.subject.type)


HeldOrChanged = TypeVar("HeldOrChanged", Standing, Change)


def changes_until(site: Site, until: date) -> list[Change]:
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
    return list(range(site.today.year - 1, site.remembered(_first_year) - 1, -1))


def _first_year(site: Site) -> int:
    """The year of the first event of any honour; this year where there is none."""
    years = (e.on.year for honour in site.of(Honour).values() for e in honour.events)
    return min(years, default=site.today.year)


def past_year_ends(site: Site) -> list[date]:
    """The ends of those years, newest first; of last year where there is no honour yet."""
    years = year_ends(site) or [site.today.year - 1]
    return [date(year, 12, 31) for year in years]


# As of today


@fact
def standings(facts: Facts) -> list[Standing]:
    """Every honour that exists, in the order of `standings_at`."""
    return standings_at(facts.site, facts.site.today)


@fact
def changes(facts: Facts) -> list[Change]:
    """What has happened to honours, newest first."""
    return changes_until(facts.site, facts.site.today)


def honours_of(facts: Facts, community: Community) -> list[Standing]:
    """The honours of a community."""
    return _by_community(facts).get(community.id, [])


def changes_of(facts: Facts, community: Community) -> list[Change]:
    """What has happened to the honours of a community, newest first."""
    return _changes_by_community(facts).get(community.id, [])


def highest_of(facts: Facts, community: Community) -> Standing | None:
    """The honour that gives a community its level, if any."""
    return highest(honours_of(facts, community))


def holders_of(facts: Facts, kind: HonourKind) -> list[Standing]:
    """The honours of a kind, in the order in which its page lists them."""
    return _by_kind(facts).get(kind.id, [])


def place_among_holders(facts: Facts, honour: Honour) -> int:
    """The place of an honour among those of its kind, from 0."""
    return _places(facts).get(honour.id, 0)


@fact
def _by_community(facts: Facts) -> Mapping[str, list[Standing]]:
    return _of_communities(standings(facts))


@fact
def _changes_by_community(facts: Facts) -> Mapping[str, list[Change]]:
    return _of_communities(changes(facts))


@fact
def _by_kind(facts: Facts) -> Mapping[str, list[Standing]]:
    return grouped(sorted(standings(facts), key=rank), lambda item: item.kind.id)


@fact
def _places(facts: Facts) -> Mapping[str, int]:
    return {i.honour.id: n for held in _by_kind(facts).values() for n, i in enumerate(held)}


def _of_communities(items: Iterable[HeldOrChanged]) -> Mapping[str, list[HeldOrChanged]]:
    """Those of communities, by the ids of these."""
    held = (i for i in items if i.honour.subject.type is SubjectType.COMMUNITY)
    return grouped(held, lambda item: item.honour.subject.ref or "")
