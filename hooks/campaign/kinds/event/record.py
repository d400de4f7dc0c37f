"""An event (活动): what happens where and when, and what came of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field

from campaign.model.base import Part, Record, latest, refers
from campaign.model.fields import Amount, Count, Day, LevelField, Positive, Ref, Text, YesNo, choice
from campaign.model.hours import HoursField
from campaign.model.marks import Items, Length

if TYPE_CHECKING:
    from campaign.site import Site


class Stream(StrEnum):
    """What is brought into communities by 四进社区."""

    SCIENCE = "science"
    CULTURE = "culture"
    LAW = "law"
    HEALTH = "health"

    @property
    def label(self) -> str:
        return STREAM_LABELS[self]


STREAM_LABELS = {
    Stream.SCIENCE: "科教",
    Stream.CULTURE: "文体",
    Stream.LAW: "法律",
    Stream.HEALTH: "卫生",
}


class Written(StrEnum):
    """What people write of an event: as of a day it follows from this and the date."""

    PLANNED = "planned"
    DONE = "done"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return WRITTEN_LABELS[self]


WRITTEN_LABELS = {
    Written.PLANNED: "计划中",
    Written.DONE: "已举行",
    Written.POSTPONED: "延期",
    Written.CANCELLED: "取消",
}


class Every(StrEnum):
    """How often an event happens again."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"

    @property
    def label(self) -> str:
        return EVERY_LABELS[self]


EVERY_LABELS = {Every.WEEK: "每周", Every.MONTH: "每月", Every.YEAR: "每年"}


class Repetition(Part):
    """An event that happens again: the same weekday, or the same day of the month."""

    every: Annotated[Every, BeforeValidator(choice(Every))] = Field(
        title="间隔", description="week 每周、month 每月、year 每年"
    )
    until: Day = Field(title="到哪天", description="最后一次不晚于这一天")
    skipped: list[Day] = Field([], title="停办的日子", description="其中哪几天不办，逐个写日期")


class Outcome(Part):
    """A figure of what came of an event."""

    label: Text = Field(title="名称", description="如 清运垃圾、铲除小广告、义诊")
    value: Amount = Field(title="数值", description="数字，不带单位")
    unit: Text = Field(title="单位", description="如 车、处、人次")


class Visitors(Part):
    """Who came to see and learn."""

    group: Text = Field(title="来访单位", description="单位或考察团的名称，不写个人姓名")
    level: LevelField | None = Field(None, title="级别", description="来访单位的级别")
    people: Positive | None = Field(None, title="人数", description="来了多少人")


class Event(Record):
    """Something that happens on a day: a clean-up, a neighbours' day, a lesson, a visit."""

    kind: ClassVar[str] = "event"
    label: ClassVar[str] = "活动"

    title: Annotated[Text, Length(4, 40)] = Field(title="名称", description="活动的名称，40 字以内")
    type: Ref = refers(
        "event-kinds", alias="kind", title="类别", description="活动类别词表里的编号"
    )
    series: Ref | None = refers(
        "event-series", title="系列", description="活动系列词表里的编号", default=None
    )
    start: Day = Field(
        alias="date", title="日期", description="哪天，格式 2026-05-16；几天的写第一天"
    )
    end: Day | None = Field(None, title="最后一天", description="办几天的才写")
    time: HoursField | None = Field(
        None, title="时间", description="几点到几点，如 15:00-17:00；只知道开始的写 15:00"
    )
    repeats: Repetition | None = Field(None, title="重复", description="定期办的才写")
    place: Text = Field(title="地点", description="在哪里办，如 石桥社区文化广场")
    communities: list[Ref] = refers(
        "community", title="社区", description="在哪些社区办，或哪些社区参加，社区编号", default=[]
    )
    streams: list[Annotated[Stream, BeforeValidator(choice(Stream))]] = Field(
        [],
        title="四进",
        description="science 科教、culture 文体、law 法律、health 卫生，四进社区活动才写",
    )
    organisers: Annotated[list[Ref], Items(1)] = refers(
        "org", title="主办单位", description="单位编号，至少一个"
    )
    is_open: YesNo | None = Field(
        None, alias="open", title="居民能否参加", description="是、否；不写就不显示"
    )
    joining: Text | None = Field(
        None, title="怎么参加", description="怎样报名、领票，自带什么，问哪个电话"
    )
    capacity: Positive | None = Field(None, title="名额", description="最多多少人，不限就不写")
    intro: Annotated[Text, Length(20, 200)] = Field(
        title="内容", description="做什么，20 到 200 字"
    )
    state: Annotated[Written, BeforeValidator(choice(Written))] = Field(
        Written.PLANNED,
        title="办了没有",
        description="planned 计划中、done 已举行、postponed 延期、cancelled 取消",
    )
    reason: Text | None = Field(None, title="原因", description="延期或取消的原因，改到哪天")
    participants: Count | None = Field(
        None, title="参加人次", description="举行后填写；没有统计就不写"
    )
    results: list[Outcome] = Field([], title="成效", description="举行后填写，逐项写数字和单位")
    outcome: Annotated[Text, Length(10, 300)] | None = Field(
        None, title="结果", description="举行后填写：办成了什么、没办成什么，300 字以内"
    )
    visitors: list[Visitors] = Field([], title="来访", description="参观学习活动才写")
    campaign: Ref | None = refers(
        "campaign",
        title="创建活动",
        description="属于哪项创建活动；不写就是网站设置里的那一项",
        default=None,
    )
    gallery: Ref | None = refers("gallery", title="相册", description="相册编号", default=None)
    cover: Ref | None = refers("photo", title="封面照片", description="相册/照片名", default=None)

    @property
    def last_day(self) -> date:
        """The last day of it; of one that repeats, of the first time."""
        return self.end or self.start

    @property
    def day(self) -> date | None:
        return self.start

    @property
    def begins(self) -> date | None:
        """An event is announced before its day, and nobody writes when: it is always there."""
        return None

    def last_change(self, site: Site) -> date | None:
        return latest((self.last_day if self.state is Written.DONE else None,), site.today)

    def as_of(self, on: date) -> Self:
        """Before its day is over, nobody knows what came of it."""
        known = super().as_of(on)
        if self.state is not Written.DONE or self.last_day <= on:
            return known
        nothing: dict[str, Any] = {
            "participants": None,
            "results": [],
            "outcome": None,
            "gallery": None,
        }
        return known.model_copy(update={**nothing, "state": Written.PLANNED})
