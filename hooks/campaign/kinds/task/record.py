"""A key task (重点工作) of the campaign, with its steps."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field

from campaign.model.base import Part, Record, refers
from campaign.model.fields import Count, Day, Ref, Text
from campaign.model.marks import Length


class Milestone(Part):
    """A dated step of a key task."""

    on: Day = Field(title="日期", description="格式 2026-06-30")
    text: Text = Field(title="节点", description="到这一天要做到什么")
    done: Day | None = Field(
        None,
        title="完成日期",
        description="做到了才写；到期没有写的，网页上显示“没有填报是否完成”",
    )


class Task(Record):
    """A key task (重点工作) of the campaign."""

    kind: ClassVar[str] = "task"
    label: ClassVar[str] = "重点任务"

    order: Count = Field(title="序号", description="第几项任务")
    title: Annotated[Text, Length(high=20)] = Field(title="任务名称", description="不超过 20 字")
    summary: Text = Field(title="任务说明", description="40 到 200 字")
    lead: Ref = refers("org", title="牵头单位", description="单位编号")
    icon: Text | None = Field(
        None, title="图标", description="Material Design Icons 里的图标名，如 road-variant"
    )
    indicators: list[Ref] = refers(
        "indicator", title="考核指标", description="指标编号", default=[]
    )
    due: Day = Field(title="完成期限", description="格式 2026-06-30")
    milestones: list[Milestone] = Field([], title="节点", description="按日期写")
    policy: Ref | None = refers("policy", title="依据", description="政策编号", default=None)
    speech: Ref | None = refers("speech", title="部署讲话", description="讲话编号", default=None)

    def as_of(self, on: date) -> Self:
        """Before a step was reached, nobody knows when it will be."""
        known = super().as_of(on)
        steps = [
            item.model_copy(update={"done": None}) if item.done and item.done > on else item
            for item in self.milestones
        ]
        return known.model_copy(update={"milestones": steps})

    @property
    def only_name(self) -> tuple[str, ...]:
        return (self.title,)
