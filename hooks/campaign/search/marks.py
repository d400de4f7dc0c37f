"""How a page tells the search what it is: `<meta>` that Pagefind reads, and `reading`, too.

https://pagefind.app/docs/filtering/, /docs/sorts/, /docs/metadata/
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from campaign.search.facets import Facets

MARK = Markup('<meta property="search" data-pagefind-{}="{}[content]" content="{}">\n')
SPELLING, DATE = "py", "date"
"""Metadata: how names are spelled in Latin letters, and the day that a result shows."""


def marks(facets: Facets) -> Markup:
    """The marks of one page."""
    return Markup().join(_marks(facets))


def _marks(facets: Facets) -> Iterator[Markup]:
    for name, values in facets.filters.items():
        for value in values:
            yield MARK.format("filter", name, value)
    for name, value in facets.sorts.items():
        yield MARK.format("sort", name, value)
    for name, value in ((SPELLING, facets.spelling), (DATE, facets.date)):
        if value:
            yield MARK.format("meta", name, value)
