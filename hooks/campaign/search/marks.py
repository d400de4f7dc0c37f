"""How a page tells the search what it is: `<meta>` that Pagefind reads, and `reading`, too.

https://pagefind.app/docs/filtering/, /docs/sorts/, /docs/metadata/
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from campaign.search.facets import Facets

MARK = '<meta property="search" data-pagefind-{}="{}[content]" content="{}">\n'
SPELLING, DATE = "py", "date"
"""Metadata: how names are spelled in Latin letters, and the day that a result shows."""


def marks(facets: Facets) -> Markup:
    """The marks of one page."""
    return Markup(
        "".join(MARK.format(kind, name, escape(value)) for kind, name, value in _marks(facets))
    )


def _marks(facets: Facets) -> Iterator[tuple[str, str, str]]:
    for name, values in facets.filters.items():
        for value in values:
            yield "filter", name, value
    for name, value in facets.sorts.items():
        yield "sort", name, value
    for name, value in ((SPELLING, facets.spelling), (DATE, facets.date)):
        if value:
            yield "meta", name, value
