"""A department that is paired with a community (结对共建), and what it has promised there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field

from campaign.kinds.pairing.lifecycle import CYCLE, ItemEventType
from campaign.model.base import Part, refers
from campaign.model.fields import Amount, Count, Day, Ref, Size, Text, choice
from campaign.model.marks import Central, Items, Length
from campaign.model.promise import Event, Promise, PromisingRecord


class ItemEvent(Event):
    """One event in the life of an item."""

    type: Annotated[ItemEventType, BeforeValidator(choice(ItemEventType))] = Field(
        title="事件",
        description="promised 承诺、started 开始办理、delayed 延期、delivered 兑现、dropped 取消",
    )
    amount: Amount | None = Field(
        None, title="实际金额（元）", description="兑现时的实际金额，与承诺的不同时写"
    )


class Item(Part):
    """One thing that a department has promised: by when, with what, and what came of it."""

    no: Count = Field(title="序号", description="清单上的第几项，公开以后不变")
    field: Ref = refers("pairing-fields", title="方面", description="共建方面词表里的编号")
    promise: Annotated[Text, Length(high=60)] = Field(
        title="承诺", description="做什么、做到什么程度算办完，不超过 60 字"
    )
    amount: Size | None = Field(None, title="金额（元）", description="出资的写元数，不写逗号")
    in_kind: Text | None = Field(
        None, title="实物或服务", description="不出钱的写出什么，如 垃圾桶 20 只"
    )
    due: Day = Field(title="期限", description="哪天以前办完；延期写 delayed 事件，不改这里")
    events: Annotated[list[ItemEvent], Items(1)] = Field(
        title="事件", description="按时间顺序只增不改"
    )


class Pairing(PromisingRecord):
    """A department that is paired with a community, and what it has promised there."""

    kind: ClassVar[str] = "pairing"
    label: ClassVar[str] = "结对共建"
    fixed: ClassVar[tuple[str, ...]] = ("department", "community", "since")

    title: Annotated[Text, Length(high=30)] = Field(
        title="标题", description="谁和谁结对，如 市教育局与幸福里社区"
    )
    department: Ref = refers("org", title="结对部门", description="单位编号")
    community: Ref = refers("community", title="社区", description="社区编号")
    since: Day = Field(title="结对日期", description="格式 2025-04-20")
    until: Day | None = Field(None, title="结束日期", description="还在结对的不写")
    plan: Ref | None = refers(
        "policy", title="依据", description="计划所依据的政策编号", default=None
    )
    plan_note: Text | None = Field(
        None, title="共建计划", description="计划何时签订、何处备案；没有签的写到哪一步"
    )
    items: Annotated[list[Item], Central()] = Field(
        [], title="共建事项", description="清单上的事项，逐项写"
    )

    @property
    def promises(self) -> Sequence[Promise]:
        return [
            Promise(
                str(item.no),
                ("items", index),
                item.promise,
                CYCLE,
                item.events,
                item.due,
                terms={n: getattr(item, n) for n in ("promise", "amount", "in_kind", "due")},
            )
            for index, item in enumerate(self.items)
        ]

    @property
    def begins(self) -> date | None:
        return self.since

    def as_of(self, on: date) -> Self:
        """Of a pairing that goes on nobody knows when it will have ended."""
        known = super().as_of(on)
        goes_on = self.until is not None and self.until >= on
        return known.model_copy(update={"until": None}) if goes_on else known

    def is_active(self, on: date) -> bool:
        """Whether the two are paired on a day."""
        return self.since <= on and (self.until is None or on <= self.until)
