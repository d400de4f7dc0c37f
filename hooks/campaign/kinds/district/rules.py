"""What lies in what: no circle, nothing in a town, communities in the nearest place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.kinds.district.facts import counties
from campaign.problems import Problem
from campaign.site import Site


def misplaced(site: Site) -> Iterator[Problem]:
    """V63a and V63b: places that lie in each other, or in one that holds none."""
    places, in_circles = site.of(District), set[str]()
    for place in places.values():
        above = places.get(place.parent or "")
        if place.id in in_circles or above is None:
            continue
        if circle := _circle(places, place):
            in_circles |= set(circle)
            names = " → ".join(places[id].name for id in (*circle, place.id))
            yield site.problem(place, "V63a", "parent", names=names)
        elif place.type.is_upper or not above.type.is_upper:
            words = {"name": place.name, "kind": place.type.label}
            rest = {"above": above.name, "above_kind": above.type.label}
            yield site.problem(place, "V63b", "parent", **words, **rest)


def _circle(places: Mapping[str, District], place: District) -> list[str]:
    """The places on the way from a place back to it; nothing where the way ends elsewhere."""
    found, at = [place.id], places.get(place.parent or "")
    while at is not None and at.id not in found:
        found.append(at.id)
        at = places.get(at.parent or "")
    return found if at is place else []


def not_nearest(site: Site) -> Iterator[Problem]:
    """V63c: a community that is written straight into a place in which towns or offices lie."""
    above = {place.id: place.name for place in counties(site)}
    for community in site.of(Community).values():
        if community.district in above:
            inside = [p.name for p in site.of(District).values() if p.parent == community.district]
            words = {"name": community.name, "above": above[community.district]}
            yield site.problem(community, "V63c", "district", **words, names="、".join(inside))


CHECKS = (misplaced, not_nearest)
