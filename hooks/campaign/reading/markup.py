"""What Markdown of this site knows beyond Markdown: record links, figures and blocks.

`[](community:xingfuli)` links a record and takes its name; `[](indicator:coverage@2025-12-31)`
takes the figure of that day; `[三十平方米](community:gulou#facilities.service_station.area_m2)`
says which field of a record a figure repeats; a line `[[news limit=6]]` is a block that the
data fill.
Scanning works on the source, so that every fault has its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from campaign.blocks import OWN
from campaign.kinds import KINDS
from campaign.kinds.kind import Options

LINK = re.compile(r"(?<!!)\[(?P<text>[^\[\]\n]*)\]\((?P<kind>[a-z][a-z-]*):(?P<target>[^()\s]+)\)")
ADDRESS = r"(?P<href>(?:[^()\s\"<]|\([^()\s]*\))+(?:[ ]+(?:[^()\s\"]|\([^()\s]*\))+)*)"
"""What stands between the brackets of a link; it may hold spaces and brackets in pairs."""
PLAIN_LINK = re.compile(
    rf"(?P<picture>!?)\[[^\[\]\n]*\]\([ ]*(?:<(?P<angled>[^<>\n]+)>|{ADDRESS})"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'))?[ ]*\)"
)
EMPTY_LINK = re.compile(r"!?(?<!\\)\[[^\[\]\n]*(?<!\\)\]\([ ]*(?:<[ ]*>)?[ ]*\)")
REFERENCE = re.compile(r"^ {0,3}\[(?!\^)[^\[\]\n]+\]:[ ]*<?(?P<href>[^\s<>]+)>?")
"""Where a link of reference form says its address."""
BLOCK = re.compile(
    r"^\[\[(?P<name>[a-z][a-z-]*)(?P<options>(?:\s+[^\s\]=]+=[^\s\]=]+)*)\s*\]\]\s*$"
)
BLOCK_LIKE = re.compile(r"^\[\[.*\]\]\s*$")
FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
CODE_SPAN = re.compile(r"(`+)[^`].*?\1")
FIGURE = re.compile(
    r"^(?P<id>[a-z0-9-]+)(?:/(?P<subject>[a-z0-9-]+))?(?:@(?P<on>\d{4}-\d{2}-\d{2}))?$"
)

LINK_KINDS = tuple(kind.name for kind in KINDS if kind.has_address and kind.can_be_linked)
"""Kinds with a page of their own, or a place on one."""
EXTERNAL = frozenset({"http", "https", "mailto", "tel"})
BLOCKS: Mapping[str, Options] = MappingProxyType(
    dict(OWN) | {name: known for kind in KINDS for name, known in kind.blocks.items()}
)
"""Every block with its options: the values it may take, or that it is a number or a photo."""


@dataclass(frozen=True)
class Link:
    """A link to a record or a figure, as written."""

    text: str
    kind: str
    target: str
    line: int
    field: str = ""
    """Which field of the record the text repeats; it then stands as text and is no link."""


@dataclass(frozen=True)
class Block:
    """A block marker, as written."""

    name: str
    options: Mapping[str, str]
    line: int


@dataclass(frozen=True)
class FigureName:
    """Which figure a link asks for."""

    indicator: str
    subject: str
    on: date | None


def figure_name(target: str) -> FigureName | None:
    """`coverage`, `coverage@2025-12-31`, `clean-ups/lancheng@…`, or nothing sensible."""
    found = FIGURE.fullmatch(target)
    if not found:
        return None
    try:
        on = date.fromisoformat(found["on"]) if found["on"] else None
    except ValueError:
        return None
    return FigureName(found["id"], found["subject"] or "", on)


def prose_lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """Line number, line, and whether it is prose rather than fenced code."""
    fence = ""
    for number, line in enumerate(text.split("\n")):
        found = FENCE.match(line)
        if found and not fence:
            fence = found[1]
        elif found and fence and found[1].startswith(fence):
            fence = ""
            yield number, line, False
            continue
        yield number, line, not fence


def without_code(line: str) -> str:
    """The line with code spans blanked out, every column kept."""
    return CODE_SPAN.sub(lambda found: " " * len(found[0]), line)


def links(text: str, first_line: int = 1) -> Iterator[Link]:
    """Every link with a scheme that is a kind of record, or looks like one."""
    for number, line, is_prose in prose_lines(text):
        for found in LINK.finditer(without_code(line)) if is_prose else ():
            if found["kind"] not in EXTERNAL:
                yield _link(found, number + first_line)


def _link(found: re.Match[str], line: int) -> Link:
    target, _, field = found["target"].partition("#")
    return Link(found["text"], found["kind"], target, line, field)


def as_read(text: str) -> str:
    """The text with each link to a record or a figure as its words alone."""
    return LINK.sub(lambda found: found["text"], text) if "](" in text else text


def plain_links(text: str, first_line: int = 1) -> Iterator[tuple[int, str]]:
    """Every other link or picture: its line and address."""
    for number, line, is_prose in prose_lines(text):
        for found in PLAIN_LINK.finditer(without_code(line)) if is_prose else ():
            to_record = LINK.fullmatch(found[0])
            if to_record is None or to_record["kind"] in EXTERNAL:
                yield number + first_line, found["angled"] or found["href"]
        if is_prose and (named := REFERENCE.match(line)):
            yield number + first_line, named["href"]


def empty_links(text: str, first_line: int = 1) -> Iterator[tuple[int, str]]:
    """Every link or picture without an address: its line, and how it is written."""
    for number, line, is_prose in prose_lines(text) if "](" in text else ():
        for found in EMPTY_LINK.finditer(without_code(line)) if is_prose else ():
            yield number + first_line, found[0]


def pictures(text: str, first_line: int = 1) -> Iterator[tuple[int, str]]:
    """Every picture: its line and address."""
    for number, line, is_prose in prose_lines(text) if "![" in text else ():
        for found in PLAIN_LINK.finditer(without_code(line)) if is_prose else ():
            if found["picture"]:
                yield number + first_line, found["angled"] or found["href"]


def blocks(text: str, first_line: int = 1) -> Iterator[Block]:
    """Every block marker. One that cannot be read has an empty name."""
    for number, line, is_prose in prose_lines(text):
        if is_prose and BLOCK_LIKE.match(line):
            yield _block(line, number + first_line)


def _block(line: str, number: int) -> Block:
    found = BLOCK.match(line)
    if not found:
        return Block("", {}, number)
    pairs = (option.split("=", 1) for option in found["options"].split())
    return Block(found["name"], {pair[0]: pair[1] for pair in pairs}, number)


def rewrite(text: str, link: Callable[[Link], str], block: Callable[[Block], str]) -> str:
    """The text with every record link and block replaced; code is left alone."""
    return "\n".join(
        _rewrite_line(line, number, link, block) if is_prose else line
        for number, line, is_prose in prose_lines(text)
    )


def _rewrite_line(
    line: str, number: int, link: Callable[[Link], str], block: Callable[[Block], str]
) -> str:
    if BLOCK_LIKE.match(line):
        return block(_block(line, number + 1))
    for found in reversed(list(LINK.finditer(without_code(line)))):
        if found["kind"] in LINK_KINDS:
            line = line[: found.start()] + link(_link(found, number + 1)) + line[found.end() :]
    return line
