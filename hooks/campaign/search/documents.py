"""The words of built pages, read as Pagefind reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from campaign.search.facets import Facets
from campaign.search.marks import DATE, SPELLING

BODY = "[data-pagefind-body]"
UNREAD = (
    "nav, form, footer, label, script, style, noscript, template, svg, "
    "iframe, .headerlink, [data-pagefind-ignore]"
)
"""What Pagefind leaves out of a text by itself, and what we tell it to."""
BLOCKS = (
    "p, div, section, article, header, li, dt, dd, tr, td, th, caption, figure, figcaption, "
    "h1, h2, h3, h4, h5, h6, blockquote, pre, summary, details, br"
)
SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Document:
    """One page that can be found."""

    path: str
    """Address relative to the site's root, with the closing slash."""
    title: str
    text: str
    spelling: str
    date: str
    filters: dict[str, list[str]]
    sorts: dict[str, str]


def documents(tree: Path) -> list[Document]:
    """Every page of a built tree that belongs to the search, by address."""
    found = []
    for path in sorted(tree.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        if "data-pagefind-body" in html:
            address = path.relative_to(tree).as_posix().removesuffix("index.html")
            found.append(document(address, html))
    return found


def document(address: str, html: str) -> Document:
    """A page that has the mark of a text."""
    parsed = LexborHTMLParser(html)
    filters: dict[str, list[str]] = {}
    for node in parsed.css("meta[data-pagefind-filter]"):
        filters.setdefault(_name(node, "filter"), []).append(node.attributes["content"] or "")
    sorts = _contents(parsed, "sort")
    meta = _contents(parsed, "meta")
    heading = parsed.css_first("h1")
    title = _words(heading) if heading else ""
    text = " ".join(_words(body) for body in parsed.css(BODY))
    return Document(
        address, title, text, meta.get(SPELLING, ""), meta.get(DATE, ""), filters, sorts
    )


def of_body(
    address: str, facets: Facets, body: LexborHTMLParser, is_listing: bool
) -> Document | None:
    """A page that is being made: `body` is all that its frame does not have. It is used up.

    A page that lists others is found by what it marks as its text alone, if it does.
    """
    text = body.css_first(BODY) if is_listing else body.body
    if text is None:
        return None
    heading = body.css_first("h1")
    title = _words(heading) if heading else ""
    filters, sorts = dict(facets.filters), dict(facets.sorts)
    return Document(address, title, _words(text), facets.spelling, facets.date, filters, sorts)


def _contents(parsed: LexborHTMLParser, kind: str) -> dict[str, str]:
    nodes = parsed.css(f"meta[data-pagefind-{kind}]")
    return {_name(node, kind): node.attributes["content"] or "" for node in nodes}


def _name(node: LexborNode, kind: str) -> str:
    return (node.attributes[f"data-pagefind-{kind}"] or "").removesuffix("[content]")


def _words(node: LexborNode) -> str:
    """Text in which neighbouring blocks do not run together."""
    for unread in node.css(UNREAD):
        unread.decompose()
    for block in node.css(BLOCKS):
        block.insert_after("\n")
    return SPACE.sub(" ", node.text()).strip()
