"""Lines of values as files for spreadsheets: what people wrote stays text in them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from datetime import date, datetime, time

import xlsxwriter

from campaign.exchange.opendata import BOM, written
from campaign.text import is_formula

Value = str | int | float | None
WIDEST = 40
"""Characters of a column; a longer text goes on in its cell."""


def csv_file(lines: Sequence[Sequence[Value]]) -> bytes:
    """The lines as CSV; the first has the headings."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([written(value) for value in line] for line in lines)
    return (BOM + text.getvalue()).encode()


def workbook(title: str, on: date, lines: Sequence[Sequence[Value]]) -> bytes:
    """The lines as an Excel file; the same lines give the same bytes."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    made = datetime.combine(on, time())
    book.set_properties({"title": title, "created": made, "comments": f"截至 {on}"})
    page = book.add_worksheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31].strip("' ") or "1")
    bold, plain = book.add_format({"bold": True}), book.add_format({"quote_prefix": True})
    for row, line in enumerate(lines):
        for column, value in enumerate(line):
            if isinstance(value, str):
                shape = bold if row == 0 else plain if is_formula(value) else None
                page.write_string(row, column, value, shape)
            elif value is not None:
                page.write_number(row, column, value)
    for column, heading in enumerate(lines[0] if lines else ()):
        page.set_column(column, column, min(WIDEST, 4 + 2 * len(str(heading))))
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, max(len(lines) - 1, 0), max(len(lines[0]) - 1, 0) if lines else 0)
    book.close()
    return file.getvalue()
