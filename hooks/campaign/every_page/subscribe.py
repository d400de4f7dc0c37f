"""What can be followed, and the links by which readers do it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.every_page.occasions import CALENDARS, occasions, own_calendars
from campaign.kinds import KINDS
from campaign.render.edition import Edition
from campaign.render.template import Template

SOURCES = {kind.home: kind for kind in KINDS if kind.is_followed and kind.home}
"""The kinds with feeds, by the page of each."""
FOLLOWED = ("", *SOURCES)
"""The pages with feeds, beside those of the communities; the empty one is the home page."""


class Feed(TypedDict):
    """A feed or a calendar."""

    label: str
    type: str
    url: str


class Followed(TypedDict):
    """A page that can be followed."""

    title: str
    url: str
    links: list[Feed]


class Line(TypedDict):
    """What stands at the end of a page that can be followed."""

    links: list[Feed]


LINE = Template("subscribe.html.jinja", Line)
ATOM, JSON, ICALENDAR = "application/atom+xml", "application/feed+json", "text/calendar"


def followed(edition: Edition) -> list[str]:
    """The pages with feeds that this site has."""
    return [address for address in FOLLOWED if has_page(edition, address)]


def calendars(edition: Edition) -> list[str]:
    """The pages with calendars that have something in them."""
    return [address for address in CALENDARS if has_calendar(edition, address)]


def has_calendar(edition: Edition, address: str) -> bool:
    """Whether the page of a column, or any other, has a calendar with something in it."""
    if address not in CALENDARS:
        return address in own_calendars(edition.facts)
    return has_page(edition, address) and bool(occasions(edition.facts, address))


def has_page(edition: Edition, address: str) -> bool:
    return edition.site.shows(f"{address}index.md")


def names(edition: Edition, address: str) -> tuple[str, str]:
    """The title and the description of a page with a feed."""
    settings = edition.site.settings
    if not address:
        return settings.name, settings.description
    path = f"{address}index.md"
    column = next((item for item in settings.columns if item.path == path), None)
    page = edition.site.prose.get(path)
    title = column.title if column else (page.title if page else None)
    return title or settings.name, column.description if column else ""


def is_followed(edition: Edition, address: str) -> bool:
    folder, _, rest = address.partition("/")
    found = next((k for k in KINDS if k.is_followed_one_by_one and k.folder == folder), None)
    if found and rest:
        return rest.strip("/") in edition.site.kind(found.name)
    return address in FOLLOWED and has_page(edition, address)


def links(edition: Edition, address: str) -> Iterator[Feed]:
    """The feeds and the calendar of a page."""
    if is_followed(edition, address):
        yield {"label": "Atom", "type": ATOM, "url": urls.feed(address)}
        yield {"label": "JSON Feed", "type": JSON, "url": urls.feed(address, "json")}
    if has_calendar(edition, address):
        yield {"label": "日历", "type": ICALENDAR, "url": urls.calendar(address)}


def line(edition: Edition, address: str) -> Markup:
    """The line at the end of a page by which it can be followed; nothing where it cannot."""
    found = list(links(edition, address))
    root = urls.root_from(address)
    return edition.render(LINE, root, Line(links=found)) if found else Markup()


def rows(edition: Edition) -> list[Followed]:
    """Every page that can be followed, for the page on the open data."""
    addresses = dict.fromkeys((*followed(edition), *calendars(edition)))
    return [
        {
            "title": names(edition, address)[0],
            "url": address,
            "links": list(links(edition, address)),
        }
        for address in addresses
    ]
