"""What is asked of communities."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.kinds.community import Community
from campaign.problems import Problem
from campaign.site import Site


def duplicate_names(site: Site) -> Iterator[Problem]:
    """V02b: two communities of one district with one name."""
    first: dict[tuple[str, str], str] = {}
    for community in site.of(Community).values():
        key = (community.district, community.name)
        if key in first:
            other = site.origin(site.of(Community)[first[key]]).path
            yield site.problem(community, "V02b", "name", name=community.name, other=other)
        first.setdefault(key, community.id)


def covers(site: Site) -> Iterator[Problem]:
    """V08c: a published community without a picture."""
    for community in site.of(Community).values():
        if community.cover is None and site.is_out(community):
            yield site.problem(community, "V08c")


CHECKS = (
    duplicate_names,
    covers,
)
