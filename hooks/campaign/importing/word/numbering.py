"""Automatic numbers as the text that a reader of the document sees."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element

from campaign.importing.word import numerals
from campaign.importing.word.package import number, value

PLACE = re.compile(r"%([1-9])")
DEEPEST = 8
"""Word has nine levels, from 0 on."""


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered."""

    form: str
    text: str
    """The words in front of a paragraph; `%1` stands for the number of the outermost level."""
    start: int
    restart: int | None
    """After which level, counted from 1, the numbers begin anew; 0 for never; nothing for any."""
    style: str
    """The style of paragraphs that are of this level without saying so."""
    is_legal: bool
    """Whether all numbers in the text are digits."""

    @property
    def is_bullet(self) -> bool:
        return self.form == "bullet"


Levels = dict[int, Level]


class Label(NamedTuple):
    """What stands in front of a paragraph."""

    text: str
    is_bullet: bool
    depth: int


class Numbering:
    """The lists of a document, counted on while its paragraphs are read in order."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, Levels] = {}
        self._lists: dict[str, tuple[str, Levels]] = {}
        """By the number of the list: whose counters it shares, and its levels."""
        self._starts: dict[str, dict[int, int]] = defaultdict(dict)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        links: dict[str, str] = {}
        for element in root.findall("abstractNum"):
            name = element.get("abstractNumId", "")
            self._abstract[name] = _levels(element)
            links[value(element, "styleLink")] = name
        linked = {
            element.get("abstractNumId", ""): links.get(value(element, "numStyleLink"), "")
            for element in root.findall("abstractNum")
            if element.find("numStyleLink") is not None
        }
        for element in root.findall("num"):
            name, abstract = element.get("numId", ""), value(element, "abstractNumId")
            abstract = linked.get(abstract) or abstract
            levels = dict(self._abstract.get(abstract, {}))
            for override in element.findall("lvlOverride"):
                level = number(override.get("ilvl", ""))
                levels |= _levels(override)
                if (start := override.find("startOverride")) is not None:
                    self._starts[name][level] = number(start.get("val", ""), 1)
            self._lists[name] = abstract, levels

    def label(self, list: str, level: int | None, style: str) -> Label | None:
        """The next number of a list; nothing when there is no such list, or it is turned off.

        `style` is the paragraph's: it says which level is meant when `level` is not given.
        """
        if list not in self._lists:
            return None
        abstract, levels = self._lists[list]
        if level is None:
            level = next((n for n, found in levels.items() if style and found.style == style), 0)
        if level not in levels or level > DEEPEST:
            return None
        counts = self._counts[abstract]
        if level in self._starts[list] and (list, level) not in self._begun:
            counts[level] = self._starts[list][level] - 1
        self._begun.add((list, level))
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [n for n in counts if n > level and _restarts(levels.get(n), level)]:
            del counts[deeper]
        return Label(_text(levels, level, counts), levels[level].is_bullet, level)


def _restarts(deeper: Level | None, level: int) -> bool:
    """Whether a paragraph of `level` makes the numbers of a deeper level begin anew."""
    if deeper is None or deeper.restart is None:
        return True
    return level < deeper.restart


def _text(levels: Levels, level: int, counts: dict[int, int]) -> str:
    def written(found: re.Match[str]) -> str:
        wanted = int(found[1]) - 1
        other = levels.get(wanted)
        if other is None:
            return ""
        form = "decimal" if levels[level].is_legal else other.form
        return numerals.written(counts.get(wanted, other.start), form)

    return PLACE.sub(written, levels[level].text)


def _levels(parent: Element) -> Levels:
    return {number(element.get("ilvl", "")): _level(element) for element in parent.findall("lvl")}


def _level(element: Element) -> Level:
    restart = value(element, "lvlRestart")
    legal = element.find("isLgl")
    return Level(
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText"),
        start=number(value(element, "start")),
        restart=number(restart) if restart else None,
        style=value(element, "pStyle"),
        is_legal=legal is not None and legal.get("val") not in ("0", "false"),
    )
