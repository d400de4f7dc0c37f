"""Strict, lossless YAML: every plain scalar stays the text that was written.

PyYAML's parser reads the text; everything after its events is ours, because its
own loader turns `0523` into 339, `8:30` into 510 and `no` into False, keeps the
last of two equal keys, and expands aliases without limit. Types are the model's
business: a field converts its text, so YAML 1.1 and 1.2 files read the same.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

import yaml

from campaign.problems import Problem, problem
from campaign.reading import slips
from campaign.reading.characters import FORBIDDEN
from campaign.reading.joints import unfolded
from campaign.reading.slips import Slip

Loc = tuple[str | int, ...]
"""The way to a value: keys and list positions from the top."""

MAX_DEPTH = 12
MAX_SLIPS = 20
"""Faults of form that are looked for in one text, one behind the other."""
SPACE_BESIDE = re.compile(rf"^[{slips.SPACES}]|[{slips.SPACES}]$")
PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
ABSENT = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass
class Document:
    """One YAML text as plain values, the line of every value, and what was wrong."""

    path: str
    data: Any = None
    lines: dict[Loc, int] = field(default_factory=dict)
    blocks: dict[Loc, int] = field(default_factory=dict)
    """The first line of each text that is written line by line, behind a `|`."""
    problems: list[Problem] = field(default_factory=list)
    is_sure: bool = True
    """Whether the data are what was meant, in spite of all problems."""

    def line(self, loc: Loc) -> int:
        """The line of the value at `loc`, or of its nearest parent that is written."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)


class _Slipped(Exception):
    """A line that is text for YAML and was meant as a field."""

    def __init__(self, slip: Slip) -> None:
        self.slip = slip


class _Refused(Exception):
    """Reading cannot go on; the problem says why."""

    def __init__(self, found: Problem) -> None:
        self.problem = found


def read(path: str, text: str, first_line: int = 1) -> Document:
    """Parse one mapping. Never raises on bad text: the problems are in the document.

    A line with a known slip is read as it was meant, so that one slip hides no other.
    `first_line` is the line of the file on which `text` begins (front matter
    begins on its second line).
    """
    found = _tabs(path, text, first_line)
    lines = text.replace("\t", "  ").split("\n")
    told = {item.line - first_line for item in found}
    document, _ = _as_meant(path, lines, first_line, told)
    document.problems = [*found, *document.problems]
    document.is_sure = document.is_sure and not found
    return document


def as_meant(path: str, text: str) -> str:
    """The text with the slips mended of which there is no doubt."""
    lines = text.split("\n")
    document, mended = _as_meant(path, list(lines), 1, set())
    return "\n".join(mended) if document.is_sure else text


def _as_meant(
    path: str, lines: list[str], first_line: int, told: set[int]
) -> tuple[Document, list[str]]:
    """The document that some lines make when their slips are mended, and those lines."""
    found: list[Problem] = []
    is_sure = True
    while True:
        document, slip = _attempt(path, lines, first_line)
        if slip is None:
            break
        if slip.index not in told:
            found.append(problem(path, slip.index + first_line, slip.code, **slip.values))
        is_sure = is_sure and slip.is_sure
        if slip.mended is None or slip.index in told or len(told) == MAX_SLIPS:
            is_sure = False
            break
        told.add(slip.index)
        lines[slip.index] = slip.mended
    document.problems = [*found, *document.problems]
    document.is_sure = document.is_sure and is_sure
    return document, lines


def _attempt(path: str, lines: list[str], first_line: int) -> tuple[Document, Slip | None]:
    """The document that some lines make, and the slip at which reading stopped."""
    document = Document(path)
    try:
        document.data = _Reader(document, lines, first_line).read()
    except yaml.YAMLError as error:
        return document, slips.found(lines, error)
    except _Slipped as slipped:
        return document, slipped.slip
    except _Refused as refused:
        document.problems.append(refused.problem)
        document.is_sure = False
    except (RecursionError, ValueError):
        document.problems.append(problem(path, first_line, "Y09", limit=MAX_DEPTH))
        document.is_sure = False
    return document, None


def _tabs(path: str, text: str, first_line: int) -> list[Problem]:
    return [
        problem(path, number, "Y03")
        for number, line in enumerate(text.split("\n"), start=first_line)
        if "\t" in line
    ]


