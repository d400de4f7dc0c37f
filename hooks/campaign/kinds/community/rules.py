"""What is asked of communities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from campaign.checks.lines import Line
from campaign.derive.quantities import Quantity, Said, quantities
from campaign.kinds.community import Community
from campaign.kinds.experience import Experience
from campaign.kinds.gallery import Gallery
from campaign.model.base import Record
from campaign.model.look import Look
from campaign.problems import Problem
from campaign.reading import markup
from campaign.site import Site


def duplicate_names(site: Site) -> Iterator[Problem]:
    """V02b: two communities of one district with one name."""
    first: dict[tuple[str, ...], str] = {}
    for community in site.of(Community).values():
        beside = (str(getattr(community, field)) for field in Community.beside_name)
        key = (community.name, *beside)
        if key in first:
            other = site.origin(site.of(Community)[first[key]]).path
            yield site.problem(community, "V02b", "name", name=community.name, other=other)
        first.setdefault(key, community.id)


def covers(site: Site) -> Iterator[Problem]:
    """V08c: a published community without a picture."""
    for community in site.of(Community).values():
        if community.cover is None and site.is_out(community):
            yield site.problem(community, "V08c")


def not_yet_there(site: Site) -> Iterator[Problem]:
    """V16f: published before the day on which it is set up; no number would count it."""
    for community in site.of(Community).values():
        if site.is_future(community.est.first()) and site.is_out(community):
            yield site.problem(community, "V16f", "est", value=community.est)


def told_twice(site: Site) -> Iterator[Problem]:
    """V22b: a text about one community gives a quantity another value than its record.

    A text about several says of none of them which figure is meant.
    """
    for record in site.everything():
        names: list[str] = getattr(record, "communities", [])
        for id in names:
            is_told_of = isinstance(record, (Experience, Gallery)) or len(names) == 1
            if is_told_of and (community := site.of(Community).get(id)):
                yield from _told_apart(site, community, record)


def _told_apart(site: Site, community: Community, record: Record) -> Iterator[Problem]:
    known = site.look(community).once(_quantities)
    own = site.look(record).once(_quantities)
    for key in sorted(own.keys() & known.keys()):
        here, there = own[key], known[key]
        if here.value != there.value:
            line = Line(site.origin(record), here.words, here.place)
            yield line.problem("V22b", here=line.text, there=there.words, name=community.name)


def _quantities(look: Look) -> Mapping[Quantity, Said]:
    fields = [(loc, markup.as_read(text)) for loc, _, text in look.texts]
    body = enumerate(look.origin.body.split("\n"), look.origin.body_line)
    return quantities([*fields, *((number, markup.as_read(row)) for number, row in body)])


CHECKS = (
    duplicate_names,
    covers,
    not_yet_there,
    told_twice,
)
