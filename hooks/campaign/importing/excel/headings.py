"""Which table a sheet is, and what its columns are, by the names that people wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable

from campaign.importing.excel.columns import BETWEEN, REQUIRED, Head, Role, Sheet
from campaign.importing.excel.grid import Cell, Grid
from campaign.importing.excel.names import folded

SEARCHED = 20
"""Rows in which the names of the columns are looked for."""


def main_of(sheet: Sheet, sheets: Iterable[Sheet]) -> Sheet:
    """The table of the records of a kind, of one of its lists."""
    return next(other for other in sheets if other.kind is sheet.kind and other.is_main)


def recognised(grid: Grid, sheets: list[Sheet]) -> tuple[Sheet, int] | None:
    """The sheet of a form that a grid is, and the row with the names of the columns."""
    named = [sheet for sheet in sheets if folded(sheet.name) == folded(grid.name)]
    found: list[tuple[tuple[int, bool], Sheet, int]] = []
    columns = sorted({column for _, column in grid.cells})
    for sheet in named or sheets:
        for number in grid.rows[:SEARCHED]:
            names = [called(grid, number, column) for column in columns]
            count = len({head for name in names if (head := head_of(sheet, name))})
            if count < min(2, len(sheet.heads)):
                continue
            if len(sheet.way) == 1:
                main = main_of(sheet, sheets)
                others = [name for name in names if head_of(sheet, name) is None]
                count += sum(head_of(main, name) is not None for name in others)
            found.append(((count, sheet.is_main), sheet, number))
    most = max((count for count, _, _ in found), default=None)
    best = [(sheet, number) for count, sheet, number in found if count == most]
    is_clear = len({sheet.name for sheet, _ in best}) == 1
    return best[0] if is_clear else None


def called(grid: Grid, row: int, column: int) -> list[str]:
    """What a column is called: by its own cell, and by that with the merged one above."""
    own = _words(_whole(grid, row, column))
    above = _words(_whole(grid, row - 1, column)) if row > 1 else ""
    return [name for name in (f"{above}{BETWEEN}{own}" if above else "", own) if name]


def _words(cell: Cell) -> str:
    return folded(str(cell.value)) if not cell.is_blank else ""


def _whole(grid: Grid, row: int, column: int) -> Cell:
    """A cell, or the one that it is merged into."""
    for top, left, bottom, right in grid.merged:
        if top <= row <= bottom and left <= column <= right:
            return grid.at(top, left)
    return grid.at(row, column)


def head_of(sheet: Sheet, names: list[str]) -> Head | None:
    """The column that is called so: in full, or by the end of its name when that is clear."""
    for name in names:
        bare = name.removesuffix(folded(REQUIRED)).rstrip("*＊")
        for told in (_titles, _short_titles):
            known = [head for head in sheet.heads if bare in told(head)]
            if len(known) == 1:
                return known[0]
    return None


def _titles(head: Head) -> set[str]:
    found = {folded(head.title)}
    if head.role is Role.KEY:
        found |= {folded(head.title.removeprefix("所属"))}
    if head.column:
        found.add(folded(".".join(head.column.keys)))
    return found


def _short_titles(head: Head) -> set[str]:
    """A title without its unit, and without the group in which it is."""
    title = head.title
    bare = re.sub(r"（[^）]*）$", "", title)
    return {folded(bare), folded(title.rpartition(BETWEEN)[2]), folded(bare.rpartition(BETWEEN)[2])}
