"""A kind of honour: who gives it, to whom, for how long, on what criteria."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field

from campaign.kinds.honour.record import Honour, SubjectType
from campaign.model import terms
from campaign.model.base import Correction, Part, Record, latest, refers
from campaign.model.fields import (
    Count,
    Day,
    LevelField,
    LooseText,
    Positive,
    Ref,
    Text,
    YesNo,
    choice,
)
from campaign.model.lifecycle import Labelled

if TYPE_CHECKING:
    from campaign.site import Site


class CriterionKind(StrEnum):
    """Whether a criterion must be met or is to be aimed at."""

    IMPERATIVE = "imperative"
    GUIDELINE = "guideline"


class Criterion(Part):
    """One thing the honour asks for."""

    id: Text = Field(title="编号", description="条目编号")
    text: Text = Field(title="内容", description="一条标准")
    kind: Annotated[CriterionKind, BeforeValidator(choice(CriterionKind))] = Field(
        title="性质", description="imperative 必达、guideline 引导"
    )
    points: Count | None = Field(None, title="分值", description="评分标准填写")


class Title(Part):
    """What the honour is called when holders of one type are given it."""

    subject: Annotated[SubjectType, BeforeValidator(choice(SubjectType))] = Field(
        title="授予对象", description="community、org、person 等"
    )
    name: Text = Field(title="名称", description="如 全国精神文明创建工作先进个人")


class CountedEvent(Labelled):
    """What happened to those who are only counted."""

    NAMED = "named", "命名"
    RECOMMENDED = "recommended", "推荐"


class Counted(Part):
    """Those of whom only the number is public, beside those who have records."""

    on: Day = Field(title="日期", description="命名或推荐的日期，格式 2026-04-15")
    type: Annotated[CountedEvent, BeforeValidator(choice(CountedEvent))] = Field(
        CountedEvent.NAMED, title="事件", description="named 命名、recommended 推荐"
    )
    count: Positive = Field(
        title="数目", description="没有公布名单的有几个；写成荣誉记录的不算在内"
    )
    who: Text = Field(title="哪些", description="如 单位和个人、家庭，不写名称")
    doc: LooseText | None = Field(None, title="文件", description="政策编号或文号")
    source: Text = Field(title="来源", description="数目从哪里来，如 某次会议通报")


class FormerTerms(terms.FormerTerms):
    """What a kind of honour meant until a day."""

    level: LevelField | None = Field(None, title="级别", description="当时的级别")
    valid_years: Count | None = Field(
        None, title="有效年限", description="当时几年复查一次；0 表示当时长期有效"
    )
    counts_for: list[Ref] | None = refers(
        "indicator", title="计入指标", description="当时计入哪些覆盖率；[] 表示不计入", default=None
    )
    ladder: YesNo | None = Field(None, title="级别序列", description="当时是否决定社区的级别")


TERMS = ("level", "valid_years", "counts_for", "ladder")
"""The fields on which past rolls and rates depend."""


class HonourKind(Record):
    """A kind of honour: who gives it, to whom, for how long, on what criteria."""

    kind: ClassVar[str] = "honour-kind"
    label: ClassVar[str] = "荣誉种类"

    name: Text = Field(title="名称", description="如 省级文明社区")
    titles: list[Title] = Field(
        [], title="分对象名称", description="同一种荣誉授予单位、社区和个人时名称不同的，逐条写"
    )
    level: LevelField = Field(
        title="级别", description="national、province、city、district、street"
    )
    issuer: Text = Field(title="授予单位", description="命名机关")
    summary: Text | None = Field(None, title="说明", description="一两句话")
    subjects: list[Annotated[SubjectType, BeforeValidator(choice(SubjectType))]] = Field(
        title="授予对象", description="community、org、district、city、household、courtyard、person"
    )
    valid_years: Count | None = Field(
        None, title="有效年限", description="几年复查一次；不写表示长期有效直到撤销"
    )
    publicity_days: Count = Field(5, title="公示天数", description="命名前至少公示几天；0 为不公示")
    criteria: list[Criterion] = Field([], title="标准", description="逐条写")
    counts_for: list[Ref] = refers(
        "indicator", title="计入指标", description="有效时计入哪些覆盖率", default=[]
    )
    conflicts: list[Ref] = refers(
        "honour-kind", title="不得并存", description="荣誉种类编号", default=[]
    )
    requires: list[Ref] = refers(
        "honour-kind", title="须一并考虑", description="推荐时应同时考虑的荣誉种类", default=[]
    )
    builds_on: list[Ref] = refers(
        "honour-kind",
        title="以何为前提",
        description="须持有其中至少一种才能持有本荣誉，如示范点以各级文明社区为前提",
        default=[],
    )
    policy: Ref | None = refers("policy", title="依据", description="政策编号", default=None)
    is_site: YesNo = Field(False, title="示范点", description="yes 表示这是示范点称号")
    counted: list[Counted] = Field(
        [], title="只公布数目的", description="名单没有公布、只知道数目的，逐批写"
    )
    ladder: YesNo = Field(
        False, title="级别序列", description="yes 表示社区的级别由它决定，如省级、市级文明社区"
    )
    order: Count = Field(0, title="排序", description="数字小的排在前面")
    terms_history: list[FormerTerms] = Field(
        [], title="旧规定", description="级别、年限、计入的指标改过的，写旧规定和用到哪天"
    )
    corrections: list[Correction] = Field(
        [], title="更正", description="公开以后发现写错、影响往年名单和覆盖率的，改正时写一条"
    )

    def title_for(self, subject: SubjectType) -> str:
        """What the honour of such a holder is called."""
        return next((title.name for title in self.titles if title.subject is subject), self.name)

    def as_of(self, on: date) -> Self:
        """The kind with the terms that held on a day."""
        former = terms.held(self.terms_history, on) or {}
        counted = [item for item in self.counted if item.on <= on]
        told = {} if counted == self.counted else {"counted": counted}
        known = super().as_of(on)
        return known.model_copy(update={**former, **told}) if former or told else known

    def last_change(self, site: Site) -> date | None:
        held = (item for item in site.of(Honour).values() if item.honour_kind == self.id)
        return latest((event.on for honour in held for event in honour.events), site.today)

    def tells_until(self, site: Site) -> date | None:
        return None
