"""Projects as open data: how each stands, and who bears what it cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campaign.exchange.table import Column, Table, Type
from campaign.kinds import columns
from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.kinds.org import Org
from campaign.kinds.project import Project, facts
from campaign.kinds.project.facts import Work
from campaign.kinds.project.record import Payment
from campaign.render import names, promises
from campaign.render.edition import Edition


@dataclass(frozen=True)
class Row:
    """A project as it stands today."""

    edition: Edition
    work: Work

    @property
    def record(self) -> Project:
        return self.work.project

    @property
    def district(self) -> str:
        id = facts.district_of(self.edition.site, self.record)
        return names.name_of(self.edition, District, id)

    @property
    def communities(self) -> str:
        named = (names.name_of(self.edition, Community, id) for id in self.record.communities)
        return "、".join(named)


@dataclass(frozen=True)
class PaymentRow:
    """What somebody bears of a project."""

    edition: Edition
    project: Project
    payment: Payment


def rows(edition: Edition) -> Iterator[Row]:
    for work in sorted(facts.works(edition.facts), key=lambda work: work.project.id):
        yield Row(edition, work)


def payments(edition: Edition) -> Iterator[PaymentRow]:
    for row in rows(edition):
        yield from (PaymentRow(edition, row.record, item) for item in row.record.paid_by)


PROJECTS = Table(
    "projects",
    "实事工程",
    "每项工程一行，环节截至数据日期，由事件推算；没有填报的空着。",
    (
        columns.ID,
        Column("name", "名称", Type.TEXT, "哪里的什么工程", lambda r: r.record.name),
        Column(
            "kind",
            "类别",
            Type.TEXT,
            "工程类别",
            lambda r: r.edition.site.label("project-kinds", r.record.type),
        ),
        Column("district", "镇街", Type.TEXT, "第一个社区所在的镇街", lambda r: r.district),
        Column("communities", "社区", Type.TEXT, "用顿号隔开", lambda r: r.communities),
        columns.named("owner", "建设单位", "谁组织施工", Org, lambda r: r.record.owner),
        Column("count", "条数", Type.NUMBER, "包括几条巷子、几处设施", lambda r: r.record.count),
        Column("length_m", "登记长度", Type.NUMBER, "米", lambda r: r.record.length_m),
        Column("area_m2", "面积", Type.NUMBER, "平方米", lambda r: r.record.area_m2),
        Column("budget", "预算", Type.NUMBER, "元，批准的预算", lambda r: r.record.budget),
        Column("cost", "决算", Type.NUMBER, "元，审定的决算", lambda r: r.record.cost),
        Column("stage", "环节代码", Type.TEXT, "现在到了哪一步", lambda r: str(r.work.state)),
        Column("stage_label", "环节", Type.TEXT, "环节的名称", lambda r: r.work.state.label),
        Column("since", "起始", Type.DATE, "哪天到的这一步", lambda r: r.work.standing.since),
        Column(
            "is_finished", "已验收", Type.FLAG, "验收合格才算完工", lambda r: r.work.is_finished
        ),
        Column(
            "promised_due",
            "原定验收期限",
            Type.DATE,
            "计划时的期限",
            lambda r: r.work.standing.promise.due,
        ),
        Column("due", "现行验收期限", Type.DATE, "延期以后", lambda r: r.work.standing.due),
        Column(
            "days_behind",
            "落后计划",
            Type.NUMBER,
            "没完工的，最落后的一个环节晚了几天",
            lambda r: r.work.behind.days_late if r.work.behind else 0,
        ),
        Column("stage_mark", "标记", Type.TEXT, "页面上的标记", lambda r: _mark(r.work)),
        columns.URL,
    ),
    rows,
)


def _mark(work: Work) -> str:
    return promises.mark(work.standing)[1]


PAYMENTS = Table(
    "project-payments",
    "工程资金来源",
    "每项工程的每个出资单位一行；垫付为扣除已拨补助以后的数。",
    (
        Column("project_id", "工程编号", Type.TEXT, "与实事工程的编号相同", lambda r: r.project.id),
        Column(
            "org",
            "单位",
            Type.TEXT,
            "出资单位",
            lambda r: names.name_of(r.edition, Org, r.payment.org) or r.payment.payer,
        ),
        Column(
            "nature",
            "性质",
            Type.TEXT,
            "先行垫付、补助、捐助",
            lambda r: r.payment.nature.label,
        ),
        Column("amount", "金额", Type.NUMBER, "元", lambda r: r.payment.amount),
    ),
    payments,
)
