"""A table of HTML: cells that reach over several places fill each of them."""

from __future__ import annotations

from campaign.attachments.untrusted import Refused
from campaign.importing.word.grid import MOST_COLUMNS
from campaign.importing.word.model import Cell, Table

MOST_CELLS = 5_000
LARGEST = 65_534
"""How many rows a cell may reach over, as HTML says."""


class Spans:
    """A table while it is read, row by row."""

    def __init__(self) -> None:
        self._rows: list[list[Cell]] = []
        self._above: dict[int, tuple[Cell, int]] = {}
        """By column: the cell that reaches down into this row, and over how many rows."""
        self._below: dict[int, tuple[Cell, int]] = {}
        """The same of the next row."""
        self._count = self._merged = 0

    def begin_row(self) -> None:
        self._rows.append([])
        self._above, self._below = self._below, {}
        self._fill()

    def add(self, cell: Cell, wide: str | None, high: str | None) -> None:
        """The next cell of the row, over so many columns and rows. Raises Refused."""
        if not self._rows:
            self.begin_row()
        row, columns, rows = self._rows[-1], _number(wide), _number(high)
        columns = min(columns, MOST_COLUMNS - len(row))
        self._merged += max(0, columns - 1)
        for _ in range(columns):
            if rows > 1:
                self._below[len(row)] = (cell, rows - 1)
            row.append(cell)
        self._fill()
        self._count += columns
        if self._count > MOST_CELLS:
            raise Refused("复制的表格太大，请分几次粘贴，或者用 Excel 表导入。It is too large.")

    def _fill(self) -> None:
        """Put in place what reaches down into this row from above."""
        row = self._rows[-1]
        while len(row) in self._above:
            cell, rows = self._above.pop(len(row))
            if rows > 1:
                self._below[len(row)] = (cell, rows - 1)
            row.append(cell)
            self._merged += 1
            self._count += 1

    def table(self) -> Table:
        """The table: all rows of one length, without those that are empty at its edges."""
        width = max(map(len, self._rows), default=0)
        rows = [row + [()] * (width - len(row)) for row in self._rows]
        rows = [row for row in rows if any(map(_says, row))]
        last = max((n for row in rows for n, cell in enumerate(row) if _says(cell)), default=-1)
        return Table(tuple(tuple(row[: last + 1]) for row in rows), self._merged)


def _says(cell: Cell) -> bool:
    return any(paragraph.words for paragraph in cell)


def _number(text: str | None) -> int:
    """A count from 1 on; 1 for what is none."""
    is_number = text is not None and text.isascii() and text.strip().isdigit()
    return min(max(int((text or "1").strip()[:6]), 1), LARGEST) if is_number else 1
