"""The front matter of Markdown entries and of the site's own pages."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from campaign.model.base import Part, Record, Status, Visibility, refers
from campaign.model.fields import Day, Length, Moment, Number, Ref, Text, choice


class Entry(Record):
    """An article: front matter and a Markdown text."""

    title: Text = Field(title="标题", description="页面标题，正文里不再写一级标题")
    published: Moment = Field(
        title="发布时间", description="格式 2026-04-10 09:00；未到时间不会公开"
    )
    source: Text = Field(title="来源", description="供稿单位或媒体")
    editor: Text | None = Field(None, title="责任编辑", description="岗位或单位")
    summary: Annotated[Text, Length(high=160)] | None = Field(
        None, title="摘要", description="列表和分享里显示，不超过 160 字"
    )
    audio: Text | None = Field(
        None,
        title="录音",
        description="全文的录音，docs/assets/audio/ 里的文件名，mp3 或 m4a；有录音就不用电脑朗读",
    )


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


class DocStatus(StrEnum):
    """How far the text of a speech is the speaker's own."""

    OFFICIAL = "正式"
    TRANSCRIPT = "根据录音整理"
    ABRIDGED = "摘要"


class Speech(Entry):
    """A speech (讲话)."""

    kind: ClassVar[str] = "speech"
    label: ClassVar[str] = "讲话"

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
    related: list[Ref] = refers("policy", title="相关政策", description="政策编号", default=[])


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

    doc_no: Text = Field(title="文号", description="如 和创指〔2026〕4号，年份用六角括号〔〕")
    issuer: Ref = refers("org", title="发文机关", description="单位编号")
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


class Interpretation(Entry):
    """An article that explains a policy (政策解读)."""

    kind: ClassVar[str] = "interpretation"
    label: ClassVar[str] = "政策解读"

    interprets: Ref = refers("policy", title="解读文件", description="政策编号")


class NewsKind(StrEnum):
    """What sort of news."""

    DYNAMIC = "dynamic"
    NOTICE = "notice"
    MEDIA = "media"
    SUPERVISION = "supervision"

    @property
    def label(self) -> str:
        return NEWS_LABELS[self]


NEWS_LABELS = {
    NewsKind.DYNAMIC: "工作动态",
    NewsKind.NOTICE: "通知公告",
    NewsKind.MEDIA: "媒体报道",
    NewsKind.SUPERVISION: "监督曝光",
}


class News(Entry):
    """A piece of news (动态)."""

    kind: ClassVar[str] = "news"
    label: ClassVar[str] = "动态"

    type: Annotated[NewsKind, BeforeValidator(choice(NewsKind))] = Field(
        NewsKind.DYNAMIC,
        alias="kind",
        title="类别",
        description="dynamic 动态、notice 通知、media 媒体、supervision 监督",
    )
    expires: Day | None = Field(None, title="失效日期", description="通知过期后不再列在最新里")
    communities: list[Ref] = refers("community", title="社区", description="社区编号", default=[])
    cover: Ref | None = refers("photo", title="封面照片", description="相册/照片名", default=None)


class PageMatter(Part):
    """The front matter of a page that is no entry: `docs/**/index.md`, about, guide."""

    title: Text | None = Field(None, title="标题", description="页面标题")
    description: Text | None = Field(None, title="说明", description="给搜索和分享用")
    hide: list[Text] = Field([], title="隐藏", description="navigation、toc、footer")
    search: dict[str, Text] = Field({}, title="搜索", description="exclude: true 不进搜索")
    status: Annotated[Status, BeforeValidator(choice(Status))] = Field(
        Status.PUBLISHED, title="状态", description="draft 草稿不上网"
    )
    visibility: Annotated[Visibility, BeforeValidator(choice(Visibility))] = Field(
        Visibility.PUBLIC, title="可见范围", description="internal 不上网"
    )


def is_due(entry: Entry, now: datetime) -> bool:
    """Whether the publication time has come."""
    return entry.published <= now
