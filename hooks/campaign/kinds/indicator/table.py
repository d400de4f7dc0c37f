"""The values of indicators as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from campaign import urls
from campaign.exchange.table import Column, Table, Type
from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.kinds.honour.facts import year_ends
from campaign.kinds.indicator import Indicator, standards
from campaign.kinds.indicator.facts import figure
from campaign.kinds.indicator.figure import Figure
from campaign.kinds.indicator.record import FormulaName, Scope, Value
from campaign.kinds.indicator.standards import Verdict
from campaign.render.edition import Edition


@dataclass(frozen=True)
class Row:
    """A value of an indicator for a subject and a period."""

    edition: Edition
    indicator: Indicator
    subject: str
    """The id of a community or a district; empty for the city."""
    period: str
    value: Decimal | None
    """Nothing for a subject that has not reported."""
    numerator: Decimal | None
    denominator: Decimal | None
    source: str
    sample: int | None = None
    method: str = ""

    @property
    def subject_name(self) -> str:
        if not self.subject:
            return self.edition.site.settings.city
        return str(self.edition.site.kind(self.subject_kind)[self.subject].heading)

    @property
    def subject_kind(self) -> str:
        if not self.subject:
            return "city"
        return "community" if self.subject in self.edition.site.of(Community) else "district"

    @property
    def meets(self) -> bool | None:
        target = self.indicator.target
        if target is None or self.value is None:
            return None
        return target.holds(self.value)

    @property
    def verdict(self) -> str:
        if self.value is None:
            return Verdict.UNKNOWN.value
        return "" if self.meets is None else (Verdict.MET if self.meets else Verdict.GAP).value


def rows(edition: Edition) -> Iterator[Row]:
    """Measured values by period; computed ones of today, and of past year-ends for the city.

    A subject that has not reported has a row without a value.
    """
    for indicator in edition.site.of(Indicator).values():
        yield from _measured(edition, indicator)
        if indicator.formula is not None:
            yield from (_computed(edition, found) for found in _figures(edition, indicator))
        for item in standards.known_answers(edition.facts, indicator.id):
            if item.figure is None:
                yield Row(edition, indicator, item.subject, "", None, None, None, "")


def _measured(edition: Edition, indicator: Indicator) -> Iterator[Row]:
    known = {"", *edition.site.of(Community), *edition.site.of(District)}
    for value in indicator.values:
        if (value.subject or "") in known and value.period.first() <= edition.site.today:
            yield _of_value(edition, indicator, value)


def _of_value(edition: Edition, indicator: Indicator, value: Value) -> Row:
    on = min(value.period.last(), edition.site.today)
    return Row(
        edition,
        indicator.as_of(on),
        value.subject or "",
        str(value.period),
        value.value,
        value.value if value.of is not None else None,
        value.of,
        value.source,
        value.n,
        value.method or "",
    )


def _computed(edition: Edition, found: Figure) -> Row:
    value = Decimal(found.text)
    on, fraction = str(found.on), (found.numerator, found.denominator)
    return Row(edition, found.indicator, found.subject, on, value, *fraction, found.source)


def _figures(edition: Edition, indicator: Indicator) -> Iterator[Figure]:
    site = edition.site
    asked: list[tuple[date, str]] = [(site.today, "")]
    if indicator.formula and indicator.formula.name is FormulaName.COVERAGE:
        asked = [(date(year, 12, 31), "") for year in reversed(year_ends(site))] + asked
    if indicator.scope is not Scope.CITY:
        asked += [(site.today, id) for id in sorted(standards.subjects(site, indicator))]
    found = (figure(site, indicator, on, subject) for on, subject in asked)
    return (item for item in found if item)


TABLE = Table(
    "indicators",
    "指标数值",
    "指标的每个数值一行。填报的按时期，计算的取数据日期当天，覆盖率另有历年年末。",
    (
        Column("indicator_id", "指标编号", Type.TEXT, "指标编号，不变", lambda r: r.indicator.id),
        Column("indicator", "指标", Type.TEXT, "规范名称", lambda r: r.indicator.name),
        Column(
            "kind",
            "来源方式",
            Type.TEXT,
            "measured 填报、computed 计算、survey 调查",
            lambda r: r.indicator.type.value,
        ),
        Column(
            "subject_type",
            "对象类型",
            Type.TEXT,
            "city 全市、district 镇街、community 社区",
            lambda r: r.subject_kind,
        ),
        Column(
            "subject_id", "对象编号", Type.TEXT, "社区或镇街编号；全市空着", lambda r: r.subject
        ),
        Column("subject", "对象", Type.TEXT, "名称", lambda r: r.subject_name),
        Column("period", "时期", Type.DATE, "2026、2026-03 或 2026-03-31", lambda r: r.period),
        Column("value", "数值", Type.NUMBER, "不带单位；未填报的空着", lambda r: r.value),
        Column("unit", "单位", Type.TEXT, "如 %、所、m²", lambda r: r.indicator.unit),
        Column(
            "numerator", "分子", Type.NUMBER, "如 35 个中的 32 个，这里是 32", lambda r: r.numerator
        ),
        Column(
            "denominator",
            "分母",
            Type.NUMBER,
            "如 35 个中的 32 个，这里是 35",
            lambda r: r.denominator,
        ),
        Column("sample", "样本量", Type.NUMBER, "调查了多少人或户", lambda r: r.sample),
        Column("method", "方法", Type.TEXT, "怎么得来的", lambda r: r.method),
        Column("source", "来源", Type.TEXT, "台账、通报或调查的名称", lambda r: r.source),
        Column(
            "target",
            "目标值",
            Type.NUMBER,
            "当时的创建标准，不带单位",
            lambda r: r.indicator.target and r.indicator.target.value,
        ),
        Column(
            "comparison",
            "比较",
            Type.TEXT,
            ">= 不低于目标值、<= 不高于、= 等于、between 在目标值和上限之间",
            lambda r: r.indicator.target and r.indicator.target.op.value,
        ),
        Column(
            "target_upper",
            "目标上限",
            Type.NUMBER,
            "比较是 between 的才有",
            lambda r: r.indicator.target and r.indicator.target.upper,
        ),
        Column(
            "target_by",
            "目标期限",
            Type.TEXT,
            "哪一年、哪一天以前做到；没有规定的空着",
            lambda r: str((r.indicator.target and r.indicator.target.by) or ""),
        ),
        Column("meets", "达标", Type.FLAG, "没有目标和未填报的空着", lambda r: r.meets),
        Column(
            "verdict",
            "达标情况",
            Type.TEXT,
            "met 达标、gap 有差距、unknown 未填报；没有目标的空着",
            lambda r: r.verdict,
        ),
        Column(
            "url",
            "网页",
            Type.URL,
            "本站的指标页",
            lambda r: r.edition.site.profile.base_url + urls.of("indicator", r.indicator.id),
        ),
    ),
    rows,
)
