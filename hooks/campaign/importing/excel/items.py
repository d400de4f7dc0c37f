"""Which item of a list a row is, where it does not say its place."""

from __future__ import annotations

from typing import Any

from campaign.importing.excel.columns import Column, Sheet, Type
from campaign.importing.excel.grid import Cell
from campaign.importing.excel.rows import at
from campaign.importing.excel.said import meaning
from campaign.model.walk import Loc


def naming(sheet: Sheet) -> list[Column]:
    """The columns that name an item: up to the first that is required, and those like it."""
    found: list[Column] = []
    is_found = False
    for column in sheet.columns:
        is_number = column.type in (Type.INTEGER, Type.NUMBER)
        if is_found and (is_number or not column.is_required):
            break
        if not is_number:
            found.append(column)
            is_found = column.is_required
    return found


def is_said(column: Column, value: Any, item: Any) -> bool:
    """Whether an item says what a cell says; an empty cell says nothing."""
    return value is None or meaning(column, value) == meaning(column, at(item, column.keys))


def is_named(column: Column, value: Any, item: Any) -> bool:
    """Whether a field that names an item says the same of the row, be it nothing."""
    return bool(meaning(column, value) == meaning(column, at(item, column.keys)))


def value_at(data: Any, loc: Loc) -> Any:
    """What stands at a place of a record."""
    for step in loc:
        data = data.get(step) if isinstance(data, dict) else data[step]
    return data


def number_in(cell: Cell) -> int | None:
    """The number that a cell says; none for an empty one, or one that says something else."""
    try:
        return int(str(cell.shown).strip()) if not cell.is_blank else None
    except ValueError:
        return None
