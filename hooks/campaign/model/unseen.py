"""A record as it may be shown: it names nothing that readers do not see."""

from __future__ import annotations

from collections.abc import Set
from functools import cache
from typing import Any, TypeVar

from campaign.model.base import Part, referred_kind
from campaign.model.look import Look

P = TypeVar("P", bound=Part)
Key = tuple[str, str]
"""A record's kind and id."""


def named(look: Look) -> frozenset[Key]:
    """Everything that a record names in fields made for it: if it sees all, it stays as it is."""
    fields = ((referred_kind(field), value) for _, field, value in look.fields)
    return frozenset(
        (kind, id)
        for kind, value in fields
        if kind
        for id in (value if isinstance(value, list) else [value])
    )


def without(part: P, unseen: Set[Key]) -> P:
    """The same without references to what is unseen; a field that must be filled stays."""
    kinds, update = _kinds(type(part)), {}
    for name, value in vars(part).items():
        shown = value
        if name not in kinds:
            shown = _of_groups(value, unseen)
        elif isinstance(value, list):
            shown = _kept([id for id in value if (kinds[name], id) not in unseen], value)
        elif (kinds[name], value) in unseen and not type(part).model_fields[name].is_required():
            shown = None
        if shown is not value:
            update[name] = shown
    return part.model_copy(update=update) if update else part


@cache
def _kinds(model: type[Part]) -> dict[str, str]:
    """The fields of a model that refer to records, with the kind of each."""
    found = ((name, referred_kind(field)) for name, field in model.model_fields.items())
    return {name: kind for name, kind in found if kind}


def _of_groups(value: Any, unseen: Set[Key]) -> Any:
    if isinstance(value, Part):
        return without(value, unseen)
    if isinstance(value, list):
        found = [without(item, unseen) if isinstance(item, Part) else item for item in value]
        return value if all(a is b for a, b in zip(found, value, strict=True)) else found
    return value


def _kept(found: list[str], value: list[str]) -> list[str]:
    return value if len(found) == len(value) else found
