"""Routes: every stop receives visitors, and is no site that has to mend something first."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.kinds.community import Community
from campaign.kinds.route import Route
from campaign.kinds.route.facts import closing
from campaign.problems import Problem
from campaign.site import Site


def stops_that_receive(site: Site) -> Iterator[Problem]:
    """V56a: a stop in a community that does not say that it receives visitors."""
    for route in site.of(Route).values():
        for number, stop in enumerate(route.stops):
            community = site.of(Community).get(stop.community)
            if community and not (community.reception and community.reception.open):
                place = ("stops", number, "community")
                yield site.problem(route, "V56a", *place, community=community.name)


def stops_that_are_closed(site: Site) -> Iterator[Problem]:
    """V56b: a stop in a community that is rectifying, suspended or has lost its honour."""
    closed = closing(site)
    for route in site.of(Route).values():
        for number, stop in enumerate(route.stops):
            held, community = closed.get(stop.community), site.of(Community).get(stop.community)
            if held and community:
                yield site.problem(
                    route,
                    "V56b",
                    "stops",
                    number,
                    "community",
                    community=community.name,
                    honour=held.title,
                    state=held.state.label,
                )


def ways_between_stops(site: Site) -> Iterator[Problem]:
    """V56c: a stop without the way to it: the whole time cannot be told."""
    for route in site.of(Route).values():
        for number, stop in enumerate(route.stops[1:], 1):
            if stop.travel_min is None:
                yield site.problem(route, "V56c", "stops", number, stop=stop.stop)


def way_to_the_first(site: Site) -> Iterator[Problem]:
    """V56d: the way to a stop that has none before it."""
    for route in site.of(Route).values():
        for name in ("travel_min", "by") if route.stops else ():
            if getattr(route.stops[0], name) is not None:
                yield site.problem(route, "V56d", "stops", 0, name, field=name)
                break


def stops_twice(site: Site) -> Iterator[Problem]:
    """V56e: the same place of the same community, twice."""
    for route in site.of(Route).values():
        seen: set[tuple[str, str]] = set()
        for number, stop in enumerate(route.stops):
            if (stop.community, stop.stop) in seen:
                yield site.problem(route, "V56e", "stops", number, "stop", stop=stop.stop)
            seen.add((stop.community, stop.stop))


CHECKS = (
    stops_that_receive,
    stops_that_are_closed,
    ways_between_stops,
    way_to_the_first,
    stops_twice,
)
