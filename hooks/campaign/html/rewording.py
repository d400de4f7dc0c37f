"""A built page once more in other characters: its words converted, its links led to rights.

Text, what attributes say, and the strings of styles and linked data are words. Code that
somebody copies, scripts, addresses, ids and classes are not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from html import escape, unescape
from itertools import accumulate, pairwise
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit, urlunsplit

from campaign.html.tags import ATTRIBUTE, TOKEN

Convert = Callable[[str], str]
Piece = tuple[str, bool]
"""A stretch of a page, and whether it is words."""
BREAK = "\x1e"
"""Stands between the words of a page while they are converted in one go; no page holds it."""
LINE_END = "<wbr>"
"""Where a title may break: no end of its words, which are converted as if it were not there."""
SPOKEN = frozenset(["title", "alt", "aria-label", "placeholder", "label", "data-label"])
"""Attributes that people read or hear."""
ADDRESSES = frozenset(
    ["href", "src", "action", "poster", "data-roll", "data-comparison", "data-communities"]
)
NAMED = re.compile(
    r"\b(?:name|property)=[\"']?(?:description|og:(?:title|description|site_name)|SiteName|"
    r"Column(?:Name|Description|Keywords|Type)|ArticleTitle|ContentSource|Keywords|Author)\b"
)
"""A `<meta>` whose content is words."""
VERBATIM = frozenset({"code", "pre", "textarea", "kbd", "samp"})
"""Elements whose text somebody copies and must find as it was."""
LINKED_DATA = re.compile(r"type=[\"']?application/ld\+json")
SET_ENTRY = re.compile(r"((?:^|,)\s*)([^\s,]+)")


@dataclass(frozen=True)
class Rewording:
    """How the pages of a site are read in other characters, below a folder of their own."""

    convert: Convert
    twins: Container[str]
    """Files that stand below that folder, too; links to others lead out of it."""
    base_url: str
    folder: str
    language: str

    def page(self, html: str, name: str) -> str:
        """The page `name` in this reading."""
        pieces = list(self._pieces(html, name))
        words = BREAK.join(text.replace(LINE_END, "") for text, is_words in pieces if is_words)
        converted = iter(self.convert(words).split(BREAK))
        return "".join(
            self._broken(text, next(converted)) if is_words else text for text, is_words in pieces
        )

    def _broken(self, text: str, converted: str) -> str:
        """The converted words with the places where the text may break.

        Where the number of characters changes, a place within what has changed is lost.
        """
        parts = text.split(LINE_END)
        if len(parts) == 1:
            return converted
        heads = list(accumulate(parts[:-1]))
        if len(converted) != sum(map(len, parts)):
            heads = [head for head in map(self.convert, heads) if converted.startswith(head)]
        ends = [0, *map(len, heads), len(converted)]
        return LINE_END.join(converted[a:b] for a, b in pairwise(ends))

    @property
    def _up(self) -> str:
        """The way out of the folder."""
        return "../" * self.folder.count("/")

    def _pieces(self, html: str, name: str) -> Iterator[Piece]:
        """The page as it will be, but for the words; end tags hold none and go with the text."""
        end, verbatim = 0, ""
        for token in TOKEN.finditer(html):
            if token[0] == LINE_END:
                continue
            text = html[end : token.start()]
            if verbatim:
                kept, closing, text = text.partition(f"</{verbatim}")
                yield kept + closing, False
                verbatim = "" if closing else verbatim
            yield text, True
            yield from self._tag(token, name)
            if not verbatim and (token[4] or "").lower() in VERBATIM:
                verbatim = token[4].lower()
            end = token.end()
        yield html[end:], True

    def _tag(self, token: re.Match[str], name: str) -> Iterator[Piece]:
        """A start tag, a comment, or a script or style with what it holds."""
        tag = (token[1] or token[4] or "").lower()
        if not tag:
            yield token[0], False
            return
        written = 2 if token[1] else 5
        before, after = token.start(written) - token.start(), token.end(written) - token.start()
        yield token[0][:before], False
        yield from self._attributes(tag, token[written], name)
        rest = token[0][after:]
        if tag == "script" and LINKED_DATA.search(token[written]):
            yield rest.replace('"zh-CN"', f'"{self.language}"'), True
        else:
            yield rest, tag == "style"

    def _attributes(self, tag: str, written: str, name: str) -> Iterator[Piece]:
        end = 0
        is_named = tag == "meta" and NAMED.search(written)
        for found in ATTRIBUTE.finditer(written):
            key, group = found[1].lower(), found.lastindex or 1
            is_words = key in SPOKEN or (key == "content" and is_named)
            if group > 1 and (is_words or self._changes(tag, key)):
                yield written[end : found.start(group)], False
                value = found[group]
                yield (value, True) if is_words else (self._value(key, value, name), False)
                end = found.end(group)
        yield written[end:], False

    def _changes(self, tag: str, key: str) -> bool:
        return key in ADDRESSES or key in ("srcset", "content") or (tag == "html" and key == "lang")

    def _value(self, key: str, value: str, name: str) -> str:
        """An attribute's value in this reading, as HTML writes it."""
        if key == "lang":
            return self.language
        if key == "content":  # the page's own address, as labels give it
            address = name.removesuffix("index.html")
            is_own = value == escape(self.base_url + address)
            return escape(f"{self.base_url}{self.folder}{address}") if is_own else value
        if key == "srcset":
            return SET_ENTRY.sub(lambda found: found[1] + self.address(found[2], name), value)
        return self.address(value, name)

    def address(self, value: str, name: str) -> str:
        """An address on the page `name`: as it is if it leads to a twin, else out of the folder."""
        parts = urlsplit(unescape(value))
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return value
        target = normpath(join(dirname(name), unquote(parts.path)))
        if target in self.twins or normpath(join(target, "index.html")) in self.twins:
            return value
        way = "../" * name.count("/") + self._up
        place = normpath(join(dirname(name), parts.path)).removeprefix(".")
        slash = "/" if place and parts.path.endswith("/") else ""
        return escape(urlunsplit(parts._replace(path=f"{way}{place}{slash}")))
