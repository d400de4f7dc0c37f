"""The coverage rate: which share of communities holds an honour that counts, at a date."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from campaign.kinds.community.facts import existing
from campaign.kinds.district import District
from campaign.kinds.district.facts import line
from campaign.kinds.honour import Honour
from campaign.kinds.honour.facts import Standing, highest, standing, standings_at
from campaign.kinds.honour.record import SubjectType
from campaign.kinds.honour_kind import HonourKind
from campaign.kinds.indicator import Indicator
from campaign.model.level import Level
from campaign.site import Site

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Share:
    """A rate with what it was computed from."""

    numerator: int
    denominator: int
    on: date

    @property
    def percent(self) -> Decimal:
        """In per cent, unrounded; 0 when there is nothing to divide by."""
        return HUNDRED * self.numerator / self.denominator if self.denominator else Decimal(0)


def by_level(site: Site, on: date) -> Counter[Level]:
    """How many communities were of each level on a day, each once at the highest it held."""
    return site.remembered(_by_level, on)


def _by_level(site: Site, on: date) -> Counter[Level]:
    held: dict[str, list[Standing]] = {item.id: [] for item in existing(site, on)}
    for item in standings_at(site, on):
        subject = item.honour.subject
        if subject.type is SubjectType.COMMUNITY and subject.ref in held:
            held[subject.ref].append(item)
    found = (highest(own) for own in held.values())
    return Counter(item.level for item in found if item)


def counts(indicator: Indicator, item: Standing) -> bool:
    """Whether the honour counts for the indicator: held, listed for it, high enough."""
    return _counts(indicator.id, _level(indicator), item)


def _counts(id: str, level: Level | None, item: Standing) -> bool:
    if not item.state.is_active or id not in item.kind.counts_for:
        return False
    return level is None or item.level.rank <= level.rank


def _level(indicator: Indicator) -> Level | None:
    return indicator.formula.level if indicator.formula else None


def _counting(site: Site, id: str, on: date) -> dict[str, HonourKind]:
    """The kinds whose honours count on a day for an indicator, as they were then."""
    kinds = {name: kind.as_of(on) for name, kind in site.of(HonourKind).items()}
    return {name: kind for name, kind in kinds.items() if id in kind.counts_for}


def is_recorded(site: Site, indicator: Indicator, on: date) -> bool:
    """Whether the roll tells of a day: before its first event none was named, or none written."""
    kinds = _counting(site, indicator.id, on)
    return any(
        event.on <= on
        for honour in site.of(Honour).values()
        if honour.honour_kind in kinds
        for event in honour.events
    )


def covered(site: Site, indicator: Indicator, on: date) -> frozenset[str]:
    """Ids of the communities with an honour that counts."""
    return site.remembered(_covered, indicator.id, _level(indicator.as_of(on)), on)


def _covered(site: Site, id: str, level: Level | None, on: date) -> frozenset[str]:
    counting = _counting(site, id, on)
    return frozenset(
        honour.subject.ref or ""
        for honour in site.of(Honour).values()
        if honour.subject.type is SubjectType.COMMUNITY
        and (kind := counting.get(honour.honour_kind))
        and _counts(id, level, standing(honour, kind, on))
    )


def coverage(site: Site, indicator: Indicator, on: date, district: str | None = None) -> Share:
    """The coverage at `on`, of the whole city or of one district with all that lies in it."""
    found = {
        item.id
        for item in existing(site, on)
        if district is None or district in line(site, item.district_on(on), on)
    }
    return Share(len(found & covered(site, indicator, on)), len(found), on)


def by_district(site: Site, indicator: Indicator, on: date) -> dict[str, Share]:
    """The coverage of each district at `on`, with the roll gone through only once."""
    found = covered(site, indicator, on)
    communities = existing(site, on)
    total, counted = Counter[str](), Counter[str]()
    for item in communities:
        places = line(site, item.district_on(on), on)
        total.update(places)
        counted.update(places if item.id in found else ())
    return {id: Share(counted[id], total[id], on) for id in site.of(District)}


def year_end_series(site: Site, indicator: Indicator, years: int = 8) -> list[Share]:
    """The coverage at the past year-ends, oldest first, and today, as far as the roll tells."""
    first = site.today.year - years
    ends = [date(year, 12, 31) for year in range(first, site.today.year)]
    told = (on for on in (*ends, site.today) if is_recorded(site, indicator, on))
    return [coverage(site, indicator, on) for on in told]
