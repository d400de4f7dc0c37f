"""Participation (参评): how many took part in each committee, of how many, over a period."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from campaign.model.base import Correction, Part, Record, refers
from campaign.model.fields import Count, Day, PartialDay, Positive, Ref, Text
from campaign.model.marks import Items, Length


class Row(Part):
    """A committee's line of the table: how many took part, of how many."""

    community: Ref = refers("community", title="社区", description="社区编号")
    count: Count = Field(title="参加数", description="参加（达标、满意）的户数、人数或份数")
    of: Positive = Field(title="总数", description="应参加的户数、人数或份数，至少 1")
    note: Text | None = Field(None, title="说明", description="数字有特别情况的写一句")


class Total(Part):
    """A sum that people typed beside its parts: it has to agree with them."""

    district: Ref | None = refers(
        "district", title="镇街", description="镇街编号；全市合计不写", default=None
    )
    count: Count = Field(title="参加数", description="各行参加数之和")
    of: Positive = Field(title="总数", description="各行总数之和")


class Participation(Record):
    """A table of one indicator over one period: a line for each committee that has reported."""

    kind: ClassVar[str] = "participation"
    label: ClassVar[str] = "参评数据"
    past: ClassVar[tuple[str, ...]] = ("updated", "date")

    title: Annotated[Text, Length(4, 40)] = Field(
        title="名称", description="如 2026 年 3 月文明家庭参评"
    )
    indicator: Ref = refers("indicator", title="指标", description="这张表是哪个指标的数")
    period: PartialDay = Field(title="时期", description="2026、2026-03 或 2026-03-31")
    date: Day = Field(title="公布日期", description="从哪天起公布，格式 2026-04-02")
    unit: Text = Field(title="计数单位", description="数的是什么：户、个楼院、份、人")
    method: Text = Field(title="方法", description="怎么数的，谁算参加，一两句话")
    rows: Annotated[list[Row], Items(1)] = Field(
        title="各社区", description="一个社区一行；还没有报的不写，网页上显示“未填报”"
    )
    totals: list[Total] = Field(
        [], title="合计", description="原表上有合计的照抄，用来核对；网页上的合计由程序算"
    )
    checked_by: Text | None = Field(None, title="核对单位", description="单位，不写个人")
    corrections: list[Correction] = Field(
        [], title="更正", description="公布以后发现哪一行写错了，改正时写一条，field 写 rows"
    )

    @property
    def begins(self) -> Day | None:
        return self.date
