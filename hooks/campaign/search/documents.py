"""The words of a page and of its parts, as the search knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from campaign.render.names import pinyin
from campaign.search.facets import Facets

ENTRANCE = "[data-search-text]"
"""What a page that lists others is found by."""
PART = "[data-search-part]"
"""What of a page that lists others is found by a name of its own, and led to by its anchor."""
UNREAD = (
    "nav, form, footer, label, script, style, noscript, template, svg, "
    "iframe, .headerlink, [data-search-ignore]"
)
"""What is no part of a text: controls, and what a template marks so."""
BLOCKS = (
    "p, div, section, article, header, li, dt, dd, tr, td, th, caption, figure, figcaption, "
    "h1, h2, h3, h4, h5, h6, blockquote, pre, summary, details, br"
)
AFTER = "~"
"""By name, pages of lists come behind what they list."""
SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Document:
    """One page that can be found, or a part of one."""

    path: str
    """Address relative to the site's root, with the closing slash; of a part, with its anchor."""
    title: str
    text: str
    spelling: str
    date: str
    filters: dict[str, list[str]]
    sorts: dict[str, str]
    headings: str = ""
    """What its parts are called."""

    def has(self, word: str) -> bool:
        """Whether its title or its text has a word."""
        return word in self.title or word in self.text


def of_page(
    address: str, facets: Facets, body: LexborHTMLParser, is_listing: bool
) -> tuple[Document, ...]:
    """A page that is being made: `body` is all that its frame does not have. It is used up.

    A page that lists others is found by what it marks as its text alone, if it does, and
    each part that it marks by its own name.
    """
    parts = tuple(_parts(address, facets, body)) if is_listing else ()
    text = body.css_first(ENTRANCE) if is_listing else body.body
    return parts if text is None else (_whole(address, facets, body, text, is_listing), *parts)


def _whole(
    address: str, facets: Facets, body: LexborHTMLParser, text: LexborNode, is_listing: bool
) -> Document:
    heading = body.css_first("h1")
    title = _words(heading) if heading else ""
    headings = _headings(body)
    sorts = (
        {**facets.sorts, "name": f"{AFTER}{facets.sorts['name']}"} if is_listing else facets.sorts
    )
    found = (facets.spelling, facets.date, dict(facets.filters), dict(sorts))
    return Document(address, title, _words(text), *found, headings)


def _parts(address: str, facets: Facets, body: LexborHTMLParser) -> Iterator[Document]:
    """The parts that a page marks and can be led to; each is of the first day that it names."""
    for node in body.css(PART):
        name = node.attributes["data-search-part"] or ""
        anchored, moment = node.css_first("[id]"), node.css_first("time[datetime]")
        if anchored is None:
            continue
        day = (moment.attributes["datetime"] or "")[:10] if moment else facets.date
        sorts = {**facets.sorts, "date": day.replace("-", "") or "0", "name": pinyin(name).lower()}
        path = f"{address}#{anchored.id}"
        yield Document(path, name, _words(node), "", day, dict(facets.filters), sorts)


def _headings(parsed: LexborHTMLParser) -> str:
    """What the parts of a page are called, each on a line."""
    return "\n".join(node.text() for node in parsed.css("h2, h3"))


def _words(node: LexborNode) -> str:
    """Text in which neighbouring blocks do not run together."""
    for unread in node.css(UNREAD):
        unread.decompose()
    for block in node.css(BLOCKS):
        block.insert_after("\n")
    return SPACE.sub(" ", node.text()).strip()
