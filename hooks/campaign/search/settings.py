"""What the interface needs before the first query: a small script beside the index."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path

import yaml

from campaign.render.outputs import Output
from campaign.search import shards, standing, variants
from campaign.search.documents import Document
from campaign.search.facets import YEAR

PATH = "search/settings.js"
SYNONYMS = Path(__file__).with_name("synonyms.yml")
SUGGESTED = 8
"""How many words an empty search suggests, at most."""


def output(
    documents: Sequence[Document],
    orders: Mapping[str, Sequence[str]],
    keywords: Sequence[str],
    pieces: Sequence[Sequence[str]],
    own_synonyms: Sequence[Sequence[str]] = (),
) -> Output:
    """The filters' values, suggestions, variants, and what tells the index's pieces apart."""
    found = [word for word in dict.fromkeys(keywords) if any(d.has(word) for d in documents)]
    data = {
        "choices": choices(documents, orders),
        "terms": found[:SUGGESTED],
        "variants": variants.pairs(line.partition(" ")[0] for piece in pieces for line in piece),
        "synonyms": synonyms(own_synonyms),
        "directory": shards.directory(pieces),
        "standing": standing.of_all(documents),
        "parts": parts(documents),
        "edition": _edition(documents, pieces),
        "pieces": {},
    }
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Output(PATH, f"Object.assign(campaignSearch,{written});\n".encode())


def synonyms(own: Iterable[Sequence[str]] = ()) -> list[list[str]]:
    """Groups of words that residents and documents use for one thing.

    A city's `own` group joins those that share a word with it: no word is in two.
    """
    groups = [list(group) for group in _usual_synonyms()]
    for words in own:
        joined = [group for group in groups if not {*group}.isdisjoint(words)]
        groups = [group for group in groups if group not in joined]
        groups.append(list(dict.fromkeys([*chain.from_iterable(joined), *words])))
    return groups


@cache
def _usual_synonyms() -> list[list[str]]:
    read: list[list[str]] = yaml.safe_load(SYNONYMS.read_text(encoding="utf-8"))
    return read


def parts(documents: Sequence[Document]) -> dict[int, int]:
    """Which pages have parts that are documents, and how many: these follow their page."""
    page, found = -1, Counter[int]()
    for place, document in enumerate(documents):
        whole, is_part, _ = document.path.partition("#")
        if not is_part:
            page = place
        elif page >= 0 and documents[page].path == whole:
            found[page] += 1
    return dict(found)


def _edition(documents: Sequence[Document], pieces: Sequence[Sequence[str]]) -> str:
    """A mark of this very index: a browser must not join pieces of two."""
    found = sha256()
    for part in chain(pieces, documents):
        found.update(repr(part).encode())
    return found.hexdigest()[:12]


def choices(
    documents: Sequence[Document], orders: Mapping[str, Sequence[str]]
) -> dict[str, list[str]]:
    """The values of each filter that lead anywhere, in the site's order; years newest first."""
    found: dict[str, list[str]] = {}
    for name, order in orders.items():
        values = {value for d in documents for value in d.filters.get(name, ())}
        known = [value for value in dict.fromkeys(order) if value in values]
        found[name] = known + sorted(values - set(known), reverse=name == YEAR)
    return {name: values for name, values in found.items() if len(values) > 1}
