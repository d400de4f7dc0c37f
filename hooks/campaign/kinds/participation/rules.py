"""Tables of participation: parts that can be, that are asked for, and that add up."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.figure import rounded
from campaign.kinds.indicator.record import FormulaName
from campaign.kinds.participation import Participation
from campaign.kinds.participation.facts import Share, asked, share
from campaign.problems import Problem
from campaign.site import Site


def _can_count(site: Site) -> bool:
    """Whether it is known which committees there are and where: no other gap matters here."""
    lost = {kind for kind, id in site.origins if id not in site.kind(kind)}
    return (site.unread | lost).isdisjoint({Community.kind, District.kind})


def _is_sound(site: Site, record: Participation) -> bool:
    """Whether its rows can be added up: what follows from a slip in one is no second slip."""
    indicator = site.of(Indicator).get(record.indicator)
    if indicator is None:
        return False
    meant = {item.id for item in asked(site, indicator, record.period.last())}
    named = [row.community for row in record.rows]
    is_plain = len(set(named)) == len(named) and meant.issuperset(named)
    return is_plain and all(row.count <= row.of for row in record.rows)


def more_than_all(site: Site) -> Iterator[Problem]:
    """V52a: more took part than there are."""
    for record in site.of(Participation).values():
        for name in ("rows", "totals"):
            for index, row in enumerate(getattr(record, name)):
                if row.count > row.of:
                    words = {"count": row.count, "of": row.of}
                    yield site.problem(record, "V52a", name, index, "count", **words)


def other_totals(site: Site) -> Iterator[Problem]:
    """V52b: a total that was typed is not the sum of its parts."""
    for record in site.of(Participation).values() if _can_count(site) else ():
        for index, total in enumerate(record.totals if _is_sound(site, record) else ()):
            is_known = not total.district or total.district in site.of(District)
            if not is_known or total.count > total.of:
                continue
            found = share(site, record, total.district or "") or Share(0, 0, 0, 0)
            if (total.count, total.of) != (found.count, found.of):
                district = site.of(District).get(total.district or "")
                yield site.problem(
                    record,
                    "V52b",
                    "totals",
                    index,
                    subject=district.name if district else site.settings.city,
                    typed=f"{total.count}/{total.of}",
                    found=f"{found.count}/{found.of}",
                )


def wrong_committees(site: Site) -> Iterator[Problem]:
    """V52c and V52d: a committee that stands twice, or is not asked."""
    for record in site.of(Participation).values():
        indicator = site.of(Indicator).get(record.indicator)
        if indicator is None:
            continue
        meant = {item.id for item in asked(site, indicator, record.period.last())}
        seen: set[str] = set()
        for index, row in enumerate(record.rows):
            community = site.of(Community).get(row.community)
            name = community.name if community else row.community
            if row.community in seen:
                yield site.problem(record, "V52c", "rows", index, "community", name=name)
            elif (
                community and row.community not in meant and _is_placed(site, indicator, community)
            ):
                words = {"name": name, "indicator": indicator.name}
                yield site.problem(record, "V52d", "rows", index, "community", **words)
            seen.add(row.community)


def _is_placed(site: Site, indicator: Indicator, community: Community) -> bool:
    """Whether it can be told where it lies and since when, and where the indicator is asked for."""
    if site.is_future(community.est.first()):
        return False  # a slip, of which V16f tells
    towns = {community.district, *(item.district for item in community.terms_history)}
    return site.of(District).keys() >= towns | set(indicator.districts)


def unread(site: Site) -> Iterator[Problem]:
    """V52e: nothing is computed from the table, because its indicator does not ask for one."""
    for record in site.of(Participation).values():
        indicator = site.of(Indicator).get(record.indicator)
        if indicator is None:
            continue
        if not indicator.formula or indicator.formula.name is not FormulaName.PARTICIPATION:
            yield site.problem(record, "V52e", "indicator", name=indicator.name)


def same_period(site: Site) -> Iterator[Problem]:
    """V52f: a second table of an indicator for one period."""
    seen: dict[tuple[str, str], str] = {}
    for record in site.of(Participation).values():
        key = (record.indicator, str(record.period))
        if key in seen:
            yield site.problem(record, "V52f", "period", period=record.period, other=seen[key])
        seen.setdefault(key, record.title)


def not_reported(site: Site) -> Iterator[Problem]:
    """V52g: committees that are missing from a table."""
    for record in site.of(Participation).values() if _can_count(site) else ():
        indicator = site.of(Indicator).get(record.indicator)
        if indicator is None or not _is_sound(site, record):
            continue
        known = {row.community for row in record.rows}
        places = asked(site, indicator, record.period.last())
        missing = [item.name for item in places if item.id not in known]
        if missing:
            words = {"count": len(missing), "of": len(places), "names": "、".join(missing)}
            yield site.problem(record, "V52g", "rows", **words)


def other_value(site: Site) -> Iterator[Problem]:
    """V52h: a value that was typed for the same period is another than the table's."""
    for record in site.of(Participation).values():
        indicator = site.of(Indicator).get(record.indicator)
        for index, value in enumerate(indicator.values if indicator else ()):
            found = share(site, record, value.subject or "")
            if indicator is None or found is None or value.period != record.period:
                continue
            if not _is_sound(site, record):
                continue
            typed, counted = (
                rounded(rate, indicator.precision) for rate in (value.value, found.percent)
            )
            if typed != counted:
                words = {"typed": typed, "found": counted, "title": record.title}
                yield site.problem(indicator, "V52h", "values", index, "value", **words)


def before_it_began(site: Site) -> Iterator[Problem]:
    """V52i: published before the period began."""
    for record in site.of(Participation).values():
        if record.date < record.period.first():
            words = {"day": record.date, "period": record.period}
            yield site.problem(record, "V52i", "date", **words)


CHECKS = (
    more_than_all,
    other_totals,
    wrong_committees,
    unread,
    same_period,
    not_reported,
    other_value,
    before_it_began,
)