def _mark(mark: Any) -> Any:
    """The parser gives every event its marks; its types say that it may not."""
    assert mark is not None
    return mark


class _Reader:
    """Builds values from the parser's events, refusing what a record must not hold."""

    def __init__(self, document: Document, lines: list[str], first_line: int) -> None:
        self.document = document
        self.text_lines = lines
        self.first_line = first_line
        self.events = yaml.parse("\n".join(lines), Loader=PARSER)

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
        line = min(_mark(event.start_mark).line, len(self.text_lines) - 1)
        return int(line) + self.first_line

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
            self._report(event, "Y06", tag=tag)
            self.document.is_sure = False
        if len(loc) > MAX_DEPTH:
            raise self._refuse(event, "Y09", limit=MAX_DEPTH)
        self.document.lines.setdefault(loc, self._line(event))
        if isinstance(event, yaml.ScalarEvent):
            if event.style == "|":
                self.document.blocks[loc] = self._line(event) + 1
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(loc, bool(event.flow_style))
        return self._mapping(loc)

    def _scalar(self, event: yaml.ScalarEvent) -> str | None:
        text = str(event.value)
        plain = not event.style
        if plain:
            self._look_for_cut_text(event)
            self._look_for_keys(event)
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

    def _look_for_keys(self, event: yaml.ScalarEvent) -> None:
        """Lines such as `name:甲`, one below the other, are one plain text for YAML."""
        start, end = _mark(event.start_mark).line, _mark(event.end_mark).line
        lines = list(enumerate(self.text_lines))[start : end + 1]
        found = [slip for index, line in lines for slip in slips.of_pair(line, index)]
        if len(lines) > 1 and len(found) == len(lines):
            raise _Slipped(found[0])

    def _unfolded(self, event: yaml.ScalarEvent, text: str) -> str:
        """YAML joins the lines of a folded text by a space, which Chinese does not write."""
        start, end = _mark(event.start_mark), _mark(event.end_mark)
        lines = self.text_lines[start.line : end.line + 1]
        if len(lines) > 1 and event.style != ">":
            lines = [lines[0][start.column :], *lines[1:-1], lines[-1][: end.column]]
        return unfolded(text, lines)

    def _sequence(self, loc: Loc, is_in_brackets: bool) -> list[Any]:
        items: list[Any] = []
        first: yaml.Event | None = None
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, (*loc, len(items))))
            first = event if len(items) == 1 else None
        if is_in_brackets and len(items) == 1 and isinstance(first, yaml.ScalarEvent):
            return self._parted(first) or items
        return items

    def _parted(self, event: yaml.ScalarEvent) -> list[Any]:
        """`[甲，乙]` is a list of one for YAML; read as it was meant, it is no second slip."""
        if event.style or "，" not in event.value:
            return []
        self._report(event, "Y01k", value=f"[{event.value}]")
        return [part.strip() for part in event.value.split("，")]

    def _mapping(self, loc: Loc) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key, inside = self._key(event)
            if key in values:
                first = self.document.lines[(*loc, key)]
                found = problem(self.document.path, self._line(event), "V05", key=key, first=first)
                self.document.problems.append(found)
                self._value(next(self.events), (*loc, key, "\0again"))
                continue
            self.document.lines[(*loc, key)] = self._line(event)
            value = self._value(next(self.events), (*loc, key))
            values[key] = value if inside is None else inside
        return values

    def _key(self, event: yaml.Event) -> tuple[str, str | None]:
        """A key, and its value where a slip of the pen made it a part of the key."""
        self._refuse_anchor(event)
        if not isinstance(event, yaml.ScalarEvent):
            raise self._refuse(event, "Y01f", value="?")
        if event.value == "<<" and not event.style:
            raise self._refuse(event, "Y05", name="<<")
        text = unicodedata.normalize("NFC", str(event.value))
        self._look_for_invisible(event, text)
        slip = next(slips.of_pair(f"{text}:" if SPACE_BESIDE.search(text) else text, 0), None)
        if event.style or slip is None:
            return text, None
        self._report(event, slip.code, **slip.values)
        key, _, value = (slip.mended or "").partition(":")
        return key.strip(), value.strip() or None
