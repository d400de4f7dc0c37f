"""A photo contest (摄影大赛): its rules, and the photos that take part."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from campaign.model.base import Part, Record, latest, refers
from campaign.model.fields import Count, Day, Markdown, Ref, Text
from campaign.model.marks import Central, Items

if TYPE_CHECKING:
    from campaign.site import Site


class ContestPeriod(Part):
    """From the first to the last day on which photos are taken in."""

    start: Day = Field(alias="from", title="开始", description="征稿第一天，格式 2025-09-08")
    end: Day = Field(alias="to", title="截止", description="征稿最后一天，格式 2025-11-20")


class Category(Part):
    """One of the groups in which photos compete."""

    id: Text = Field(title="编号", description="小写字母，作品的 category 里填写")
    name: Text = Field(title="类别", description="如 邻里、新颜、传承")
    description: Text | None = Field(None, title="说明", description="拍什么，一句话")


class Award(Part):
    """A prize. How many are given follows from the entries."""

    id: Text = Field(title="编号", description="小写字母，作品的 award 里填写")
    name: Text = Field(title="奖项", description="如 一等奖、优秀奖、人气奖")
    order: Count = Field(0, title="排序", description="数字小的排在前面，最前的图最大")


class ContestEntry(Part):
    """A photo that takes part. Who took it is shown once the result is out, not before."""

    photo: Ref = refers("photo", title="照片", description="相册/照片名")
    category: Text = Field(title="类别", description="本大赛 categories 里的编号")
    author_display: Text | None = Field(
        None, title="作者", description="揭晓后显示的作者；不写则用照片的作者，照片不显示的也不显示"
    )
    community: Ref | None = refers(
        "community", title="社区", description="作品来自哪个社区，社区编号", default=None
    )
    award: Text | None = Field(None, title="获奖", description="本大赛 awards 里的编号")


class Contest(Record):
    """A photo contest, from the call for photos to the result."""

    kind: ClassVar[str] = "contest"
    label: ClassVar[str] = "摄影大赛"

    title: Text = Field(title="标题", description="大赛名称")
    period: ContestPeriod = Field(title="征稿时间", description="从哪天到哪天，写到日")
    intro: Text | None = Field(None, title="说明", description="为什么办、拍什么，60 到 160 字")
    rules: Markdown = Field(
        title="征稿规则", description="怎样参加、怎样评、照片怎样用，可用 Markdown 和站内链接"
    )
    categories: Annotated[list[Category], Items(1)] = Field(
        title="类别", description="至少一类，按显示的顺序写"
    )
    jury_roles: list[Text] = Field(
        [], title="评委", description="写身份不写姓名，如 摄影协会代表；评审表上每个身份一格"
    )
    awards: list[Award] = Field([], title="奖项", description="名额由作品算出，不用写")
    entries: Annotated[list[ContestEntry], Central()] = Field(
        [], title="作品", description="通过资格审查的照片，逐张写"
    )
    result_published: Day | None = Field(
        None, title="揭晓日期", description="这一天起显示作者和奖项；不写就一直不显示"
    )

    @property
    def day(self) -> date | None:
        return self.period.start

    def last_change(self, site: Site) -> date | None:
        return latest((self.period.start, self.result_published), site.today)
