"""Workbooks of offices for tests, made from code: tidy ones, messy ones, and hostile ones."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
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


def hostile() -> dict[str, bytes]:
    """Files that would fill the memory, fetch something, or run something."""
    data = re.search(rb"<sheetData>.*</sheetData>", parts(simple())[SHEET], re.DOTALL)
    assert data is not None
    sheet_data = data[0]
    entity = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'
    foreign = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x/>'
    return {
        "300 MB of nothing": _with({"xl/worksheets/sheet2.xml": b" " * 300_000_000}),
        "ten million rows": _in_sheet(
            sheet_data, b"<sheetData>" + b'<row r="9"/>' * 2_000_000 + b"</sheetData>"
        ),
        "two hundred thousand cells": _in_sheet(
            sheet_data, b"<sheetData>" + b"".join(_rows(200_000)) + b"</sheetData>"
        ),
        "a cell at the end of the world": _in_sheet(b'r="A2"', b'r="XFD1048576"'),
        "merged to the end of the world": _in_sheet(
            b"</sheetData>",
            b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        ),
        "entities": _with({"xl/sharedStrings.xml": entity}),
        "foreign entities": _with({"docProps/app.xml": foreign}),
        "a program": _with({"xl/vbaProject.bin": b"\0" * 100}),
        "links to another workbook": _with({"xl/externalLinks/externalLink1.xml": b"<x/>"}),
        "no archive": b"PK\3\4" + b"\0" * 1000,
        "half an archive": simple()[:-400],
        "not a workbook": _with({"xl/workbook.xml": b"<x/>"}),
        "old Excel in a new dress": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000,
        "empty": b"",
    }
