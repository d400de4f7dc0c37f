"""Honours: a life-cycle of events, not a badge."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from campaign.model.base import KindBeside, Part, Record, refers
from campaign.model.fields import Day, LooseText, Ref, Text, choice
from campaign.model.marks import Items


class SubjectType(StrEnum):
    """Who can hold an honour."""

    COMMUNITY = "community"
    ORG = "org"
    DISTRICT = "district"
    CITY = "city"
    HOUSEHOLD = "household"
    COURTYARD = "courtyard"
    PERSON = "person"

    @property
    def label(self) -> str:
        return SUBJECT_LABELS[self]


SUBJECT_LABELS = {
    SubjectType.COMMUNITY: "社区",
    SubjectType.ORG: "单位",
    SubjectType.DISTRICT: "镇街",
    SubjectType.CITY: "城市",
    SubjectType.HOUSEHOLD: "家庭",
    SubjectType.COURTYARD: "楼院",
    SubjectType.PERSON: "个人",
}


class Display(StrEnum):
    """How a private person's name may be shown."""

    FULL = "full"
    MASK = "mask"
    NONE = "none"


class EventType(StrEnum):
    """What can happen to an honour."""

    RECOMMENDED = "recommended"
    PUBLICISED = "publicised"
    OBJECTION = "objection"
    NAMED = "named"
    WITHDRAWN = "withdrawn"
    RETAINED = "retained"
    RECTIFY = "rectify"
    RECTIFIED = "rectified"
    SUSPENDED = "suspended"
    RESTORED = "restored"
    REVOKED = "revoked"
    LAPSED = "lapsed"
    RENOUNCED = "renounced"
    MERGED = "merged"
    CORRECTED = "corrected"

    @property
    def label(self) -> str:
        return EVENT_LABELS[self]


EVENT_LABELS = {
    EventType.RECOMMENDED: "推荐",
    EventType.PUBLICISED: "公示",
    EventType.OBJECTION: "提出异议",
    EventType.NAMED: "命名",
    EventType.WITHDRAWN: "未获命名",
    EventType.RETAINED: "复查保留",
    EventType.RECTIFY: "限期整改",
    EventType.RECTIFIED: "整改合格",
    EventType.SUSPENDED: "暂停",
    EventType.RESTORED: "恢复",
    EventType.REVOKED: "摘牌",
    EventType.LAPSED: "届满",
    EventType.RENOUNCED: "放弃",
    EventType.MERGED: "并入",
    EventType.CORRECTED: "更正",
}


class Subject(Part):
    """Who holds the honour."""

    type: Annotated[SubjectType, BeforeValidator(choice(SubjectType))] = Field(
        title="对象类型",
        description="community 社区、org 单位、district 镇街、city 城市、household 家庭、"
        "courtyard 楼院、person 个人",
    )
    ref: Annotated[Text | None, KindBeside("type")] = Field(
        None, title="编号", description="社区、单位、镇街的编号"
    )
    name: Text | None = Field(None, title="名称", description="没有编号的对象写名称")
    display: Annotated[Display, BeforeValidator(choice(Display))] = Field(
        Display.FULL, title="显示方式", description="个人：full 全名、mask 隐去名、none 不显示"
    )


PRIVATE = frozenset({SubjectType.PERSON, SubjectType.HOUSEHOLD})


class Corrects(Part):
    """The event that a correction mended or struck out."""

    on: Day = Field(title="原日期", description="被更正事件的日期")
    type: Annotated[EventType, BeforeValidator(choice(EventType))] = Field(
        title="原类型", description="被更正事件的类型"
    )


class Event(Part):
    """One event in an honour's life."""

    on: Day = Field(title="日期", description="文件或公告的日期")
    type: Annotated[EventType, BeforeValidator(choice(EventType))] = Field(
        title="事件",
        description="recommended 推荐、publicised 公示、named 命名、retained 复查保留……",
    )
    by: Ref | None = refers("org", title="单位", description="作出决定的单位编号", default=None)
    doc: LooseText | None = Field(None, title="文件", description="政策编号或文号")
    note: Text | None = Field(None, title="说明", description="不写个人姓名")
    reason: Ref | None = refers(
        "reasons", title="原因", description="原因词表里的编号；摘牌、暂停必填", default=None
    )
    due: Day | None = Field(None, title="整改期限", description="限期整改时填写")
    corrects: Corrects | None = Field(None, title="更正哪条", description="corrected 事件填写")

    @property
    def told_on(self) -> date | None:
        return self.on


class Honour(Record):
    """One honour of one subject. Its id is `<kind>/<file name>`; events are append-only."""

    kind: ClassVar[str] = "honour"
    label: ClassVar[str] = "荣誉"

    honour_kind: Ref = refers(
        "honour-kind",
        title="荣誉种类",
        description="评的哪一种，定下以后不改；文件里可不写，看所在文件夹的名字",
        default="",
        alias="kind",
    )
    subject: Subject = Field(title="获得者", description="谁获得")
    batch: Text | None = Field(None, title="批次", description="如 第一批")
    events: Annotated[list[Event], Items(1)] = Field(title="事件", description="按时间顺序只增不改")
    plate_no: Text | None = Field(None, title="牌匾编号", description="牌匾上的编号")
    note: Text | None = Field(None, title="备注", description="公开备注")

    @property
    def day(self) -> date | None:
        return max((event.on for event in self.events), default=None)

    @property
    def begins(self) -> date | None:
        return min((event.on for event in self.events), default=None)

    @property
    def holder(self) -> tuple[str, str] | None:
        return (self.subject.type.value, self.subject.ref) if self.subject.ref else None

    @property
    def is_shy(self) -> bool:
        """Whether it is a private person's, who does not want the whole name shown."""
        return self.subject.type in PRIVATE and self.subject.display is not Display.FULL

    @property
    def public_id(self) -> str:
        """The id by which readers and programs know it: a file's name can tell whose it is."""
        if not self.is_shy:
            return self.id
        return f"{self.honour_kind}/{sha256(self.id.encode()).hexdigest()[:12]}"
