"""Grants: to whom money may go, for what, and that somebody says what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.kinds.community import Community
from campaign.kinds.grant import Grant
from campaign.kinds.grant.facts import held_site, lacks_result
from campaign.kinds.grant.record import Purpose
from campaign.problems import Problem
from campaign.site import Site


def to_no_site(site: Site) -> Iterator[Problem]:
    """V57a: money for a community that held no site's honour in that year."""
    for grant in site.of(Grant).values() if site.is_whole else ():
        community = site.of(Community).get(grant.community)
        if community and not held_site(site, grant.community, grant.year):
            yield site.problem(
                grant, "V57a", "community", community=community.name, year=grant.year
            )


def without_result(site: Site) -> Iterator[Problem]:
    """V57b: the year is over, and nobody says what came of the money."""
    for grant in site.of(Grant).values():
        if lacks_result(grant, site.today):
            yield site.problem(grant, "V57b", year=grant.year)


def of_another_year(site: Site) -> Iterator[Problem]:
    """V57c: money that was given before the year for which it is."""
    for grant in site.of(Grant).values():
        if grant.granted and grant.granted.year < grant.year:
            yield site.problem(grant, "V57c", "granted", granted=grant.granted, year=grant.year)


def start_twice(site: Site) -> Iterator[Problem]:
    """V57d: money to begin with is given once: from then on projects are paid for."""
    first: dict[str, int] = {}
    for grant in sorted(site.of(Grant).values(), key=lambda item: item.year):
        if grant.purpose is Purpose.START:
            begun = first.setdefault(grant.community, grant.year)
            if begun != grant.year:
                yield site.problem(grant, "V57d", "purpose", year=begun)


CHECKS = (to_no_site, without_result, of_another_year, start_twice)
