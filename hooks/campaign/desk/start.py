"""The first page: what waits for whoever sits at the desk, what can be added, what changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from campaign.desk import finding, openable
from campaign.desk.desk import PREFIX, Desk
from campaign.desk.handing_in import exchange, waiting
from campaign.desk.handing_in.waiting import Holders
from campaign.desk.page_views import START, CardView, StartView, TileView
from campaign.desk.rendering import render
from campaign.kinds import KINDS, LOOKED_FOR, SETTINGS
from campaign.kinds.kind import Kind
from campaign.site import Site

RECENT = 12


def page(desk: Desk, notice: str = "") -> Markup:
    """The first page, with a word on what was just done."""
    site = desk.site
    begun = [kind for kind in KINDS if kind.can_be_begun]
    begun.sort(key=lambda kind: _place(kind.name))
    others = [kind for kind in KINDS if not kind.can_be_begun]
    view: StartView = {
        "notice": notice,
        "sharing": exchange.view(desk),
        "waiting": waiting.groups(desk),
        "token": desk.token,
        "tiles": [_tile(site, kind) for kind in begun],
        "others": [_tile(site, kind) for kind in others],
        "of_the_site": [_way(kind) for kind in openable.OF_THE_SITE],
        "recent": list(_recent(desk, site)),
    }
    return render(START, view)


def _place(name: str) -> int:
    return LOOKED_FOR.index(name) if name in LOOKED_FOR else len(LOOKED_FOR)


def _tile(site: Site, kind: Kind[Any]) -> TileView:
    count = sum(name == kind.name for name, _ in site.origins)
    return {
        "label": kind.label,
        "count": count,
        "all": f"{PREFIX}all/{kind.name}",
        "new": f"{PREFIX}new/{kind.name}",
    }


def _way(kind: str) -> CardView:
    """Where what is no record is edited; what there is one of opens at once."""
    is_one = kind == SETTINGS.name
    return {
        "name": openable.LABELS[kind],
        "url": finding.url_of(kind, kind) if is_one else f"{PREFIX}all/{kind}",
        "tag": "",
        "words": openable.WORDS[kind],
    }


def _recent(desk: Desk, site: Site) -> Iterator[CardView]:
    """The latest changes, by whom and of what."""
    holders = Holders(site)
    for entry in desk.ledger.recent(RECENT):
        kind, _, id = entry.record.partition("/")
        is_known = (kind, id) in site.origins or kind in openable.OF_THE_SITE
        holder = (kind, id) if is_known else holders.only(entry.path)
        yield {
            "name": entry.subject,
            "url": finding.url_of(*holder) if holder else "",
            "tag": entry.by,
            "words": entry.when,
        }
