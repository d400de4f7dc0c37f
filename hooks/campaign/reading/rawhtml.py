"""HTML that people write into Markdown, with the line of each tag."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from campaign.reading import markup

AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*|[^<>\s@]+@[^<>\s@]+)>")
"""An address between angle brackets, which Markdown makes a link."""
ESCAPED = re.compile(r"\\<")
TAG = re.compile(r"</?[A-Za-z]")
SWALLOWING = frozenset({"script", "style", "template", "textarea", "title", "xmp", "noembed"})
"""Elements that take everything behind them when they are not closed."""


@dataclass(frozen=True)
class RawTag:
    """A start tag, as written."""

    name: str
    attributes: Mapping[str, str]
    source: str
    line: int
    is_open: bool = False
    """Whether it has no end, though it swallows what is behind it."""


def tags(text: str, first_line: int = 1) -> Iterator[RawTag]:
    """Every start tag of a text, code left out."""
    if not TAG.search(text):
        return
    lines = (
        _blank(markup.without_code(line)) if is_prose else ""
        for _, line, is_prose in markup.prose_lines(text)
    )
    reader = _Reader(first_line)
    reader.feed("\n".join(lines))
    for tag in reader.found:
        closed = tag.name not in SWALLOWING or f"</{tag.name}" in text.lower()
        yield tag if closed else RawTag(tag.name, tag.attributes, tag.source, tag.line, True)


def _blank(line: str) -> str:
    """The line without what looks like a tag and is none, every column kept."""
    for pattern in (AUTOLINK, ESCAPED):
        line = pattern.sub(lambda found: " " * len(found[0]), line)
    return line


class _Reader(HTMLParser):
    def __init__(self, first_line: int) -> None:
        super().__init__(convert_charrefs=False)
        self.first_line = first_line
        self.found: list[RawTag] = []

    def set_cdata_mode(self, elem: str, **_: object) -> None:
        """A script that is never closed would hide the tags behind it."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        source = (self.get_starttag_text() or "").split("\n")[0]
        attributes = {name: value or "" for name, value in attrs}
        line = self.getpos()[0] - 1 + self.first_line
        self.found.append(RawTag(tag, attributes, source, line))
