"""A record as it may be shown: it names nothing that readers do not see."""

from __future__ import annotations

from collections.abc import Set
from typing import Any, TypeVar

from campaign.model.base import Part, referred_kind

P = TypeVar("P", bound=Part)
Key = tuple[str, str]
"""A record's kind and id."""


def without(part: P, unseen: Set[Key]) -> P:
    """The same without references to what is unseen; a field that must be filled stays."""
    update: dict[str, Any] = {}
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        kind = referred_kind(field)
        if kind is None:
            shown = _of_groups(value, unseen)
        elif isinstance(value, list):
            shown = _kept([id for id in value if (kind, id) not in unseen], value)
        else:
            is_shown = field.is_required() or (kind, value) not in unseen
            shown = value if is_shown else None
        if shown is not value:
            update[name] = shown
    return part.model_copy(update=update) if update else part


def _of_groups(value: Any, unseen: Set[Key]) -> Any:
    if isinstance(value, Part):
        return without(value, unseen)
    if isinstance(value, list):
        found = [without(item, unseen) if isinstance(item, Part) else item for item in value]
        return value if all(a is b for a, b in zip(found, value, strict=True)) else found
    return value


def _kept(found: list[str], value: list[str]) -> list[str]:
    return value if len(found) == len(value) else found
