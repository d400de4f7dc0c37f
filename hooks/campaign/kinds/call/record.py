"""A call (征集): what residents are asked for, until when, how, and what came of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field

from campaign.model.base import Part, Record, latest, refers
from campaign.model.fields import Count, Day, LooseText, Markdown, Ref, Text, YesNo, choice
from campaign.model.lifecycle import Labelled
from campaign.model.marks import Form, Items, Length

if TYPE_CHECKING:
    from campaign.site import Site


ADDRESS = Form(r"https://[^\s\"<>]+", "https:// 开头的网址")
"""Of a form elsewhere."""


class CallKind(Labelled):
    """What is asked for."""

    IDEAS = "ideas", "意见建议"
    NOMINATIONS = "nominations", "推荐评选"
    PHOTOS = "photos", "影像投稿"
    VOLUNTEERS = "volunteers", "志愿者招募"


class FieldKind(Labelled):
    """How a line of the paper form is filled in."""

    LINE = "line", "一行字"
    AREA = "area", "一段字"
    CHOICE = "choice", "勾选"


class CallPeriod(Part):
    """From the first to the last day: a call ends."""

    start: Day = Field(alias="from", title="开始", description="第一天，格式 2026-04-01")
    end: Day = Field(alias="to", title="截止", description="最后一天，当天送到的也收")


class Ways(Part):
    """How an answer reaches the office: the site itself takes none."""

    address: Text = Field(
        title="地点", description="送到哪里，写门牌和窗口；不上网的人也要有地方交"
    )
    hours: LooseText | None = Field(None, title="时间", description="什么时候有人收")
    phone: LooseText | None = Field(None, title="电话", description="单位座机")
    mail: Text | None = Field(None, title="邮箱", description="单位邮箱，不写个人的")
    form: Annotated[Text, ADDRESS] | None = Field(
        None, title="网上表格", description="别处的表格网址，以 https:// 开头；页面上另有二维码"
    )


class FormField(Part):
    """A line of the form on paper."""

    label: Text = Field(title="栏目", description="如 您的建议、联系电话")
    kind: Annotated[FieldKind, BeforeValidator(choice(FieldKind))] = Field(
        FieldKind.LINE, title="填法", description="line 一行字、area 一段字、choice 勾选"
    )
    options: list[Text] = Field([], title="选项", description="勾选的才写，至少两个")
    personal: YesNo = Field(
        False, title="个人信息", description="姓名、电话、住址这类写 yes，并写隐私说明"
    )


class Outcome(Part):
    """What came of a call."""

    on: Day = Field(title="公布日期", description="结果公布的日期")
    text: Markdown = Field(title="结果", description="收到多少、采纳了什么、没采纳的为什么")
    received: Count | None = Field(None, title="收到", description="收到多少件；没有统计就不写")
    taken: Count | None = Field(None, title="采纳", description="采纳、入选或录取多少件")


class Call(Record):
    """Something that residents are asked for."""

    kind: ClassVar[str] = "call"
    label: ClassVar[str] = "征集"

    title: Annotated[Text, Length(4, 40)] = Field(title="名称", description="40 字以内")
    type: Annotated[CallKind, BeforeValidator(choice(CallKind))] = Field(
        alias="kind",
        title="征集什么",
        description="ideas 意见建议、nominations 推荐评选、photos 影像投稿、volunteers 志愿者招募",
    )
    organiser: Ref = refers("org", title="征集单位", description="单位编号")
    summary: Annotated[Text, Length(10, 100)] = Field(
        title="提要", description="向谁要什么、做什么用，100 字以内"
    )
    who: Text = Field(title="谁可以参加", description="如 在本市居住、工作的人")
    period: CallPeriod = Field(title="时间", description="from 开始、to 截止，都要写")
    text: Markdown = Field(title="说明", description="要求、怎么选、选上以后怎么用，用 Markdown")
    ways: Ways = Field(title="怎么交", description="地点必写，另写电话、邮箱、网上表格")
    fields: Annotated[list[FormField], Items(0, 20)] = Field(
        [], title="纸质表", description="打印出来手填的表，逐栏写；不用表的不写"
    )
    privacy: Text | None = Field(
        None, title="隐私说明", description="收哪些个人信息、做什么用、存多久、找谁删"
    )
    communities: list[Ref] = refers(
        "community", title="社区", description="只在几个社区征集时写，社区编号", default=[]
    )
    outcome: Outcome | None = Field(None, title="结果", description="截止以后填写")

    @property
    def day(self) -> date | None:
        return self.period.start

    def last_change(self, site: Site) -> date | None:
        published = self.outcome.on if self.outcome else None
        return latest((self.period.start, published), site.today)

    def as_of(self, on: date) -> Self:
        """Before the result is published, nobody knows it."""
        known = super().as_of(on)
        if self.outcome is None or self.outcome.on <= on:
            return known
        return known.model_copy(update={"outcome": None})
