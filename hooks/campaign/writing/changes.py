"""Changes to the values of a record, by the way to each from the top of its file."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from campaign.model.walk import Loc


@dataclass(frozen=True)
class Set:
    """A value in place of what is there, or a key that is not written yet."""

    loc: Loc
    value: Any
    after: str | None = None
    """The key behind which a new one is written: `""` for the first; at the end if not said."""
    in_lines: bool = False
    """Whether groups are written one field a line, whatever their neighbours are like."""


@dataclass(frozen=True)
class Insert:
    """An item more in a list, before the one at this place; at its end if there is none."""

    loc: Loc
    value: Any
    in_lines: bool = False


@dataclass(frozen=True)
class Remove:
    """A key, or an item of a list, that goes."""

    loc: Loc


@dataclass(frozen=True)
class Move:
    """An item of a list that goes to another place, counted without itself."""

    loc: Loc
    to: int


Change = Set | Insert | Remove | Move


class NotThere(LookupError):
    """A change is about something that the record does not have."""


def under(prefix: Loc, changes: Iterable[Change]) -> list[Change]:
    """The changes of a record that stands at a place in a file of many."""
    return [replace(change, loc=(*prefix, *change.loc)) for change in changes]


def applied(data: Any, changes: Iterable[Change]) -> Any:
    """The data with the changes, made one behind the other. Raises NotThere."""
    made = copy.deepcopy(data)
    for change in changes:
        _apply(made, change)
    return made


def _apply(data: Any, change: Change) -> None:
    *way, last = change.loc
    holder = data
    for position, step in enumerate(way):
        if isinstance(change, Set | Insert) and isinstance(holder, dict):
            is_list = position + 1 == len(way) and isinstance(change, Insert)
            if holder.get(str(step)) is None:
                holder[str(step)] = [] if is_list else {}
        holder = found(holder, step)
    if isinstance(change, Set):
        if isinstance(holder, dict) and isinstance(last, str):
            holder[last] = copy.deepcopy(change.value)
        else:
            found(holder, last)
            holder[last] = copy.deepcopy(change.value)
        return
    if isinstance(change, Insert):
        if not isinstance(holder, list) or not isinstance(last, int):
            raise NotThere(change.loc)
        holder.insert(last, copy.deepcopy(change.value))
        return
    found(holder, last)
    item = holder.pop(last)
    if isinstance(change, Move):
        if not isinstance(holder, list):
            raise NotThere(change.loc)
        holder.insert(change.to, item)


def found(holder: Any, step: str | int) -> Any:
    """The value of a key or of a place in a list. Raises NotThere."""
    if isinstance(holder, dict) and step in holder:
        return holder[str(step)]
    if isinstance(holder, list) and isinstance(step, int) and 0 <= step < len(holder):
        return holder[step]
    raise NotThere(step)
