"""Small changes in a YAML text that leave all else, comments too, as somebody wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import yaml


class Unreadable(Exception):
    """A file is no YAML with keys at its top: it has to be put right first."""


@dataclass(frozen=True)
class Splice:
    """A text that takes the place of what stands between two places."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with all of them made; they do not overlap."""
    for splice in sorted(splices, key=lambda splice: splice.start, reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    return text


def top(path: str, text: str) -> yaml.MappingNode:
    """The keys and values of a file, with where they stand. Raises Unreadable."""
    try:
        node = yaml.compose(text, yaml.CSafeLoader)
    except yaml.YAMLError:
        raise Unreadable(path) from None
    if not isinstance(node, yaml.MappingNode) or not node.value:
        raise Unreadable(path)
    return node


def value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """The value of a key; none where there is no such key."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((found for name, found in pairs if name.value == key), None)


def items(node: yaml.Node | None) -> Iterator[yaml.Node]:
    """The items of a list; a single value counts as one, nothing as none."""
    if isinstance(node, yaml.SequenceNode):
        yield from node.value
    elif node is not None:
        yield node


def renamed(node: yaml.Node, text: str) -> Splice:
    """Another word in place of a scalar."""
    return Splice(node.start_mark.index, node.end_mark.index, text)


def added(path: str, text: str, lines: Iterable[str], is_first: bool = False) -> str:
    """The text with further lines at its end, or before its first key."""
    ending = "\r\n" if "\r\n" in text else "\n"
    block = "".join(f"{line}{ending}" for line in lines)
    if is_first:
        at = top(path, text).value[0][0].start_mark.index
        return text[:at] + block + text[at:]
    return text + ("" if text.endswith("\n") else ending) + block


def with_version(path: str, text: str, version: int) -> str:
    """The settings, saying which form the content has."""
    found = value(top(path, text), "schema_version")
    if found is None:
        return added(path, text, [f"schema_version: {version}"], is_first=True)
    return spliced(text, [renamed(found, str(version))])
