"""The lists on honours that go over several sheets: what changed, and the demonstration sites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from markupsafe import Markup

from campaign import urls
from campaign.kinds import BY_NAME
from campaign.kinds.community import Community
from campaign.kinds.community.views import community_card
from campaign.kinds.honour import Honour, plaques
from campaign.kinds.honour.facts import Change, Standing
from campaign.kinds.listing import ListBlock, Options
from campaign.render import sheets
from campaign.render.edition import Edition
from campaign.render.names import View
from campaign.render.sheets import CARDS, Group, Piece

KIND = BY_NAME[Honour.kind]


def _years(edition: Edition, _: Options) -> list[Group[Change]]:
    """What changed, by year, the latest first."""
    by_year = groupby(edition.facts.changes, key=lambda change: change.event.on.year)
    return [Group(year_id(year), f"{year} 年", list(items), unit="条") for year, items in by_year]


def year_id(year: int) -> str:
    """Where the changes of a year stand on their list."""
    return f"year-{year}"


def _changes(edition: Edition, root: str, _: Options, pieces: Sequence[Piece[Change]]) -> Markup:
    years = sheets.views(pieces, partial(plaques.change, edition))
    return edition.render("honour/changes.html.jinja", root, years=years)


def _sites_held(edition: Edition, _: Options) -> list[Group[Standing]]:
    """The honours that make a community a demonstration site."""
    return [Group("sites", "", list(_of_communities(edition)))]


def _of_communities(edition: Edition) -> Iterator[Standing]:
    held = (i for i in edition.facts.standings if i.kind.is_site and i.state.is_active)
    for item in held:
        if item.honour.subject.ref in edition.site.of(Community):
            yield item


def _sites(edition: Edition, root: str, _: Options, pieces: Sequence[Piece[Standing]]) -> Markup:
    kind = next((item.kind for item in edition.facts.standings if item.kind.is_site), None)
    return edition.render(
        "honour/sites.html.jinja",
        root,
        sites=sheets.items(pieces, partial(_site, edition)),
        kind={"name": kind.name, "url": urls.url(kind)} if kind else None,
    )


def _site(edition: Edition, item: Standing) -> View:
    """A demonstration site, and how it is visited."""
    community = edition.site.of(Community)[item.honour.subject.ref or ""]
    visit = community.reception
    return community_card(edition, community) | {
        "plaque": plaques.plaque(edition, item),
        "open": bool(visit and visit.open),
        "booking": (visit.booking or "") if visit else "",
        "minutes": visit.duration_min if visit else None,
        "group": visit.group_max if visit else None,
        "stops": "—".join(stop.stop for stop in visit.route) if visit else "",
        "features": community.features,
    }


CHANGES = ListBlock(KIND, "changes", _years, _changes)
SITES = ListBlock(KIND, "sites", _sites_held, _sites, CARDS)
