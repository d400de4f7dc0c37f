"""A table's grid: cells that reach over several places fill each of them."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from campaign.importing.word.model import Cell, Table
from campaign.importing.word.package import number

MOST_COLUMNS = 63
"""Of a table in Word."""


class Grid:
    """A table while it is read, row by row."""

    def __init__(self) -> None:
        self._rows: list[list[Cell]] = []
        self._merged = 0

    def begin_row(self, skipped: str) -> None:
        self._rows.append([()] * min(number(skipped), MOST_COLUMNS))

    def add(self, cell: Cell, span: str, joined: Element | None) -> None:
        """A cell, over how many columns it reaches, and whether it is joined to the one above."""
        row = self._rows[-1]
        wide = min(max(number(span, 1), 1), MOST_COLUMNS - len(row))
        goes_on = joined is not None and joined.get("val", "continue") == "continue"
        if goes_on and len(self._rows) > 1:
            above = self._rows[-2]
            cell = above[len(row)] if len(row) < len(above) else cell
        self._merged += wide if goes_on else wide - 1
        row.extend([cell] * wide)

    def table(self) -> Table:
        """The table, all rows of one length."""
        width = max(map(len, self._rows), default=0)
        rows = (tuple(row + [()] * (width - len(row))) for row in self._rows)
        return Table(tuple(rows), self._merged)
