"""What two people made of one record, put together field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from campaign.desk.versions import photo_lists
from campaign.desk.versions.photo_lists import STEP, Clash

SINGLE = ("id", "role", "key")
"""Fields by which an item of a list is the only one."""


def joined(
    was: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> tuple[dict[str, Any], list[Clash]]:
    """Both changes of what was there; where they meet, ours, and a clash to be asked about."""
    merged, clashes = dict(theirs), []
    for key in dict.fromkeys((*was, *ours, *theirs)):
        is_ours, is_theirs = _differs(was, ours, key), _differs(was, theirs, key)
        if is_ours:
            merged = with_field(merged, key, ours)
        if is_ours and is_theirs and _differs(ours, theirs, key):
            sides = was.get(key), ours.get(key), theirs.get(key)
            if photos := photo_lists.joined(*sides, joined):
                items, found = photos
                merged = with_field(merged, key, {key: items} if items else {})
                clashes += [replace(item, key=f"{key}{STEP}{item.key}") for item in found]
            elif (both := _both_added(*sides)) is not None:
                merged[key] = both
            else:
                clashes.append(Clash(key, theirs.get(key), ours.get(key)))
    return merged, clashes


def picked(data: Mapping[str, Any], key: str, other: Mapping[str, Any]) -> dict[str, Any]:
    """The data with what another state of the record says where a clash was."""
    field, step, way = key.partition(STEP)
    if not step:
        return with_field(data, field, other)
    return {**data, field: photo_lists.picked(data.get(field), way, other.get(field))}


def value_at(data: Mapping[str, Any], key: str) -> Any:
    """What a record says where a clash is."""
    field, step, way = key.partition(STEP)
    return photo_lists.value_at(data.get(field), way) if step else data.get(field)


def with_field(data: Mapping[str, Any], key: str, other: Mapping[str, Any]) -> dict[str, Any]:
    """The data with one field as another state of the record says it."""
    made = {name: value for name, value in data.items() if name != key}
    return {**made, key: other[key]} if key in other else made


def _differs(one: Mapping[str, Any], other: Mapping[str, Any], key: str) -> bool:
    return bool(one.get(key) != other.get(key))


def _both_added(was: Any, ours: Any, theirs: Any) -> list[Any] | None:
    """A list with what each side added at its end; nothing where a side did anything else.

    Only groups are added to one another: two numbers may be one place on a photo.
    """
    before = was or []
    sides = (before, ours, theirs)
    if not all(isinstance(side, list) and _are_groups(side) for side in sides):
        return None
    count = len(before)
    if ours[:count] != before or theirs[:count] != before:
        return None
    new = [item for item in ours[count:] if item not in theirs[count:]]
    if any(_is_one(mine, other) for mine in new for other in theirs[count:]):
        return None
    return [*theirs, *new]


def _are_groups(items: list[Any]) -> bool:
    return all(isinstance(item, Mapping) for item in items)


def _is_one(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return any(one.get(key) is not None and one.get(key) == other.get(key) for key in SINGLE)
