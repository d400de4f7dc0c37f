"""The Markdown of whole pages: articles and the pages of columns, with their headings.

Converted here and not by the site builder, so that an edited text needs no builder. The
extensions are those of `mkdocs.yml` (a test holds the two together), and links between the
files of `docs/` become links between their pages, as MkDocs does it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from campaign import urls
from campaign.reading import dialect

ADDRESSES = {"a": "href", "img": "src"}


@dataclass(frozen=True)
class Heading:
    """A heading with those below it; its title is plain text."""

    id: str
    title: str
    level: int
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True)
class Converted:
    """A converted text: its HTML, which is not safe yet, and its outline."""

    html: str
    headings: tuple[Heading, ...]


class Converter:
    """Converts the texts of a site of which `files` are the files below `docs/`."""

    def __init__(self, files: Container[str]) -> None:
        self._links = _Links(files)
        self._markdown = dialect.converter()
        self._markdown.registerExtensions([self._links], {})

    def convert(self, text: str, uri: str) -> Converted:
        """The Markdown text of `docs/<uri>` as HTML for its page."""
        self._links.uri = uri
        html = self._markdown.reset().convert(text)
        return Converted(html, tuple(_nested(getattr(self._markdown, "toc_tokens", ()))))


def _nested(tokens: Iterable[Mapping[str, Any]]) -> Iterable[Heading]:
    for token in tokens:
        below = tuple(_nested(token["children"]))
        yield Heading(token["id"], unescape(token["name"]), token["level"], below)


class _Links(Extension):
    """Links to files of `docs/` as links to their pages."""

    def __init__(self, files: Container[str]) -> None:
        super().__init__()
        self.files = files
        self.uri = ""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (Markdown's own name)
        md.treeprocessors.register(_Relinked(md, self), "relpath", 0)

    def address(self, written: str) -> str:
        """What the page says for a link as it is written; what is no file of `docs/` stays."""
        parts = urlsplit(written)
        outward = parts.scheme or parts.netloc or written.startswith(("/", "\\"))
        if outward or not parts.path or AMP_SUBSTITUTE in written:
            return written
        uri = normpath(join(dirname(self.uri), unquote(parts.path)))
        if uri not in self.files:
            return written
        target = urls.of_page(uri) if uri.endswith(".md") else uri
        return urlunsplit(parts._replace(path=urls.relative(target, urls.of_page(self.uri))))


class _Relinked(Treeprocessor):
    def __init__(self, md: markdown.Markdown, links: _Links) -> None:
        super().__init__(md)
        self.links = links

    def run(self, root: Element) -> None:
        for element in root.iter():
            written = element.get(ADDRESSES.get(element.tag, ""))
            if written:
                element.set(ADDRESSES[element.tag], self.links.address(written))
