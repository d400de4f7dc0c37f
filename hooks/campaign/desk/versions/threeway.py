"""What two people made of one record, put together field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FILE = "file"
"""The field by which a photo is the only one of its gallery."""
SINGLE = ("id", "role", "key")
"""Fields by which an item of a list is the only one."""


@dataclass(frozen=True)
class Clash:
    """A field that two people have changed, each in another way."""

    key: str
    theirs: Any
    ours: Any


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
            both = _both_added(*sides)
            both = _photo_by_photo(*sides) if both is None else both
            if both is None:
                clashes.append(Clash(key, theirs.get(key), ours.get(key)))
            else:
                merged[key] = both
    return merged, clashes


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


def _photo_by_photo(was: Any, ours: Any, theirs: Any) -> list[Any] | None:
    """A list of photos with both changes of each, and what each side added at its end.

    Nothing where a side took one away or moved one, or where both changed one field of one.
    """
    names = [_files(side) for side in (was, ours, theirs)]
    if None in names:
        return None
    before, mine, other = (list(found or ()) for found in names)
    count = len(before)
    if mine[:count] != before or other[:count] != before or {*mine[count:]} & {*other[count:]}:
        return None
    found = []
    for one, two, three in zip(was, ours[:count], theirs[:count], strict=True):
        item, clashes = joined(one, two, three)
        if clashes:
            return None
        found.append(item)
    return [*found, *theirs[count:], *ours[count:]]


def _files(items: Any) -> list[str] | None:
    """The file of each photo of a list; nothing where it is no list of photos."""
    if not isinstance(items, list) or not items or not _are_groups(items):
        return None
    names = [str(item.get(FILE) or "") for item in items]
    return names if all(names) and len({*names}) == len(names) else None


def _are_groups(items: list[Any]) -> bool:
    return all(isinstance(item, Mapping) for item in items)


def _is_one(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return any(one.get(key) is not None and one.get(key) == other.get(key) for key in SINGLE)
