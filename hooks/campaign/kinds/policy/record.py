"""A policy document (政策文件)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from campaign.model.base import Part, refers
from campaign.model.entry import Entry
from campaign.model.fields import Day, Ref, Text, choice
from campaign.model.marks import Length


class PolicyStatus(StrEnum):
    """Whether a policy is in force."""

    IN_FORCE = "现行有效"
    AMENDED = "已修订"
    ABOLISHED = "已废止"
    DRAFT = "征求意见"


class Faq(Part):
    """A question that residents ask."""

    q: Text = Field(title="问", description="居民会怎么问")
    a: Text = Field(title="答", description="直接回答")


class Policy(Entry):
    """A policy document (政策文件)."""

    kind: ClassVar[str] = "policy"
    label: ClassVar[str] = "政策文件"
    past: ClassVar[tuple[str, ...]] = (*Entry.past, "made", "issued")

    doc_no: Text = Field(title="文号", description="如 和创指〔2026〕4号，年份用六角括号〔〕")
    issuer: Ref = refers("org", title="发文机关", description="单位编号")
    campaign: Ref | None = refers(
        "campaign",
        title="创建活动",
        description="属于哪项创建活动；不写就是网站设置里的那一项",
        default=None,
    )
    made: Day = Field(title="成文日期", description="格式 2026-04-08")
    issued: Day = Field(title="发布日期", description="格式 2026-04-10")
    effective: Day | None = Field(None, title="施行日期", description="格式 2026-04-10")
    status_in_force: Annotated[PolicyStatus, BeforeValidator(choice(PolicyStatus))] = Field(
        title="效力", description="现行有效、已修订、已废止、征求意见"
    )
    supersedes: list[Ref] = refers(
        "policy", title="替代", description="被本文件替代的政策编号", default=[]
    )
    digest: Annotated[Text, Length(high=500)] | None = Field(
        None, title="要点解读", description="用平常话说，不超过 500 字"
    )
    points: list[Text] = Field([], title="要点", description="三到六条")
    faq: list[Faq] = Field([], title="问答", description="居民关心的问题")

    @property
    def tag(self) -> str:
        return "政策"
