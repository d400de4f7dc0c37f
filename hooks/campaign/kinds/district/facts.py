"""Places as a tree: what lies in what, and in which order they stand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from campaign.derive.facts import Facts, fact
from campaign.kinds.district import District
from campaign.site import Site

BETWEEN = " · "
"""Stands between a place and what it lies in."""


def line(site: Site, id: str, on: date | None = None) -> tuple[str, ...]:
    """A place and what it lies in, the nearest first; a circle ends where it begins."""
    return site.remembered(_line, id, on or site.today)


def _line(site: Site, id: str, on: date) -> tuple[str, ...]:
    places, found = site.of(District), [id]
    while place := places.get(found[-1]):
        above = place.as_of(on).parent
        if above is None or above in found or above not in places:
            break
        found.append(above)
    return tuple(found)


def lies_in(site: Site, id: str, wanted: Collection[str], on: date | None = None) -> bool:
    """Whether a place is one of those that are wanted, or lies in one."""
    return not set(wanted).isdisjoint(line(site, id, on))


def top(site: Site, id: str) -> str:
    """The district or county that a place lies in; the place itself where there is none."""
    return line(site, id)[-1]


def above(site: Site, id: str) -> str:
    """What a place lies in; empty for one that lies in the city alone."""
    return next(iter(line(site, id)[1:]), "")


def counties(site: Site) -> list[District]:
    """The districts and counties that other places lie in, in their order."""
    holding = {place.parent for place in site.of(District).values()}
    found = (place for place in districts_in_order(site) if place.id in holding)
    return [place for place in found if place.type.is_upper]


def districts_in_order(site: Site) -> list[District]:
    """Each place behind what it lies in; those of one place in the order that the city gives."""
    rank = {
        id: (place.order, number) for number, (id, place) in enumerate(site.of(District).items())
    }
    return sorted(
        site.of(District).values(),
        key=lambda place: tuple(rank[id] for id in reversed(line(site, place.id))),
    )


@fact
def place_ranks(facts: Facts) -> Mapping[str, int]:
    """Where each place stands among all."""
    return {place.id: rank for rank, place in enumerate(districts_in_order(facts.site))}


def place_name(site: Site, id: str) -> str:
    """A place with what it lies in: 东区 · 东街道. Nothing for one that there is not."""
    places = site.of(District)
    return BETWEEN.join(places[item].name for item in reversed(line(site, id)) if item in places)


def place_names(site: Site) -> list[str]:
    """What places are called, in their order: the headings of lists by place."""
    return [place_name(site, place.id) for place in districts_in_order(site)]
