"""Runs as a line of Markdown: marks only where every reader of Markdown takes them for such."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from campaign.importing.word.model import Look, Run

SPECIAL = re.compile(r"[\\`*_\[\]{]")
"""Signs that Markdown takes for marks anywhere in a line."""
ENTITY = re.compile(r"&(?=[#\w]|$)")
ENDS = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)
BACKSLASHED = "#>-+!|"
OPEN = re.compile(r"[\w]")
"""What is neither a blank nor punctuation."""
MARKS = {"bold": ("**", "strong"), "italic": ("*", "em")}


def escaped(text: str) -> str:
    """Characters that stand for themselves."""
    text = SPECIAL.sub(lambda found: f"\\{found[0]}", text)
    return ENTITY.sub("&amp;", text).replace("<", "&lt;")


def reference(found: re.Match[str]) -> str:
    """A mark that stands for itself; by its number where a backslash would be shown."""
    mark = found[0]
    return f"\\{mark}" if mark in BACKSLASHED else f"&#{ord(mark)};"


def line(runs: Iterable[Run], call: Callable[[str], str]) -> str:
    """Runs as one line, in which a line break stays one; `call` writes the call of a note."""
    segments = list(_segments(runs, call))
    written = ""
    for number, segment in enumerate(segments):
        after = segments[number + 1].words if number + 1 < len(segments) else ""
        written += _dressed(segment, written[-1:], after[:1])
    return written


@dataclass(frozen=True)
class _Segment:
    """Neighbouring words of one look and one link, written already."""

    words: str
    look: Look
    href: str


def _segments(runs: Iterable[Run], call: Callable[[str], str]) -> Iterator[_Segment]:
    known = (run for run in runs if run.text or run.note)
    for (look, href), group in groupby(known, key=lambda run: (_shown(run), run.href)):
        words = (call(run.note) if run.note else escaped(run.text) for run in group)
        yield _Segment("".join(words).replace("\t", " "), look, href)


def _shown(run: Run) -> Look:
    """What of a look Markdown can say; the call of a note is raised by itself."""
    if run.note:
        return Look()
    return Look(run.look.bold, run.look.italic, run.look.raised)


def _dressed(segment: _Segment, before: str, after: str) -> str:
    """A segment between the characters beside it; blanks at its ends stay outside."""
    found = ENDS.fullmatch(segment.words)
    lead, words, rest = found.groups() if found else ("", segment.words, "")
    if not words:
        return segment.words
    before, after = lead[-1:] or before, rest[:1] or after
    if segment.look.raised:
        words = f"<{segment.look.raised}>{words}</{segment.look.raised}>"
    for name, (mark, tag) in MARKS.items():
        if getattr(segment.look, name):
            is_plain = _may_open(before, words[:1]) and _may_open(after, words[-1:])
            is_plain = is_plain and before != "*"  # the end of other words in bold
            words = f"{mark}{words}{mark}" if is_plain else f"<{tag}>{words}</{tag}>"
    if segment.href:
        words = f"[{words}]({segment.href})"
    return f"{lead}{words}{rest}"


def _may_open(outside: str, inside: str) -> bool:
    """Whether a mark between two characters is one for CommonMark, which is stricter than ours."""
    return bool(OPEN.match(inside)) or not OPEN.match(outside)
