"""Strict, lossless YAML: every plain scalar stays the text that was written.

PyYAML's parser reads the text; everything after its events is ours, because its
own loader turns `0523` into 339, `8:30` into 510 and `no` into False, keeps the
last of two equal keys, and expands aliases without limit. Types are the model's
business: a field converts its text, so YAML 1.1 and 1.2 files read the same.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import yaml

from campaign.problems import Problem, problem
from campaign.reading.garbled import garbled

Loc = tuple[str | int, ...]
"""The way to a value: keys and list positions from the top."""

MAX_BYTES = 512 * 1024
MAX_DEPTH = 12
FULL_WIDTH_KEY = re.compile(r"^\s*(?:-\s+)?([A-Za-z_][\w-]*)\s*：")
TEXT_AFTER_QUOTE = re.compile(r"""^\s*(?:-\s+)?(?:[\w-]+:\s+)?(["']).*?\1\s*[^\s#,:}\]]""")
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069"
    "\ufeff\ufffd\ufffe\uffff]"
)
LINE_BREAK = re.compile(r"\r\n|\r|\n")
HAN = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’—…]"
FOLD_CONTEXT = 12
"""Characters on either side by which a joint of two lines is found again."""
LINE_END, LINE_START = re.compile(rf"{HAN}\Z"), re.compile(HAN)
PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
ABSENT = frozenset({"", "~", "null", "Null", "NULL"})

HINTS = {
    "mapping values are not allowed": "colon",
    "could not find expected ':'": "key",
    "did not find expected key": "indent",
    "did not find expected '-' indicator": "indent",
    "block sequence entries are not allowed": "indent",
    "cannot start any token": "start",
    "unexpected end of stream": "quote",
    "did not find expected ',' or": "bracket",
    "did not find expected node content": "bracket",
    "unknown escape character": "escape",
}
"""The parser's own words, shortened, and which of our explanations fits them."""


