"""Visits that a community has received: who came, when, and how many in all."""

from __future__ import annotations

from typing import TypedDict

from campaign import urls
from campaign.derive.facts import Facts
from campaign.kinds.event import Event
from campaign.kinds.event.facts import State, of_communities, state
from campaign.render.edition import Edition

SHOWN = 5
"""Visits that a community's page names; its list of events has all."""


class VisitRow(TypedDict):
    """A visit, in a community's list of them."""

    url: str
    on: str
    groups: str


class VisitsView(TypedDict):
    """The visits that a community has received, the latest first."""

    words: str
    rows: list[VisitRow]


def received(facts: Facts, community: str) -> list[Event]:
    """The visits to a community that were held, the latest first."""
    found = of_communities(facts).get(community, [])
    today = facts.site.today
    return [item for item in found if item.visitors and state(item, today) is State.DONE]


def words(facts: Facts, community: str) -> str:
    """接待来访 4 批 86 人，其中 1 批人数未填报; nothing where nobody has come."""
    visitors = [who for visit in received(facts, community) for who in visit.visitors]
    if not visitors:
        return ""
    counted = [who.people for who in visitors if who.people is not None]
    lacking = len(visitors) - len(counted)
    if not counted:
        return f"接待来访 {len(visitors)} 批，人数未填报"
    rest = f"，其中 {lacking} 批人数未填报" if lacking else ""
    return f"接待来访 {len(visitors)} 批 {sum(counted)} 人{rest}"


def visits(edition: Edition, community: str) -> VisitsView | None:
    """What the page of a community tells of its visitors; nothing where nobody has come."""
    found = received(edition.facts, community)
    if not found:
        return None
    return {
        "words": words(edition.facts, community),
        "rows": [
            {
                "url": urls.url(visit),
                "on": str(visit.start),
                "groups": "、".join(who.group for who in visit.visitors),
            }
            for visit in found[:SHOWN]
        ],
    }
