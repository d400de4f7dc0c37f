"""What the interface needs before the first query: a small script beside the index."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from campaign.render.outputs import Output
from campaign.search import variants
from campaign.search.documents import Document
from campaign.search.facets import YEAR

PATH = "search/settings.js"
PAGEFIND, PLAIN = "pagefind", "plain"
ENGINE = '"engine":"{}"'
SUGGESTED = 8
"""How many words an empty search suggests, at most."""


def output(
    documents: Sequence[Document],
    orders: Mapping[str, Sequence[str]],
    keywords: Sequence[str],
    engine: str,
) -> Output:
    """The engine, the filters' values, suggestions, and the table of variants."""
    texts = [f"{document.title}\n{document.text}" for document in documents]
    found = [word for word in dict.fromkeys(keywords) if any(word in text for text in texts)]
    data = {
        "engine": engine,
        "choices": choices(documents, orders),
        "terms": found[:SUGGESTED],
        "variants": variants.pairs(texts),
    }
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Output(PATH, f"Object.assign(campaignSearch,{written});\n".encode())


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


def with_plain_engine(tree: Path) -> Output:
    """The settings of a built tree, for its plain texts."""
    written = (tree / PATH).read_text(encoding="utf-8")
    text = written.replace(ENGINE.format(PAGEFIND), ENGINE.format(PLAIN), 1)
    return Output(PATH, text.encode())
