"""The rows of a table: those of records, and the one that shows how it is filled in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from campaign.importing.excel.columns import (
    BODY,
    EXAMPLE,
    Column,
    Head,
    Keys,
    Role,
    Sheet,
    Type,
)
from campaign.importing.excel.limits import offered
from campaign.importing.excel.names import Names
from campaign.importing.excel.shown import Value, shown
from campaign.text import cut

LONGEST_EXAMPLE = 30
EXAMPLES: Mapping[Type, Value] = {
    Type.INTEGER: 12,
    Type.NUMBER: 75.6,
    Type.DAY: date(2026, 3, 5),
    Type.MOMENT: datetime(2026, 3, 5, 9),
    Type.PARTIAL_DAY: "2006-05",
}


@dataclass(frozen=True)
class Item:
    """A record as it is written."""

    id: str
    data: Mapping[str, Any]
    body: str = ""


def rows(sheet: Sheet, records: Iterable[Item], names: Names) -> Iterator[list[Value]]:
    """The rows of a sheet for some records, one value a column."""
    for item in records:
        key = names.shown(sheet.kind.name, item.id)
        for places, row in _found(sheet, item):
            fields = [_value(head.column, row, names, item) for head in sheet.heads if head.column]
            if sheet.is_main:
                yield [item.id, *fields]
            else:
                yield [key, *(place + 1 for place in places), *fields, None]


def _found(sheet: Sheet, item: Item) -> Iterator[tuple[tuple[int, ...], Mapping[str, Any]]]:
    """The groups that are rows of a sheet, with their places in the lists."""
    found: list[tuple[tuple[int, ...], Any]] = [((), item.data)]
    for keys in sheet.way:
        found = [
            ((*places, place), inner)
            for places, group in found
            for place, inner in enumerate(at(group, keys) or [])
            if isinstance(inner, Mapping)
        ]
    yield from found


def at(group: Any, keys: Keys) -> Any:
    """The value below some keys; nothing when one of them is not written."""
    for key in keys:
        group = group.get(key) if isinstance(group, Mapping) else None
    return group


def _value(column: Column, row: Mapping[str, Any], names: Names, item: Item) -> Value:
    if column.keys == (BODY,):
        return shown(column, item.body.strip() or None, names, {})
    beside = at(row, column.keys[:-1]) or {}
    raw = at(row, column.keys)
    if raw is None and column.is_parent:
        raw = item.id.split("/")[0]
    return shown(column, raw, names, beside)


def fingerprint(data: Mapping[str, Any], body: str = "") -> str:
    """A mark of what a record says, by which a change since an export is seen."""
    text = json.dumps([data, body.strip()], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def example(sheet: Sheet, records: Iterable[Item], names: Names) -> list[Value]:
    """A row that shows how the table is filled in: a record's, or made of the columns' help."""
    first = next(rows(sheet, records, names), None)
    made = first or [_made(head, names) for head in sheet.heads]
    return [EXAMPLE, *made[1:]]


def _made(head: Head, names: Names) -> Value:
    column = head.column
    if column is None:
        return 1 if head.role in (Role.PLACE, Role.ABOVE) else None
    if column.type in EXAMPLES and not column.is_list:
        return EXAMPLES[column.type]
    choices = offered(column, names)
    return choices[0] if choices else cut(column.help, LONGEST_EXAMPLE)
