"""A figure that the campaign follows: where its values come from, and its target."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, BeforeValidator, Field

from campaign.model import terms
from campaign.model.base import Correction, Part, Record, refers
from campaign.model.fields import (
    Count,
    LevelField,
    Number,
    PartialDay,
    Ref,
    Text,
    YesNo,
    at_most,
    choice,
)
from campaign.model.marks import Central


class Better(StrEnum):
    """Which way an indicator should go."""

    UP = "up"
    DOWN = "down"


class Scope(StrEnum):
    """What an indicator measures."""

    COMMUNITY = "community"
    DISTRICT = "district"
    CITY = "city"


class IndicatorKind(StrEnum):
    """Where an indicator's values come from."""

    MEASURED = "measured"
    COMPUTED = "computed"
    SURVEY = "survey"


class Operator(StrEnum):
    """How a value is held against its target."""

    AT_LEAST = ">="
    AT_MOST = "<="
    EQUAL = "="
    BETWEEN = "between"

    @property
    def label(self) -> str:
        return OPERATOR_LABELS[self]


OPERATOR_LABELS = {
    Operator.AT_LEAST: "不低于",
    Operator.AT_MOST: "不高于",
    Operator.EQUAL: "等于",
    Operator.BETWEEN: "在",
}


class Target(Part):
    """What the campaign asks for."""

    op: Annotated[Operator, BeforeValidator(choice(Operator))] = Field(
        Operator.AT_LEAST,
        title="比较",
        description=">= 不低于、<= 不高于、= 等于、between 在两个数之间",
    )
    value: Number = Field(title="目标值", description="数字，不带单位；between 的写小的一个")
    upper: Number | None = Field(
        None, title="上限", description="between 的写大的一个，两头都算在内；别的不写"
    )
    by: PartialDay | None = Field(
        None, title="到什么时候", description="哪一年、哪一天以前做到，如 2026；没有规定的不写"
    )

    def holds(self, value: Decimal) -> bool:
        """Whether a value meets it."""
        if self.op is Operator.AT_LEAST:
            return value >= self.value
        if self.op is Operator.BETWEEN:
            return self.value <= value and (self.upper is None or value <= self.upper)
        return value <= self.value if self.op is Operator.AT_MOST else value == self.value

    def words(self, unit: str) -> str:
        """The target in words, as figures are written: 到 2026 年不低于 80%."""
        until = f"到 {self.by.words}" if self.by else ""
        if self.op is Operator.BETWEEN:
            return f"{until}{self.op.label} {self.value:f}—{self.upper or 0:f}{unit} 之间"
        return f"{until}{self.op.label} {self.value:f}{unit}"


class FormulaName(StrEnum):
    """The ways a figure is computed from records; no expressions are evaluated."""

    COVERAGE = "coverage"
    """Share of communities with an active honour that counts for the indicator."""
    FACILITY_COUNT = "facility_count"
    """How many facilities of the kinds a community has."""
    FACILITY_AREA = "facility_area"
    """The largest facility of the kinds, in square metres."""
    FACILITY_KINDS = "facility_kinds"
    """How many of the kinds a community has at least one of."""
    SERVICE_SHARE = "service_share"
    """Services of the kinds as a share of all services, in per cent."""
    EVENT_COUNT = "event_count"
    """How many events of the kinds were held in a community, each with a figure that proves it."""
    PAIRINGS_LINKED = "pairings_linked"
    """How many of the communities in scope are paired with a department."""
    PAIRING_ITEMS = "pairing_items"
    """Delivered items of pairings as a share of those that were not dropped, in per cent."""
    PROJECTS_FINISHED = "projects_finished"
    """Accepted lanes (or places) of projects of the kinds as a share of all, in per cent."""
    PARTICIPATION = "participation"
    """Those who took part as a share of all, in per cent, from tables of the committees."""


class Formula(Part):
    """A named computation and the kinds it looks at."""

    name: Annotated[FormulaName, BeforeValidator(choice(FormulaName))] = Field(
        title="算法",
        description="coverage、facility_count、facility_area、facility_kinds、service_share、"
        "event_count、pairings_linked、pairing_items、projects_finished、participation",
    )
    kinds: list[Text] = Field([], title="类别", description="算法要数的设施、服务、活动或工程类别")
    level: LevelField | None = Field(
        None, title="最低级别", description="覆盖率只数这一级及以上的荣誉"
    )


