"""What can be followed, and the links by which readers do it."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from campaign import urls
from campaign.derive.calendar import CALENDARS, occasions
from campaign.pages.desk import Desk
from campaign.pages.names import View

FOLLOWED = (
    "",
    "news/",
    "speeches/",
    "policies/",
    "interpretations/",
    "experiences/",
    "honours/",
    "galleries/",
)
"""The pages with feeds, beside those of the communities; the empty one is the home page."""
ATOM, JSON, ICALENDAR = "application/atom+xml", "application/feed+json", "text/calendar"


def followed(desk: Desk) -> list[str]:
    """The pages with feeds that this site has."""
    return [address for address in FOLLOWED if has_page(desk, address)]


def calendars(desk: Desk) -> list[str]:
    """The pages with calendars that have something in them."""
    return [address for address in CALENDARS if has_calendar(desk, address)]


def has_calendar(desk: Desk, address: str) -> bool:
    return has_page(desk, address) and bool(occasions(desk.facts, address))


def has_page(desk: Desk, address: str) -> bool:
    return desk.site.shows(f"{address}index.md")


def names(desk: Desk, address: str) -> tuple[str, str]:
    """The title and the description of a page with a feed."""
    settings = desk.site.settings
    if not address:
        return settings.name, settings.description
    path = f"{address}index.md"
    column = next((item for item in settings.columns if item.path == path), None)
    page = desk.site.prose.get(path)
    title = column.title if column else (page.title if page else None)
    return title or settings.name, column.description if column else ""


def is_followed(desk: Desk, address: str) -> bool:
    folder, _, rest = address.partition("/")
    if folder == urls.FOLDERS["community"] and rest:
        return rest.strip("/") in desk.site.communities
    return address in FOLLOWED and has_page(desk, address)


def links(desk: Desk, address: str) -> Iterator[View]:
    """The feeds and the calendar of a page."""
    if is_followed(desk, address):
        yield {"label": "Atom", "type": ATOM, "url": urls.feed(address)}
        yield {"label": "JSON Feed", "type": JSON, "url": urls.feed(address, "json")}
    if address in CALENDARS and has_calendar(desk, address):
        yield {"label": "日历", "type": ICALENDAR, "url": urls.calendar(address)}


def line(desk: Desk, address: str) -> Markup:
    """The line at the end of a page by which it can be followed; nothing where it cannot."""
    found = list(links(desk, address))
    root = urls.root_from(address)
    return desk.render("subscribe.html.jinja", root, links=found) if found else Markup()


def rows(desk: Desk) -> list[View]:
    """Every page that can be followed, for the page on the open data."""
    addresses = dict.fromkeys((*followed(desk), *calendars(desk)))
    return [
        {"title": names(desk, address)[0], "url": address, "links": list(links(desk, address))}
        for address in addresses
    ]
