"""Grants: to whom money may go, for what, and that somebody says what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.kinds.community import Community
from campaign.kinds.grant import Grant
from campaign.kinds.grant.facts import held_site, lacks_result
from campaign.kinds.grant.record import Purpose
from campaign.kinds.honour import Honour
from campaign.kinds.honour_kind import HonourKind
from campaign.kinds.project import Project
from campaign.model.soundness import is_orderly
from campaign.problems import Problem
from campaign.site import Site

EARLIEST = 2000
"""Before this year no city has given such money."""


def _are_sites_sound(site: Site) -> bool:
    """Whether it can be told who held a site's honour: each of somebody, on days in order."""
    kinds = {id for id, kind in site.of(HonourKind).items() if kind.is_site}
    honours = [item for item in site.of(Honour).values() if item.honour_kind in kinds]
    are_ordered = all(is_orderly(item.events, site.last_known) for item in honours)
    named = ((item.subject.type.value, item.subject.ref) for item in honours)
    return are_ordered and all(ref is None or ref in site.kind(kind) for kind, ref in named)


def to_no_site(site: Site) -> Iterator[Problem]:
    """V57a: money for a community that held no site's honour in that year."""
    for grant in site.of(Grant).values() if site.is_whole and _are_sites_sound(site) else ():
        community = site.of(Community).get(grant.community)
        if community and _is_year(site, grant) and not held_site(site, grant.community, grant.year):
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
        is_before = grant.granted is not None and grant.granted.year < grant.year
        if is_before and _is_year(site, grant):
            yield site.problem(grant, "V57c", "granted", granted=grant.granted, year=grant.year)


def start_twice(site: Site) -> Iterator[Problem]:
    """V57d: money to begin with is given once: from then on projects are paid for."""
    first: dict[str, Grant] = {}
    for grant in sorted(site.of(Grant).values(), key=lambda item: (item.year, item.id)):
        if grant.purpose is Purpose.START:
            begun = first.setdefault(grant.community, grant)
            if begun is not grant:
                words = {"year": begun.year, "other": site.origin(begun).path}
                yield site.problem(grant, "V57d", "purpose", **words)


def years(site: Site) -> Iterator[Problem]:
    """V57e: a year that nobody plans for yet, or in which there were no grants."""
    for grant in site.of(Grant).values():
        if not _is_year(site, grant):
            last = site.last_known.year + 1
            yield site.problem(grant, "V57e", "year", value=grant.year, first=EARLIEST, last=last)


def _is_year(site: Site, grant: Grant) -> bool:
    return EARLIEST <= grant.year <= site.last_known.year + 1


def result_of_nothing(site: Site) -> Iterator[Problem]:
    """V57f: what came of money that was never given."""
    for grant in site.of(Grant).values():
        if grant.result and grant.granted is None:
            yield site.problem(grant, "V57f", "result")


def of_another_place(site: Site) -> Iterator[Problem]:
    """V57g: money for a project that lies in another community."""
    for grant in site.of(Grant).values():
        project = site.of(Project).get(grant.project or "")
        is_known = grant.community in site.of(Community)
        if project and is_known and grant.community not in project.communities:
            yield site.problem(grant, "V57g", "project", name=project.name)


CHECKS = (
    to_no_site,
    without_result,
    of_another_year,
    start_twice,
    years,
    result_of_nothing,
    of_another_place,
)
