"""A series of events, its years side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypedDict

from campaign import urls
from campaign.every_page import subscribe
from campaign.kinds.event import Event, addresses
from campaign.kinds.event.facts import State, of_series, state, sums
from campaign.kinds.event.record import Stream
from campaign.kinds.event.views import SERIES_WORDS, EventRow, SumView, rows, sum_views
from campaign.render.edition import Edition
from campaign.render.outputs import Page
from campaign.render.template import Template

SHELL = "events/shell.md"


class SeriesYear(TypedDict):
    """What a series was in a year."""

    year: int
    held: int
    ahead: int
    communities: int
    streams: str
    sums: list[SumView]
    events: list[EventRow]


class SeriesPage(TypedDict):
    """A series with all its years."""

    title: str
    count: int
    years: list[SeriesYear]


PAGE = Template("event/series.html.jinja", SeriesPage)


def pages(edition: Edition) -> Iterator[tuple[str, Callable[[], Page]]]:
    """A page for each series that has events."""
    for id in of_series(edition.facts):
        yield addresses.series(id), partial(_page, edition, id)


def _page(edition: Edition, id: str) -> Page:
    address = addresses.series(id)
    events = of_series(edition.facts)[id]
    title = edition.site.label(SERIES_WORDS, id)
    years = sorted({event.start.year for event in events}, reverse=True)
    values = SeriesPage(
        title=title,
        count=len(events),
        years=[_year(edition, year, [e for e in events if e.start.year == year]) for year in years],
    )
    line = subscribe.line(edition, address)
    return Page(
        path=address,
        shell=SHELL,
        title=title,
        description=f"{title}历年活动，共 {len(events)} 场：时间、地点、参加的社区和结果。",
        body=edition.render(PAGE, urls.root_from(address), values) + line,
        source="showcases/events/",
    )


def _year(edition: Edition, year: int, events: list[Event]) -> SeriesYear:
    today = edition.site.today
    at = [state(event, today) for event in events]
    streams = {stream for event in events for stream in event.streams}
    return {
        "year": year,
        "held": at.count(State.DONE),
        "ahead": at.count(State.AHEAD) + at.count(State.ON),
        "communities": len({id for event in events for id in event.communities}),
        "streams": "、".join(stream.label for stream in Stream if stream in streams),
        "sums": sum_views(sums(events, today)),
        "events": rows(edition, events),
    }
