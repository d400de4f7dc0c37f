"""By what results are narrowed and ordered: a script that a browser takes when somebody does."""

from __future__ import annotations

from collections.abc import Sequence

from campaign.render.outputs import Output
from campaign.search.documents import Document
from campaign.search.shards import number, script

PATH = "search/choices.js"


def output(documents: Sequence[Document]) -> Output:
    """Which documents have a filter's value, and how they follow each other by each key."""
    places: dict[str, dict[str, list[int]]] = {}
    for place, document in enumerate(documents):
        for name, values in document.filters.items():
            for value in values:
                places.setdefault(name, {}).setdefault(value, []).append(place)
    filters = {name: {v: _steps(p) for v, p in values.items()} for name, values in places.items()}
    keys = sorted({key for document in documents for key in document.sorts})
    sorts = {key: _order([document.sorts.get(key, "") for document in documents]) for key in keys}
    return script(PATH, "choices", {"filters": filters, "sorts": sorts})


def _steps(places: Sequence[int]) -> str:
    """How far each place lies behind the one before."""
    return "".join(number(b - a - 1) for a, b in zip([-1, *places], places, strict=False))


def _order(values: Sequence[str]) -> str:
    """The rank of each document by its value: numbers by size, anything else by its signs."""
    if all(value.isdecimal() for value in values):
        ranked: list[str] = sorted(set(values), key=int)
    else:
        ranked = sorted(set(values))
    rank = {value: place for place, value in enumerate(ranked)}
    return "".join(number(rank[value]) for value in values)
