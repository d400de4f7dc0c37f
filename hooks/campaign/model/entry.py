"""What all articles have in common, and the front matter of the site's own pages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, ClassVar, TypeVar

from pydantic import BeforeValidator, Field

from campaign.model.base import Part, Record, Status, Visibility
from campaign.model.fields import Moment, Text, YesNo, choice
from campaign.model.marks import Length


class Entry(Record):
    """An article: front matter and a Markdown text."""

    title: Text = Field(title="标题", description="页面标题，正文里不再写一级标题")
    published: Moment = Field(
        title="发布时间", description="格式 2026-04-10 09:00，北京时间；未到这一分钟不会公开"
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

    @property
    def tag(self) -> str:
        """What sort of article it is, in the fewest words."""
        return self.label

    @property
    def day(self) -> date | None:
        return self.published.date()

    @property
    def begins(self) -> date | None:
        return self.published.date()

    @property
    def stated_source(self) -> str:
        return self.source

    @property
    def responsible(self) -> str:
        return self.editor or ""


E = TypeVar("E", bound=Entry)


def newest(entries: Iterable[E]) -> list[E]:
    """Articles, the latest first."""
    return sorted(entries, key=lambda entry: (entry.published, entry.id), reverse=True)


class PageSearch(Part):
    """What the search knows of a page that is no entry."""

    exclude: YesNo = Field(False, title="不进搜索", description="yes：搜索和导航都不列这一页")
    headings_only: YesNo = Field(
        False,
        title="只搜标题",
        description="yes：只按标题、说明和小标题找到；写给编辑的页，居民搜正文搜不到它",
    )


class PageMatter(Part):
    """The front matter of a page that is no entry: `docs/**/index.md`, about, guide."""

    kind: ClassVar[str] = "page"
    label: ClassVar[str] = "页面"

    title: Text | None = Field(None, title="标题", description="页面标题")
    description: Text | None = Field(None, title="说明", description="给搜索和分享用")
    hide: list[Text] = Field([], title="隐藏", description="navigation、toc、footer")
    search: PageSearch = Field(
        PageSearch(), title="搜索", description="怎样进搜索；不写则全文都能搜到"
    )
    status: Annotated[Status, BeforeValidator(choice(Status))] = Field(
        Status.PUBLISHED,
        title="状态",
        description="draft 草稿、review 审核中、published 已发布、archived 已归档；"
        "只有已发布的上网",
    )
    visibility: Annotated[Visibility, BeforeValidator(choice(Visibility))] = Field(
        Visibility.PUBLIC, title="可见范围", description="public 公开、internal 内部；内部的不上网"
    )
