"""What changed between two states of a record, in as few and as small changes as can be.

A form gives a whole record back; what nobody touched must not be written again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from campaign.model.walk import Loc
from campaign.writing.changes import Change, Insert, Move, Remove, Set


def changes_between(old: Any, new: Any, loc: Loc = ()) -> list[Change]:
    """The changes that make `new` of `old`, to be made one behind the other.

    A key without a value is no key. A text that only lacks the line break at its end is the
    same: a field of a form has none.
    """
    return list(_between(old, new, loc))


def _between(old: Any, new: Any, loc: Loc) -> Iterator[Change]:
    if is_same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _of_groups(old, new, loc)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _of_lists(old, new, loc)
    elif isinstance(old, str) and isinstance(new, str) and old.endswith("\n") and new:
        yield Set(loc, f"{new.rstrip()}\n")
    else:
        yield Set(loc, new)


def is_same(old: Any, new: Any) -> bool:
    """Whether two values say the same."""
    if isinstance(old, dict) and isinstance(new, dict):
        keys = {*_filled(old), *_filled(new)}
        return all(is_same(old.get(key), new.get(key)) for key in keys)
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(is_same, old, new))
    if isinstance(old, str) and isinstance(new, str):
        return old.rstrip("\n") == new.rstrip("\n")
    return bool(old == new)


def _filled(group: dict[str, Any]) -> list[str]:
    return [key for key, value in group.items() if value is not None]


def _of_groups(old: dict[str, Any], new: dict[str, Any], loc: Loc) -> Iterator[Change]:
    before = ""
    for key in _filled(new):
        if old.get(key) is None:
            yield Set((*loc, key), new[key], after=None if key in old else before)
        else:
            yield from _between(old[key], new[key], (*loc, key))
        before = key
    for key in _filled(old):
        if new.get(key) is None:
            yield Remove((*loc, key))


def _of_lists(old: list[Any], new: list[Any], loc: Loc) -> Iterator[Change]:
    """Items that are gone, that moved, that are new, and that changed, in this order."""
    partner = _partners(old, new)
    gone = set(range(len(old))) - set(partner.values())
    for place in sorted(gone, reverse=True):
        yield Remove((*loc, place))
    now = [place for place in range(len(old)) if place not in gone]
    wanted = [partner[place] for place in range(len(new)) if place in partner]
    yield from _moves(now, wanted, loc)
    for place, item in enumerate(new):
        if place not in partner:
            yield Insert((*loc, place), item)
    for place, item in enumerate(new):
        if place in partner:
            yield from _between(old[partner[place]], item, (*loc, place))


def _moves(now: list[int], wanted: list[int], loc: Loc) -> Iterator[Change]:
    """The fewest moves from one order to another: the longest run that is in order stays."""
    staying = _longest_rising([wanted.index(item) for item in now])
    stay = {wanted[place] for place in staying}
    for place, item in enumerate(wanted):
        if item not in stay:
            since = now.index(item)
            now.pop(since)
            behind = wanted[place - 1] if place else None
            to = now.index(behind) + 1 if behind is not None else 0
            now.insert(to, item)
            if since != to:
                yield Move((*loc, since), to)


def _longest_rising(places: list[int]) -> list[int]:
    """The longest run of places that are in order as they stand."""
    ends: list[int] = []
    runs: list[list[int]] = []
    for place in places:
        at = bisect_left(ends, place)
        run = [*(runs[at - 1] if at else []), place]
        ends[at : at + 1], runs[at : at + 1] = [place], [run]
    return runs[-1] if runs else []


def _partners(old: list[Any], new: list[Any]) -> dict[int, int]:
    """For items of the new list the old one that each was: equal ones, then the most alike."""
    free = list(range(len(old)))
    found: dict[int, int] = {}
    for place, item in enumerate(new):
        same = next((other for other in free if is_same(old[other], item)), None)
        if same is not None:
            found[place] = same
            free.remove(same)
    left = [place for place in range(len(new)) if place not in found]
    alike = sorted(
        (
            (-_likeness(old[other], new[place]), abs(other - place), place, other)
            for place in left
            for other in free
        ),
    )
    for score, _, place, other in alike:
        if score and place not in found and other in free:
            found[place] = other
            free.remove(other)
    left = [place for place in left if place not in found]
    for place, other in zip(left, free, strict=False):
        if type(new[place]) is type(old[other]):
            found[place] = other
    return found


def _likeness(old: Any, new: Any) -> int:
    """How many fields of two groups say the same."""
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return 0
    return sum(key in new and is_same(value, new[key]) for key, value in old.items())
