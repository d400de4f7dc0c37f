"""Assignments as open data; the unit is there only where the deployment names units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campaign.exchange.table import Column, Table, Type
from campaign.kinds import columns
from campaign.kinds.assignment import Assignment, facts
from campaign.kinds.assignment.facts import Given
from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.kinds.org import Org
from campaign.kinds.task import Task
from campaign.render import names, promises
from campaign.render.edition import Edition


@dataclass(frozen=True)
class Row:
    """An assignment as it stands today."""

    edition: Edition
    item: Given

    @property
    def record(self) -> Assignment:
        return self.item.assignment

    @property
    def district(self) -> str:
        return names.name_of(self.edition, District, facts.block(self.edition.site, self.record))


def rows(edition: Edition) -> Iterator[Row]:
    for item in sorted(facts.given(edition.facts), key=lambda item: item.assignment.id):
        yield Row(edition, item)


TABLE = Table(
    "assignments",
    "责任清单",
    "每件交办事项一行，状态截至数据日期，由事件推算。",
    (
        columns.ID,
        Column("title", "事项", Type.TEXT, "交办什么", lambda r: r.record.title),
        columns.named("unit", "责任单位", "本站不公开单位名的空着", Org, lambda r: r.record.unit),
        Column("district", "镇街", Type.TEXT, "落在哪个镇街", lambda r: r.district),
        columns.named(
            "community", "社区", "落在一个社区的写社区名", Community, lambda r: r.record.community
        ),
        columns.named("task", "重点任务", "属于哪项重点任务", Task, lambda r: r.record.task),
        Column("requirement", "要求", Type.TEXT, "怎样算办结", lambda r: r.record.requirement),
        Column("promised_due", "原定期限", Type.DATE, "交办时的期限", lambda r: r.record.due),
        Column("due", "现行期限", Type.DATE, "限期以后的期限", lambda r: r.item.standing.due),
        Column(
            "part",
            "计作",
            Type.TEXT,
            "done 办结、reported 待核查、open 在办、overdue 逾期、rectified 整改后办结，"
            "每件只计一处；核查合格的才算办结",
            lambda r: r.item.part.value,
        ),
        Column(
            "state_label",
            "状态",
            Type.TEXT,
            "现在的状态",
            lambda r: promises.mark(r.item.standing)[1],
        ),
        Column(
            "since",
            "状态起始",
            Type.DATE,
            "从哪天起是这个状态",
            lambda r: r.item.standing.since,
        ),
        columns.URL,
    ),
    rows,
)
