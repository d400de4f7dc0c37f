"""The text of each page in a script of its own: a result shows a piece of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from campaign.render.outputs import Output
from campaign.search.documents import Document
from campaign.search.shards import script

PATH = "search/texts/{}.js"


def outputs(documents: Iterable[Document]) -> Iterator[Output]:
    """One script a page, numbered as the index numbers them."""
    for place, d in enumerate(documents):
        row = [d.path, d.title, d.text, d.spelling, d.date, d.filters]
        yield script(PATH.format(place), f"texts/{place}", row)
