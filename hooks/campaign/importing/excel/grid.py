"""The sheets of a workbook that somebody sent, as cells: read only when that is safe."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries

from campaign.attachments.untrusted import Refused, opened

MOST_CELLS, MOST_ROWS, MOST_COLUMNS, MOST_MERGED = 120_000, 20_000, 400, 200_000
LARGEST_STYLES = 4_000_000
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
CELL = re.compile(rb"<(?:\w+:)?c[ >]")
ROW_OR_CELL = re.compile(rb"<(?:\w+:)?(?:c|row)\b[^>]*?\br=\"([A-Z]*)(\d+)\"")
MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref=\"([A-Z]+\d+(?::[A-Z]+\d+)?)\"")
FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
Place = tuple[int, int]
"""A row and a column, from 1."""


@dataclass(frozen=True)
class Cell:
    """What stands in a cell."""

    value: Any = None
    format: str = "General"
    trouble: tuple[str, str] | None = None
    """Why its value cannot be known, and what to do."""
    place: Place = (0, 0)

    @property
    def is_blank(self) -> bool:
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())

    @property
    def is_percentage(self) -> bool:
        return "%" in self.format

    @property
    def is_month(self) -> bool:
        """Whether a date is shown without its day."""
        shape = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", self.format.lower())
        return "y" in shape and "d" not in shape

    @property
    def is_plain_number(self) -> bool:
        return self.format in ("General", "0", "@") and float(self.value).is_integer()

    @property
    def shown(self) -> str:
        if isinstance(self.value, datetime) and self.value.time() == time():
            return f"{self.value:%Y-%m-%d}"
        if isinstance(self.value, float):
            return f"{self.value:.15g}"
        return str(self.value)

    @property
    def coordinate(self) -> str:
        return f"{get_column_letter(self.place[1])}{self.place[0]}"


BLANK = Cell()


@dataclass
class Grid:
    """One sheet."""

    name: str
    cells: dict[Place, Cell] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row and column, last row and column."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def at(self, row: int, column: int) -> Cell:
        return self.cells.get((row, column), Cell(place=(row, column)))

    @property
    def rows(self) -> list[int]:
        """The rows in which something stands."""
        return sorted({row for (row, _), cell in self.cells.items() if not _is_empty(cell)})

    def columns(self, row: int) -> list[int]:
        return sorted(column for (other, column) in self.cells if other == row)


@dataclass
class Book:
    """A workbook: the sheets that people see, and those that programs wrote for themselves."""

    grids: list[Grid]
    marks: dict[str, Grid]
    """Hidden sheets, by name."""


def _is_empty(cell: Cell) -> bool:
    return cell.is_blank and cell.trouble is None


def read(path: Path) -> Book:
    """The cells of a workbook. Raises Refused, and OSError where there is none."""
    with path.open("rb") as file, opened(path.name, file) as archive:
        has_formulas = _within_limits(path.name, archive)
    try:
        book = loaded(path, data_only=True)
        formulas = loaded(path) if has_formulas else None
    except Exception as error:  # whatever a program wrote that is no workbook for this one
        raise Refused(f"{path.name} 已损坏，请重新另存为 .xlsx。It is damaged.") from error
    if not book.worksheets:
        raise Refused(f"{path.name} 里没有工作表。It holds no sheet.")
    grids = [(sheet.sheet_state, _grid(sheet, formulas)) for sheet in book.worksheets]
    return Book(
        [grid for state, grid in grids if state == "visible"],
        {grid.name: grid for state, grid in grids if state != "visible"},
    )


def loaded(path: Path, data_only: bool = False) -> Workbook:
    """A workbook; what openpyxl does not know in it, it need not tell."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(path, data_only=data_only)


def _within_limits(name: str, archive: ZipFile) -> bool:
    """Whether there are formulas. Raises Refused for what would fill the memory."""
    has_formulas, cells = False, 0
    for part in archive.infolist():
        if part.filename.startswith("xl/styles") and part.file_size > LARGEST_STYLES:
            raise _too_large(name)
        if not SHEET.fullmatch(part.filename):
            continue
        raw = archive.read(part)
        cells += len(CELL.findall(raw))
        has_formulas = has_formulas or FORMULA.search(raw) is not None
        if cells > MOST_CELLS or _is_wide(raw) or _area(raw) > MOST_MERGED:
            raise _too_large(name)
    return has_formulas


def _is_wide(raw: bytes) -> bool:
    """Whether a cell stands further down or to the right than any list of an office goes."""
    places = {found.groups() for found in ROW_OR_CELL.finditer(raw)}
    return any(int(row) > MOST_ROWS or _index(letters) > MOST_COLUMNS for letters, row in places)


def _index(letters: bytes) -> int:
    found = 0
    for letter in letters:
        found = found * 26 + letter - 64
    return found


def _area(raw: bytes) -> int:
    total = 0
    for found in MERGED.finditer(raw):
        left, top, right, bottom = range_boundaries(found[1].decode())
        total += ((right or 0) - (left or 0) + 1) * ((bottom or 0) - (top or 0) + 1)
    return total


def _too_large(name: str) -> Refused:
    return Refused(
        f"{name} 的表格太大（最多 {MOST_ROWS} 行、{MOST_COLUMNS} 列），没有打开："
        "请把要导入的行复制到新的工作簿。It is too large: copy the rows into a new workbook."
    )


def _grid(sheet: Any, formulas: Any) -> Grid:
    grid = Grid(sheet.title)
    for place, cell in _cells(sheet, formulas[sheet.title] if formulas else None):
        grid.cells[place] = cell
    for area in sheet.merged_cells.ranges:
        grid.merged.append((area.min_row, area.min_col, area.max_row, area.max_col))
    shapes = sheet.row_dimensions.items()
    grid.hidden_rows = {row for row, shape in shapes if shape.hidden}
    for shape in sheet.column_dimensions.values():
        if shape.hidden and shape.min and shape.max:
            grid.hidden_columns |= set(range(shape.min, min(shape.max, MOST_COLUMNS) + 1))
    return grid


def _cells(sheet: Any, formulas: Any) -> Iterator[tuple[Place, Cell]]:
    for place, cell in sheet._cells.items():  # only what is written, however wide the sheet is
        value, trouble = cell.value, None
        formula = formulas._cells.get(place) if formulas is not None else None
        is_formula = formula is not None and formula.data_type == "f"
        if is_formula and value is None:
            trouble = ("公式没有算出结果", "在 Excel 里打开并保存一次，或改成数值")
        elif cell.data_type == "e":
            trouble = (f"公式出错：{value}", "改成正确的数值")
        if isinstance(value, str):
            value = value.replace("_x000D_", "")
        if value is not None or trouble:
            yield place, Cell(value, str(cell.number_format), trouble, place)
