"""What a document's styles say: looks, levels and lists, each on top of what it is based on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from campaign.importing.word.model import Look
from campaign.importing.word.package import number, value

OFF = frozenset({"0", "false", "off", "none"})
BODY = 9
"""The outline level of what is no heading."""
RAISED = {"superscript": "sup", "subscript": "sub", "baseline": ""}
MOST_BASES = 12
"""How many styles may be based on one another, so that a circle ends."""


@dataclass(frozen=True)
class Style:
    """A style of paragraphs, with all that it takes from others."""

    id: str = ""
    name: str = ""
    look: Look = field(default_factory=Look)
    align: str = ""
    outline: int | None = None
    list: str = ""
    level: int | None = None


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        found = root.findall("style") if root is not None else []
        self._elements = {element.get("styleId", ""): element for element in found}
        default = root.find("docDefaults/rPrDefault/rPr") if root is not None else None
        self._default = Style(look=look(default, Look()))
        self._known: dict[str, Style] = {}
        self.normal = next(
            (
                id
                for id, element in self._elements.items()
                if element.get("type") == "paragraph" and element.get("default") in ("1", "true")
            ),
            "",
        )

    def of(self, id: str) -> Style:
        """The style; what the document says of all text for an id that it does not have."""
        if id not in self._known:
            self._known[id] = self._made(id or self.normal, MOST_BASES)
        return self._known[id]

    def _made(self, id: str, left: int) -> Style:
        element = self._elements.get(id)
        if element is None or not left:
            return self._default
        base = self._made(value(element, "basedOn"), left - 1)
        made = with_properties(base, element.find("pPr"))
        return replace(
            made,
            id=id,
            name=value(element, "name").lower(),
            look=look(element.find("rPr"), base.look),
        )

    def characters(self, id: str, base: Look) -> Look:
        """A look with a style of characters laid over it."""
        element = self._elements.get(id)
        return look(element.find("rPr"), base) if element is not None else base


def with_properties(style: Style, properties: Element | None) -> Style:
    """A style with what a paragraph says itself."""
    if properties is None:
        return style
    changes: dict[str, object] = {}
    if align := value(properties, "jc"):
        changes["align"] = align
    if outline := value(properties, "outlineLvl"):
        depth = number(outline, BODY)
        changes["outline"] = depth if depth < BODY else None
    if (numbered := properties.find("numPr")) is not None:
        if list := value(numbered, "numId"):
            changes["list"] = list if list != "0" else ""
        if level := value(numbered, "ilvl"):
            changes["level"] = number(level)
    return replace(style, **changes)  # type: ignore[arg-type]


def look(properties: Element | None, base: Look) -> Look:
    """A look with the properties of characters laid over it."""
    if properties is None:
        return base
    fonts = properties.find("rFonts")
    size, raised = number(value(properties, "sz")), value(properties, "vertAlign")
    return Look(
        bold=switch(properties, "b", base.bold),
        italic=switch(properties, "i", base.italic),
        raised=RAISED.get(raised, base.raised),
        font=(_font(fonts.attrib) if fonts is not None else "") or base.font,
        size=size / 2 or base.size,
    )


def _font(names: Mapping[str, str]) -> str:
    """The font of Chinese text."""
    return names.get("eastAsia") or names.get("ascii") or ""


def switch(properties: Element, name: str, base: bool = False) -> bool:
    """Whether a property that is on or off is on."""
    found = properties.find(name)
    return base if found is None else found.get("val", "1") not in OFF
