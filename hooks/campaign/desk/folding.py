"""Which items of a long list are folded away in a form, and what tells them apart then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from campaign.model.controls import Control, Sort
from campaign.model.walk import Loc

MANY = 6
"""From how many items on a list of groups folds them."""
CALLED = ("title", "name", "label", "term")
"""The fields by which people know an item."""
WORDS = 20


def summary(control: Control, items: list[Any], index: int, label: str) -> str:
    """What a folded item is called; nothing for one that stays open.

    What is new, and so still empty, is open.
    """
    item = items[index]
    is_long = control.item.sort is Sort.GROUP and len(items) > MANY
    if not is_long or not isinstance(item, Mapping) or not item:
        return ""
    first = control.item.inside[0].key
    called = next((str(item[key]) for key in (*CALLED, first) if item.get(key)), "")
    return f"{label}：{called[:WORDS]}" if called else label


def holds(loc: Loc, problems: Iterable[Loc]) -> bool:
    """Whether a problem stands somewhere in what is at a place."""
    return any(found[: len(loc)] == loc for found in problems)
