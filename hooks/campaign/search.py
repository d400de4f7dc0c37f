"""Records in the theme's own search index (the pages poured in are unknown to it)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from markupsafe import escape

from campaign.outputs import Page

INDEX = "search/search_index.json"
TAG = re.compile(r"<(?:svg|style|script)\b.*?</(?:svg|style|script)>|<[^>]+>", re.DOTALL)
SPACE = re.compile(r"\s+")


def documents(pages: Iterable[Page]) -> list[dict[str, str]]:
    """One search document a page: where it is, its title and its words."""
    # The theme puts titles and texts into its results as HTML.
    return [
        {
            "location": page.path,
            "title": str(escape(page.title)),
            "text": plain(str(page.body)),
        }
        for page in pages
    ]


def escaped(documents: Iterable[dict[str, str]]) -> Iterator[dict[str, str]]:
    """The builder's own documents; it escapes the titles of headings but not those of pages."""
    for document in documents:
        yield document | {"title": str(escape(unescape(document["title"])))}


def plain(html: str) -> str:
    """The words of some HTML."""
    return SPACE.sub(" ", TAG.sub(" ", html)).strip()