class Value(Part):
    """A measured value, with what an honest reader would ask about it."""

    subject: Text | None = Field(None, title="对象", description="社区或镇街编号；全市指标不写")
    period: PartialDay = Field(title="时期", description="2026、2026-03 或 2026-03-31")
    value: Number = Field(title="数值", description="数字，不带单位")
    of: Number | None = Field(None, title="总数", description="如 35 个中的 32 个，这里写 35")
    n: Count | None = Field(None, title="样本量", description="调查了多少人或户")
    method: Text | None = Field(None, title="方法", description="怎么得来的")
    source: Text = Field(title="来源", description="台账、通报或调查的名称")
    checked_by: Text | None = Field(None, title="核对单位", description="单位，不写个人")


class FormerTerms(terms.FormerTerms):
    """How an indicator was computed and judged, and for whom, until a day."""

    formula: Formula | None = Field(None, title="算法", description="当时的算法")
    target: Target | None = Field(None, title="目标", description="当时的目标")
    definition: Text | None = Field(None, title="怎么算", description="当时的口径，一句话")
    unit: Text | None = Field(None, title="单位", description="当时的单位")
    districts: list[Ref] | None = refers(
        "district",
        title="适用镇街",
        description="当时适用哪些镇街；[] 表示当时为全部",
        default=None,
    )
    untargeted: YesNo = Field(False, title="当时没有目标", description="yes 表示当时没有目标")
    typed: YesNo = Field(
        False, title="当时填报", description="yes 表示当时不计算，用 values 里填报的数值"
    )

    @property
    def written(self) -> dict[str, Any]:
        marks = {"untargeted": "target", "typed": "formula"}
        known = {name: value for name, value in super().written.items() if name not in marks}
        return known | {field: None for name, field in marks.items() if getattr(self, name)}


TERMS = ("formula", "target", "unit", "districts")
"""The fields on which past figures and verdicts depend, beside the values themselves."""


class Indicator(Record):
    """A figure that the campaign follows."""

    kind: ClassVar[str] = "indicator"
    label: ClassVar[str] = "指标"

    name: Text = Field(title="名称", description="指标的规范名称")
    unit: Text = Field(title="单位", description="如 %、所、m²")
    better: Annotated[Better, BeforeValidator(choice(Better))] = Field(
        Better.UP, title="方向", description="up 越高越好、down 越低越好"
    )
    scope: Annotated[Scope, BeforeValidator(choice(Scope))] = Field(
        title="范围", description="community 社区、district 镇街、city 全市"
    )
    districts: list[Ref] = refers(
        "district",
        title="适用镇街",
        description="只对其中几个镇街或它们的社区有要求时写；不写为全部",
        default=[],
    )
    type: Annotated[IndicatorKind, BeforeValidator(choice(IndicatorKind))] = Field(
        alias="kind", title="来源方式", description="measured 填报、computed 计算、survey 调查"
    )
    formula: Formula | None = Field(None, title="算法", description="计算指标填写")
    target: Target | None = Field(None, title="目标", description="创建标准")
    precision: Annotated[Count, AfterValidator(at_most(4))] = Field(
        0, title="小数位数", description="显示几位小数，0 到 4"
    )
    definition: Text | None = Field(None, title="怎么算", description="一句话说明口径")
    values: Annotated[list[Value], Central()] = Field(
        [], title="数值", description="填报指标按时期写"
    )
    terms_history: list[FormerTerms] = Field(
        [], title="旧规定", description="目标、算法、单位、适用镇街改过的，写旧的是什么、用到哪天"
    )
    corrections: list[Correction] = Field(
        [],
        title="更正",
        description="公开以后发现目标、算法、单位、适用镇街或数值写错的，改正时写一条",
    )

    @property
    def only_name(self) -> tuple[str, ...]:
        return (self.name,)

    def as_of(self, on: date) -> Self:
        """The indicator with the terms that held on a day."""
        former = terms.held(self.terms_history, on)
        known = super().as_of(on)
        return known.model_copy(update=former) if former else known


UNIT_LIMITS: dict[str, tuple[Decimal, Decimal]] = {"%": (Decimal(0), Decimal(100))}
"""What a unit can mean at all; a participation rate of 130 % is a slip."""
