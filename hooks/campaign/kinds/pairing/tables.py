"""Pairings and their items as open data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campaign.exchange.table import Column, Table, Type
from campaign.kinds import columns
from campaign.kinds.community import Community
from campaign.kinds.org import Org
from campaign.kinds.pairing import Pairing, facts
from campaign.kinds.pairing.facts import ItemStanding, Progress
from campaign.render import names, promises
from campaign.render.edition import Edition


@dataclass(frozen=True)
class Row:
    """A pairing as it stands today."""

    edition: Edition
    record: Pairing

    @property
    def progress(self) -> Progress:
        return facts.progress(facts.items_of(self.edition.facts, self.record))

    @property
    def known(self) -> Progress | None:
        """Nothing where no item is written: how many there are is not known."""
        found = self.progress
        return found if found.total else None

    @property
    def priced(self) -> Progress | None:
        """Nothing where no item has an amount: in kind, or not reported."""
        found = self.progress
        return found if found.priced else None

    @property
    def department(self) -> str:
        return names.name_of(self.edition, Org, self.record.department)

    @property
    def community(self) -> str:
        return names.name_of(self.edition, Community, self.record.community)


@dataclass(frozen=True)
class ItemRow(Row):
    """An item of a pairing as it stands today."""

    item: ItemStanding


def rows(edition: Edition) -> Iterator[Row]:
    for pairing in sorted(edition.site.of(Pairing).values(), key=lambda item: item.id):
        yield Row(edition, pairing)


def items(edition: Edition) -> Iterator[ItemRow]:
    for row in rows(edition):
        found = facts.items_of(edition.facts, row.record)
        for item in sorted(found, key=lambda item: item.item.no):
            yield ItemRow(edition, row.record, item)


WHOSE = (
    Column("department_id", "部门编号", Type.TEXT, "单位编号", lambda r: r.record.department),
    Column("department", "结对部门", Type.TEXT, "部门名称", lambda r: r.department),
    Column(
        "community_id", "社区编号", Type.TEXT, "与社区名录里的相同", lambda r: r.record.community
    ),
    Column("community", "社区", Type.TEXT, "社区名称", lambda r: r.community),
)

PAIRINGS = Table(
    "pairings",
    "结对共建",
    "每对部门和社区一行，事项数和金额截至数据日期，由事项的事件推算。",
    (
        columns.ID,
        *WHOSE,
        Column("since", "结对日期", Type.DATE, "从哪天起结对", lambda r: r.record.since),
        Column("until", "结束日期", Type.DATE, "还在结对的空着", lambda r: r.record.until),
        Column(
            "items",
            "事项",
            Type.NUMBER,
            "登记的共建事项数，含已取消的",
            lambda r: r.known and r.known.total,
        ),
        Column(
            "delivered",
            "已兑现",
            Type.NUMBER,
            "已兑现的项数；兑现率的分母不含已取消的",
            lambda r: r.known and r.known.delivered,
        ),
        Column(
            "late",
            "逾期",
            Type.NUMBER,
            "没办完且过了期限的项数",
            lambda r: r.known and r.known.late,
        ),
        Column(
            "dropped",
            "已取消",
            Type.NUMBER,
            "写明原因取消的项数",
            lambda r: r.known and r.known.dropped,
        ),
        Column(
            "promised_amount",
            "承诺金额",
            Type.NUMBER,
            "元，不含已取消的事项",
            lambda r: r.priced and r.priced.promised_amount,
        ),
        Column(
            "delivered_amount",
            "兑现金额",
            Type.NUMBER,
            "元，已兑现事项的实际金额",
            lambda r: r.priced and r.priced.delivered_amount,
        ),
        Column(
            "unpriced",
            "金额未填报",
            Type.NUMBER,
            "既没写金额也没写实物的项数，不计入任何合计",
            lambda r: r.known and r.known.unpriced,
        ),
        columns.URL,
    ),
    rows,
)

ITEMS = Table(
    "pairing-items",
    "共建事项",
    "每个共建事项一行，状态截至数据日期。",
    (
        Column("pairing_id", "结对编号", Type.TEXT, "与结对共建的编号相同", lambda r: r.record.id),
        Column("no", "序号", Type.NUMBER, "清单上的第几项，不变", lambda r: r.item.item.no),
        *WHOSE,
        Column(
            "field",
            "方面",
            Type.TEXT,
            "共建的方面",
            lambda r: r.edition.site.label("pairing-fields", r.item.item.field),
        ),
        Column("promise", "承诺", Type.TEXT, "做什么", lambda r: r.item.item.promise),
        Column("amount", "承诺金额", Type.NUMBER, "元；未填报的空着", lambda r: r.item.item.amount),
        Column("in_kind", "实物或服务", Type.TEXT, "不出钱的出什么", lambda r: r.item.item.in_kind),
        Column("promised_due", "原定期限", Type.DATE, "承诺时的期限", lambda r: r.item.item.due),
        Column("due", "现行期限", Type.DATE, "延期以后的期限", lambda r: r.item.standing.due),
        Column(
            "state",
            "状态代码",
            Type.TEXT,
            "promised、doing、delivered、dropped，没办完的另有 late、postponed",
            lambda r: promises.mark(r.item.standing)[0],
        ),
        Column(
            "state_label",
            "状态",
            Type.TEXT,
            "状态代码的名称",
            lambda r: promises.mark(r.item.standing)[1],
        ),
        Column(
            "since", "状态起始", Type.DATE, "从哪天起是这个状态", lambda r: r.item.standing.since
        ),
        Column(
            "days_late",
            "晚了几天",
            Type.NUMBER,
            "没办完的比现行期限，已兑现的比原定期限",
            lambda r: r.item.standing.days_late,
        ),
        Column(
            "url",
            "网页",
            Type.URL,
            "本站的网页",
            lambda r: f"{columns.address(r)}#item-{r.item.item.no}",
        ),
    ),
    items,
)
