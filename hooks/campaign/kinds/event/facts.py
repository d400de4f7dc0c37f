"""When events happen, how they stand as of a day, and what they add up to."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from campaign.derive.facts import Facts, fact
from campaign.kinds.event import Event
from campaign.kinds.event.record import Every, Written
from campaign.model.base import Record
from campaign.site import Site

SOON = 28
"""Days ahead that a reader is told of."""


class State(StrEnum):
    """How an event stands on a day."""

    AHEAD = "ahead"
    ON = "on"
    DONE = "done"
    UNREPORTED = "unreported"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return STATE_LABELS[self]


STATE_LABELS = {
    State.AHEAD: "即将举行",
    State.ON: "正在进行",
    State.DONE: "已举行",
    State.UNREPORTED: "已过日期，结果未填报",
    State.POSTPONED: "延期",
    State.CANCELLED: "取消",
}
OF_WRITTEN = {Written.POSTPONED: State.POSTPONED, Written.CANCELLED: State.CANCELLED}


def state(event: Event, on: date) -> State:
    """How an event stands: what nobody has reported is not done."""
    if event.state in OF_WRITTEN:
        return OF_WRITTEN[event.state]
    if on < event.start:
        return State.AHEAD
    last = _last_day(event)
    is_done = event.state is Written.DONE
    if on > last:
        return State.DONE if is_done else State.UNREPORTED
    if event.repeats:
        is_on = any(time.start <= on <= time.end for time in times_of([event]))
        return State.ON if is_on else State.AHEAD
    return State.DONE if is_done else State.ON


def _last_day(event: Event) -> date:
    return days(event)[-1] if event.repeats else event.last_day


def days(event: Event) -> list[date]:
    """The first days of all its times; of one that does not repeat, its own."""
    repeats = event.repeats
    if repeats is None:
        return [event.start]
    found = [
        day
        for day in _again(event.start, repeats.every, repeats.until)
        if day not in repeats.skipped
    ]
    return found or [event.start]


def _again(first: date, every: Every, until: date) -> Iterator[date]:
    """A day and those on which it comes again; a month without such a day is passed over."""
    if every is Every.WEEK:
        for weeks in range((until - first).days // 7 + 1):
            yield first + timedelta(weeks=weeks)
        return
    step = 1 if every is Every.MONTH else 12
    months = (until.year - first.year) * 12 + until.month - first.month
    for ahead in range(0, months + 1, step):
        year, month = divmod(first.month - 1 + ahead, 12)
        if first.day <= monthrange(first.year + year, month + 1)[1]:
            day = date(first.year + year, month + 1, first.day)
            if day <= until:
                yield day


@dataclass(frozen=True)
class Time:
    """One time of an event: from a day to a day."""

    event: Event
    start: date

    @property
    def end(self) -> date:
        return self.start + (self.event.last_day - self.event.start)


def state_of(time: Time, on: date) -> State:
    """How one time of an event stands: those to come are ahead while others are over."""
    is_ahead = time.event.state in (Written.PLANNED, Written.DONE) and on < time.start
    return State.AHEAD if is_ahead else state(time.event, on)


def times_of(events: Iterable[Event]) -> Iterator[Time]:
    """Every time of some events."""
    return (Time(event, day) for event in events for day in days(event))


@fact
def times(facts: Facts) -> list[Time]:
    """Every time of every event, in the order of the days."""
    return sorted(
        times_of(facts.site.of(Event).values()),
        key=lambda time: (time.start, str(time.event.time or ""), time.event.id),
    )


def ahead(facts: Facts, items: Iterable[Time], within: int = SOON) -> list[Time]:
    """Those of some times that are on today or come within some days, and still stand."""
    today = facts.site.today
    last = today + timedelta(days=within)
    called_off = (Written.POSTPONED, Written.CANCELLED)
    return [
        time
        for time in items
        if time.end >= today and time.start <= last and time.event.state not in called_off
    ]


@fact
def times_by_month(facts: Facts) -> Mapping[tuple[int, int], list[Time]]:
    """The times of events by year and month; one that goes over a month's end is in both."""
    found: dict[tuple[int, int], list[Time]] = {}
    for time in times(facts):
        for month in sorted({(time.start.year, time.start.month), (time.end.year, time.end.month)}):
            found.setdefault(month, []).append(time)
    return dict(sorted(found.items()))


@fact
def newest(facts: Facts) -> list[Event]:
    """All events, the latest first."""
    return sorted(
        facts.site.of(Event).values(), key=lambda item: (item.start, item.id), reverse=True
    )


@fact
def of_series(facts: Facts) -> Mapping[str, list[Event]]:
    """The events of each series, the latest first."""
    found: dict[str, list[Event]] = {}
    for event in newest(facts):
        if event.series:
            found.setdefault(event.series, []).append(event)
    return found


@fact
def of_communities(facts: Facts) -> Mapping[str, list[Event]]:
    """The events of each community, the latest first."""
    found: dict[str, list[Event]] = {}
    for event in newest(facts):
        for community in event.communities:
            found.setdefault(community, []).append(event)
    return found


# What events add up to


def is_proven(event: Event, on: date) -> bool:
    """Whether an event counts as held: it is reported, its day is over, and a figure proves it."""
    has_figures = event.participants is not None or bool(event.results)
    return state(event, on) is State.DONE and event.last_day <= on and has_figures


def held(site: Site, kinds: Collection[str], community: str, on: date) -> int:
    """How many events of some kinds are proven to have been held in a community up to a day."""
    return sum(
        event.type in kinds and community in event.communities and is_proven(event, on)
        for event in site.of(Event).values()
    )


@dataclass(frozen=True)
class Sum:
    """A figure over several events, and how many of them have reported it."""

    label: str
    unit: str
    value: Decimal
    reported: int
    asked: int
    """Events that were held, reported or not."""


def sums(events: Iterable[Event], on: date) -> list[Sum]:
    """What came of the events that were held: people first, then each figure in its unit.

    What an event does not report is not zero: each sum says how many events it is of.
    """
    done = [event for event in events if state(event, on) is State.DONE]
    figures: dict[tuple[str, str], list[Decimal]] = {}
    people = [Decimal(e.participants) for e in done if e.participants is not None]
    if people:
        figures["参加", "人次"] = people
    for event in done:
        for item in event.results:
            figures.setdefault((item.label, item.unit), []).append(item.value)
    return [
        Sum(label, unit, sum(values, Decimal(0)), len(values), len(done))
        for (label, unit), values in figures.items()
    ]


def events_of(facts: Facts, community: Record) -> list[Event]:
    """The events of a community, the latest first."""
    return of_communities(facts).get(community.id, [])
