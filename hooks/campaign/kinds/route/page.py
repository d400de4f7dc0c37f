"""Routes: a page that is the leaflet, too, and a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.exchange import nodes
from campaign.exchange.nodes import Node
from campaign.exchange.table import Column, Table, Type
from campaign.kinds.community import Community
from campaign.kinds.listing import Options
from campaign.kinds.org import Org
from campaign.kinds.presenter import Presenter
from campaign.kinds.route import Route
from campaign.kinds.route.facts import closed, in_words, total
from campaign.kinds.route.record import RouteStop
from campaign.kinds.route.views import RouteCard, card
from campaign.kinds.standard import Row
from campaign.render import names, sheets
from campaign.render.edition import Edition
from campaign.render.names import Link, Origin
from campaign.render.sheets import Piece
from campaign.render.template import Template


class RouteStopView(TypedDict):
    """A stop, how one gets there, and whom to call."""

    community: Link
    stop: str
    what: str
    minutes: int
    way: str
    address: str
    phone: str
    booking: str
    closed: str
    """Why it receives nobody today; nothing for one that does."""


class RoutePage(TypedDict):
    """All that a route's page tells."""

    card: RouteCard
    summary: str
    season: str
    booking: str
    group_max: int | None
    office: str
    phone: str
    stops: list[RouteStopView]
    staying: str
    travelling: str
    origin: Origin


class RouteList(TypedDict):
    """A sheet of the list of routes."""

    routes: list[RouteCard]


PAGE = Template("route/page.html.jinja", RoutePage)
LIST = Template("route/list.html.jinja", RouteList)


def stop_view(edition: Edition, number: int, stop: RouteStop) -> RouteStopView:
    site = edition.site
    community = site.of(Community).get(stop.community)
    office = community.committee if community else None
    reception = community.reception if community else None
    held = closed(edition.facts).get(stop.community)
    return {
        "community": names.record_link(edition, "community", stop.community),
        "stop": stop.stop,
        "what": stop.what or "",
        "minutes": stop.minutes,
        "way": _way(stop) if number else "",
        "address": office.address if office else "",
        "phone": (office.phone if office else None) or "",
        "booking": (reception.booking if reception else None) or "",
        "closed": f"{held.title}{held.state.label}，暂停接待" if held else "",
    }


def _way(stop: RouteStop) -> str:
    """乘车 15 分钟; that nobody has said how long it takes."""
    by = stop.by.label if stop.by else "路上"
    return f"{by} {stop.travel_min} 分钟" if stop.travel_min is not None else "路上时间未填报"


class RoutePresenter(Presenter[Route]):
    """How routes appear."""

    def body(self, edition: Edition, record: Route, root: str) -> Markup:
        found = total(record)
        org = edition.site.of(Org).get(record.contact)
        values = RoutePage(
            card=card(edition, record),
            summary=record.summary,
            season=record.season or "",
            booking=record.booking,
            group_max=record.group_max,
            office=org.name if org else "",
            phone=(org.office.phone if org and org.office else None) or "",
            stops=[stop_view(edition, n, stop) for n, stop in enumerate(record.stops)],
            staying=in_words(found.staying),
            travelling=in_words(found.travelling),
            origin=names.origin(edition, record),
        )
        return edition.render(PAGE, root, values)

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Route]]
    ) -> Markup:
        found = sheets.items(pieces, partial(card, edition))
        return edition.render(LIST, root, RouteList(routes=found))

    def node(self, edition: Edition, record: Route) -> Node | None:
        """A trip with its stops in their order."""
        return nodes.subject(
            edition,
            urls.url(record),
            "TouristTrip",
            name=record.title,
            description=record.summary,
            itinerary={
                "@type": "ItemList",
                "numberOfItems": len(record.stops),
                "itemListElement": list(_places(edition, record)),
            },
        )

    @property
    def tables(self) -> tuple[Table, ...]:
        [usual] = super().tables
        *plain, url = usual.columns
        return (replace(usual, columns=(*plain, _STOPS, _MINUTES, url)),)


def _places(edition: Edition, route: Route) -> Iterator[Node]:
    for number, stop in enumerate(route.stops, 1):
        where = nodes.about(edition, "community", stop.community)
        yield {"@type": "ListItem", "position": number, "item": where}


def _route(row: Row) -> Route:
    assert isinstance(row.record, Route)
    return row.record


_STOPS = Column(
    "stops",
    "站点",
    Type.TEXT,
    "社区编号，按先后顺序，用空格隔开",
    lambda row: " ".join(stop.community for stop in _route(row).stops),
)
_MINUTES = Column(
    "minutes", "全程（分钟）", Type.NUMBER, "停留和路上合计", lambda row: total(_route(row)).minutes
)
PRESENTER = RoutePresenter
