"""Which pages of the site look different when the record of a form is saved.

Every page is made as it is and as it would be, those first that the record can reach: by whom it
names, who names it, and the lists in which it stands. What time does not allow is said, and so is
that what stands around all pages changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from time import monotonic
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.build.frame import HOME
from campaign.build.site_map import SiteMap
from campaign.derive.placing import places
from campaign.derive.references import references
from campaign.desk import openable
from campaign.desk.desk import PREFIX
from campaign.desk.openable import OF_THE_SITE
from campaign.desk.rendering import render
from campaign.desk.sheet import Sheet
from campaign.kinds.kind import Kind
from campaign.model.base import Record
from campaign.render.outputs import Page
from campaign.render.template import Template
from campaign.site import Site

ASKED = "where"
"""What the button sends."""
SECONDS = 12.0
"""How long somebody may wait for the comparison."""
SHOWN = 20
"""How many pages are listed before the others are folded away."""
NEW, CHANGED, GONE = "新增", "会变", "不再有"
ALL, SOME = "比对了全部 {} 个网页，{}。", "比对了最可能有关的 {} 个网页，{}；{} 个没来得及比对。"
AROUND = "所有网页的页眉、页脚或导航也会变。"
UNKNOWN = "现在还不能比对：有的地方没填，或填得不对。"
Look = tuple[str, str]
"""The title of a page, and a mark that changes when its text does."""


class AffectedView(TypedDict):
    """A page that looks different."""

    tag: str
    name: str
    url: str


class ReachView(TypedDict):
    """The question which pages change, and its answer."""

    words: str
    pages: list[AffectedView]
    """The nearest of them."""
    more: list[AffectedView]


REACH = Template("desk/reach.html.jinja", ReachView)


def part(sheet: Sheet, key: str) -> Markup:
    """The question; with its answer, where the form asks it."""
    view: ReachView = {"words": "", "pages": [], "more": []}
    if sheet.field("do") == ASKED:
        view = _answer(sheet, key)
    return render(REACH, view)


def _answer(sheet: Sheet, key: str) -> ReachView:
    resident = sheet.desk.resident
    before = resident.map_with(sheet.desk.site)
    after = resident.map_with(sheet.unsaved.site)
    if before is None or after is None or not sheet.unsaved.is_read:
        return {"words": UNKNOWN, "pages": [], "more": []}
    sheet.desk.keep_map(key, after)
    until, found, left = monotonic() + SECONDS, list[AffectedView](), 0
    addresses = list(_addresses(before, after, sheet.base.kind, sheet.unsaved.id))
    for address in addresses:
        if monotonic() > until:
            left += 1
            continue
        one = sheet.desk.look(address, lambda at: _look(resident.page_from(before, at)))
        two = _look(resident.page_from(after, address))
        if one != two:
            found.append(_view(one, two, address, key))
    told = f"有 {len(found)} 个会变" if found else "都不会变"
    count = len(addresses) - left
    words = SOME.format(count, told, left) if left else ALL.format(count, told)
    if _around(before) != _around(after):
        words += AROUND
    return {"words": words, "pages": found[:SHOWN], "more": found[SHOWN:]}


def _around(site_map: SiteMap) -> str:
    """What stands around every page: header, navigation and footer of the home page."""
    return site_map.layout.blank(HOME).partition("<body")[2]


def _look(page: Page | None) -> Look | None:
    if page is None:
        return None
    return page.title, hashlib.sha256(f"{page.title}\n{page.body}".encode()).hexdigest()


def _view(before: Look | None, after: Look | None, address: str, key: str) -> AffectedView:
    shown = after or before
    tag = NEW if before is None else GONE if after is None else CHANGED
    url = f"/{address}" if after is None else f"{PREFIX}as-if/{key}/{address}"
    return {"tag": tag, "name": shown[0] if shown else address, "url": url}


def _addresses(before: SiteMap, after: SiteMap, kind: Kind[Record], id: str) -> Iterator[str]:
    """All pages of either state of the site: those that a record can reach stand first."""
    found: dict[str, None] = {}
    for site_map in (after, before):
        found |= dict.fromkeys(_near(site_map.site, kind, id))
        found |= dict.fromkeys(_lists(site_map, kind))
    bare = dict.fromkeys(address.partition("#")[0] for address in found)
    known = {**after.pages, **before.pages}
    return (address for address in {**bare, **known} if address in known)


def _near(site: Site, kind: Kind[Record], id: str) -> Iterator[str]:
    """The record's own page, and those of whom it names and of who names it."""
    record = site.kind(kind.name).get(id)
    if kind.name in OF_THE_SITE:
        yield openable.address(kind, id) or ""
    elif record is not None:
        yield from _url(record)
        for _, named, target in references(site, record):
            if named in site.records and (other := site.kind(named).get(target)):
                yield from _url(other)
    link = f"]({kind.name}:{id}"
    for other in site.everything():
        names = any((k, t) == (kind.name, id) for _, k, t in references(site, other))
        texts = (text for _, _, text in site.look(other).texts)
        if names or link in site.origin(other).body or any(link in text for text in texts):
            yield from _url(other)


def _url(record: Record) -> Iterator[str]:
    try:
        yield urls.url(record)
    except KeyError:  # a kind without pages
        return


def _lists(site_map: SiteMap, kind: Kind[Record]) -> Iterator[str]:
    """The pages with lists of its kind, and the others that people wrote."""
    site, placed = site_map.site, places(site_map.edition.facts)
    yield kind.home
    for name in kind.blocks:
        yield from (place.address for place in placed.get(name, ()))
    yield from (urls.of_page(uri) for uri in site.shown_prose)
