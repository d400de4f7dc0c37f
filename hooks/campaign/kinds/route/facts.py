"""How long routes take, which pass a community, and what keeps a stop from receiving visitors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from campaign.derive.facts import Facts, fact
from campaign.kinds.honour.facts import Standing, standings_at
from campaign.kinds.honour.lifecycle import State
from campaign.kinds.honour.record import SubjectType
from campaign.kinds.route import Route
from campaign.site import Site

CLOSING = frozenset({State.RECTIFYING, State.SUSPENDED, State.REVOKED})
"""States of an honour in which a community receives nobody (示范点管理办法 第十二条)."""


@dataclass(frozen=True)
class Total:
    """How long a route takes, in minutes."""

    staying: int
    travelling: int

    @property
    def minutes(self) -> int:
        return self.staying + self.travelling


def total(route: Route) -> Total:
    return Total(
        sum(stop.minutes for stop in route.stops),
        sum(stop.travel_min or 0 for stop in route.stops),
    )


def in_words(minutes: int) -> str:
    """45 分钟, 3 小时, 3 小时 20 分钟."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} 小时"] * bool(hours) + [f"{rest} 分钟"] * bool(rest or not hours)
    return " ".join(parts)


def closing(site: Site) -> Mapping[str, Standing]:
    """The communities that receive nobody today, and the honour on whose account."""
    return {
        item.honour.subject.ref or "": item
        for item in standings_at(site, site.today)
        if item.honour.subject.type is SubjectType.COMMUNITY
        and (item.kind.ladder or item.kind.is_site)
        and item.state in CLOSING
    }


@fact
def closed(facts: Facts) -> Mapping[str, Standing]:
    """The communities that receive nobody today."""
    return closing(facts.site)
