"""Workbooks of offices for tests, made from code: tidy ones, messy ones, and hostile ones."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Sequence[Any]]


def workbook(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """A workbook with these sheets; a cell may be a value or a value and its format."""
    book = Workbook()
    del book[book.sheetnames[0]]
    for name, rows in sheets.items():
        fill(book.create_sheet(name), rows)
    book.save(path)
    return path


def fill(page: Worksheet, rows: Rows) -> None:
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row, 1):
            cell = page.cell(number, place)
            if isinstance(value, tuple):
                cell.value, cell.number_format = value
            else:
                cell.value = value


def altered(path: Path, change: Callable[[Workbook], None]) -> Path:
    """A workbook after somebody changed it in Excel."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {part.filename: archive.read(part) for part in archive.infolist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def simple() -> bytes:
    file = io.BytesIO()
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = "社区"
    fill(page, [["编号", "名称"], ["beta", "乙社区"]])
    book.save(file)
    return file.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def _in_sheet(old: bytes, new: bytes) -> bytes:
    found = parts(simple())
    assert old in found[SHEET]
    return packed({**found, SHEET: found[SHEET].replace(old, new)})


def _with(more: Mapping[str, bytes]) -> bytes:
    return packed({**parts(simple()), **more})


def _rows(count: int) -> Iterable[bytes]:
    for number in range(1, count):
        yield b'<row r="%d"><c r="A%d" t="n"><v>1</v></c></row>' % (number, number)


def _rows_instead(rows: bytes) -> bytes:
    """A workbook with other rows in its sheet."""
    data = re.search(rb"<sheetData>.*</sheetData>", parts(simple())[SHEET], re.DOTALL)
    assert data is not None
    return _in_sheet(data[0], b"<sheetData>" + rows + b"</sheetData>")


ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'
FOREIGN = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x/>'
WIDE = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
HOSTILE: Mapping[str, Callable[[], bytes]] = {
    "300 MB of nothing": lambda: _with({"xl/worksheets/sheet2.xml": b" " * 300_000_000}),
    "ten million rows": lambda: _rows_instead(b'<row r="9"/>' * 2_000_000),
    "two hundred thousand cells": lambda: _rows_instead(b"".join(_rows(200_000))),
    "a cell at the end of the world": lambda: _in_sheet(b'r="A2"', b'r="XFD1048576"'),
    "merged to the end of the world": lambda: _in_sheet(b"</sheetData>", WIDE),
    "entities": lambda: _with({"xl/sharedStrings.xml": ENTITY}),
    "foreign entities": lambda: _with({"docProps/app.xml": FOREIGN}),
    "a program": lambda: _with({"xl/vbaProject.bin": b"\0" * 100}),
    "links to another workbook": lambda: _with({"xl/externalLinks/externalLink1.xml": b"<x/>"}),
    "no archive": lambda: b"PK\3\4" + b"\0" * 1000,
    "half an archive": lambda: simple()[:-400],
    "not a workbook": lambda: _with({"xl/workbook.xml": b"<x/>"}),
    "old Excel in a new dress": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000,
    "empty": lambda: b"",
}
"""Files that would fill the memory, fetch something, or run something; made when asked for."""


@cache
def hostile(name: str) -> bytes:
    """One of these files, made once."""
    return HOSTILE[name]()
