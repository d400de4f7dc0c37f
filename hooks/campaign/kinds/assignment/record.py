"""A task that an area has given to a unit in it (责任清单，条包块管)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field

from campaign.kinds.assignment.lifecycle import CYCLE, EventType
from campaign.model.base import refers
from campaign.model.fields import Day, Ref, Text, choice
from campaign.model.marks import Central, Items, Length
from campaign.model.promise import Event, Promise, PromisingRecord

if TYPE_CHECKING:
    from campaign.model.settings import Profile


class AssignmentEvent(Event):
    """One event in the life of an assignment."""

    type: Annotated[EventType, BeforeValidator(choice(EventType))] = Field(
        title="事件",
        description="assigned 交办、done 报完成、checked 核查合格、overdue 逾期通报、"
        "deadline 限期办结、rectified 整改完成、vetoed 一票否决",
    )


class Assignment(PromisingRecord):
    """A task that an area has given to a unit in it: the unit is the line, the area the block."""

    kind: ClassVar[str] = "assignment"
    label: ClassVar[str] = "责任清单"
    fixed: ClassVar[tuple[str, ...]] = ("unit", "district", "community", "task")

    title: Annotated[Text, Length(high=40)] = Field(
        title="事项", description="交办什么，不超过 40 字，不写单位名"
    )
    unit: Ref = refers(
        "org", title="责任单位（条）", description="单位编号；部署配置允许时才显示单位名"
    )
    district: Annotated[Ref | None, Central()] = refers(
        "district", title="镇街（块）", description="哪个镇街交办；写了社区就不写", default=None
    )
    community: Annotated[Ref | None, Central()] = refers(
        "community", title="社区（块）", description="落在哪个社区；写了镇街就不写", default=None
    )
    task: Ref = refers("task", title="重点任务", description="任务编号")
    requirement: Text = Field(title="要求", description="做到什么程度算办结，不写单位名")
    due: Day = Field(title="期限", description="哪天以前办结；改了期限的写在事件的 due 里")
    events: Annotated[list[AssignmentEvent], Items(1)] = Field(
        title="事件", description="按时间顺序只增不改"
    )

    @property
    def promises(self) -> Sequence[Promise]:
        terms = {"requirement": self.requirement, "due": self.due}
        return [Promise("", (), self.title, CYCLE, self.events, self.due, terms=terms)]

    @property
    def begins(self) -> date | None:
        return min((event.on for event in self.events), default=None)

    def disclosed(self, profile: Profile) -> Self:
        """Without the unit, where the deployment names none: no output can give it away then."""
        if profile.names_units:
            return self
        events = [
            event.model_copy(update={"by": None}) if event.by == self.unit else event
            for event in self.events
        ]
        return self.model_copy(update={"unit": "", "events": events})