@dataclass
class Document:
    """One YAML text as plain values, the line of every value, and what was wrong."""

    path: str
    data: Any = None
    lines: dict[Loc, int] = field(default_factory=dict)
    blocks: dict[Loc, int] = field(default_factory=dict)
    """The first line of each text that is written line by line, behind a `|`."""
    problems: list[Problem] = field(default_factory=list)

    def line(self, loc: Loc) -> int:
        """The line of the value at `loc`, or of its nearest parent that is written."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)


class _Refused(Exception):
    """Reading cannot go on; the problem says why."""

    def __init__(self, found: Problem) -> None:
        self.problem = found


def decode(path: str, raw: bytes) -> tuple[str, list[Problem]]:
    """The text of a file, and its faults as text: size, encoding, characters."""
    if len(raw) > MAX_BYTES:
        return "", [problem(path, 1, "Y08", size=len(raw) // 1024, limit=MAX_BYTES // 1024)]
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", [problem(path, line, "Y02")]
    return LINE_BREAK.sub("\n", text), list(_bad_characters(path, text))


def _bad_characters(path: str, text: str) -> Iterator[Problem]:
    for number, line in enumerate(LINE_BREAK.split(text), start=1):
        if found := FORBIDDEN.search(line):
            yield problem(path, number, "Y04", character=f"U+{ord(found[0]):04X}")
        if wrong := garbled(line):
            yield problem(path, number, "Y19", value=wrong)


def read(path: str, text: str, first_line: int = 1) -> Document:
    """Parse one mapping. Never raises on bad text: the problems are in the document.

    `first_line` is the line of the file on which `text` begins (front matter
    begins on its second line).
    """
    document = Document(path)
    document.problems += _tabs(path, text, first_line)
    if document.problems:
        return document
    try:
        document.data = _Reader(document, text, first_line).read()
    except _Refused as refused:
        document.problems.append(refused.problem)
    except yaml.YAMLError as error:
        document.problems.append(_syntax_problem(path, text, error, first_line))
    except (RecursionError, ValueError):
        document.problems.append(problem(path, first_line, "Y09", limit=MAX_DEPTH))
    return document


def _tabs(path: str, text: str, first_line: int) -> list[Problem]:
    return [
        problem(path, number, "Y03")
        for number, line in enumerate(text.split("\n"), start=first_line)
        if "\t" in line
    ]


def _suspects(lines: list[str], index: int) -> list[int]:
    """The line at which the parser stopped, and the one above unless it lies deeper."""

    def depth(line: str) -> int:
        return len(line) - len(line.lstrip())

    is_peer = index > 0 and depth(lines[index - 1]) <= depth(lines[index])
    return [index, index - 1] if is_peer else [index]


def _syntax_problem(path: str, text: str, error: yaml.YAMLError, first_line: int) -> Problem:
    lines = text.split("\n")
    mark = getattr(error, "problem_mark", None)
    index = min(mark.line if mark else 0, len(lines) - 1)
    for near in _suspects(lines, index):
        if found := FULL_WIDTH_KEY.match(lines[near]):
            return problem(path, near + first_line, "Y10", key=found[1])
        if TEXT_AFTER_QUOTE.match(lines[near]):
            return problem(path, near + first_line, "Y01f", value=lines[near].strip())
    reason = str(getattr(error, "problem", None) or error)
    hint = next((name for words, name in HINTS.items() if words in reason), "other")
    return problem(path, index + first_line, f"Y01{SYNTAX[hint]}", value=lines[index].strip())


SYNTAX = {
    "colon": "a",
    "key": "b",
    "indent": "c",
    "start": "d",
    "quote": "e",
    "bracket": "f",
    "escape": "g",
    "other": "h",
}


def _mark(mark: Any) -> Any:
    """The parser gives every event its marks; its types say that it may not."""
    assert mark is not None
    return mark


class _Reader:
    """Builds values from the parser's events, refusing what a record must not hold."""

    def __init__(self, document: Document, text: str, first_line: int) -> None:
        self.document = document
        self.text_lines = text.split("\n")
        self.first_line = first_line
        self.events = yaml.parse(text, Loader=PARSER)

    def read(self) -> Any:
        documents = 0
        value: Any = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._refuse(event, "Y07")
            elif isinstance(event, (yaml.NodeEvent, yaml.CollectionStartEvent)):
                value = self._value(event, ())
        return value

    def _line(self, event: yaml.Event) -> int:
        return int(_mark(event.start_mark).line) + self.first_line

    def _report(self, event: yaml.Event, code: str, **values: object) -> None:
        found = problem(self.document.path, self._line(event), code, **values)
        self.document.problems.append(found)

    def _refuse(self, event: yaml.Event, code: str, **values: object) -> _Refused:
        return _Refused(problem(self.document.path, self._line(event), code, **values))

    def _refuse_anchor(self, event: yaml.Event) -> None:
        anchor = getattr(event, "anchor", None)  # an alias carries its anchor's name
        if anchor:
            raise self._refuse(event, "Y05", name=anchor)

    def _value(self, event: yaml.Event, loc: Loc) -> Any:
        self._refuse_anchor(event)
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            raise self._refuse(event, "Y06", tag=tag)
        if len(loc) > MAX_DEPTH:
            raise self._refuse(event, "Y09", limit=MAX_DEPTH)
        self.document.lines.setdefault(loc, self._line(event))
        if isinstance(event, yaml.ScalarEvent):
            if event.style == "|":
                self.document.blocks[loc] = self._line(event) + 1
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(loc)
        return self._mapping(loc)

    def _scalar(self, event: yaml.ScalarEvent) -> str | None:
        text = str(event.value)
        plain = not event.style
        if plain:
            self._look_for_cut_text(event)
        if event.style != "|":
            text = self._unfolded(event, text)
        self._look_for_invisible(event, text)
        return None if plain and text in ABSENT else text

    def _look_for_invisible(self, event: yaml.Event, text: str) -> None:
        """An escape such as `"\\u202e"` writes what the file itself may not hold."""
        if found := FORBIDDEN.search(text):
            self._report(event, "Y04", character=f"U+{ord(found[0]):04X}")

    def _look_for_cut_text(self, event: yaml.ScalarEvent) -> None:
        """YAML drops ` #…` after a plain value; `第1 #2` would lose its end in silence."""
        end = _mark(event.end_mark)
        rest = self.text_lines[end.line][end.column :] if end.line < len(self.text_lines) else ""
        if re.match(r"\s+#[^\s#]", rest):
            self._report(event, "Y14", value=rest.strip())

    def _unfolded(self, event: yaml.ScalarEvent, text: str) -> str:
        """YAML joins the lines of a folded text by a space, which Chinese does not write."""
        start, end = _mark(event.start_mark), _mark(event.end_mark)
        lines = self.text_lines[start.line : end.line + 1]
        if len(lines) > 1 and event.style != ">":
            lines = [lines[0][start.column :], *lines[1:-1], lines[-1][: end.column]]
        position = 0
        for before, after in pairwise(line.strip(" '\"") for line in lines):
            tail, head = before[-FOLD_CONTEXT:], after[:FOLD_CONTEXT]
            joint = text.find(f"{tail} {head}", position)
            if joint >= 0 and LINE_END.search(tail) and LINE_START.match(head):
                position = joint + len(tail)
                text = text[:position] + text[position + 1 :]
        return text

    def _sequence(self, loc: Loc) -> list[Any]:
        items: list[Any] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, (*loc, len(items))))
        return items

    def _mapping(self, loc: Loc) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event)
            if key in values:
                first = self.document.lines[(*loc, key)]
                found = problem(self.document.path, self._line(event), "V05", key=key, first=first)
                self.document.problems.append(found)
                self._value(next(self.events), (*loc, key, "\0again"))
                continue
            self.document.lines[(*loc, key)] = self._line(event)
            values[key] = self._value(next(self.events), (*loc, key))
        return values

    def _key(self, event: yaml.Event) -> str:
        self._refuse_anchor(event)
        if not isinstance(event, yaml.ScalarEvent):
            raise self._refuse(event, "Y01f", value="?")
        if event.value == "<<" and not event.style:
            raise self._refuse(event, "Y05", name="<<")
        self._look_for_invisible(event, str(event.value))
        return unicodedata.normalize("NFC", str(event.value))
