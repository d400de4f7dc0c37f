"""What was reported in public (舆论监督), who answered, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import BeforeValidator, Field

from campaign.kinds.exposure.lifecycle import CYCLE, EventType
from campaign.model.base import refers
from campaign.model.fields import Ref, Text, choice
from campaign.model.marks import Items, Length
from campaign.model.promise import Event, Promise, PromisingRecord

if TYPE_CHECKING:
    from campaign.model.settings import Profile


class ExposureEvent(Event):
    """One event in the life of what was reported."""

    type: Annotated[EventType, BeforeValidator(choice(EventType))] = Field(
        title="事件",
        description="reported 反映、answered 回应、rectified 整改完成、recurred 反弹",
    )


class Exposure(PromisingRecord):
    """What was reported in public: where, through what channel, and what became of it."""

    kind: ClassVar[str] = "exposure"
    label: ClassVar[str] = "舆论监督"
    fixed: ClassVar[tuple[str, ...]] = ("community", "channel", "problem")

    title: Annotated[Text, Length(high=30)] = Field(
        title="标题", description="哪里的什么问题，不超过 30 字，不写个人"
    )
    community: Ref = refers("community", title="社区", description="在哪个社区")
    place: Text = Field(title="地点", description="写到街巷为止，不写门牌、楼栋和房号")
    channel: Ref = refers(
        "exposure-channels", title="渠道", description="监督渠道词表里的编号，不写反映人"
    )
    task: Ref | None = refers("task", title="重点任务", description="任务编号", default=None)
    problem: Text = Field(title="反映什么", description="看到的情况，一两句话，不写个人")
    events: Annotated[list[ExposureEvent], Items(1)] = Field(
        title="事件", description="按时间顺序只增不改；回应里写 due，即整改期限"
    )

    @property
    def promises(self) -> Sequence[Promise]:
        return [Promise("", (), self.title, CYCLE, self.events)]

    @property
    def begins(self) -> date | None:
        return min((event.on for event in self.events), default=None)

    @classmethod
    def is_wanted(cls, profile: Profile) -> bool:
        return profile.shows_exposures
