"""The builder's navigation without what is not there."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Any


def pruned(items: Iterable[Any], empty: Container[str], present: Container[str]) -> list[Any]:
    """The navigation without the pages of empty columns and pages that are not there."""
    return [kept for kept in (_item(item, empty, present) for item in items) if kept]


def _item(item: Any, empty: Container[str], present: Container[str]) -> Any:
    """A page, or a section with what is left of it; nothing when it goes."""
    if isinstance(item, str):
        return item if item in present and item.split("/")[0] not in empty else ""
    (title, value), *_ = item.items()
    if isinstance(value, list):
        kept = pruned(value, empty, present)
        return {title: kept} if kept else None
    return item if _item(value, empty, present) else None
