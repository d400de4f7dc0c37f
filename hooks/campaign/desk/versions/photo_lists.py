"""Two people's changes of one list of photos, put together photo by photo.

A photo that one side took out stays out, and one to which the consent was withdrawn stays so,
whatever the other side did; about the rest people are asked, field by field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from campaign.writing.withdrawals import CONSENT, FILE, HASH, is_withdrawn

STEP = "/"
"""Between the parts of a clash's key: `photos/a.jpg/alt`; a list's order is `photos/`."""
Photo = Mapping[str, Any]
ByFile = Mapping[str, Photo]


@dataclass(frozen=True)
class Clash:
    """A field that two people have changed, each in another way."""

    key: str
    theirs: Any
    ours: Any


Join = Callable[[Photo, Photo, Photo], tuple[dict[str, Any], list[Clash]]]


def joined(was: Any, ours: Any, theirs: Any, join: Join) -> tuple[list[Any], list[Clash]] | None:
    """The list with both changes, and where somebody has to be asked.

    Nothing where it is no list of photos, or one name stands for two of them.
    """
    before, mine, other = map(by_file, (was, ours, theirs))
    if before is None or mine is None or other is None or _is_mixed(mine, other):
        return None
    names = _ordered(before, mine, other)
    items, clashes = [], []
    for name in names:
        item, found = _one(before.get(name, {}), mine.get(name), other.get(name), join)
        items.append(item)
        clashes += [replace(clash, key=f"{name}{STEP}{clash.key}") for clash in found]
    known = set(names)
    if _is_moved(before, mine, known) and _is_moved(before, other, known):
        orders = _names(other, known, names), _names(mine, known, names)
        clashes += [Clash("", *orders)] if orders[0] != orders[1] else []
    return items, clashes


def by_file(items: Any) -> dict[str, Photo] | None:
    """The photos of a list by their files; nothing where it is no list of photos."""
    if items is None or items == []:
        return {}
    if not isinstance(items, list) or not all(isinstance(item, Mapping) for item in items):
        return None
    found = {str(item.get(FILE) or ""): item for item in items}
    is_clear = len(found) == len(items) and not any(not n or STEP in n for n in found)
    return found if is_clear else None


def _is_mixed(mine: ByFile, other: ByFile) -> bool:
    """Whether two photos have one name; or nobody lists a photo at all."""
    marks = ((mine[name].get(HASH), other[name].get(HASH)) for name in mine if name in other)
    return not (mine or other) or any(all(pair) and pair[0] != pair[1] for pair in marks)


def _ordered(before: ByFile, mine: ByFile, other: ByFile) -> list[str]:
    """The photos that stay: in our order where we moved any, else in theirs."""
    every = dict.fromkeys((*other, *mine))
    kept = {name for name in every if _stays(name, before, mine, other)}
    first, second = (mine, other) if _is_moved(before, mine, kept) else (other, mine)
    return [name for name in dict.fromkeys((*first, *second)) if name in kept]


def _stays(name: str, before: ByFile, mine: ByFile, other: ByFile) -> bool:
    states = [state[name] for state in (before, mine, other) if name in state]
    is_taken_out = name in before and not (name in mine and name in other)
    return not is_taken_out or any(map(is_withdrawn, states))


def _is_moved(before: ByFile, now: ByFile, kept: set[str]) -> bool:
    """Whether photos that were there stand in another order."""
    known = [name for name in before if name in now and name in kept]
    return known != [name for name in now if name in before and name in kept]


def _names(state: ByFile, kept: set[str], every: Sequence[str]) -> list[str]:
    """The photos that stay, in the order of one side."""
    return [name for name in dict.fromkeys((*state, *every)) if name in kept]


def _one(
    was: Photo, mine: Photo | None, other: Photo | None, join: Join
) -> tuple[dict[str, Any], list[Clash]]:
    """One photo with both changes; a withdrawal stands."""
    sides = [side for side in (other, mine) if side is not None]
    if len(sides) == 2:
        item, clashes = join(was, sides[1], sides[0])
    else:
        item, clashes = dict(sides[0]), []
    gone = next((side for side in (*sides, was) if is_withdrawn(side)), None)
    if gone is None:
        return item, clashes
    return {**item, CONSENT: gone[CONSENT]}, [c for c in clashes if c.key != CONSENT]


# An answer


def picked(items: Any, way: str, other: Any) -> Any:
    """A list of photos with what another state of it says in one place: `a.jpg/alt`, or `/`."""
    mine, theirs = by_file(items), by_file(other)
    name, _, field = way.partition(STEP)
    if mine is None or theirs is None:
        return items
    if not name:
        return [mine[name] for name in _names(theirs, {*mine}, list(mine))]
    return [
        _with_field(item, field, theirs[file]) if file == name and file in theirs else item
        for file, item in mine.items()
    ]


def value_at(items: Any, way: str) -> Any:
    """What a list of photos says in one place: a field of one, or their order."""
    found = by_file(items) or {}
    name, _, field = way.partition(STEP)
    return found.get(name, {}).get(field) if name else list(found)


def _with_field(item: Photo, field: str, other: Photo) -> dict[str, Any]:
    made = {key: value for key, value in item.items() if key != field}
    return {**made, field: other[field]} if field in other else made


def gone(before: Iterable[Photo], now: Iterable[Photo]) -> list[str]:
    """The photos that are not listed any more, by their files."""
    left = {photo.get(FILE) for photo in now}
    return [str(photo[FILE]) for photo in before if photo.get(FILE) not in left]
