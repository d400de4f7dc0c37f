"""A month as a calendar: a table of weeks, which a phone shows as a list of days."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.kinds.event import Event, addresses
from campaign.kinds.event.facts import times_by_month
from campaign.kinds.event.views import EventRow, time_row
from campaign.kinds.listing import Options
from campaign.render.edition import Edition
from campaign.render.names import Link
from campaign.render.outputs import Page
from campaign.render.template import Template

SHELL = "events/shell.md"


class DayView(TypedDict):
    """A day of the calendar; one of another month is empty."""

    day: int
    iso: str
    weekday: str
    is_today: bool
    events: list[EventRow]


class MonthView(TypedDict):
    """A month with its weeks, and the months beside it that have events."""

    title: str
    weeks: list[list[DayView]]
    count: int
    before: Link | None
    after: Link | None


class MonthPage(MonthView):
    """A month on a page of its own."""

    heading: str


BLOCK = Template("event/month.html.jinja", MonthView)
PAGE = Template("event/month-page.html.jinja", MonthPage)
SHORT = ("一", "二", "三", "四", "五", "六", "日")


def block(edition: Edition, root: str, options: Options) -> Markup:
    """The month of today."""
    today = edition.site.today
    return edition.render(BLOCK, root, _view(edition, today.year, today.month))


def pages(edition: Edition) -> Iterator[tuple[str, Callable[[], Page]]]:
    """A page for each month that has events."""
    for year, month in times_by_month(edition.facts):
        yield addresses.month(year, month), partial(_page, edition, year, month)


def heading(event: Event) -> str:
    """Under what an event stands in a list by months."""
    return words(event.start.year, event.start.month)


def words(year: int, month: int) -> str:
    return f"{year} 年 {month} 月"


def _page(edition: Edition, year: int, month: int) -> Page:
    address = addresses.month(year, month)
    view = _view(edition, year, month)
    title = f"{words(year, month)}的活动"
    return Page(
        path=address,
        shell=SHELL,
        title=title,
        description=f"{title}，共 {view['count']} 场，按日期排列。",
        body=edition.render(PAGE, urls.root_from(address), MonthPage(**view, heading=title)),
        source="showcases/events/",
    )


def _view(edition: Edition, year: int, month: int) -> MonthView:
    known = times_by_month(edition.facts)
    held = known.get((year, month), [])
    weeks = Calendar().monthdatescalendar(year, month)
    before = [other for other in known if other < (year, month)]
    after = [other for other in known if other > (year, month)]

    def day(on: date) -> DayView:
        shown = [time for time in held if time.start <= on <= time.end] if on.month == month else []
        return {
            "day": on.day if on.month == month else 0,
            "iso": str(on),
            "weekday": SHORT[on.weekday()],
            "is_today": on == edition.site.today,
            "events": [time_row(edition, time) for time in shown],
        }

    return {
        "title": words(year, month),
        "weeks": [[day(on) for on in week] for week in weeks],
        "count": len(held),
        "before": _link(before[-1]) if before else None,
        "after": _link(after[0]) if after else None,
    }


def _link(month: tuple[int, int]) -> Link:
    return {"name": words(*month), "url": addresses.month(*month)}
