"""A poster (宣传品): what it says, with figures of the day, and where it hangs (阵地)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field

from campaign.model.base import Part, Record, latest, refers
from campaign.model.fields import Day, Ref, Text, choice
from campaign.model.lifecycle import Labelled
from campaign.model.marks import Items, Length

if TYPE_CHECKING:
    from campaign.site import Site


class Size(Labelled):
    """On what it is printed."""

    A4 = "A4", "A4 纸"
    A3 = "A3", "A3 纸"
    BOARD = "90x120", "90×120 厘米展板"


class PosterPeriod(Part):
    """From the first to the last day: what a poster says does not hold for ever."""

    start: Day = Field(alias="from", title="开始", description="第一天，格式 2026-04-01")
    end: Day = Field(alias="to", title="截止", description="最后一天，过了就换下")


class Hanging(Part):
    """A place where it hangs."""

    place: Text = Field(title="位置", description="如 南门东侧宣传栏、客运站出口电子屏")
    kind: Ref = refers(
        "publicity-places", title="阵地类别", description="宣传阵地词表里的编号，如 board 宣传栏"
    )
    community: Ref | None = refers(
        "community", title="社区", description="在社区里的写社区编号", default=None
    )


class Poster(Record):
    """Something that is printed and hung where people pass."""

    kind: ClassVar[str] = "poster"
    label: ClassVar[str] = "宣传品"
    past: ClassVar[tuple[str, ...]] = ("updated", "removed")

    title: Annotated[Text, Length(4, 40)] = Field(title="名称", description="40 字以内")
    size: Annotated[Size, BeforeValidator(choice(Size))] = Field(
        title="尺寸", description="A4、A3、90x120（展板，厘米）"
    )
    headline: Annotated[Text, Length(4, 24)] = Field(
        title="大字", description="远处看得清的一句话，24 字以内"
    )
    lines: Annotated[list[Text], Items(0, 8), Length(high=40)] = Field(
        [], title="正文", description="一条一行，最多 8 条，每条 40 字以内"
    )
    indicators: Annotated[list[Ref], Items(0, 3)] = refers(
        "indicator",
        title="数字",
        description="指标编号，最多 3 个；数字由程序填，写明截至哪天",
        default=[],
    )
    issuer: Ref = refers("org", title="印发单位", description="单位编号")
    task: Ref | None = refers("task", title="重点任务", description="任务编号", default=None)
    period: PosterPeriod = Field(title="时间", description="from 开始、to 截止，都要写")
    places: list[Hanging] = Field([], title="阵地", description="挂在哪里，一处一行")
    removed: Day | None = Field(None, title="换下日期", description="全部换下以后写")

    @property
    def day(self) -> date | None:
        return self.period.start

    def last_change(self, site: Site) -> date | None:
        return latest((self.period.start, self.removed), site.today)

    def as_of(self, on: date) -> Self:
        """Before it is taken down, nobody knows when."""
        known = super().as_of(on)
        if self.removed is None or self.removed <= on:
            return known
        return known.model_copy(update={"removed": None})
