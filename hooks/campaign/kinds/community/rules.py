"""What is asked of communities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from campaign.derive.quantities import Quantity, Said, quantities
from campaign.kinds.community import Community
from campaign.kinds.experience import Experience
from campaign.kinds.gallery import Gallery
from campaign.model.base import Record
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


def told_twice(site: Site) -> Iterator[Problem]:
    """V22b: an experience or a gallery gives a quantity another value than its community."""
    told: list[Experience | Gallery] = [*site.of(Experience).values(), *site.of(Gallery).values()]
    for record in told:
        communities = (site.of(Community).get(id) for id in record.communities)
        for community in filter(None, communities):
            yield from _told_apart(site, community, record)


def _told_apart(site: Site, community: Community, record: Record) -> Iterator[Problem]:
    known, own = _quantities(site, community), _quantities(site, record)
    for key in sorted(own.keys() & known.keys()):
        here, there = own[key], known[key]
        if here.value != there.value:
            words = {"here": here.words, "there": there.words, "name": community.name}
            yield site.problem(record, "V22b", *here.loc, **words)


def _quantities(site: Site, record: Record) -> Mapping[Quantity, Said]:
    return quantities((loc, text) for loc, _, text in site.texts(record))


CHECKS = (
    duplicate_names,
    covers,
    told_twice,
)
