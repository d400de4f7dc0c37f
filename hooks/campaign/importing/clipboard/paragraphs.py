"""Paragraphs of copied HTML while they are read: their words, and what stands in front of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborNode

from campaign.importing.clipboard import css
from campaign.importing.word import numerals
from campaign.importing.word.model import Look, Paragraph, Run
from campaign.importing.word.numbering import Label
from campaign.reading.joints import HAN

SYMBOLS = re.compile(r"wingdings|symbol|webdings")
BREAK = re.compile(r"[ \t\f]*[\r\n][ \t\r\n\f]*")
BLANKS = re.compile("[ \t\f\u00a0]+")
JOINT = "\v"
"""Stands for a line break of the source until it is known what is around it."""
WIDE = re.compile(HAN)
CHINESE = "chineseCountingThousand"
FORMS = {
    "a": "lowerLetter",
    "i": "lowerRoman",
    "A": "upperLetter",
    "I": "upperRoman",
    "lower-alpha": "lowerLetter",
    "lower-roman": "lowerRoman",
    "upper-alpha": "upperLetter",
    "upper-roman": "upperRoman",
    "cjk-ideographic": CHINESE,
    "simp-chinese-informal": CHINESE,
}
"""How lists of HTML are numbered, as Word calls it."""
BULLETS = "o•●○■□◆◇▪·"


@dataclass
class Items:
    """A list of HTML, while its items are counted."""

    is_numbered: bool
    form: str
    number: int


@dataclass(frozen=True)
class Here:
    """What holds inside an element."""

    look: Look = field(default_factory=Look)
    href: str = ""
    lists: tuple[Items, ...] = ()
    outline: int | None = None
    style: str = ""
    align: str = ""
    level: int = 0
    """Of a list of Word: how deep the item stands, from 1."""
    is_label: bool = False
    """Whether the words are the number of a paragraph."""
    note: str = ""
    """The note whose text this is."""


@dataclass
class Begun:
    """A paragraph while it is read."""

    runs: list[Run] = field(default_factory=list)
    number: str = ""
    """What Word has put in front of it."""
    is_symbol: bool = False
    """Whether that is a sign of a font of symbols."""
    here: Here = field(default_factory=Here)

    def add(self, text: str, here: Here) -> None:
        """More words of it; the first ones say what it is."""
        if here.is_label:
            self.number += text
            self.is_symbol |= bool(SYMBOLS.search(here.look.font))
        if here.is_label or not any(run.text.strip() for run in self.runs):
            self.here = here
        if not here.is_label:
            self.runs.append(Run(BREAK.sub(JOINT, text), here.look, here.href))

    def paragraph(self, item: Label | None) -> Paragraph | None:
        """The paragraph, which may begin the item of a list; nothing where it says nothing."""
        runs = tuple(_joined(self.runs))
        if not any(run.text.strip() or run.note for run in runs):
            return None
        here = self.here
        return Paragraph(runs, self._label() or item, here.outline, here.style, here.align)

    def _label(self) -> Label | None:
        text = " ".join(self.number.replace("\u00a0", " ").split())
        if not text:
            return None
        is_bullet = self.is_symbol or text in BULLETS or not any(map(str.isalnum, text))
        return Label("" if is_bullet else text, is_bullet, max(0, self.here.level - 1))


def items(node: LexborNode, is_numbered: bool, style: css.Said) -> Items:
    """A list that begins."""
    start = node.attributes.get("start") or ""
    first = int(start) if re.fullmatch(r"\d{1,4}", start, re.ASCII) else 1
    form = style.get("list-style-type") or node.attributes.get("type") or ""
    return Items(is_numbered, FORMS.get(form, "decimal"), first - 1)


def next_item(lists: tuple[Items, ...]) -> Label:
    """What stands in front of the next item of the innermost list."""
    if not lists or not lists[-1].is_numbered:
        return Label("", True, max(0, len(lists) - 1))
    own = lists[-1]
    own.number += 1
    mark = "、" if own.form == CHINESE else "."
    return Label(f"{numerals.written(own.number, own.form)}{mark}", False, len(lists) - 1)


def _joined(runs: list[Run]) -> Iterator[Run]:
    """Runs whose source had line breaks: between Chinese characters those stand for nothing."""
    whole, place = "".join(run.text for run in runs), 0
    for run in runs:
        signs = [
            sign if sign != JOINT else _blank(whole, number)
            for number, sign in enumerate(run.text, place)
        ]
        place += len(run.text)
        yield replace(run, text=BLANKS.sub(" ", "".join(signs)))


def _blank(text: str, place: int) -> str:
    """What a line break at a place stands for."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return "" if WIDE.match(before) and WIDE.match(after) else " "
