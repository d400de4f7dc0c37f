"""The filter of the roll: what it offers, and how many honours that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from typing import TypedDict

from campaign.kinds.district.facts import above, districts_in_order, line, place_name
from campaign.kinds.honour import plaques
from campaign.kinds.honour.facts import COUNTED, Standing, count_words, standings
from campaign.kinds.honour.lifecycle import State
from campaign.render.edition import Edition

WHOLE_CITY = "city-wide"
"""Stands for the district of those that belong to none."""
UNIT = "项"
UNTROUBLED = "有效，不含限期整改和待复查"
"""One state of those in force: the sum of these has the word 有效 for itself."""


class Choice(TypedDict):
    """What a field of the filter offers, and how many honours that is."""

    id: str
    label: str
    count: str


class Field(TypedDict):
    """A field of the filter."""

    id: str
    label: str
    options: list[Choice]


class Tool(TypedDict):
    """The filter of the roll."""

    total: int
    count: str
    fields: list[Field]


def form(edition: Edition) -> Tool:
    """What the filter offers: only what the roll holds, with how many honours each."""
    items = standings(edition.facts)
    states = Counter(plaques.state_key(item) for item in items)
    years = sorted({item.named.year for item in items if item.named}, reverse=True)
    return {
        "total": len(items),
        "count": count_words(items),
        "fields": [
            _field("level", "级别", _levels(items), items, lambda item: (item.level.value,)),
            _field("kind", "荣誉", _kinds(items), items, lambda item: (item.kind.id,)),
            _field("district", "镇街", _places(edition), items, partial(district_keys, edition)),
            _field("year", "命名年份", [(str(y), f"{y} 年") for y in years], items, _year),
            {"id": "state", "label": "状态", "options": _states(states)},
        ],
    }


def _field(
    id: str,
    label: str,
    options: Iterable[tuple[str, str]],
    items: Iterable[Standing],
    keys: Callable[[Standing], Iterable[str]],
) -> Field:
    """Options with how many honours in force each has; those of which the roll has nothing go."""
    listed, held = Counter[str](), Counter[str]()
    for item in items:
        for key in keys(item):
            listed[key] += 1
            held[key] += item.state.is_active
    known: list[Choice] = [
        {"id": value, "label": text, "count": f"{COUNTED[0]} {held[value]} {UNIT}"}
        for value, text in options
        if listed[value]
    ]
    return {"id": id, "label": label, "options": known}


def _states(counts: Counter[str]) -> list[Choice]:
    """A state says itself what is counted; the sum in force counts more than one of them."""
    labels = plaques.KEY_LABELS | {State.ACTIVE.value: UNTROUBLED}
    return [
        {"id": key, "label": labels[key], "count": f"{count} {UNIT}"}
        for key, count in counts.most_common()
    ]


def _levels(items: Iterable[Standing]) -> list[tuple[str, str]]:
    """The items come highest level first."""
    return [(level.value, level.label) for level in dict.fromkeys(item.level for item in items)]


def _kinds(items: Iterable[Standing]) -> list[tuple[str, str]]:
    return list({item.kind.id: item.kind.name for item in items}.items())


def _year(item: Standing) -> tuple[str]:
    return (str(item.named.year) if item.named else "",)


def _places(edition: Edition) -> list[tuple[str, str]]:
    return [(id, name) for id, name, _ in districts(edition)]


def districts(edition: Edition) -> list[tuple[str, str, str]]:
    """Id, name and what it lies in of each place in its order; and of what belongs to none."""
    site = edition.site
    known = [
        (item.id, place_name(site, item.id), above(site, item.id))
        for item in districts_in_order(site)
    ]
    return [*known, (WHOLE_CITY, "全市", "")]


def district_keys(edition: Edition, item: Standing) -> tuple[str, ...]:
    """The place of its holder, and what that lies in."""
    return line(edition.site, district_key(edition, item))


def district_key(edition: Edition, item: Standing) -> str:
    return plaques.subject_district_id(edition, item.honour) or WHOLE_CITY
