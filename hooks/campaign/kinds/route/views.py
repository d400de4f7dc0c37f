"""Routes as templates see them, on their own pages and on those of communities."""

from __future__ import annotations

from typing import TypedDict

from campaign import urls
from campaign.derive.references import naming
from campaign.kinds.route import Route
from campaign.kinds.route.facts import closed, in_words, total
from campaign.model.base import Record
from campaign.render import names
from campaign.render.edition import Edition
from campaign.render.names import Link


class RouteCard(TypedDict):
    """A route in a list."""

    title: str
    url: str
    summary: str
    time: str
    communities: list[Link]
    season: str
    closed: int
    """Stops that receive nobody today."""
    draft: str


def card(edition: Edition, route: Route) -> RouteCard:
    passed = list(dict.fromkeys(stop.community for stop in route.stops))
    return {
        "title": route.title,
        "url": urls.url(route),
        "summary": route.summary,
        "time": in_words(total(route).minutes),
        "communities": [names.record_link(edition, "community", id) for id in passed],
        "season": route.season or "",
        "closed": sum(id in closed(edition.facts) for id in passed),
        "draft": names.draft_label(edition, route),
    }


def passing(edition: Edition, community: Record) -> list[Link]:
    """The routes that pass a community."""
    found = naming(edition.facts, Route, community)
    return [{"name": route.title, "url": urls.url(route)} for route in found]
