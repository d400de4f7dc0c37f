"""A speech (讲话) with its key figures and what it asks of whom."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from campaign.model.base import Part, refers
from campaign.model.entry import Entry
from campaign.model.fields import Day, Number, Ref, Text, choice


class Figure(Part):
    """A key figure beside a speech."""

    label: Text = Field(title="名称", description="数字说的是什么")
    value: Number | None = Field(None, title="数值", description="写了指标就不写数值，由系统计算")
    unit: Text | None = Field(None, title="单位", description="如 个、%")
    indicator: Ref | None = refers("indicator", title="指标", description="指标编号", default=None)
    asof: Day | None = Field(None, title="截至", description="指标取哪一天的值；不写取讲话当天")


class Demand(Part):
    """What a speech asks of whom."""

    text: Text = Field(title="要求", description="一句话")
    task: Ref | None = refers("task", title="重点任务", description="任务编号", default=None)
    org: Ref | None = refers("org", title="责任单位", description="单位编号", default=None)
    due: Day | None = Field(None, title="期限", description="格式 2026-06-30")
    done: Day | None = Field(None, title="办结日期", description="办成的那一天；没有办成的不写")
    proof: Text | None = Field(
        None, title="凭据", description="凭什么算办成：通报、台账或验收单的名称"
    )


class DocStatus(StrEnum):
    """How far the text of a speech is the speaker's own."""

    OFFICIAL = "正式"
    TRANSCRIPT = "根据录音整理"
    ABRIDGED = "摘要"


class Speech(Entry):
    """A speech (讲话)."""

    kind: ClassVar[str] = "speech"
    label: ClassVar[str] = "讲话"
    past: ClassVar[tuple[str, ...]] = (*Entry.past, "delivered")

    speaker_role: Text = Field(title="讲话人职务", description="写职务")
    speaker: Text | None = Field(None, title="讲话人", description="可不写")
    occasion: Text = Field(title="会议", description="会议或活动名称")
    venue: Text | None = Field(None, title="地点", description="会场")
    delivered: Day = Field(title="讲话日期", description="格式 2026-04-09")
    doc_status: Annotated[DocStatus, BeforeValidator(choice(DocStatus))] = Field(
        DocStatus.OFFICIAL, title="文本性质", description="正式、根据录音整理、摘要"
    )
    figures: list[Figure] = Field([], title="关键数字", description="三到六个")
    demands: list[Demand] = Field([], title="工作要求", description="谁在何时前做什么")
    campaign: Ref | None = refers(
        "campaign",
        title="创建活动",
        description="属于哪项创建活动；不写就是网站设置里的那一项",
        default=None,
    )
    related: list[Ref] = refers("policy", title="相关政策", description="政策编号", default=[])
