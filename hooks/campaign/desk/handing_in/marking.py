"""Where two texts differ, piece by piece, for people who compare them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TypedDict

TOKEN = re.compile(r"[A-Za-z0-9.,%]+|\s+|.", re.DOTALL)
LINE = re.compile(r"[^\n]*\n|[^\n]+")
MANY = 3000
"""Tokens above which texts are compared by lines: by characters it would take too long."""
NEAR = 24
"""Characters that are shown around what differs."""
GAP = "……"


class PieceView(TypedDict):
    """A stretch of a text."""

    text: str
    is_marked: bool


def marked(before: str, after: str) -> tuple[list[PieceView], list[PieceView]]:
    """Both texts with what the other does not have marked; long equal stretches are cut."""
    parts = [TOKEN.findall(text) for text in (before, after)]
    if max(map(len, parts)) > MANY:
        parts = [LINE.findall(text) for text in (before, after)]
    one, two = parts
    old: list[PieceView] = []
    new: list[PieceView] = []
    found = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    for place, (tag, start, end, begin, until) in enumerate(found):
        is_equal = tag == "equal"
        edges = (place == 0, place == len(found) - 1)
        for pieces, text in ((old, "".join(one[start:end])), (new, "".join(two[begin:until]))):
            if text:
                shown = _short(text, *edges) if is_equal else text
                pieces.append({"text": shown, "is_marked": not is_equal})
    return old, new


def _short(text: str, is_first: bool, is_last: bool) -> str:
    """An equal stretch: only what is near to a difference."""
    head = "" if is_first else text[:NEAR]
    tail = "" if is_last else text[-NEAR:]
    return text if len(text) <= len(head) + len(tail) + NEAR else f"{head}{GAP}{tail}"
