"""A piece of news (动态)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from campaign.model.base import refers
from campaign.model.entry import Entry
from campaign.model.fields import Day, Ref, choice


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
    expires: Day | None = Field(
        None,
        title="失效日期",
        description="从这一天起不再列在动态里；网页留着，写明已经失效",
    )
    campaign: Ref | None = refers(
        "campaign",
        title="创建活动",
        description="属于哪项创建活动；不写就是网站设置里的那一项",
        default=None,
    )
    communities: list[Ref] = refers("community", title="社区", description="社区编号", default=[])
    cover: Ref | None = refers("photo", title="封面照片", description="相册/照片名", default=None)

    @property
    def tag(self) -> str:
        return self.type.label

    def is_expired(self, on: date) -> bool:
        """Whether what it announces is over: its page stays, and no list of news has it."""
        return self.expires is not None and self.expires <= on
