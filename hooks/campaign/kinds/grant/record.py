"""A grant (扶持经费): public money that went to a community, for what, and what came of it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field

from campaign.model.base import Record, refers
from campaign.model.fields import Count, Day, LooseText, Ref, Size, Text, choice
from campaign.model.lifecycle import Labelled
from campaign.model.marks import Length


class Purpose(Labelled):
    """For what money is given to a site."""

    START = "start", "起步经费"
    BRAND = "brand", "品牌项目"
    INNOVATION = "innovation", "创新项目"


class Grant(Record):
    """Money of the city for a community, in a year."""

    kind: ClassVar[str] = "grant"
    label: ClassVar[str] = "扶持经费"
    past: ClassVar[tuple[str, ...]] = (*Record.past, "granted")

    title: Annotated[Text, Length(high=40)] = Field(
        title="项目", description="钱用来做什么，如 纱筒点单进楼栋，40 字以内"
    )
    community: Ref = refers("community", title="社区", description="社区编号")
    year: Count = Field(title="年度", description="哪一年的经费，如 2026")
    purpose: Annotated[Purpose, BeforeValidator(choice(Purpose))] = Field(
        title="性质", description="start 起步经费、brand 品牌项目、innovation 创新项目"
    )
    amount: Size = Field(title="金额（元）", description="申报或核定的元数，不写逗号")
    project: Ref | None = refers(
        "project",
        title="实事工程",
        description="钱花在哪项工程上，工程编号；不是工程的不写",
        default=None,
    )
    granted: Day | None = Field(
        None, title="拨付日期", description="钱拨下去的日期；还在申报、评审的不写，不计入合计"
    )
    doc: LooseText | None = Field(None, title="文件", description="政策编号或文号、台账名")
    beneficiaries: Text | None = Field(None, title="受益人", description="哪些人受益，大约多少")
    result: Annotated[Text, Length(high=160)] | None = Field(
        None, title="结果", description="年度终了后填写：钱花在哪里、办成什么、没办成什么"
    )

    @property
    def day(self) -> date | None:
        return self.granted

    def as_of(self, on: date) -> Self:
        """Before the money was given it was only applied for, and nothing came of it."""
        known = super().as_of(on)
        if self.granted is None or self.granted <= on:
            return known
        return known.model_copy(update={"granted": None, "result": None})
