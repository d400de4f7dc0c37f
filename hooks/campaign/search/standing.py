"""How a page stands among others before anybody has asked: by its day, its kind, its title."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from campaign.kinds import KINDS
from campaign.kinds.kind import Sought
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
BEHIND = {Sought.FIRST: 0, Sought.NEXT: 25, Sought.LAST: 45}
"""By so much pages of a kind stand behind those that are shown first."""
PLACES = {
    (kind.spot or kind.home).split("#")[0].split("{")[0]: BEHIND[kind.sought]
    for kind in KINDS
    if kind.has_address
}
"""Where pages of each kind stand, and parts of pages."""


def of_all(documents: Iterable[Document]) -> str:
    """Three signs for each document: its worth, by how much its kind stands behind others,
    and the number of tokens in its title."""
    return "".join(
        SIGNS[worth(document)]
        + SIGNS[behind(document)]
        + SIGNS[min(len(tokens.counted(document.title)), MOST)]
        for document in documents
    )


def behind(document: Document) -> int:
    """A list stands where what it lists does."""
    places = [place for place in PLACES if document.path.startswith(place)]
    return PLACES[max(places, key=len)] if places else 0


def worth(document: Document) -> int:
    """Newer is worth more. A function of the document: nobody looks at a clock."""
    aside = ASIDE if document.filters.get(COLUMN, [OTHER]) == [OTHER] else 0
    if not document.date:
        return TIMELESS - aside
    day = date.fromisoformat(document.date)
    age = (day - date(OLDEST, 1, 1)).days * PER_YEAR // 365
    return max(0, min(MOST, age) - aside)
