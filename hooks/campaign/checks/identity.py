"""Names and former ids."""

from __future__ import annotations

from collections.abc import Iterator

from campaign import urls
from campaign.problems import Problem
from campaign.site import Site


def pages_in_the_way(site: Site) -> Iterator[Problem]:
    """V01d: a record whose address is that of a page in its column."""
    for record in site.everything():
        page = f"{urls.FOLDERS.get(record.kind)}/{record.id}.md"
        if page in site.prose:
            yield site.problem(record, "V01d", "id", id=record.id, page=f"docs/{page}")


def names_twice(site: Site) -> Iterator[Problem]:
    """V02d: two records of a kind that nobody can tell apart by their names."""
    first: dict[tuple[str, ...], str] = {}
    for record in site.everything():
        key = (record.kind, *record.only_name)
        if record.only_name and key in first:
            name = "name" if hasattr(record, "name") else "title"
            yield site.problem(record, "V02d", name, value=record.heading, other=first[key])
        first.setdefault(key, site.origin(record).path)


def aliases_in_use(site: Site) -> Iterator[Problem]:
    """V02c: a former id that is an id, or that two records claim."""
    claimed: dict[tuple[str, str], str] = {}
    for record in site.everything():
        for index, alias in enumerate(record.aliases):
            key = (record.kind, alias)
            owner = site.kind(record.kind).get(alias)
            other = site.origin(owner).path if owner else claimed.get(key)
            if other:
                yield site.problem(record, "V02c", "aliases", index, id=alias, other=other)
            claimed[key] = site.origin(record).path
