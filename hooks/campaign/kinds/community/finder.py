"""Where residents find their own community on the home page: by name, estate or pinyin.

In a small city the box narrows a list that the page holds. In a big one the page holds where
each district begins on the list of communities, and the box fetches what it looks through.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TypedDict

from campaign import urls
from campaign.kinds import BY_NAME
from campaign.kinds.community import Community
from campaign.kinds.community.addresses import FINDER_DATA
from campaign.kinds.community.views import sort_key
from campaign.kinds.district.facts import place_name
from campaign.render import names
from campaign.render.edition import Edition
from campaign.render.names import Link
from campaign.render.outputs import Output
from campaign.search.spelling import spelled

WAYS = {"district": "按镇街查找", "pinyin": "按拼音首字母查找"}
OPEN = 60
"""Up to how many communities are listed on the page itself."""


class Found(Link):
    """A community, and by what residents find it: its reading and its estates."""

    words: str


class Letter(TypedDict):
    """The communities under a letter."""

    letter: str
    links: list[Found]


class Start(TypedDict):
    """Where a district or a letter begins on the list of communities."""

    label: str
    url: str


class Way(TypedDict):
    """How the list of communities is gone through."""

    label: str
    starts: list[Start]


class Finder(TypedDict):
    """What there is to find a community by."""

    has_finder: bool
    finder: list[Letter]
    """In a small city."""
    finder_data: str
    """In a big city: what the box fetches."""
    finder_ways: list[Way]


def view(edition: Edition) -> Finder:
    """What the home page of this city holds."""
    is_big = _is_big(edition)
    return {
        "has_finder": bool(edition.site.of(Community)),
        "finder": [] if is_big else _under_letters(edition),
        "finder_data": FINDER_DATA if is_big else "",
        "finder_ways": _ways(edition) if is_big else [],
    }


def files(edition: Edition) -> Iterator[Output]:
    """What the box of a big city fetches."""
    if _is_big(edition):
        text = json.dumps(data(edition), ensure_ascii=False, separators=(",", ":"))
        yield Output(FINDER_DATA, text.encode())


def data(edition: Edition) -> dict[str, list[list[str]]]:
    """Each community's address, name, district and words, in the order of their pinyin."""
    return {
        "communities": [
            [
                urls.url(community),
                community.name,
                place_name(edition.site, community.district),
                _words(community),
            ]
            for community in _ordered(edition)
        ]
    }


def _is_big(edition: Edition) -> bool:
    return len(edition.site.of(Community)) > OPEN


def _ordered(edition: Edition) -> list[Community]:
    return sorted(edition.site.of(Community).values(), key=sort_key)


def _words(community: Community) -> str:
    estates = " ".join(community.estates)
    return f"{spelled(community.name, community.pinyin)} {estates}".strip()


def _under_letters(edition: Edition) -> list[Letter]:
    """Every community under the first letter of its name."""
    letters: dict[str, list[Found]] = {}
    for community in _ordered(edition):
        link = names.record_link(edition, "community", community.id)
        letter = names.initial(community.pinyin or community.name)
        letters.setdefault(letter, []).append({**link, "words": _words(community)})
    return [{"letter": letter, "links": links} for letter, links in sorted(letters.items())]


def _ways(edition: Edition) -> list[Way]:
    ways = [Way(label=label, starts=_starts(edition, by)) for by, label in WAYS.items()]
    return [way for way in ways if way["starts"]]


def _starts(edition: Edition, by: str) -> list[Start]:
    """Where each group begins on the list in this order; none, if no page has the list."""
    block = BY_NAME[Community.kind].presenter.list_block("communities")
    options = {"by": by}
    places = block.contents(edition, options)
    groups = block.groups(edition, options) if places else []
    return [{"label": group.label, "url": places[group.id]} for group in groups]
