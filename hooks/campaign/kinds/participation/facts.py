"""Shares of participation: of a committee, of a district, of the whole city, at any day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from campaign.derive.facts import Facts, fact
from campaign.derive.grouping import grouped
from campaign.kinds.community import Community
from campaign.kinds.community.facts import existing
from campaign.kinds.district.facts import lies_in, line
from campaign.kinds.honour.facts import past_year_ends
from campaign.kinds.indicator import Indicator
from campaign.kinds.participation.record import Participation
from campaign.site import Site


@dataclass(frozen=True)
class Share:
    """How many took part of how many, added up over the committees that have reported."""

    count: int
    of: int
    reported: int
    asked: int
    """How many committees the figure should be of."""

    @property
    def percent(self) -> Decimal:
        return Decimal(100) * self.count / self.of

    @property
    def words(self) -> str:
        """35 个居委合计, or of how many it is when some are missing."""
        if self.reported >= self.asked:
            return f"{self.reported} 个居委合计"
        return f"应报 {self.asked} 个居委，已报 {self.reported} 个"


def asked(site: Site, indicator: Indicator, on: date) -> list[Community]:
    """The committees that report an indicator: those that there are, where it is asked for."""
    wanted = indicator.as_of(on).districts
    return [
        item
        for item in existing(site, on)
        if not wanted or lies_in(site, item.district_on(on), wanted, on)
    ]


def share(site: Site, record: Participation, subject: str = "") -> Share | None:
    """What a table says of a community, a district or the whole city; nothing of no rows."""
    indicator = site.of(Indicator).get(record.indicator)
    on = record.period.last()
    meant = {
        item.id
        for item in (asked(site, indicator, on) if indicator else ())
        if subject in ("", item.id, *line(site, item.district_on(on), on))
    }
    rows = [row for row in record.rows if row.community in meant]
    if not rows:
        return None
    return Share(sum(r.count for r in rows), sum(r.of for r in rows), len(rows), len(meant))


def newest(records: Iterable[Participation]) -> list[Participation]:
    """The last period first."""
    return sorted(records, key=lambda r: (r.period.last(), r.date, r.id), reverse=True)


def tables(site: Site, indicator: str, on: date) -> list[Participation]:
    """The tables of an indicator that were published by a day, the last period first."""
    found = site.of(Participation).values()
    return newest(r for r in found if r.indicator == indicator and r.date <= on)


def latest(
    site: Site, indicator: str, on: date, subject: str = ""
) -> tuple[Participation, Share] | None:
    """The last table that says anything of a subject, and what it says."""
    for record in tables(site, indicator, on):
        if found := share(site, record, subject):
            return record, found
    return None


def reported_on(records: Iterable[Participation]) -> set[date]:
    """The days as of which tables give figures: the ends of their periods, and when they came."""
    return {day for record in records for day in (record.period.last(), record.date)}


def past_days(site: Site) -> list[date]:
    """The days as of which past rates are told, the newest first."""
    days = {*past_year_ends(site), *reported_on(site.of(Participation).values())}
    return sorted((day for day in days if day < site.today), reverse=True)


@fact
def by_indicator(facts: Facts) -> Mapping[str, list[Participation]]:
    """The tables of each indicator of today, the last period first."""
    site = facts.site
    shown = (r for r in site.of(Participation).values() if r.date <= site.today)
    return grouped(newest(shown), lambda record: record.indicator)
