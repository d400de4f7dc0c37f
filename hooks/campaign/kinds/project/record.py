"""A piece of work that residents see (实事工程): lanes, greening, facilities, lights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field

from campaign.kinds.project.lifecycle import CYCLE, STAGES, EventType
from campaign.model.base import Part, refers
from campaign.model.fields import Day, Positive, Ref, Size, Text, choice
from campaign.model.marks import Items, Length
from campaign.model.promise import Event, Promise, PromisingRecord


class Nature(StrEnum):
    """In what way somebody pays for a project."""

    ADVANCE = "advance"
    SUBSIDY = "subsidy"
    DONATION = "donation"

    @property
    def label(self) -> str:
        return NATURES[self]


NATURES = {Nature.ADVANCE: "先行垫付", Nature.SUBSIDY: "补助", Nature.DONATION: "捐助"}


class ProjectEvent(Event):
    """One event in the life of a project."""

    type: Annotated[EventType, BeforeValidator(choice(EventType))] = Field(
        title="事件",
        description="survey 勘察登记、estimate 估算造价、plan 编制方案、verified 方案核实、"
        "approved 批准、started 开工、built 完工、accepted 验收合格、subsidised 拨付补助；"
        "failed 验收不合格、delayed 延期、dropped 取消",
    )


class Planned(Part):
    """Until when each stage was to be reached."""

    survey: Day | None = Field(None, title="勘察登记", description="哪天以前登记造册")
    estimate: Day | None = Field(None, title="估算造价", description="哪天以前估出造价")
    plan: Day | None = Field(None, title="编制方案", description="哪天以前编好方案")
    verified: Day | None = Field(None, title="方案核实", description="哪天以前核实")
    approved: Day | None = Field(None, title="批准", description="哪天以前批准")
    started: Day | None = Field(None, title="开工", description="哪天以前开工")
    built: Day | None = Field(None, title="完工", description="哪天以前完工")
    accepted: Day | None = Field(None, title="验收合格", description="哪天以前通过验收，即期限")
    subsidised: Day | None = Field(None, title="拨付补助", description="哪天以前拨付")


class Payment(Part):
    """What somebody bears of the cost."""

    org: Ref | None = refers("org", title="单位", description="出钱的单位编号", default=None)
    payer: Text | None = Field(
        None, title="出资人", description="没有编号的写群体，如 四栋楼住户自愿；不写个人姓名"
    )
    amount: Size = Field(title="金额（元）", description="不写逗号")
    nature: Annotated[Nature, BeforeValidator(choice(Nature))] = Field(
        title="性质",
        description="advance 先行垫付（拨了补助的，写扣除补助以后的数）、subsidy 补助、"
        "donation 捐助",
    )


class BeforeAfter(Part):
    """The same place before and after, from the same point of view."""

    before: Ref = refers("photo", title="整治前", description="相册/照片名")
    after: Ref = refers("photo", title="整治后", description="相册/照片名，同一视角")


OUTCOME: Mapping[str, Any] = {
    "finished_m": None,
    "cost": None,
    "paid_by": [],
    "money_note": None,
    "pairs": [],
    "pairs_note": None,
}
"""What is not known of a project before it is accepted."""


class Project(PromisingRecord):
    """A piece of work that residents see: lanes, greening, facilities, lights."""

    kind: ClassVar[str] = "project"
    label: ClassVar[str] = "实事工程"
    fixed: ClassVar[tuple[str, ...]] = ("communities", "count")

    name: Annotated[Text, Length(high=30)] = Field(
        title="名称", description="哪里的什么工程，不超过 30 字"
    )
    type: Ref = refers(
        "project-kinds", alias="kind", title="类别", description="工程类别词表里的编号"
    )
    communities: Annotated[list[Ref], Items(1)] = refers(
        "community", title="社区", description="工程落在哪几个社区"
    )
    owner: Ref = refers("org", title="建设单位", description="谁组织施工、先行付款")
    in_charge_role: Text | None = Field(
        None, title="负责岗位", description="写岗位，不写姓名，如 镇城建办主任"
    )
    place: Text | None = Field(
        None, title="位置", description="从哪里到哪里，用居民的叫法，不写门牌"
    )
    summary: Text | None = Field(
        None, title="做什么", description="原来什么样、做成什么样，一两句话"
    )
    task: Ref | None = refers("task", title="重点任务", description="任务编号", default=None)
    count: Positive = Field(
        1, title="条数（处数）", description="一条记录包括几条巷子、几处设施，不写为 1"
    )
    length_m: Size | None = Field(None, title="登记长度（米）", description="造册登记的长度")
    finished_m: Size | None = Field(
        None, title="完工长度（米）", description="验收时量得的长度，和登记长度不同时写"
    )
    area_m2: Size | None = Field(None, title="面积（平方米）", description="绿化、铺装面积")
    budget: Size | None = Field(None, title="预算（元）", description="批准的预算")
    cost: Size | None = Field(None, title="决算（元）", description="审定的决算")
    paid_by: list[Payment] = Field([], title="资金来源", description="谁出了多少，合计等于决算")
    money_note: Text | None = Field(
        None, title="资金说明", description="合计和决算不等、决算超过预算的，写明原因"
    )
    planned: Planned = Field(
        default_factory=Planned, title="计划", description="各环节的计划日期，不知道的不写"
    )
    events: Annotated[list[ProjectEvent], Items(1)] = Field(
        title="事件", description="按时间顺序只增不改"
    )
    pairs: list[BeforeAfter] = Field([], title="前后对照", description="整治前后各一张照片")
    pairs_note: Text | None = Field(
        None, title="对照说明", description="验收了没有对照照片的，写明原因"
    )

    @property
    def only_name(self) -> tuple[str, ...]:
        return (self.name,)

    @property
    def schedule(self) -> dict[EventType, date]:
        """Until when each stage was to be reached, in the order of the stages."""
        days = ((stage, getattr(self.planned, stage)) for stage in STAGES)
        return {stage: day for stage, day in days if day}

    @property
    def promises(self) -> Sequence[Promise]:
        due = self.schedule.get(EventType.ACCEPTED)
        terms = {f"planned.{stage}": day for stage, day in self.schedule.items()}
        at = ("planned", str(EventType.ACCEPTED))
        return [Promise("", (), self.name, CYCLE, self.events, due, at, terms)]

    @property
    def begins(self) -> date | None:
        return min((event.on for event in self.events), default=None)

    def as_of(self, on: date) -> Self:
        """Before it was accepted, nobody knows what it came to and how it looks."""
        known = super().as_of(on)
        finished = self._first(EventType.ACCEPTED) or self._first(EventType.BUILT)
        if finished and finished > on:
            return known.model_copy(update=OUTCOME)
        subsidised = self._first(EventType.SUBSIDISED)
        if subsidised and subsidised > on:
            paid = [self._before_its_subsidy(item) for item in self.paid_by]
            return known.model_copy(update={"paid_by": paid})
        return known

    def _first(self, type: EventType) -> date | None:
        """When something happened to it for the first time."""
        return min((event.on for event in self.events if event.type is type), default=None)

    def _before_its_subsidy(self, item: Payment) -> Payment:
        """Until a subsidy has come, whoever builds has paid that part in advance."""
        if item.nature is not Nature.SUBSIDY:
            return item
        return Payment(org=self.owner, amount=item.amount, nature=Nature.ADVANCE)

    @property
    def is_by_area(self) -> bool:
        """Whether it is measured by its area alone, as a garden is, and has no length."""
        return self.area_m2 is not None and self.length_m is None

    @property
    def paid(self) -> Decimal:
        """What is said to have been paid, whoever paid it."""
        return sum((item.amount for item in self.paid_by), Decimal(0))
