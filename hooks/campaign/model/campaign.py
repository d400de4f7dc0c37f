"""A campaign of the city (创建活动): its aim, its rounds, and what inspections said of it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from campaign.model.base import Part, refers
from campaign.model.fields import Day, LevelField, Ref, Text
from campaign.model.marks import Length


class Outcome(Part):
    """What the inspection found; replaces the countdown."""

    on: Day = Field(title="公布日期", description="结果公布的日期")
    text: Text = Field(title="结果", description="一句话，如 通过省级检查验收")


class Round(Part):
    """A round (轮次) of a campaign, until the next one begins."""

    title: Text = Field(title="名称", description="如 第二步：集中建设")
    start: Day = Field(title="开始日期", description="格式 2025-07-01")


class Inspection(Part):
    """An inspection that was held, or is to come."""

    on: Day = Field(alias="date", title="日期", description="哪天检查，几天的写第一天")
    by: Ref = refers("org", title="检查单位", description="单位编号")
    result: Annotated[Text, Length(high=120)] | None = Field(
        None, title="结果", description="检查后填写：结论和没做好的事；不写显示“结果未填报”"
    )


class CampaignTerms(Part):
    """What is said of any campaign, of the main one in the site's settings, too."""

    title: Text = Field(title="创建目标", description="如 省级文明城市")
    summary: Text = Field(title="说明", description="创建工作是什么，60 到 200 字")
    level: LevelField | None = Field(None, title="级别", description="争取哪一级的称号")
    start: Day = Field(title="启动日期", description="创建工作启动的日期")
    rounds: list[Round] = Field([], title="轮次", description="按开始日期写")
    inspection_date: Day | None = Field(None, title="检查验收日期", description="用于倒计时")
    inspections: list[Inspection] = Field(
        [], title="历次检查", description="检查验收以前的暗访、测评、初检，按日期写"
    )
    outcome: Outcome | None = Field(None, title="检查结果", description="公布后填写")
