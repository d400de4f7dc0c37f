"""Figures of indicators: computed from records, or measured, with their provenance."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from campaign.kinds.community import Community
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.coverage import HUNDRED, coverage
from campaign.kinds.indicator.record import Formula, FormulaName, Scope, Value
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

    @property
    def share_of_target(self) -> Decimal:
        """How far to the target, in per cent, at most 100; for a progress bar."""
        target = self.indicator.target
        if not target or not target.value:
            return HUNDRED
        return min(HUNDRED, HUNDRED * self.value / target.value)


def rounded(value: Decimal, precision: int) -> str:
    """Half up, as people round, with exactly `precision` decimals."""
    return f"{value.quantize(Decimal(1).scaleb(-precision), ROUND_HALF_UP):f}"


def figure(site: Site, indicator: Indicator, on: date, subject: str = "") -> Figure | None:
    """The indicator's figure at `on` for a subject (the whole city when empty)."""
    if indicator.formula is None:
        return _measured(indicator, on, subject)
    if indicator.formula.name is FormulaName.COVERAGE:
        return _coverage(site, indicator, on, subject)
    community = site.of(Community).get(subject)
    return _of_community(indicator, indicator.formula, community, on) if community else None


def _measured(indicator: Indicator, on: date, subject: str) -> Figure | None:
    known = [v for v in indicator.values if (v.subject or "") == subject and v.period.first() <= on]
    if not known:
        return None
    latest: Value = max(known, key=lambda value: value.period.last())
    numerator = latest.value if latest.of is not None else None
    return Figure(
        indicator,
        latest.value,
        min(latest.period.last(), on),
        numerator,
        latest.of,
        latest.source,
        subject,
        latest.period,
    )


def _coverage(site: Site, indicator: Indicator, on: date, subject: str) -> Figure | None:
    share = coverage(site, indicator, on, subject or None)
    if not share.denominator:
        return None
    top, bottom = Decimal(share.numerator), Decimal(share.denominator)
    return Figure(indicator, share.percent, on, top, bottom, "由荣誉榜计算", subject)


def _facility_count(formula: Formula, community: Community) -> tuple[Decimal, None]:
    return Decimal(sum(f.kind in formula.kinds for f in community.facilities)), None


def _facility_area(formula: Formula, community: Community) -> tuple[Decimal, None]:
    areas = [f.area_m2 or Decimal(0) for f in community.facilities if f.kind in formula.kinds]
    return max(areas, default=Decimal(0)), None


def _facility_kinds(formula: Formula, community: Community) -> tuple[Decimal, Decimal]:
    present = {f.kind for f in community.facilities} & set(formula.kinds)
    return Decimal(len(present)), Decimal(len(set(formula.kinds)))


def _service_share(formula: Formula, community: Community) -> tuple[Decimal, Decimal]:
    counted = sum(service.kind in formula.kinds for service in community.services)
    return Decimal(counted), Decimal(len(community.services))


COMMUNITY_FORMULAS: dict[
    FormulaName, Callable[[Formula, Community], tuple[Decimal, Decimal | None]]
] = {
    FormulaName.FACILITY_COUNT: _facility_count,
    FormulaName.FACILITY_AREA: _facility_area,
    FormulaName.FACILITY_KINDS: _facility_kinds,
    FormulaName.SERVICE_SHARE: _service_share,
}
"""Each gives a count and, where there is one, what it is out of."""


def _of_community(
    indicator: Indicator, formula: Formula, community: Community, on: date
) -> Figure | None:
    top, bottom = COMMUNITY_FORMULAS[formula.name](formula, community)
    is_share = formula.name is FormulaName.SERVICE_SHARE
    if is_share and not bottom:
        return None
    value = HUNDRED * top / bottom if is_share and bottom else top
    counted = bottom is not None
    return Figure(
        indicator, value, on, top if counted else None, bottom, "由社区资料计算", community.id
    )


def standards(site: Site, community: Community) -> list[Figure]:
    """The community against every standard that the campaign sets for communities."""
    found = (
        figure(site, indicator, site.today, community.id)
        for indicator in site.of(Indicator).values()
        if indicator.scope is Scope.COMMUNITY and indicator.target
    )
    return [item for item in found if item]


def short_of_target(site: Site) -> Iterator[Figure]:
    """The figures that do not meet their targets, of all whom an indicator measures."""
    for indicator in site.of(Indicator).values():
        is_citys = indicator.scope is Scope.CITY
        for subject in [""] if is_citys else site.kind(indicator.scope.value):
            found = figure(site, indicator, site.today, subject)
            if found and found.meets is False:
                yield found
