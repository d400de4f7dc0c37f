"""Titles that break between words: the places are marked in headings, cards and lists.

Only what is published has the marks. The words for the search, labels and cards of other
programs are taken from the page before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape, unescape

from markupsafe import Markup

from campaign.kinds import ENTRY_KINDS
from campaign.site import Site
from campaign.words import Words

TITLES = re.compile(
    r"<(?:(h[1-4]\b[^>]*>)(.*?)(?=</h[1-4]>)"
    r"|((?:span|a) (?:[^>]* )?class=\"(?:title|card__title|plaque__name)\"[^>]*>)(.*?)"
    r"(?=</(?:span|a)>))",
    re.DOTALL,
)
"""Headings, and what has the class of a title: from its tag to its end."""
TAG = re.compile(r"(<[^>]*>)")
BREAK = "<wbr>"
WIDEST = 12
"""Characters of a piece at most."""


class Titles:
    """The titles of one site."""

    def __init__(self, site: Site) -> None:
        self._words = words_of(site)
        self._marked = lru_cache(maxsize=None)(self._broken)

    def pieces(self, title: str) -> list[str]:
        """A title in pieces between which a line may break."""
        return self._words.pieces(title)

    def marked(self, body: Markup) -> Markup:
        """The body of a page with the places marked where its titles may break."""
        return Markup(TITLES.sub(self._title, body))  # text was escaped, and is again

    def _title(self, found: re.Match[str]) -> str:
        tag, inside = found[1] or found[3], found[2] or found[4] or ""
        parts = enumerate(TAG.split(inside))
        return f"<{tag}" + "".join(part if n % 2 else self._marked(part) for n, part in parts)

    def _narrow(self, title: str) -> Iterator[str]:
        """The pieces of a title; what no phone has room for may break anywhere."""
        for piece in self.pieces(title):
            yield from [piece] if len(piece) <= WIDEST else piece

    def _broken(self, text: str) -> str:
        plain = unescape(text)
        inner = plain.strip()
        before, _, behind = plain.partition(inner) if inner else (plain, "", "")
        return before + BREAK.join(map(escape, self._narrow(inner))) + behind


def words_of(site: Site) -> Words:
    """The words of a site's titles: what its records are called stays whole."""
    names = (site.remembered(_names, kind) for kind in site.records if kind not in ENTRY_KINDS)
    spelled = {item.term for item in site.profile.traditional_words}
    return _words(frozenset().union(*names, spelled, {site.settings.city}))


def _names(site: Site, kind: str) -> frozenset[str]:
    return frozenset(record.heading for record in site.kind(kind).values())


@lru_cache(maxsize=2)
def _words(names: frozenset[str]) -> Words:
    """An edit seldom changes a name, and to look for thousands of them takes a while to prepare."""
    return Words(names)
