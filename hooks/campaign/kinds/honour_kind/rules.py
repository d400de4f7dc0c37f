"""Honours of which only the number is public: facts, and each told once."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.kinds.honour_kind import HonourKind
from campaign.problems import Problem
from campaign.site import Site


def counted_ahead(site: Site) -> Iterator[Problem]:
    """H28a: counted on a day that is still to come."""
    for kind in site.of(HonourKind).values():
        for index, item in enumerate(kind.counted):
            if site.is_future(item.on):
                yield site.problem(kind, "H28a", "counted", index, "on", on=item.on)


def counted_twice(site: Site) -> Iterator[Problem]:
    """H28b: the same of the same day counted twice."""
    for kind in site.of(HonourKind).values():
        seen: set[tuple[object, ...]] = set()
        for index, item in enumerate(kind.counted):
            key = (item.on, item.type, item.who)
            if key in seen:
                words = {"on": item.on, "event": item.type.label, "who": item.who}
                yield site.problem(kind, "H28b", "counted", index, **words)
            seen.add(key)


CHECKS = (counted_ahead, counted_twice)
