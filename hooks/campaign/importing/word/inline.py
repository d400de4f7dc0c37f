"""What stands in a line: characters with their looks, links, notes, pictures, fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from campaign.importing.word import remarks, styles
from campaign.importing.word.model import Look, Run
from campaign.importing.word.package import Relation, value
from campaign.importing.word.remarks import Remarks
from campaign.importing.word.styles import Styles

KEPT = frozenset({"ins", "moveTo"})
GONE = frozenset({"del", "moveFrom"})
TRANSPARENT = frozenset({"smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo"})
FORMULAS = frozenset({"m-oMath", "m-oMathPara"})
SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-"}
LINKED = re.compile(r'\s*HYPERLINK\s+(?:\\[nt]\s+)*"([^"]+)"', re.IGNORECASE)
CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
WEB = re.compile(r"(?:https?://|mailto:)[^\s<>()]+", re.IGNORECASE)


@dataclass
class _Field:
    """A field that is open: its instruction until its result begins."""

    instruction: str = ""
    has_result: bool = False

    @property
    def is_shown(self) -> bool:
        return self.has_result and not CONTENTS.match(self.instruction)


class Inline:
    """Reads the lines of a part; fields may reach over several paragraphs."""

    def __init__(self, known: Styles, relations: Mapping[str, Relation], noted: Remarks) -> None:
        self._styles, self._relations, self._remarks = known, relations, noted
        self._fields: list[_Field] = []

    def runs(self, parent: Element, look: Look, href: str = "") -> Iterator[Run]:
        """The runs of a paragraph whose style has a look."""
        for child in parent:
            if child.tag == "r":
                yield from self._run(child, look, href)
            elif child.tag == "hyperlink":
                yield from self.runs(child, look, self._address(child))
            elif child.tag in KEPT:
                self._remarks.count(remarks.CHANGES)
                yield from self.runs(child, look, href)
            elif child.tag in GONE:
                self._remarks.count(remarks.CHANGES)
            elif child.tag == "mc-AlternateContent":
                yield from self.runs(_chosen(child), look, href)
            elif child.tag in TRANSPARENT:
                yield from self.runs(child, look, href)
            elif child.tag == "fldSimple":
                found = LINKED.match(child.get("instr", ""))
                yield from self.runs(child, look, self._web(found[1]) if found else href)
            elif child.tag in FORMULAS:
                self._remarks.count(remarks.FORMULA)
                yield Run("".join(part.text or "" for part in child.iter("m-t")), look, href)

    def _run(self, element: Element, base: Look, href: str) -> Iterator[Run]:
        properties = element.find("rPr")
        look = self._styles.characters(value(properties, "rStyle"), base)
        look = styles.look(properties, look)
        if properties is not None and styles.switch(properties, "vanish"):
            self._remarks.count(remarks.HIDDEN)
            return
        if properties is not None and styles.switch(properties, "strike"):
            self._remarks.count(remarks.STRUCK)
        for child in element:
            self._field(child)
            if all(field.is_shown for field in self._fields):
                for run in self._content(child):
                    yield replace(run, look=look, href=href or self._field_address())

    def _content(self, child: Element) -> Iterator[Run]:
        """What one element of a run stands for."""
        if child.tag == "t":
            yield Run(child.text or "")
        elif child.tag in SIGNS or (
            child.tag == "br" and child.get("type") in (None, "textWrapping")
        ):
            yield Run(SIGNS.get(child.tag, "\n"))
        elif child.tag == "sym":
            yield Run(_symbol(child))
        elif child.tag == "footnoteReference":
            yield Run(note=child.get("id", ""))
        elif child.tag == "endnoteReference":
            yield Run(note=f"e{child.get('id', '')}")
        elif child.tag == "ruby":
            yield Run("".join(part.text or "" for part in child.findall("rubyBase/r/t")))
        elif child.tag in ("drawing", "pict"):
            yield from self._drawing(child)
        elif child.tag == "mc-AlternateContent":
            for inner in _chosen(child):
                yield from self._content(inner)
        elif child.tag == "object":
            self._remarks.count(remarks.OBJECT)

    def _drawing(self, element: Element) -> Iterator[Run]:
        """A picture, of either age; the text of a box is told and left out."""
        for box in element.iter("txbxContent"):
            text = " ".join(part.text or "" for part in box.iter("t")).strip()
            if text:
                self._remarks.say(remarks.TEXT_BOX.format(text=text))
        for about in element.iter("wp-docPr"):
            if text := about.get("descr", "").strip():
                self._remarks.say(remarks.DESCRIBED.format(text=" ".join(text.split())))
        for tag, key in (("a-blip", "r-embed"), ("v-imagedata", "r-id")):
            for picture in element.iter(tag):
                if relation := self._relations.get(picture.get(key, "")):
                    yield Run(picture=relation.target)
        for tag in ("c-chart", "dgm-relIds"):
            self._remarks.count(remarks.DRAWING, sum(1 for _ in element.iter(tag)))

    def _field(self, child: Element) -> None:
        """Follow the marks of fields."""
        if child.tag == "instrText" and self._fields:
            self._fields[-1].instruction += child.text or ""
        elif child.tag == "fldChar":
            kind = child.get("fldCharType")
            if kind == "begin":
                self._fields.append(_Field())
            elif kind == "separate" and self._fields:
                self._fields[-1].has_result = True
                if CONTENTS.match(self._fields[-1].instruction):
                    self._remarks.count(remarks.CONTENTS)
            elif kind == "end" and self._fields:
                self._fields.pop()

    def _field_address(self) -> str:
        links = (LINKED.match(field.instruction) for field in self._fields)
        return next((self._web(found[1]) for found in links if found), "")

    def _address(self, element: Element) -> str:
        relation = self._relations.get(element.get("r-id", ""))
        return self._web(relation.target) if relation and relation.is_external else ""

    def _web(self, address: str) -> str:
        """The address of a web page; nothing for any other."""
        if WEB.fullmatch(address):
            return address
        self._remarks.count(remarks.ADDRESS)
        return ""


def _chosen(element: Element) -> Element:
    """What a reader of today takes of content that is written twice."""
    chosen = element.find("mc-Choice")
    if chosen is None:
        chosen = element.find("mc-Fallback")
    return element if chosen is None else chosen


def _symbol(element: Element) -> str:
    """A character of a font of symbols; nothing where only that font knows it."""
    code = element.get("char", "")
    number = int(code, 16) if re.fullmatch(r"[0-9A-Fa-f]{4}", code) else 0
    return "" if not number or 0xE000 <= number <= 0xF8FF else chr(number)
