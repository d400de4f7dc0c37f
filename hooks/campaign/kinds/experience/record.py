"""A typical experience (典型经验): challenge, practice, results."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from campaign.model.base import Part, Record, refers
from campaign.model.fields import Count, Day, LevelField, Markdown, Number, PartialDay, Ref, Text
from campaign.model.marks import Items, Length


class Period(Part):
    """From when to when it was done."""

    start: PartialDay = Field(alias="from", title="开始", description="2024 或 2024-03")
    end: PartialDay | None = Field(None, alias="to", title="结束", description="还在做就不写")


class Step(Part):
    """One part of the practice."""

    heading: Text = Field(title="小标题", description="做法的名字")
    text: Markdown = Field(title="正文", description="100 到 400 字，可用 Markdown 和站内链接")


class Result(Part):
    """One result: a sentence, and its figure with a source."""

    text: Text = Field(title="成效", description="一句话")
    indicator: Ref | None = refers(
        "indicator", title="指标", description="数字来自哪个指标", default=None
    )
    value: Number | None = Field(None, title="数值", description="数字，不带单位")
    unit: Text | None = Field(None, title="单位", description="如 件、%、户")
    before: Number | None = Field(None, title="之前", description="做之前的数值")
    after: Number | None = Field(None, title="之后", description="做之后的数值")
    source: Text = Field(title="来源", description="台账、通报或调查的名称")


class Recognition(Part):
    """Who recognised the experience."""

    level: LevelField = Field(
        title="级别", description="national、province、city、district、street"
    )
    by: Text = Field(title="单位", description="授予或推广单位")
    date: Day = Field(title="日期", description="格式 2025-12-10")
    doc: Text | None = Field(None, title="文件", description="文号或文件名")

    @property
    def told_on(self) -> Day | None:
        return self.date


class Quote(Part):
    """What somebody said; named by role, not by name."""

    text: Text = Field(title="原话", description="不加引号")
    role: Text = Field(title="身份", description="如 楼栋长；不写姓名")


class Experience(Record):
    """A typical experience of one or more communities."""

    kind: ClassVar[str] = "experience"
    label: ClassVar[str] = "典型经验"

    title: Annotated[Text, Length(high=30)] = Field(title="标题", description="不超过 30 字")
    summary: Annotated[Text, Length(high=60)] = Field(
        title="一句话", description="卡片上显示，不超过 60 字"
    )
    communities: Annotated[list[Ref], Items(1)] = refers(
        "community", title="社区", description="社区编号，至少一个"
    )
    tasks: Annotated[list[Ref], Items(1)] = refers(
        "task", title="重点任务", description="任务编号，至少一个"
    )
    theme: Ref = refers("themes", title="主题", description="主题词表里的编号")
    period: Period = Field(title="时间", description="从何时到何时")
    challenge: Annotated[Markdown, Length(high=300)] = Field(
        title="难题", description="不超过 300 字"
    )
    practice: Annotated[list[Step], Items(3, 6)] = Field(title="做法", description="三到六条")
    results: Annotated[list[Result], Items(1)] = Field(title="成效", description="每条写来源")
    transfer: Annotated[list[Text], Items(2, 5)] = Field(title="可复制要点", description="二到五条")
    recognition: list[Recognition] = Field([], title="获得认可", description="表彰、推广、入编")
    author_unit: Text = Field(title="供稿单位", description="单位名称")
    photos: list[Ref] = refers("photo", title="照片", description="相册/照片名", default=[])
    quotes: list[Quote] = Field([], title="群众的话", description="身份代替姓名")
    compendium_order: Count | None = Field(
        None, title="荟萃排序", description="在《典型荟萃》里的顺序"
    )

    @property
    def day(self) -> date | None:
        return self.updated

    @property
    def stated_source(self) -> str:
        return super().stated_source or self.author_unit

    @property
    def responsible(self) -> str:
        return self.author_unit
