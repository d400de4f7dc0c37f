"""Where values stand in a YAML text, by the parser's own marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import yaml

from campaign.model.walk import Loc
from campaign.reading.characters import LINE_BREAK
from campaign.reading.yamltext import PARSER

COLON = re.compile(r"[ \t]*:")


class Unsafe(Exception):
    """The text is written in a way in which this cannot be changed without a person."""


def composed(text: str) -> yaml.MappingNode:
    """The keys and values of a text. Raises Unsafe."""
    try:
        node = yaml.compose(text, Loader=PARSER)
    except (yaml.YAMLError, RecursionError) as error:
        raise Unsafe from error
    if not isinstance(node, yaml.MappingNode):
        raise Unsafe
    return node


def at(node: yaml.Node, loc: Loc) -> yaml.Node:
    """The node of a value. Raises Unsafe."""
    for step in loc:
        node = child(node, step)
    return node


def child(node: yaml.Node, step: str | int) -> yaml.Node:
    """The node of a key's value, or of an item. Raises Unsafe."""
    if isinstance(step, str):
        return pair(node, step)[1]
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    if step >= len(items):
        raise Unsafe
    found: yaml.Node = items[step]
    return found


def pair(node: yaml.Node, key: str) -> tuple[yaml.Node, yaml.Node]:
    """The nodes of a key and of its value. Raises Unsafe."""
    found = next((pair for pair in pairs(node) if name(pair[0]) == key), None)
    if found is None:
        raise Unsafe
    return found


def pairs(node: yaml.Node) -> list[tuple[yaml.Node, yaml.Node]]:
    """The keys and values of a group."""
    return list(node.value) if isinstance(node, yaml.MappingNode) else []


def name(key: yaml.Node) -> str:
    """A key as the reader gives it."""
    return unicodedata.normalize("NFC", str(key.value))


def is_in_lines(node: yaml.Node) -> bool:
    """Whether a group or list is written line by line, not in brackets."""
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def end(text: str, node: yaml.Node) -> int:
    """Where a node's own text ends; the parser counts what is blank behind it, too."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    until = node.end_mark.index
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        header = text[node.start_mark.index : line_end(text, node.start_mark.index)]
        if "+" in header:
            return len(text[:until].removesuffix("\n").removesuffix("\r"))
    return len(text[:until].rstrip())


def line_end(text: str, index: int) -> int:
    """Where the line ends in which `index` is, without its line break."""
    found = LINE_BREAK.search(text, index)
    return found.start() if found else len(text)


def line_start(text: str, index: int) -> int:
    """Where the line begins in which `index` is."""
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def next_line(text: str, index: int) -> int:
    """Where the line behind the one in which `index` is begins; the end if there is none."""
    found = LINE_BREAK.search(text, index)
    return found.end() if found else len(text)


def behind_colon(text: str, key: yaml.Node) -> int:
    """The place behind the colon of a key. Raises Unsafe for a key without."""
    found = COLON.match(text, key.end_mark.index)
    if found is None:
        raise Unsafe
    return found.end()


def dash(text: str, sequence: yaml.Node, item: yaml.Node) -> int:
    """The place of an item's dash in a list that is written line by line. Raises Unsafe."""
    column, index = sequence.start_mark.column, item.start_mark.index
    while True:
        start = line_start(text, index)
        place = start + column
        if place < len(text) and text[place] == "-" and place <= item.start_mark.index:
            return place
        if start == 0 or start <= sequence.start_mark.index:
            raise Unsafe
        index = start - 1


def slots(text: str, sequence: yaml.Node) -> Iterator[tuple[int, int]]:
    """Where each item of a list stands: in lines, from its dash to the end of its last line."""
    for item in sequence.value:
        if is_in_lines(sequence):
            yield dash(text, sequence, item), line_end(text, end(text, item))
        else:
            yield item.start_mark.index, end(text, item)
