"""What internal records say that no public one does: a canary for the published files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaign.model.base import Record, Visibility
from campaign.site import Site

STRETCH = re.compile(r"[^\s<>&\"'`*_\[\]()#|{}\\]{6,}")
"""Words that stand in any output as they were written: nothing in them is escaped or marked up.
Shorter ones may be anybody's."""
EACH = 3
"""How many stretches a record gives: one that reached the site would show them all."""


def secrets(site: Site) -> frozenset[str]:
    """Name and longest stretches of each internal record that no public one holds."""
    inside = [item for item in site.everything() if item.visibility is Visibility.INTERNAL]
    if not inside:
        return frozenset()
    outside = (item for item in site.everything() if item.visibility is Visibility.PUBLIC)
    public = "\n".join(
        [
            *(text for record in outside for text in _texts(site, record)),
            *(page.origin.body for page in site.prose.values()),
        ]
    )
    return frozenset(
        stretch for record in inside for stretch in _longest(site, record) if stretch not in public
    )


def _longest(site: Site, record: Record) -> list[str]:
    found = {stretch for text in _texts(site, record) for stretch in STRETCH.findall(text)}
    longest = sorted(found, key=lambda stretch: (-len(stretch), stretch))[:EACH]
    return longest + STRETCH.findall(record.heading)


def _texts(site: Site, record: Record) -> Iterator[str]:
    yield site.origin(record).body
    for _, _, text in site.look(record).texts:
        yield text
