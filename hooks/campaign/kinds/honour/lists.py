"""The lists on honours that go over several sheets: what changed, and the demonstration sites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.kinds import BY_NAME
from campaign.kinds.community import Community
from campaign.kinds.community.views import CommunityCard, community_card
from campaign.kinds.event import visits
from campaign.kinds.honour import Honour, plaques
from campaign.kinds.honour.facts import Change, Standing, changes, standings
from campaign.kinds.honour.plaques import ChangeView, Plaque
from campaign.kinds.listing import ListBlock, Options
from campaign.render import sheets
from campaign.render.edition import Edition
from campaign.render.names import Link
from campaign.render.sheets import CARDS, Group, Piece, Section
from campaign.render.template import Template

KIND = BY_NAME[Honour.kind]


class Changes(TypedDict):
    """A sheet of what changed, by year."""

    years: list[Section[ChangeView]]


class SiteCard(CommunityCard):
    """A demonstration site, and how it is visited."""

    id: str
    held: Plaque
    open: bool
    booking: str
    minutes: int | None
    group: int | None
    stops: str
    visits: str


class Sites(TypedDict):
    """A sheet of demonstration sites, and what makes one."""

    sites: list[SiteCard]
    kind: Link | None


CHANGES_LIST = Template("honour/changes.html.jinja", Changes)
SITES_LIST = Template("honour/sites.html.jinja", Sites)


def _years(edition: Edition, _: Options) -> list[Group[Change]]:
    """What changed, by year, the latest first."""
    by_year = groupby(changes(edition.facts), key=lambda change: change.event.on.year)
    return [Group(year_id(year), f"{year} 年", list(items), unit="条") for year, items in by_year]


def year_id(year: int) -> str:
    """Where the changes of a year stand on their list."""
    return f"year-{year}"


def _changes(edition: Edition, root: str, _: Options, pieces: Sequence[Piece[Change]]) -> Markup:
    years = sheets.views(pieces, partial(plaques.change, edition))
    return edition.render(CHANGES_LIST, root, Changes(years=years))


def _sites_held(edition: Edition, _: Options) -> list[Group[Standing]]:
    """The honours that make a community a demonstration site."""
    return [Group("sites", "", list(_of_communities(edition)))]


def _of_communities(edition: Edition) -> Iterator[Standing]:
    held = (i for i in standings(edition.facts) if i.kind.is_site and i.state.is_active)
    for item in held:
        if item.honour.subject.ref in edition.site.of(Community):
            yield item


def _sites(edition: Edition, root: str, _: Options, pieces: Sequence[Piece[Standing]]) -> Markup:
    kind = next((item.kind for item in standings(edition.facts) if item.kind.is_site), None)
    values = Sites(
        sites=sheets.items(pieces, partial(_site, edition)),
        kind={"name": kind.name, "url": urls.url(kind)} if kind else None,
    )
    return edition.render(SITES_LIST, root, values)


def _site(edition: Edition, item: Standing) -> SiteCard:
    community = edition.site.of(Community)[item.honour.subject.ref or ""]
    visit = community.reception
    return {
        **community_card(edition, community),
        "id": community.id,
        "held": plaques.plaque(edition, item),
        "open": bool(visit and visit.open),
        "booking": (visit.booking or "") if visit else "",
        "minutes": visit.duration_min if visit else None,
        "group": visit.group_max if visit else None,
        "stops": "—".join(stop.stop for stop in visit.route) if visit else "",
        "visits": visits.words(edition.facts, community.id),
    }


CHANGES = ListBlock(KIND, "changes", _years, _changes, CARDS)
SITES = ListBlock(KIND, "sites", _sites_held, _sites, CARDS)
