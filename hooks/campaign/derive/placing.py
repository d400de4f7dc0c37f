"""Which pages of `docs/` ask for which block, and where they are published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from campaign import urls
from campaign.derive.facts import Facts, fact
from campaign.kinds.kind import NUMBER
from campaign.reading import markup


class Place(NamedTuple):
    """A block on a page."""

    address: str
    options: Mapping[str, str]
    title: str = ""
    """Of the page."""


def is_sound(block: markup.Block) -> bool:
    """Whether a block can be made; a rule says so of one that cannot, where it is written."""
    known = markup.BLOCKS.get(block.name)
    return known is not None and all(
        name in known and _may_be(known[name], value) for name, value in block.options.items()
    )


def _may_be(choices: tuple[str, ...] | str, value: str) -> bool:
    if isinstance(choices, tuple):
        return value in choices
    return choices != NUMBER or (value.isascii() and value.isdigit())


@fact
def places(facts: Facts) -> Mapping[str, Sequence[Place]]:
    """Where each block stands, by its name, in the order of the pages' files."""
    site = facts.site
    found: dict[str, list[Place]] = defaultdict(list)
    for uri, page in sorted(site.prose.items()):
        if site.shows(uri):
            for block in filter(is_sound, markup.blocks(page.origin.body)):
                place = Place(urls.of_page(uri), block.options, page.title)
                found[block.name].append(place)
    return found
