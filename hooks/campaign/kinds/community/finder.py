"""Where residents find their own community on the home page: by the letter that it begins with."""

from __future__ import annotations

from typing import TypedDict

from campaign.kinds import BY_NAME
from campaign.kinds.community import Community
from campaign.kinds.community.views import sort_key
from campaign.render import names
from campaign.render.edition import Edition
from campaign.render.names import Link
from campaign.search.spelling import spelled

OPEN = 60
"""Up to how many communities are listed; of more there are the letters alone."""


class Found(Link):
    """A community, and by what residents find it: its reading and its estates."""

    words: str


class Letter(TypedDict):
    """The communities under a letter, or where they begin on their list."""

    letter: str
    url: str
    links: list[Found]


class Finder(TypedDict):
    """All letters; whether there is anything to find, and whether it is listed here."""

    finder: list[Letter]
    has_finder: bool
    finder_open: bool


def view(edition: Edition) -> Finder:
    """The communities under their letters, or in a big city where each letter begins."""
    count = len(edition.site.of(Community))
    found = _communities(edition) if count <= OPEN else _letters(edition)
    return {"finder": found, "has_finder": count > 0, "finder_open": count <= OPEN}


def _communities(edition: Edition) -> list[Letter]:
    """Every community under the first letter of its name."""
    letters: dict[str, list[Found]] = {}
    for community in sorted(edition.site.of(Community).values(), key=sort_key):
        link = names.record_link(edition, "community", community.id)
        letter = names.initial(community.pinyin or community.name)
        words = f"{spelled(community.name, community.pinyin)} {' '.join(community.estates)}"
        letters.setdefault(letter, []).append({**link, "words": words.strip()})
    ordered = sorted(letters.items())
    return [{"letter": letter, "url": "", "links": links} for letter, links in ordered]


def _letters(edition: Edition) -> list[Letter]:
    """Where each letter begins on the list in the order of pinyin."""
    block = BY_NAME[Community.kind].presenter.list_block("communities")
    options = {"by": "pinyin"}
    places = block.contents(edition, options)
    groups = block.groups(edition, options)
    return [{"letter": g.label, "url": places[g.id], "links": []} for g in groups if places]
