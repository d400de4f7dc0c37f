"""Calendars as iCalendar (RFC 5545), for telephones and office programs to subscribe to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from campaign import urls
from campaign.clock import BEIJING
from campaign.derive.calendar import Occasion
from campaign.every_page import subscribe
from campaign.every_page.occasions import occasions, own_calendars
from campaign.keeping import made
from campaign.render.edition import Edition
from campaign.render.outputs import Output
from campaign.text import flat

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//campaign-showcase//calendar//ZH"
REFRESH = timedelta(days=1)


def outputs(edition: Edition) -> Iterator[Output]:
    """A calendar for each page that has one."""
    base = edition.site.profile.base_url
    titles = {
        address: subscribe.names(edition, address)[0] for address in subscribe.calendars(edition)
    }
    titles |= {address: own.name for address, own in own_calendars(edition.facts).items()}
    for address, title in titles.items():
        name = f"{title}｜{edition.site.settings.short_name}" if address else title
        found = (flat(name), address, base, occasions(edition.facts, address))
        data = made(edition.kept, partial(calendar, *found), "ics", *found)
        yield Output(urls.calendar(address), data)


def calendar(name: str, address: str, base: str, found: list[Occasion]) -> bytes:
    """A calendar of this name, which belongs to the page at `address` of the site at `base`."""
    from icalendar import Calendar  # slow to import, and few builds need it

    result = Calendar()
    result.add("prodid", PRODUCT)
    result.add("version", "2.0")
    result.add("name", name)
    result.add("x-wr-calname", name)
    result.add("url", base + address)
    result.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    for occasion in found:
        result.add_component(_event(base, occasion))
    return bytes(result.to_ical())


def _event(base: str, occasion: Occasion) -> Event:
    """Whole days, of which iCalendar names the one after the last; or hours of a day, in UTC."""
    from icalendar import Event

    event = Event()
    event.add("uid", f"{occasion.key}@{urlsplit(base).hostname}")
    event.add("dtstamp", datetime.combine(occasion.written, time.min, UTC))
    if occasion.hours is None:
        event.add("dtstart", occasion.start)
        event.add("dtend", occasion.end + timedelta(days=1))
    else:
        event.add("dtstart", _at(occasion.start, occasion.hours.begin))
        if occasion.hours.end:
            event.add("dtend", _at(occasion.start, occasion.hours.end))
    event.add("summary", occasion.title)
    if occasion.text:
        event.add("description", occasion.text)
    event.add("url", base + occasion.address)
    event.add("transp", "TRANSPARENT")
    return event


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, BEIJING).astimezone(UTC)
