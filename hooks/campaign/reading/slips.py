"""Slips of the pen in YAML: which line its parser should have blamed, and what was meant.

A parser stops where it cannot go on, which is often below the slip: behind `name:甲` it
refuses the next line. Here the slip itself is looked for, and its line written as it was
meant, so that reading can go on and find the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that are none for YAML, as a class of a regular expression."""
SPACE = re.compile(f"[{SPACES}]")
SPACE_NAMES = {"\u3000": "全角空格（U+3000）", "\u00a0": "不换行空格（U+00A0）"}
PAIR = re.compile(
    rf"^(?P<lead>[ {SPACES}]*(?:-[ {SPACES}]+)*)(?P<key>[A-Za-z_][\w-]*)"
    rf"(?P<before>[ {SPACES}]*)(?P<colon>[:：])(?P<after>[ {SPACES}]*)(?P<value>.*)$"
)
"""A key with its colon, as it is typed rightly or not."""
WIDTH = {"\u3000": 2}
KEY = re.compile(r"^(?P<lead> *(?:- +)*)(?P<key>[\w-]+):(?: +(?P<value>.*))?$")
BARE = re.compile(r"^ *(?:- +)*[A-Za-z_][\w-]*(?: [^:]*)?$")
"""A line that begins like a key and has no colon."""
ITEM = re.compile(r"^ *(?=- )")
OPENS_QUOTE = re.compile(r"""^(?P<lead> *(?:- +)*)(?:[\w-]+: +)?(?P<quote>["'])(?P<rest>.*)$""")
CLOSED = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'")}
TEXT_AFTER_QUOTE = re.compile(r"""^\s*(?:-\s+)?(?:[\w-]+:\s+)?(["']).*?\1\s*[^\s#,:}\]]""")
COMMA = re.compile(r"，\s*(?=[A-Za-z_][\w-]*\s*[:：])")
"""A full-width comma in front of a key."""
FLOW_COLON = re.compile(r"(?<=[{,])(\s*[A-Za-z_][\w-]*)\s*：\s*")

REASONS = {
    "mapping values are not allowed": "Y01a",
    "could not find expected ':'": "Y01b",
    "did not find expected key": "Y01c",
    "did not find expected '-' indicator": "Y01c",
    "block sequence entries are not allowed": "Y01c",
    "cannot start any token": "Y01d",
    "unexpected end of stream": "Y01e",
    "did not find expected ',' or": "Y01f",
    "did not find expected node content": "Y01f",
    "unknown escape character": "Y01g",
}
"""The parser's own words, shortened, and which of our explanations fits them."""
OPENED = frozenset({"Y01b", "Y01f"})
"""Faults that the parser has seen begin, and names when it stops."""
QUOTABLE = frozenset({"Y01a", "Y01d", "Y01f", "Y01g", "Y01h"})
"""Faults that a pair of quotes around the value mends."""


@dataclass(frozen=True)
class Slip:
    """What is wrong on a line, and the line as it was meant."""

    index: int
    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    mended: str | None = None
    """Nothing when nobody can know."""
    is_sure: bool = True
    """Whether the mended line says what was meant, and not only lets the reader go on."""


def found(lines: list[str], error: yaml.YAMLError) -> Slip:
    """The slip behind an error of the parser."""
    stop = _index(lines, getattr(error, "problem_mark", None))
    reason = str(getattr(error, "problem", None) or error)
    code = next((code for words, code in REASONS.items() if words in reason), "Y01h")
    opened = _index(lines, getattr(error, "context_mark", None))
    return next(_suspected(lines, stop, opened, code))


def _index(lines: list[str], mark: Any) -> int:
    return min(mark.line if mark else 0, len(lines) - 1)


def _suspected(lines: list[str], stop: int, opened: int, code: str) -> Iterator[Slip]:
    """What it may be, the likeliest first."""
    for index in _neighbours(lines, stop):
        yield from of_pair(lines[index], index)
    yield from _quote(lines, stop)
    for index in (stop, *_neighbours(lines, stop)):
        yield from _flow(lines[index], index)
        if TEXT_AFTER_QUOTE.match(lines[index]):
            yield _quoted(lines, index, "Y01f")
    for index in _neighbours(lines, stop)[:-1]:
        if BARE.match(lines[index]):
            yield _quoted(lines, index, "Y01b")
    yield from _indentation(lines, stop, code)
    yield _quoted(lines, min(opened, stop) if code in OPENED else stop, code)


