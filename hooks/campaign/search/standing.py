"""How a page stands among others before anybody has asked: by its column, its day, its title."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from campaign.search import tokens
from campaign.search.documents import Document
from campaign.search.facets import COLUMN, OTHER
from campaign.search.shards import SIGNS

MOST = len(SIGNS) - 1
OLDEST = 2010
"""The year of the oldest pages, as far as their age makes a difference."""
PER_YEAR = 2
"""Steps of worth: thirty years fill the scale."""
TIMELESS = PER_YEAR * 15
"""Pages without a day stand where those of 2025 do."""
ASIDE = 12
"""By so much a page about the site itself stands behind one of a column."""


def of_all(documents: Iterable[Document]) -> str:
    """Two signs for each document: its worth, and the number of tokens in its title."""
    return "".join(
        SIGNS[worth(document)] + SIGNS[min(len(tokens.counted(document.title)), MOST)]
        for document in documents
    )


def worth(document: Document) -> int:
    """Newer is worth more. A function of the document: nobody looks at a clock."""
    aside = ASIDE if document.filters.get(COLUMN, [OTHER]) == [OTHER] else 0
    if not document.date:
        return TIMELESS - aside
    day = date.fromisoformat(document.date)
    age = (day - date(OLDEST, 1, 1)).days * PER_YEAR // 365
    return max(0, min(MOST, age) - aside)
