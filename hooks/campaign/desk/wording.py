"""Values of a file as a form shows them, and what a person means who types them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from campaign.model.controls import Control, Sort
from campaign.model.fields import NO, YES, is_unfilled

NAMED = re.compile(r".*（([^（）]+)）", re.DOTALL)
"""How a form shows what a reference names: `幸福里社区（xingfuli）`."""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MINUTE = re.compile(r"(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})", re.ASCII)

BETWEEN = "、"
"""What stands between the words of a list that is one line: an item of a list of lists."""
APART = re.compile("[、，,；;]")


class Names(Protocol):
    """What the ids of the site are called."""

    def name(self, kind: str, id: str) -> str:
        """What an id is called; nothing where there is none."""

    def id(self, kind: str, name: str) -> str:
        """The id of what is called so; nothing where nothing is."""

    def labels(self, kind: str) -> Mapping[str, str]:
        """The words of a vocabulary with their labels; none for records."""


def shown(control: Control, raw: object, names: Names, kind: str = "") -> str:
    """The text in the form for a value of the file; a gap that a draft marks is empty.

    `kind` is the kind of a reference whose kind another field says.
    """
    if isinstance(raw, list):
        return BETWEEN.join(map(said, raw))
    text = said(raw)
    if control.sort is Sort.YES_NO:
        word = text.lower()
        return "yes" if word in YES else "no" if word in NO else text
    if control.sort is Sort.REFERENCE:
        name = names.name(control.refers or kind, text)
        return f"{name}（{text}）" if name and name != text else text
    if control.sort is Sort.MOMENT and (found := MINUTE.fullmatch(text)):
        return f"{found[1]}T{found[2]}"
    return text


def meant(control: Control, text: str, names: Names, kind: str = "") -> str | None:
    """The value that a text of the form stands for; nothing for an empty one."""
    if not text.strip():
        return None
    if control.sort is Sort.MOMENT:
        return text.replace("T", " ", 1)
    if control.sort is Sort.REFERENCE:
        return _id(control.refers or kind, text.strip(), names)
    return text


def apart(text: str) -> list[str] | None:
    """The words of a list that is one line; nothing for an empty one."""
    return [word.strip() for word in APART.split(text.strip(" []")) if word.strip()] or None


def _id(kind: str, text: str, names: Names) -> str:
    inside = NAMED.fullmatch(text)
    if inside and names.name(kind, inside[1]):
        return inside[1]
    return text if names.name(kind, text) else names.id(kind, text) or text


def fits_a_picker(control: Control, text: str) -> bool:
    """Whether the browser's own field for days or moments can show what is written."""
    if not text:
        return True
    if control.sort is Sort.DAY:
        return DAY.fullmatch(text) is not None
    return MINUTE.fullmatch(text.replace("T", " ", 1)) is not None


def beside(control: Control, group: Mapping[str, object]) -> str:
    """The kind that a reference names, where a field beside it says so."""
    return str(group.get(control.beside) or "") if control.beside else ""


def said(raw: object) -> str:
    """A text of the file; a gap that a draft marks is empty."""
    return "" if raw is None or is_unfilled(raw) else str(raw)
