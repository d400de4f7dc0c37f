"""The ways in which a figure is computed from records: no expressions are evaluated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from campaign.kinds.community import Community
from campaign.kinds.community.record import Facility
from campaign.kinds.event.facts import held
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.coverage import HUNDRED, coverage, is_recorded
from campaign.kinds.indicator.figure import Figure
from campaign.kinds.indicator.record import Formula, FormulaName, Operator
from campaign.kinds.pairing import Pairing
from campaign.kinds.pairing.facts import items_at, linked, progress
from campaign.kinds.participation.facts import latest
from campaign.kinds.project.facts import of_kinds
from campaign.site import Site

FROM_ROLL, FROM_COMMUNITY = "由荣誉榜计算", "由社区资料计算"
FROM_EVENTS, FROM_PAIRINGS = "由活动记录计算", "由结对记录计算"
FROM_PROJECTS = "由工程记录计算"


@dataclass(frozen=True)
class Asked:
    """What figure is asked for."""

    site: Site
    indicator: Indicator
    formula: Formula
    on: date
    subject: str
    """The id of a community or a district; empty for the city."""

    @property
    def community(self) -> Community | None:
        return self.site.of(Community).get(self.subject)

    @property
    def facilities(self) -> list[Facility] | None:
        """Those of the community that the formula looks at; nothing when none were written."""
        known = self.community.facilities if self.community else None
        if known is None:
            return None
        return [item for item in known if item.kind in self.formula.kinds]

    def found(
        self,
        value: Decimal,
        source: str,
        numerator: int | Decimal | None = None,
        denominator: int | Decimal | None = None,
    ) -> Figure:
        """A value with what it was computed from."""
        top, bottom = (None if n is None else Decimal(n) for n in (numerator, denominator))
        return Figure(self.indicator, value, self.on, top, bottom, source, self.subject)


def _coverage(asked: Asked) -> Figure | None:
    """Nothing of no communities, and nothing before the first honour that counts is recorded."""
    share = coverage(asked.site, asked.indicator, asked.on, asked.subject or None)
    if not share.denominator or not is_recorded(asked.site, asked.indicator, asked.on):
        return None
    return asked.found(share.percent, FROM_ROLL, share.numerator, share.denominator)


def _event_count(asked: Asked) -> Figure | None:
    """Nothing while no such event of the community is recorded: none held, or none written."""
    count = held(asked.site, asked.formula.kinds, asked.subject, asked.on)
    return asked.found(Decimal(count), FROM_EVENTS) if count else None


def _participation(asked: Asked) -> Figure | None:
    return reported(asked.site, asked.indicator, asked.on, asked.subject)


def reported(site: Site, indicator: Indicator, on: date, subject: str) -> Figure | None:
    """Nothing of whom no table says anything: not reported is not zero."""
    found = latest(site, indicator.id, on, subject)
    if found is None:
        return None
    record, share = found
    return Figure(
        indicator,
        share.percent,
        min(record.period.last(), on),
        Decimal(share.count),
        Decimal(share.of),
        record.stated_source if subject in site.of(Community) else share.words,
        subject,
        record.period,
    )


def _pairings_linked(asked: Asked) -> Figure | None:
    """Nothing before the first pairing is recorded: none made, or none written."""
    found = linked(asked.site, asked.on)
    is_begun = any(item.since <= asked.on for item in asked.site.of(Pairing).values())
    if asked.subject or not found.denominator or not is_begun:
        return None
    value = Decimal(found.numerator)
    return asked.found(value, FROM_PAIRINGS, found.numerator, found.denominator)


def _pairing_items(asked: Asked) -> Figure | None:
    """Nothing before the first item: a share of no promises is nobody's."""
    found = progress(items_at(asked.site, asked.on))
    if asked.subject or not found.kept:
        return None
    value = HUNDRED * found.delivered / found.kept
    return asked.found(value, FROM_PAIRINGS, found.delivered, found.kept)


def _projects_finished(asked: Asked) -> Figure | None:
    """Nothing before the first project is registered."""
    found = of_kinds(asked.site, asked.formula.kinds, asked.on)
    if asked.subject or found.share is None:
        return None
    return asked.found(found.share, FROM_PROJECTS, found.finished, found.total)


def _facility_count(asked: Asked) -> Figure | None:
    facilities = asked.facilities
    return None if facilities is None else asked.found(Decimal(len(facilities)), FROM_COMMUNITY)


def _facility_area(asked: Asked) -> Figure | None:
    """The largest area; not known while one that nobody measured could still decide."""
    facilities = asked.facilities
    if facilities is None:
        return None
    areas = [item.area_m2 for item in facilities]
    largest = max((area for area in areas if area is not None), default=Decimal(0))
    target = asked.indicator.target
    is_enough = bool(target and target.op is Operator.AT_LEAST and target.holds(largest))
    return None if None in areas and not is_enough else asked.found(largest, FROM_COMMUNITY)


def _facility_kinds(asked: Asked) -> Figure | None:
    facilities = asked.facilities
    if facilities is None:
        return None
    present = len({item.kind for item in facilities})
    total = len(set(asked.formula.kinds))
    return asked.found(Decimal(present), FROM_COMMUNITY, present, total)


def _service_share(asked: Asked) -> Figure | None:
    """A community that says on purpose that it offers nothing has a share of nothing."""
    services = asked.community.services if asked.community else None
    if services is None:
        return None
    top = sum(service.kind in asked.formula.kinds for service in services)
    value = HUNDRED * top / len(services) if services else Decimal(0)
    return asked.found(value, FROM_COMMUNITY, top, len(services))


FORMULAS: Mapping[FormulaName, Callable[[Asked], Figure | None]] = {
    FormulaName.COVERAGE: _coverage,
    FormulaName.FACILITY_COUNT: _facility_count,
    FormulaName.FACILITY_AREA: _facility_area,
    FormulaName.FACILITY_KINDS: _facility_kinds,
    FormulaName.SERVICE_SHARE: _service_share,
    FormulaName.EVENT_COUNT: _event_count,
    FormulaName.PAIRINGS_LINKED: _pairings_linked,
    FormulaName.PAIRING_ITEMS: _pairing_items,
    FormulaName.PROJECTS_FINISHED: _projects_finished,
    FormulaName.PARTICIPATION: _participation,
}
"""Every formula: nothing where the records do not tell, or for whom it does not ask."""
