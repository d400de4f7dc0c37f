"""Figures of indicators: computed from records, or measured, with their provenance."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from campaign.kinds.community import Community
from campaign.kinds.community.record import Facility
from campaign.kinds.event.facts import held
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.coverage import HUNDRED, coverage
from campaign.kinds.indicator.record import Formula, FormulaName, Value
from campaign.kinds.pairing.facts import items_at, linked, progress
from campaign.kinds.participation.facts import latest
from campaign.kinds.project.facts import of_kinds
from campaign.model.fields import PartialDate
from campaign.site import Site


@dataclass(frozen=True)
class Figure:
    """A value of an indicator at a date, and everything that lets a reader check it."""

    indicator: Indicator
    value: Decimal
    on: date
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    source: str = ""
    subject: str = ""
    period: PartialDate | None = None
    """Over what it was measured; none for what is computed as of a day."""

    @property
    def when(self) -> str:
        """The period, as it was reported; else the day as of which it holds."""
        if self.period and not self.period.day:
            return self.period.words
        return f"截至 {self.on}"

    @property
    def text(self) -> str:
        """The value with the indicator's decimals, without its unit."""
        return rounded(self.value, self.indicator.precision)

    @property
    def with_unit(self) -> str:
        return f"{self.text}{self.indicator.unit}"

    @property
    def fraction(self) -> str:
        """`34/45`, or nothing."""
        if self.numerator is None or self.denominator is None:
            return ""
        return f"{self.numerator:f}/{self.denominator:f}"

    @property
    def meets(self) -> bool | None:
        """Whether the target is met; nothing when there is none."""
        target = self.indicator.target
        return target.op.holds(self.value, target.value) if target else None

    def on_scale(self, value: Decimal) -> Decimal | None:
        """Where a value stands between 0 and 100; nothing for what has no whole, as an area."""
        if self.indicator.unit == "%":
            share = value
        elif self.denominator:
            share = HUNDRED * value / self.denominator
        else:
            return None
        return min(max(share, Decimal(0)), HUNDRED)


FROM_ROLL, FROM_COMMUNITY = "由荣誉榜计算", "由社区资料计算"
FROM_EVENTS, FROM_PAIRINGS = "由活动记录计算", "由结对记录计算"
FROM_PROJECTS = "由工程记录计算"


def rounded(value: Decimal, precision: int) -> str:
    """Half up, as people round, with exactly `precision` decimals."""
    return f"{value.quantize(Decimal(1).scaleb(-precision), ROUND_HALF_UP):f}"


def figure(site: Site, indicator: Indicator, on: date, subject: str = "") -> Figure | None:
    """The indicator's figure at `on` for a subject (the whole city when empty)."""
    indicator = indicator.as_of(on)
    if indicator.formula is None:
        return _measured(indicator, on, subject)
    if indicator.formula.name is FormulaName.COVERAGE:
        return _coverage(site, indicator, on, subject)
    if indicator.formula.name is FormulaName.EVENT_COUNT:
        return _event_count(site, indicator, indicator.formula, on, subject)
    if indicator.formula.name is FormulaName.PARTICIPATION:
        return _participation(site, indicator, on, subject)
    if indicator.formula.name in OF_CITY:
        return None if subject else OF_CITY[indicator.formula.name](site, indicator, on)
    community = site.of(Community).get(subject)
    return _of_community(indicator, indicator.formula, community, on) if community else None


def _measured(indicator: Indicator, on: date, subject: str) -> Figure | None:
    known = [v for v in indicator.values if (v.subject or "") == subject and v.period.first() <= on]
    if not known:
        return None
    last: Value = max(known, key=lambda value: value.period.last())
    numerator = last.value if last.of is not None else None
    return Figure(
        indicator,
        last.value,
        min(last.period.last(), on),
        numerator,
        last.of,
        last.source,
        subject,
        last.period,
    )


def _coverage(site: Site, indicator: Indicator, on: date, subject: str) -> Figure | None:
    share = coverage(site, indicator, on, subject or None)
    if not share.denominator:
        return None
    top, bottom = Decimal(share.numerator), Decimal(share.denominator)
    return Figure(indicator, share.percent, on, top, bottom, FROM_ROLL, subject)


def _event_count(
    site: Site, indicator: Indicator, formula: Formula, on: date, subject: str
) -> Figure | None:
    """Nothing while no such event of the community is recorded: none held, or none written."""
    count = Decimal(held(site, formula.kinds, subject, on))
    return Figure(indicator, count, on, source=FROM_EVENTS, subject=subject) if count else None