def _neighbours(lines: list[str], stop: int) -> list[int]:
    """The lines that may have led the parser to `stop`, from above: it, and those that lie
    between it and the nearest line above that is written rightly, that line left out."""
    first = stop
    while first > 0 and not _is_right(lines[first - 1]) and not _is_deeper(lines, first - 1, stop):
        first -= 1
    return list(range(first, stop + 1))


def _is_right(line: str) -> bool:
    return bool(KEY.match(line)) or line.startswith("#")


def _is_deeper(lines: list[str], above: int, below: int) -> bool:
    return bool(lines[above].strip()) and _depth(lines[above]) > _depth(lines[below])


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def of_pair(line: str, index: int) -> Iterator[Slip]:
    """A key whose colon is full-width, has no space behind it, or a strange one beside it."""
    pair = PAIR.match(line)
    if not pair:
        return
    lead = "".join(" " * WIDTH.get(mark, 1) if SPACE.match(mark) else mark for mark in pair["lead"])
    mended = f"{lead}{pair['key']}: {pair['value']}".rstrip()
    strange = SPACE.search(pair["lead"] + pair["before"] + pair["after"])
    if pair["colon"] == "：":
        yield Slip(index, "Y10", {"key": pair["key"]}, mended)
    elif strange:
        words = {"key": pair["key"], "space": named(strange[0])}
        yield Slip(index, "Y01j", words, mended, not SPACE.search(pair["lead"]))
    elif pair["value"] and not pair["after"] and not pair["value"].startswith("//"):
        yield Slip(index, "Y01i", {"key": pair["key"], "value": pair["value"]}, mended)


def named(space: str) -> str:
    """A space that is none, as a message calls it."""
    return SPACE_NAMES.get(space, f"特殊空格（U+{ord(space):04X}）")


def _quote(lines: list[str], stop: int) -> Iterator[Slip]:
    """A quotation mark that is not closed on its line, though the next line begins a key."""
    for index, line in enumerate(lines[: stop + 1]):
        opening = OPENS_QUOTE.match(line)
        if not opening or CLOSED[opening["quote"]].match(opening["rest"]):
            continue
        below = next((other for other in lines[index + 1 :] if other.strip()), "")
        if not below or (KEY.match(below) and _depth(below) <= len(opening["lead"])):
            mended = f"{line.rstrip()}{opening['quote']}"
            yield Slip(index, "Y01e", {"value": line.strip()}, mended)


def _flow(line: str, index: int) -> Iterator[Slip]:
    """Full-width marks between the fields of one line."""
    if not {"{", "["} & set(line):
        return
    if COMMA.search(line):
        yield Slip(index, "Y01k", {"value": line.strip()}, COMMA.sub(", ", line))
    elif colon := FLOW_COLON.search(line):
        yield Slip(index, "Y10", {"key": colon[1].strip()}, FLOW_COLON.sub(r"\1: ", line))


def _indentation(lines: list[str], stop: int, code: str) -> Iterator[Slip]:
    """A line that is well written and stands too far to the right or to the left."""
    first = next((n for n in range(stop) if _is_written(lines[n])), stop)
    if _depth(lines[first]) > _depth(lines[stop]) == 0 and KEY.match(lines[first]):
        yield Slip(first, "Y01c", {"value": lines[first].strip()}, lines[first].lstrip(" "))
    above = next((n for n in range(stop - 1, -1, -1) if _is_written(lines[n])), None)
    if above is None or code not in ("Y01a", "Y01c"):
        return
    for form in (ITEM, KEY):
        here, there = form.match(lines[stop]), form.match(lines[above])
        if here and there and _column(here) != _column(there):
            shift = " " * max(0, _depth(lines[stop]) + _column(there) - _column(here))
            mended = shift + lines[stop].lstrip(" ")
            yield Slip(stop, "Y01c", {"value": lines[stop].strip()}, mended, is_sure=False)


def _is_written(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _column(line: re.Match[str]) -> int:
    """Where a line's key, or the hyphen of its item, stands."""
    return line.end() if line.re is ITEM else len(line["lead"])


def _quoted(lines: list[str], index: int, code: str) -> Slip:
    """A line of which the whole value is meant as text, or which nobody understands."""
    words = {"value": lines[index].strip()}
    key = KEY.match(lines[index])
    if key and key["value"] and code in QUOTABLE and key["value"][0] not in "[{":
        inner = key["value"].rstrip().replace("'", "''")
        return Slip(index, code, words, f"{key['lead']}{key['key']}: '{inner}'")
    below = next((other for other in lines[index + 1 :] if other.strip()), "")
    is_alone = code == "Y01b" and _depth(below) <= _depth(lines[index])
    return Slip(index, code, words, "" if is_alone else None, is_sure=False)
