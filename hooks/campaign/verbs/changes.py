"""What changed in the characters of a text, in words: each sort of change once, with a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

AROUND = 6
"""Characters that are shown on each side of a change."""
NAMES = {
    " ": "空格",
    "\u3000": "全角空格",
    "\u00a0": "不换行空格",
    "\t": "制表符",
    "\u200b": "零宽空格",
}
BLANKS = frozenset(NAMES)


def told(old: str, new: str) -> Iterator[str]:
    """Every sort of change from one text to the other: what became what, how often, and where."""
    counts: Counter[tuple[str, str]] = Counter()
    places: dict[tuple[str, str], str] = {}
    for before, after in _lines(old.split("\n"), new.split("\n")):
        for tag, start, end, first, last in _opcodes(before, after):
            if tag == "equal":
                continue
            change = before[start:end], after[first:last]
            counts[change] += 1
            around = before[max(0, start - AROUND) : end + AROUND].strip()
            places.setdefault(change, around)
    for (gone, come), count in counts.most_common():
        yield f"  {_named(gone)} → {_named(come)}：{count} 处，如“{places[gone, come]}”"


def _lines(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Lines that differ, beside one another."""
    for tag, start, end, first, last in _opcodes(old, new):
        if tag != "equal":
            before, after = old[start:end], new[first:last]
            if len(before) == len(after):
                yield from zip(before, after, strict=True)
            else:
                yield "\n".join(before), "\n".join(after)


def _opcodes(
    old: str | list[str], new: str | list[str]
) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _named(text: str) -> str:
    """Characters as a person can see them."""
    if not text:
        return "（没有）"
    if set(text) <= BLANKS:
        return f"{NAMES[text[0]]}×{len(text)}" if len(text) > 1 else NAMES[text]
    return f"“{text}”"
