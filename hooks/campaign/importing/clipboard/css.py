"""What the styles of copied HTML say of words: how they look, and whether anybody sees them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from campaign.importing.word.model import Look

Said = Mapping[str, str]
LONGEST = 4_000
"""Characters of a style; those of Word have some hundred."""
LENGTH = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)\s*(pt|px)")
POINTS = {"pt": 1.0, "px": 0.75}
FONTS = ("mso-fareast-font-family", "font-family")
"""Where the font of Chinese characters is said, the more special place first."""
BOLD_TAGS, ITALIC_TAGS = frozenset({"b", "strong"}), frozenset({"i", "em"})
RAISED = {"sup": "sup", "sub": "sub"}
NOTHING = re.compile(r"0(?:\.0+)?\s*(?:pt|px|em|rem|%)?")
HEAVY = 600
"""From which weight on letters are bold."""


def said(style: str | None) -> Said:
    """The declarations of a style, by their names in small letters."""
    parts = (part.partition(":") for part in (style or "")[:LONGEST].split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in parts}


def is_hidden(style: Said) -> bool:
    """Whether nobody sees what is styled so."""
    return (
        style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or "all" in style.get("mso-hide", "")
        or any(NOTHING.fullmatch(style.get(name, "1")) for name in ("opacity", "font-size"))
    )


def look(tag: str, style: Said, base: Look) -> Look:
    """How words look in an element that stands in others."""
    found = base
    if tag in BOLD_TAGS:
        found = replace(found, bold=True)
    if weight := style.get("font-weight", ""):
        found = replace(found, bold=_is_heavy(weight, found.bold))
    if raised := RAISED.get(tag) or _raised(style.get("vertical-align", "")):
        found = replace(found, raised=raised)
    if font := next((style[name] for name in FONTS if style.get(name)), ""):
        found = replace(found, font=font.split(",")[0].strip("\"' "))
    if length := LENGTH.match(style.get("font-size", "")):
        found = replace(found, size=float(length[1]) * POINTS[length[2]])
    return found


def _is_heavy(weight: str, usual: bool) -> bool:
    if weight.isdecimal() and weight.isascii():
        return int(weight) >= HEAVY
    return {"bold": True, "bolder": True, "normal": False, "lighter": False}.get(weight, usual)


def _raised(place: str) -> str:
    return {"super": "sup", "sub": "sub"}.get(place, "")
