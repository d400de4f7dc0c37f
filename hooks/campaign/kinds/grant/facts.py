"""What grants add up to by year: what was only applied for is in no sum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from campaign.derive.facts import Facts, fact
from campaign.derive.happenings import Happening, Sort
from campaign.kinds.grant import Grant
from campaign.kinds.grant.record import Purpose
from campaign.kinds.honour import Honour
from campaign.kinds.honour.facts import standing
from campaign.kinds.honour.lifecycle import CYCLE, State
from campaign.kinds.honour_kind import HonourKind
from campaign.site import Site


@dataclass(frozen=True)
class Total:
    """What went to communities in a year."""

    year: int
    amount: Decimal
    granted: int
    amounts: Mapping[Purpose, Decimal]
    applied: int
    """Grants that were applied for and not given: their sums are in no total."""
    unreported: int
    """Given in a year that is over, without a word of what came of it."""


def totals(grants: Iterable[Grant], today: date) -> list[Total]:
    """A total for each year, the latest first."""
    years: dict[int, list[Grant]] = {}
    for item in grants:
        years.setdefault(item.year, []).append(item)
    return [_total(year, items, today) for year, items in sorted(years.items(), reverse=True)]


def _total(year: int, grants: list[Grant], today: date) -> Total:
    given = [item for item in grants if item.granted]
    amounts = {
        purpose: sum((i.amount for i in given if i.purpose is purpose), Decimal(0))
        for purpose in Purpose
    }
    return Total(
        year,
        sum(amounts.values(), Decimal(0)),
        len(given),
        {purpose: amount for purpose, amount in amounts.items() if amount},
        len(grants) - len(given),
        sum(lacks_result(item, today) for item in given),
    )


def lacks_result(grant: Grant, today: date) -> bool:
    """Whether its year is over and nobody has said what came of it."""
    return grant.granted is not None and grant.result is None and today.year > grant.year


@fact
def in_order(facts: Facts) -> list[Grant]:
    """All grants: the latest year first, then by the list."""
    return sorted(facts.site.of(Grant).values(), key=lambda item: -item.year)


@fact
def of_communities(facts: Facts) -> Mapping[str, list[Grant]]:
    """The grants of each community, the latest first."""
    found: dict[str, list[Grant]] = {}
    for item in in_order(facts):
        found.setdefault(item.community, []).append(item)
    return found


def held_site(site: Site, community: str, year: int) -> bool:
    """Whether a community held a site's honour on any day of a year, up to today."""
    first, last = date(year, 1, 1), min(date(year, 12, 31), site.today)
    kinds = {id: kind for id, kind in site.of(HonourKind).items() if kind.is_site}
    honours = (
        honour
        for honour in site.of(Honour).values()
        if honour.honour_kind in kinds and honour.subject.ref == community
    )
    return any(_held(honour, kinds[honour.honour_kind], first, last) for honour in honours)


def _held(honour: Honour, kind: HonourKind, first: date, last: date) -> bool:
    """Whether an honour was held on the first of some days, or came to be held on a later one."""
    if standing(honour, kind, first).state.is_active:
        return True
    steps = CYCLE.until(honour.events, last)
    return any(step.event.on >= first and _is_active(step.after) for step in steps)


def _is_active(state: State | None) -> bool:
    return state is not None and state.is_active


def happenings(site: Site) -> Iterator[Happening]:
    """What was given on a day: one happening for all that was given for the same."""
    given: dict[tuple[date, Purpose], list[Grant]] = {}
    for item in site.of(Grant).values():
        if item.granted and item.granted <= site.today:
            given.setdefault((item.granted, item.purpose), []).append(item)
    for (day, purpose), items in given.items():
        amount = sum(item.amount for item in items)
        title = f"拨付{purpose.label} {len(items)} 笔，共 {amount:,f} 元"
        names = (site.kind("community").get(item.community) for item in items)
        words = "、".join(record.heading for record in names if record)
        yield Happening(
            f"grant-{purpose}-{day}",
            day,
            Sort.GRANTED,
            title,
            words,
            "grants/",
            len(items),
            is_landmark=True,
        )
