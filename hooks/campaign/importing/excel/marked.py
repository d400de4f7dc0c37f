"""A copy of a workbook in which every cell with a problem is coloured and says what it is."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from campaign.importing.excel.grid import loaded
from campaign.importing.excel.tables import REMINDER, Complaint

WRONG, DOUBTFUL = PatternFill("solid", fgColor="FF9C9C"), PatternFill("solid", fgColor="FFE699")


def marked(path: Path, complaints: Iterable[Complaint]) -> bytes:
    """The workbook with remarks; values and formulas stay as they are."""
    book = loaded(path)
    words: dict[tuple[str, str], list[Complaint]] = {}
    for complaint in complaints:
        words.setdefault((complaint.sheet, complaint.coordinate), []).append(complaint)
    for (sheet, coordinate), found in words.items():
        cell = _writable(book[sheet], coordinate)
        is_wrong = any(item.is_error for item in found)
        cell.fill = WRONG if is_wrong else DOUBTFUL
        text = "\n".join(_told(item) for item in sorted(found, key=lambda item: not item.is_error))
        cell.comment = Comment(text, "build_site.py", height=140, width=320)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _told(item: Complaint) -> str:
    grade = "" if item.is_error else f"{REMINDER}："
    return f"{grade}{item.words} → {item.remedy}"


def _writable(sheet: Worksheet, coordinate: str) -> Cell:
    """The cell, or the one that it is merged into."""
    cell = sheet[coordinate]
    if isinstance(cell, MergedCell):
        area = next(area for area in sheet.merged_cells.ranges if coordinate in area)
        cell = sheet.cell(area.min_row, area.min_col)
    assert isinstance(cell, Cell)  # the first one of a merged area
    return cell
