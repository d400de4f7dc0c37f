"""What changed in the characters of a text, in words: each sort of change once, with a place."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

AROUND = 6
"""Characters that are shown on each side of a change."""
BLANKS = {" ": "空格", "\u3000": "全角空格", "\u00a0": "不换行空格", "\t": "制表符"}
WIDE = "全角数字和字母 → 半角"
UNSEEN = "看不见的字符 → 删去"
HEADING = "小标题加上记号"


def told(old: str, new: str) -> Iterator[str]:
    """Every sort of change from one text to the other: what became what, how often, and where."""
    counts: Counter[str] = Counter()
    places: dict[str, str] = {}
    for before, after in _lines(old.split("\n"), new.split("\n")):
        for tag, start, end, first, last in _opcodes(before, after):
            if tag == "equal":
                continue
            sort = _sort(before[start:end], after[first:last])
            counts[sort] += 1
            around = before[max(0, start - AROUND) : end + AROUND].strip()
            places.setdefault(sort, around)
    for sort, count in counts.most_common():
        yield f"  {sort}：{count} 处，如“{places[sort]}”"


def _lines(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Lines that differ, beside one another."""
    if len(old) == len(new):  # a comparison of many empty lines takes minutes
        yield from (
            (before, after) for before, after in zip(old, new, strict=True) if before != after
        )
        return
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


def _sort(gone: str, come: str) -> str:
    """What sort of change it is that some characters became others."""
    if come and gone != come and unicodedata.normalize("NFKC", gone) == come and come.isalnum():
        return WIDE
    if gone and not come and all(unicodedata.category(sign) == "Cf" for sign in gone):
        return UNSEEN
    if not gone and set(come) <= {"#", " "} and "#" in come:
        return HEADING
    return f"{_named(gone)} → {_named(come) if come else '删去'}"


def _named(text: str) -> str:
    """Characters as a person can see them."""
    if not text:
        return "没有"
    if set(text) <= BLANKS.keys():
        return BLANKS[text[0]] if len(text) == 1 else f"{len(text)} 个{BLANKS[text[0]]}"
    return text if text in ("“", "”") else f"“{text}”"
