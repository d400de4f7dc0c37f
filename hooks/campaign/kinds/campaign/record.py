"""A campaign of the city (创建活动) beside the main one, which stands in the site's settings."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field

from campaign.model.base import Record, refers
from campaign.model.campaign import CampaignTerms
from campaign.model.fields import Ref, Text
from campaign.model.marks import Length


class Campaign(CampaignTerms, Record):
    """A campaign that a city pursues beside its main one, with what it is measured by."""

    kind: ClassVar[str] = "campaign"
    label: ClassVar[str] = "创建活动"

    summary: Annotated[Text, Length(20, 200)] = Field(
        title="说明", description="创建工作是什么，20 到 200 字"
    )
    motto: Annotated[Text, Length(high=30)] | None = Field(
        None, title="口号", description="不超过 30 字"
    )
    tasks: list[Ref] = refers(
        "task", title="重点任务", description="靠哪些任务推进，任务编号", default=[]
    )
    indicators: list[Ref] = refers(
        "indicator", title="指标", description="用哪些指标衡量，指标编号", default=[]
    )

    @property
    def only_name(self) -> tuple[str, ...]:
        return (self.title,)

    @property
    def day(self) -> date | None:
        return self.start

    def as_of(self, on: date) -> Self:
        """Before an inspection, or before its outcome was told, nobody knows what it said."""
        known = super().as_of(on)
        told = self.outcome if self.outcome and self.outcome.on <= on else None
        held = [
            item if item.on <= on else item.model_copy(update={"result": None})
            for item in self.inspections
        ]
        return known.model_copy(update={"outcome": told, "inspections": held})
