"""The tables in a workbook: which sheet is which, where its columns are named, and its rows.

Titles above the table, merged cells, rows of sums and notes are understood where they can mean
one thing only; all else is told, cell by cell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from campaign.importing.excel.columns import (
    EXAMPLE,
    HELP,
    MARKS,
    OPTIONS,
    Form,
    Head,
    Role,
    Sheet,
    Type,
)
from campaign.importing.excel.grid import BLANK, Book, Cell, Grid
from campaign.importing.excel.headings import called, head_of, main_of, recognised
from campaign.importing.excel.names import folded
from campaign.problems import nearest

TOTALS = frozenset({"合计", "总计", "小计", "共计", "累计"})
NOTE = re.compile(r"^(?:注|备注|说明|填表|填报|制表|审核|单位负责|联系)[^。]{0,12}[：:]")
NUMBERS = frozenset({"序号", "行号"})
"""Columns that only number the rows."""
PROGRAMS = frozenset({OPTIONS, MARKS})
REMINDER = "提醒"
"""How what is told begins that keeps nothing out."""
UNSENT = "#"
"""How the name of a column begins that is not to be imported."""


@dataclass(frozen=True)
class Complaint:
    """What is wrong with a cell, and what to do."""

    sheet: str
    coordinate: str
    words: str
    remedy: str = ""
    is_error: bool = True

    @property
    def what(self) -> str:
        return f"{self.words} → {self.remedy}" if self.remedy else self.words

    @property
    def line(self) -> str:
        return f"{self.sheet}!{self.coordinate} {self.what}"


Complain = Callable[[str, str], None]


@dataclass(frozen=True)
class Row:
    """A row of a table, by its columns."""

    table: Table
    number: int
    cells: Mapping[Head, Cell]
    parent: Row | None = None
    """For an item: the row that says of which record it is, where columns beside it do."""

    def cell(self, head: Head) -> Cell:
        return self.cells.get(head, BLANK)

    @property
    def first(self) -> Cell:
        """The cell that stands for the row: that of its key, or else its first one."""
        key = self.cells.get(self.table.sheet.heads[0])
        return key or next(iter(self.cells.values()), BLANK)


@dataclass
class Table:
    """A sheet of a form, as somebody filled it in."""

    sheet: Sheet
    grid: Grid
    heads: Mapping[int, Head] = field(default_factory=dict)
    """What each column of the sheet is."""
    rows: list[Row] = field(default_factory=list)
    outer: Table | None = None
    """Of a list: the columns beside it that say something of the record itself."""
    is_outer: bool = False


def tables(book: Book, forms: Iterable[Form], complaints: list[Complaint]) -> Iterator[Table]:
    """The tables of a workbook, with their rows; what cannot be understood is complained of."""
    sheets = [sheet for form in forms for sheet in form.sheets]
    for name, hidden in book.marks.items():
        if name not in PROGRAMS and hidden.rows:
            is_error = recognised(hidden, sheets) is not None
            remedy = "取消隐藏，或删去这张工作表" if is_error else "要导入的，取消隐藏"
            complaints.append(Complaint(name, "A1", "这张工作表是隐藏的，没有读", remedy, is_error))
    for grid in book.grids:
        if not grid.rows or grid.name == HELP:
            continue
        found = recognised(grid, sheets)
        if found is None:
            first = grid.at(grid.rows[0], grid.columns(grid.rows[0])[0])
            complaints.append(
                Complaint(
                    grid.name,
                    first.coordinate,
                    "这张工作表没有认出来：找不到写栏目名称的一行",
                    "用填报表填；或选明是哪一类（命令行用 --as）；或删去这张工作表",
                )
            )
            continue
        sheet, number = found
        table = Table(sheet, grid)
        if len(sheet.way) == 1:
            table.outer = Table(main_of(sheet, sheets), grid, is_outer=True)
        table.heads = dict(_heads(table, number, complaints))
        table.rows = list(_rows(table, number, complaints))
        if table.outer is not None and table.outer.heads:
            yield _with_parents(table, table.outer, complaints)
        yield table


def _with_parents(table: Table, outer: Table, complaints: list[Complaint]) -> Table:
    """The records that rows of a list tell of, each once; a row that says nothing goes on."""
    known: dict[tuple[tuple[str, str], ...], Row] = {}
    last: Row | None = None
    rows: list[Row] = []
    for row in table.rows:
        if said := _row(outer, row.number, complaints):
            mark = tuple((head.title, cell.shown) for head, cell in said.cells.items())
            last = known.setdefault(mark, said)
        rows.append(replace(row, parent=last))
    table.rows, outer.rows = rows, list(known.values())
    return outer


def _heads(table: Table, number: int, complaints: list[Complaint]) -> Iterator[tuple[int, Head]]:
    """What the columns are. What is in no form is complained of when something stands in it."""
    grid, sheet = table.grid, table.sheet
    taken: dict[Head, int] = {}
    for column in sorted({column for _, column in grid.cells}):
        names = called(grid, number, column)
        head = head_of(sheet, names)
        is_used = any(not grid.at(row, column).is_blank for row in grid.rows if row > number)
        cell = grid.at(number, column)
        complain = _complainer(table, cell, complaints)
        if names and (names[-1].startswith(UNSENT) or (names[-1] in NUMBERS and head is None)):
            continue
        if head is None and not is_used:
            continue
        if column in grid.hidden_columns and is_used:
            complain("这一列是隐藏的", "取消隐藏，或删去这一列")
        elif head is None and table.outer and (known := head_of(table.outer.sheet, names)):
            table.outer.heads = {**table.outer.heads, column: known}
        elif head is None:
            titles = [head.title for head in sheet.heads]
            near = nearest(names[-1] if names else "", titles)
            remedy = f"改成“{near}”，" if near else "改成表里有的栏目，"
            words = f"不认识“{names[-1]}”这一栏" if names else "这一列没有栏目名称"
            complain(words, f"{remedy}或在前面加 # 表示不导入")
        elif head in taken:
            complain(f"“{head.title}”有两列", "只留一列")
        else:
            taken[head] = column
            yield column, head


def _complainer(table: Table, cell: Cell, complaints: list[Complaint]) -> Complain:
    """Complains of a cell."""

    def complain(words: str, remedy: str) -> None:
        complaints.append(Complaint(table.grid.name, cell.coordinate, words, remedy))

    return complain


def _rows(table: Table, number: int, complaints: list[Complaint]) -> Iterator[Row]:
    grid = table.grid
    below = _after_headings(grid, number)
    for row in (row for row in grid.rows if row > below):
        cells = [grid.at(row, column) for column in grid.columns(row)]
        written = [cell for cell in cells if not cell.is_blank or cell.trouble]
        if not written or _is_aside(written):
            continue
        if row in grid.hidden_rows:
            complain = _complainer(table, written[0], complaints)
            complain(f"第 {row} 行是隐藏的", "取消隐藏（或取消筛选），或删去这一行")
            continue
        if found := _row(table, row, complaints):
            yield found


def _after_headings(grid: Grid, number: int) -> int:
    """The last row of the names of the columns: merged ones may reach further down."""
    reaching = [bottom for top, _, bottom, _ in grid.merged if top <= number < bottom]
    return max(reaching, default=number)


def _is_aside(written: list[Cell]) -> bool:
    """Whether a row is an example, a sum, or a note below the table."""
    words = [folded(str(cell.value)) for cell in written]
    if words[0] == folded(EXAMPLE) or any(word in TOTALS for word in words[:2]):
        return True
    return len(words) <= 2 and NOTE.match(words[0]) is not None


def _row(table: Table, number: int, complaints: list[Complaint]) -> Row | None:
    cells: dict[Head, Cell] = {}
    for column, head in table.heads.items():
        area = _area(table.grid, number, column)
        if area is None:
            cell = table.grid.at(number, column)
        else:
            cell = _merged(table, head, area, number, complaints)
        if not cell.is_blank or cell.trouble:
            cells[head] = cell
    return Row(table, number, cells) if cells else None


def _area(grid: Grid, row: int, column: int) -> tuple[int, int, int, int] | None:
    areas = (
        area for area in grid.merged if area[0] <= row <= area[2] and area[1] <= column <= area[3]
    )
    return next(areas, None)


def _merged(
    table: Table,
    head: Head,
    area: tuple[int, int, int, int],
    row: int,
    complaints: list[Complaint],
) -> Cell:
    """A cell that is merged with others: what names something counts for each row."""
    top, left, bottom, right = area
    cell = table.grid.at(top, left)
    if top == bottom and left == right:
        return cell
    column = head.column
    names_something = head.role is Role.KEY or (
        column is not None and (bool(column.refers or column.choices) or column.type is Type.DAY)
    )
    if left == right and (names_something or cell.is_blank or table.is_outer):
        return Cell(cell.value, cell.format, cell.trouble, (row, left))
    if row == top and not cell.is_blank:
        complain = _complainer(table, cell, complaints)
        complain("合并的单元格看不出各行各填什么", "取消合并，逐格填写")
    return BLANK
