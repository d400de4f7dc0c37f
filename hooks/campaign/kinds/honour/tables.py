"""Honours, and what happened to them, as tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campaign.exchange.table import Column, Table, Type
from campaign.kinds.honour import Honour, disclosure, plaques
from campaign.kinds.honour.facts import Standing, standings
from campaign.kinds.honour.record import Event
from campaign.render.edition import Edition


@dataclass(frozen=True)
class Row:
    """An honour as it stands today."""

    edition: Edition
    item: Standing

    @property
    def honour(self) -> Honour:
        return self.item.honour

    @property
    def subject(self) -> str:
        """Who holds it; a private person's name only as far as it may be shown."""
        return disclosure.holder(self.edition.site, self.honour)

    @property
    def subject_id(self) -> str:
        """The id of a holder that has one and is published."""
        subject = self.honour.subject
        ref = subject.ref or ""
        return ref if ref in self.edition.site.kind(subject.type.value) else ""

    @property
    def url(self) -> str:
        return self.edition.site.profile.base_url + plaques.address(self.edition, self.honour)


@dataclass(frozen=True)
class EventRow(Row):
    """An event of an honour."""

    event: Event
    number: int

    @property
    def view(self) -> plaques.EventView:
        return plaques.honour_event(self.edition, self.honour, self.event)

    @property
    def note(self) -> str:
        """What may be told beside it."""
        return disclosure.note(self.honour, self.event)


def rows(edition: Edition) -> Iterator[Row]:
    return (Row(edition, item) for item in standings(edition.facts))


def events(edition: Edition) -> Iterator[EventRow]:
    for item in standings(edition.facts):
        for number, event in enumerate(item.honour.events, start=1):
            if event.on <= edition.site.today:
                yield EventRow(edition, item, event, number)


WHOSE = (
    Column("kind", "荣誉", Type.TEXT, "荣誉名称", lambda r: r.item.title),
    Column(
        "subject_type",
        "对象类型",
        Type.TEXT,
        "community 社区、org 单位、district 镇街、city 全市、household 家庭、"
        "courtyard 院落、person 个人",
        lambda r: r.honour.subject.type.value,
    ),
    Column(
        "subject_id",
        "对象编号",
        Type.TEXT,
        "社区编号与社区名录里的相同；没有编号的空着",
        lambda r: r.subject_id,
    ),
    Column(
        "subject",
        "获得者",
        Type.TEXT,
        "个人按本人意愿显示全名、隐去名字或不显示",
        lambda r: r.subject,
    ),
)

HONOURS = Table(
    "honours",
    "荣誉榜",
    "每项荣誉一行，状态截至数据日期，由荣誉变动推算；已摘牌、届满的保留并注明。",
    (
        Column("id", "编号", Type.TEXT, "荣誉编号，不变", lambda r: r.honour.public_id),
        *WHOSE,
        Column(
            "district",
            "所属镇街",
            Type.TEXT,
            "获得者是社区的，写它所属的镇街",
            lambda r: plaques.subject_district(r.edition, r.honour),
        ),
        Column(
            "level",
            "级别代码",
            Type.TEXT,
            "national、province、city、district、street",
            lambda r: r.item.level.value,
        ),
        Column("level_label", "级别", Type.TEXT, "级别代码的名称", lambda r: r.item.level.label),
        Column("issuer", "授予单位", Type.TEXT, "命名机关", lambda r: r.item.kind.issuer),
        Column("batch", "批次", Type.TEXT, "如 第一批", lambda r: r.honour.batch),
        Column(
            "state",
            "状态代码",
            Type.TEXT,
            "recommended、publicised、objected、active、rectifying、suspended、"
            "withdrawn、revoked、lapsed、renounced、merged",
            lambda r: r.item.state.value,
        ),
        Column("state_label", "状态", Type.TEXT, "状态代码的名称", lambda r: r.item.state.label),
        Column(
            "active",
            "有效",
            Type.FLAG,
            "现在是否持有；限期整改期间仍然有效",
            lambda r: r.item.state.is_active,
        ),
        Column("since", "状态起始", Type.DATE, "从哪天起是这个状态", lambda r: r.item.since),
        Column("named", "命名日期", Type.DATE, "最近一次命名", lambda r: r.item.named),
        Column(
            "confirmed", "确认日期", Type.DATE, "最近一次命名或复查保留", lambda r: r.item.confirmed
        ),
        Column("next_review", "下次复查", Type.DATE, "有效期到哪天", lambda r: r.item.next_review),
        Column("due", "整改期限", Type.DATE, "正在限期整改的，改到哪天", lambda r: r.item.due),
        Column("plate_no", "牌匾编号", Type.TEXT, "牌匾上的编号", lambda r: r.honour.plate_no),
        Column("url", "网页", Type.URL, "本站的荣誉页", lambda r: r.url),
    ),
    rows,
)

EVENTS = Table(
    "honour-events",
    "荣誉变动",
    "荣誉的每个事件一行，到数据日期为止。事件只追加、不删改，更正也是一个事件。",
    (
        Column(
            "honour_id",
            "荣誉编号",
            Type.TEXT,
            "与荣誉榜的编号相同",
            lambda r: r.honour.public_id,
        ),
        Column("number", "序号", Type.NUMBER, "该项荣誉的第几个事件", lambda r: r.number),
        *WHOSE,
        Column("on", "日期", Type.DATE, "文件或公告的日期", lambda r: r.event.on),
        Column("type", "事件代码", Type.TEXT, "如 named、revoked", lambda r: r.event.type.value),
        Column("label", "事件", Type.TEXT, "事件代码的名称", lambda r: r.view["label"]),
        Column("by", "单位", Type.TEXT, "作出决定的单位", lambda r: r.view["by"]),
        Column("document", "文件", Type.TEXT, "政策标题或文号", lambda r: r.view["doc"]),
        Column("reason", "原因", Type.TEXT, "摘牌、暂停等的原因类别", lambda r: r.view["reason"]),
        Column("due", "整改期限", Type.DATE, "限期整改写的期限", lambda r: r.event.due),
        Column(
            "corrects_on",
            "更正事件日期",
            Type.DATE,
            "更正写：被更正事件原来的日期",
            lambda r: r.event.corrects and r.event.corrects.on,
        ),
        Column(
            "corrects_type",
            "更正事件代码",
            Type.TEXT,
            "更正写：被更正事件原来的代码",
            lambda r: r.event.corrects and r.event.corrects.type.value,
        ),
        Column("note", "说明", Type.TEXT, "公开说明，如更正了什么", lambda r: r.note),
    ),
    events,
)