def _participation(site: Site, indicator: Indicator, on: date, subject: str) -> Figure | None:
    """Nothing of whom no table says anything: not reported is not zero."""
    found = latest(site, indicator.id, on, subject)
    if found is None:
        return None
    record, share = found
    is_one = subject in site.of(Community)
    return Figure(
        indicator,
        share.percent,
        min(record.period.last(), on),
        Decimal(share.count),
        Decimal(share.of),
        record.stated_source if is_one else share.words,
        subject,
        record.period,
    )


def _linked(site: Site, indicator: Indicator, on: date) -> Figure | None:
    found = linked(site, on)
    if not found.denominator:
        return None
    top, bottom = Decimal(found.numerator), Decimal(found.denominator)
    return Figure(indicator, top, on, top, bottom, FROM_PAIRINGS)


def _items(site: Site, indicator: Indicator, on: date) -> Figure | None:
    """Nothing before the first item: a share of no promises is nobody's."""
    found = progress(items_at(site, on))
    if found.total == found.dropped:
        return None
    top, bottom = Decimal(found.delivered), Decimal(found.total - found.dropped)
    return Figure(indicator, HUNDRED * top / bottom, on, top, bottom, FROM_PAIRINGS)


def _finished(site: Site, indicator: Indicator, on: date) -> Figure | None:
    """Nothing before the first project is registered."""
    kinds = indicator.formula.kinds if indicator.formula else []
    found = of_kinds(site, kinds, on)
    if found.share is None:
        return None
    top, bottom = Decimal(found.finished), Decimal(found.total)
    return Figure(indicator, found.share, on, top, bottom, FROM_PROJECTS)


OF_CITY: Mapping[FormulaName, Callable[[Site, Indicator, date], Figure | None]] = {
    FormulaName.PAIRINGS_LINKED: _linked,
    FormulaName.PAIRING_ITEMS: _items,
    FormulaName.PROJECTS_FINISHED: _finished,
}
"""Formulas that are about the whole city alone."""


def _facility_count(
    formula: Formula, facilities: Sequence[Facility], _: Indicator
) -> tuple[Decimal, None]:
    return Decimal(sum(item.kind in formula.kinds for item in facilities)), None


def _facility_area(
    formula: Formula, facilities: Sequence[Facility], indicator: Indicator
) -> tuple[Decimal, None] | None:
    """The largest area; not known while one that nobody measured could still decide."""
    areas = [item.area_m2 for item in facilities if item.kind in formula.kinds]
    largest = max((area for area in areas if area is not None), default=Decimal(0))
    target = indicator.target
    is_enough = target is not None and target.op.holds(largest, target.value)
    return None if None in areas and not is_enough else (largest, None)


def _facility_kinds(
    formula: Formula, facilities: Sequence[Facility], _: Indicator
) -> tuple[Decimal, Decimal]:
    present = {item.kind for item in facilities} & set(formula.kinds)
    return Decimal(len(present)), Decimal(len(set(formula.kinds)))


Counted = tuple[Decimal, Decimal | None]
"""A count and, where there is one, what it is out of."""
FACILITY_FORMULAS: dict[
    FormulaName, Callable[[Formula, Sequence[Facility], Indicator], Counted | None]
] = {
    FormulaName.FACILITY_COUNT: _facility_count,
    FormulaName.FACILITY_AREA: _facility_area,
    FormulaName.FACILITY_KINDS: _facility_kinds,
}


def _of_community(
    indicator: Indicator, formula: Formula, community: Community, on: date
) -> Figure | None:
    """Nothing when the list that the formula counts was never written."""
    if formula.name is FormulaName.SERVICE_SHARE:
        return _share_of_services(indicator, formula, community, on)
    if community.facilities is None:
        return None
    counted = FACILITY_FORMULAS[formula.name](formula, community.facilities, indicator)
    if counted is None:
        return None
    top, bottom = counted
    numerator = top if bottom is not None else None
    return Figure(indicator, top, on, numerator, bottom, FROM_COMMUNITY, community.id)


def _share_of_services(
    indicator: Indicator, formula: Formula, community: Community, on: date
) -> Figure | None:
    """A community that says on purpose that it offers nothing has a share of nothing."""
    if community.services is None:
        return None
    top = Decimal(sum(service.kind in formula.kinds for service in community.services))
    bottom = Decimal(len(community.services))
    value = HUNDRED * top / bottom if bottom else Decimal(0)
    return Figure(indicator, value, on, top, bottom, FROM_COMMUNITY, community.id)
