"""Promises of the campaign: what was asked, who answers, how far it is, and what proves it.

A record with promises says which it holds (`promises`); whatever is asked or told of any
promise (rules, lateness, what was published and stays) is written once, for all of them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from pydantic import Field

from campaign.model.base import Correction, Part, Record, refers
from campaign.model.fields import Day, LooseText, Ref, Text
from campaign.model.lifecycle import LifeCycle, Word
from campaign.model.walk import Loc


class Corrects(Part):
    """The event that a correction mended or struck out."""

    on: Day = Field(title="原日期", description="被更正事件的日期")
    type: Text = Field(title="原类型", description="被更正事件的类型")


class Event(Part):
    """One event in the life of a promise; a kind narrows its `type` to those that it knows."""

    on: Day = Field(title="日期", description="事情发生的日期")
    type: Any = Field(title="事件", description="发生了什么")
    by: Ref | None = refers("org", title="单位", description="谁做的、谁认定的", default=None)
    doc: LooseText | None = Field(None, title="文件", description="政策编号或文号、台账名")
    note: Text | None = Field(None, title="说明", description="一句话，不写个人姓名")
    due: Day | None = Field(None, title="新期限", description="改了期限的，写新的日期")
    evidence: list[Ref] = refers("photo", title="凭据照片", description="相册/照片名", default=[])
    corrects: Corrects | None = Field(None, title="更正哪条", description="corrected 事件填写")

    @property
    def told_on(self) -> date | None:
        return self.on

    @property
    def corrected_words(self) -> str:
        """What a correction corrected, in words; nothing for another event."""
        if self.corrects is None:
            return ""
        written = str(self.corrects.type)  # a word that is none is told by a rule
        labels = {str(word): word.label for word in type(self.type)}
        return f"{self.corrects.on} {labels.get(written, written)}"

    @property
    def is_proved(self) -> bool:
        """Whether it shows photos, names a document or says in words what was done."""
        return bool(self.evidence or self.doc or self.note)


@dataclass(frozen=True)
class Promise:
    """One promise of a record."""

    key: str
    """Names it within its record, for good; empty when it is the record's only one."""
    loc: Loc
    """Where it stands in the record: its events are at `(*loc, "events")`."""
    title: str
    cycle: LifeCycle[Any, Any]
    events: Sequence[Event]
    due: date | None = None
    due_field: Loc = ("due",)
    """Where its due day stands below `loc`."""
    terms: Mapping[str, object] = field(default_factory=dict)
    """Fields beside the events that were promised with them, and may only be corrected."""

    def until(self, on: date) -> list[Event]:
        """What has happened by a day."""
        return [event for event in self.events if event.on <= on]


class PromisingRecord(Record, ABC):
    """A record that holds promises."""

    fixed: ClassVar[tuple[str, ...]] = ()
    """Fields that may change after publication only with an item in `corrections`."""

    corrections: list[Correction] = Field(
        [], title="更正", description="公开以后发现写错的字段，改正时写一条"
    )

    @property
    @abstractmethod
    def promises(self) -> Sequence[Promise]:
        """The promises that it holds, in its order."""

    @property
    def day(self) -> date | None:
        return max((e.on for p in self.promises for e in p.events), default=None)


@dataclass(frozen=True)
class Standing:
    """A promise at a day, replayed from its events."""

    promise: Promise
    on: date
    state: Word
    since: date | None
    """When it entered this state; nothing before its first event."""
    due: date | None
    """The due day that holds: the promise's own, or the last one that an event has set."""
    last: Event | None
    """The event that led here."""
    fulfilled: date | None = None
    """Since when it has been done, whatever was confirmed of it later."""

    @property
    def due_at(self) -> Loc:
        """Where the due day that holds is written."""
        told = [event.due if event.on <= self.on else None for event in self.promise.events]
        found = [index for index, due in enumerate(told) if due is not None and due == self.due]
        place = ("events", found[-1], "due") if found else self.promise.due_field
        return (*self.promise.loc, *place)

    @property
    def is_closed(self) -> bool:
        return self.state in self.promise.cycle.closed

    @property
    def is_fulfilled(self) -> bool:
        return self.state in self.promise.cycle.fulfilled

    @property
    def is_claimed(self) -> bool:
        """Done as whoever owed it says, and not checked by anybody yet."""
        return self.state in self.promise.cycle.claimed

    @property
    def is_postponed(self) -> bool:
        """Open, with a due day that was moved and not set with the state itself."""
        is_moved = not self.is_closed and self.due != self.promise.due
        return is_moved and (self.last is None or self.last.due is None)

    @property
    def is_late(self) -> bool:
        """Open, and past the due day that holds."""
        return not self.is_closed and self.due is not None and self.on > self.due

    @property
    def days_late(self) -> int:
        """Days past the due day that holds; for what was done, past the day first promised."""
        done = self.is_fulfilled
        due, day = (self.promise.due, self.fulfilled) if done else (self.due, self.on)
        is_counted = done or not self.is_closed
        return max(0, (day - due).days) if is_counted and day and due else 0

    @property
    def urgency(self) -> tuple[int, date]:
        """By which promises are listed: late ones first, then by their due day what is open or
        waits to be checked."""
        return self._rank, self.due or date.max

    @property
    def _rank(self) -> int:
        if self.is_late:
            return 0
        if self.is_claimed or not self.is_closed:
            return 1
        return 2 if self.is_fulfilled else 3


def standing(promise: Promise, on: date) -> Standing:
    """The promise as of a day, that day included."""
    cycle, due = promise.cycle, promise.due
    state, since, last, done = cycle.start, None, None, None
    for step in cycle.until(promise.events, on):
        if step.after != step.before:
            since, last = step.event.on, step.event
        if step.after not in cycle.fulfilled:
            done = None
        elif done is None:
            done = step.event.on
        state, due = step.after, step.event.due or due
    return Standing(promise, on, state, since, due, last, done)


@dataclass(frozen=True)
class Tally:
    """How many promises stand how."""

    states: Counter[Word]
    late: int

    @property
    def total(self) -> int:
        return self.states.total()

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.states + other.states, self.late + other.late)


def tally(found: Iterable[Standing]) -> Tally:
    """The promises by their states, and how many of the open ones are late."""
    items = list(found)
    return Tally(Counter(item.state for item in items), sum(item.is_late for item in items))
