"""Events as templates see them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypedDict

from campaign import urls
from campaign.kinds.event import Event, addresses
from campaign.kinds.event.facts import (
    Sum,
    Time,
    ahead,
    days,
    events_of,
    state_of,
    sums,
    times,
    times_of,
)
from campaign.kinds.event.record import Repetition
from campaign.model.base import Record
from campaign.render import names
from campaign.render.edition import Edition
from campaign.render.names import Link
from campaign.site import Site

WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
KIND_WORDS, SERIES_WORDS = "event-kinds", "event-series"
"""The vocabularies of what an event is, and of what it belongs to."""
SHOWN = 4
"""Events that another page names."""
NAMED = 3
"""Communities that a row names; of more it tells how many there are."""


class EventRow(TypedDict):
    """A time of an event in a list."""

    iso: str
    date: str
    weekday: str
    time: str
    title: str
    url: str
    kind: str
    place: str
    communities: list[Link]
    more: int
    """How many communities besides those that are named."""
    state: str
    state_label: str
    result: str
    draft: str


class SumView(TypedDict):
    """A figure that events add up to."""

    label: str
    value: str
    unit: str
    note: str


def day_words(day: date) -> str:
    """5 月 16 日."""
    return f"{day.month} 月 {day.day} 日"


def row_words(start: date, end: date, today: date) -> str:
    """5 月 16 日, 10 月 25 日至 11 月 23 日; with its year when that is not today's."""
    year = "" if start.year == today.year else f"{start.year} 年 "
    return f"{year}{day_words(start)}" + (f"至 {day_words(end)}" if end != start else "")


def span_words(start: date, end: date) -> str:
    """2026-05-16, or 2026-05-16 至 2026-05-18."""
    return str(start) if end == start else f"{start} 至 {end}"


def repetition_words(event: Event, repeats: Repetition) -> str:
    """每周星期六，至 2025-09-20，共 12 次."""
    on = {
        "week": WEEKDAYS[event.start.weekday()],
        "month": f"{event.start.day} 日",
        "year": day_words(event.start),
    }[repeats.every.value]
    skipped = "、".join(map(str, repeats.skipped))
    off = f"，{skipped} 停办" if skipped else ""
    return f"{repeats.every.label}{on}，至 {repeats.until}，共 {len(days(event))} 次{off}"


def series_link(edition: Edition, event: Event) -> Link | None:
    """The page of the series that an event belongs to."""
    if event.series is None:
        return None
    name = edition.site.label(SERIES_WORDS, event.series)
    return {"name": name, "url": addresses.series(event.series)}


def kind_label(site: Site, event: Event) -> str:
    """What an event is."""
    return site.label(KIND_WORDS, event.type)


def row(edition: Edition, event: Event) -> EventRow:
    """An event in a list, on its own first day."""
    return time_row(edition, Time(event, event.start))


def time_row(edition: Edition, time: Time) -> EventRow:
    """A time of an event in a list."""
    event, today = time.event, edition.site.today
    at = state_of(time, today)
    shown = event.communities[:NAMED]
    return {
        "iso": str(time.start),
        "date": row_words(time.start, time.end, today),
        "weekday": WEEKDAYS[time.start.weekday()] if time.end == time.start else "",
        "time": str(event.time or ""),
        "title": event.title,
        "url": urls.url(event),
        "kind": kind_label(edition.site, event),
        "place": event.place,
        "communities": [names.record_link(edition, "community", id) for id in shown],
        "more": len(event.communities) - len(shown),
        "state": at.value,
        "state_label": at.label,
        "result": result_words(event, today),
        "draft": names.draft_label(edition, event),
    }


def result_words(event: Event, on: date) -> str:
    """参加 5,400 人次，清运垃圾 612 车; nothing while nobody has reported it."""
    return "，".join(f"{s.label} {s.value:,f} {s.unit}" for s in sums([event], on))


def sum_views(found: Sequence[Sum]) -> list[SumView]:
    """What events add up to; of how many, where some have not reported it."""
    return [
        {
            "label": item.label,
            "value": f"{item.value:,f}",
            "unit": item.unit,
            "note": f"{item.reported} 场合计，共 {item.asked} 场"
            if item.reported < item.asked
            else "",
        }
        for item in found
    ]


def rows(edition: Edition, events: Iterable[Event]) -> list[EventRow]:
    return [row(edition, event) for event in events]


def events_near(edition: Edition, community: Record) -> list[EventRow]:
    """What is on in a community in the next weeks, and what was there last."""
    facts, today = edition.facts, edition.site.today
    events = events_of(facts, community)
    coming = ahead(facts, sorted(times_of(events), key=lambda time: time.start))[:SHOWN]
    over = [event for event in events if event.last_day < today][: SHOWN - len(coming)]
    return [time_row(edition, time) for time in coming] + rows(edition, over)


def next_events(edition: Edition) -> list[EventRow]:
    """The first of what is on in the next weeks, in the whole city."""
    found = ahead(edition.facts, times(edition.facts))
    return [time_row(edition, time) for time in found[:SHOWN]]
