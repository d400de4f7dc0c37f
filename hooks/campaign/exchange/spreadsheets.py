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
REFUSED = re.compile(r"[\[\]:*?/\\]")
LONGEST_NAME = 31
WIDEST = 40
"""Characters of a column; a longer text goes on in its cell."""


def csv_file(lines: Sequence[Sequence[Value]]) -> bytes:
    """The lines as CSV; the first has the headings."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([written(value) for value in line] for line in lines)
    return (BOM + text.getvalue()).encode()


def sheet_name(title: str) -> str:
    """A title as Excel takes it for a sheet: short, and without the signs that it refuses.

    https://support.microsoft.com/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9
    """
    return REFUSED.sub(" ", title)[:LONGEST_NAME].strip("' ") or "1"


def workbook(title: str, on: date, lines: Sequence[Sequence[Value]]) -> bytes:
    """The lines as an Excel file; the same lines give the same bytes."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    made = datetime.combine(on, time())
    book.set_properties({"title": title, "created": made, "comments": f"截至 {on}"})
    page = book.add_worksheet(sheet_name(title))
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
