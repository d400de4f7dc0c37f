"""Writing the tables of kinds as a workbook: drop-downs, limits, help, and what is there."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from campaign.importing.excel.columns import (
    BODY,
    HELP,
    MARKS,
    OPTIONS,
    REQUIRED,
    Form,
    Head,
    Role,
    Sheet,
    Type,
)
from campaign.importing.excel.limits import told, validation
from campaign.importing.excel.names import Names
from campaign.importing.excel.rows import Item, example, fingerprint, rows
from campaign.importing.excel.shown import Value
from campaign.text import cut, is_formula

LAST_ROW = 2000
"""Rows that have drop-downs: enough for the roster of any office."""
LONGEST_PROMPT = 250
WIDTHS = {Type.TEXT: 22, Type.CHOICE: 18, Type.DAY: 13, Type.MOMENT: 18, Type.PARTIAL_DAY: 13}
WIDE = 48
FORMATS = {Type.DAY: "yyyy-mm-dd", Type.MOMENT: "yyyy-mm-dd hh:mm"}
HEAD, FIRST = PatternFill("solid", fgColor="DCE6F1"), PatternFill("solid", fgColor="F4D9D6")
GREY = Font(italic=True, color="808080")
LINES = (
    "每张工作表第一行是栏目，不要改动；红色的栏目必填。把鼠标移到栏目上，能看到怎么填。",
    "灰色斜体的一行是示例，导入时跳过。",
    "“编号”是网址和文件名，用小写字母、数字和连字符；新写的可以空着，由名称的拼音取。",
    "下拉框里的写法是“名称（编号）”，也可以只写名称或只写编号。",
    "一格里有几个值的，用分号“；”分开。",
    "空着的格子不改动网站上已有的内容；要清空一格，写“清空”。",
    "明细表（设施、服务、事件……）一行一项。导出来的行有“第几项”；新写的行空着，接在后面。",
    "要删去一项，在最后的“处理”一栏选“删除”。没有列出的项不会被删去。",
    "填好以后在编辑台导入，或运行 build_site.py import 这个文件.xlsx ：先看改动，同意了才写。",
)


@dataclass
class _Options:
    """The lists of the drop-downs, each in a column of the hidden sheet."""

    page: Worksheet
    known: dict[tuple[str, ...], str] = field(default_factory=dict)

    def range(self, values: tuple[str, ...]) -> str:
        if values not in self.known:
            column = len(self.known) + 1
            for row, value in enumerate(values, 1):
                _text(self.page.cell(row, column), value)
            letter = get_column_letter(column)
            self.known[values] = f"'{OPTIONS}'!${letter}$1:${letter}${len(values)}"
        return self.known[values]


def workbook(
    forms: Sequence[Form], items: Mapping[str, list[Item]], names: Names, with_examples: bool
) -> bytes:
    """A workbook with the tables of kinds, and rows for records, by kind.

    With examples, each table has one row that shows how it is filled in, which import passes
    over, and no other.
    """
    book = Workbook()
    book.properties.creator = "build_site.py"
    options = _Options(book.create_sheet(OPTIONS))
    marks = book.create_sheet(MARKS)
    for form in forms:
        records = items.get(form.kind.name, [])
        for sheet in form.sheets:
            page = book.create_sheet(sheet.name)
            _head(page, sheet, names, options)
            found = rows(sheet, records, names)
            _fill(page, [example(sheet, records, names)] if with_examples else found, with_examples)
        if not with_examples:
            for item in records:
                marks.append([form.kind.name, item.id, fingerprint(item.data, item.body)])
    _help(book.create_sheet(HELP), forms)
    del book[book.sheetnames[0]]
    book.move_sheet(OPTIONS, len(book.sheetnames))
    book.move_sheet(MARKS, len(book.sheetnames))
    book[OPTIONS].sheet_state, book[MARKS].sheet_state = "hidden", "veryHidden"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(page: Worksheet, found: Iterable[list[Value]], is_example: bool) -> None:
    for number, row in enumerate(found, 2):
        for place, value in enumerate(row, 1):
            cell = page.cell(number, place)
            if is_example:
                cell.font = GREY
            _write(cell, value)


def _write(cell: Cell | MergedCell, value: Value) -> None:
    if isinstance(value, str):
        _text(cell, value)
    elif value is not None:
        cell.value = value
        shape = "yyyy-mm-dd hh:mm" if isinstance(value, datetime) else "yyyy-mm-dd"
        cell.number_format = shape if isinstance(value, date) else "General"


def _text(cell: Cell | MergedCell, value: str) -> None:
    """A text as text, whatever it begins with."""
    cell.value = value
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = is_formula(value)  # or else Excel computes it when somebody edits it
    cell.alignment = Alignment(vertical="top", wrap_text=len(value) > 20 or "\n" in value)


def _head(page: Worksheet, sheet: Sheet, names: Names, options: _Options) -> None:
    for place, head in enumerate(sheet.heads, 1):
        column, letter = head.column, get_column_letter(place)
        is_needed = head.role is Role.KEY or (column is not None and column.is_required)
        cell = page.cell(1, place)
        is_marked = column is not None and column.is_required
        _text(cell, head.title + (REQUIRED if is_marked else ""))
        cell.font, cell.fill = Font(bold=True), FIRST if is_needed else HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        if words := told(sheet, head):
            cell.comment = Comment(words, "build_site.py", height=120, width=260)
        page.column_dimensions[letter].width = _width(head)
        if column is None or column.type not in (Type.INTEGER, Type.NUMBER):
            shape = FORMATS.get(column.type, "@") if column else "@"
            page.column_dimensions[letter].number_format = shape
        if check := validation(head, names, options.range):
            check.promptTitle, check.prompt = cut(head.title, 30), cut(words, LONGEST_PROMPT)
            check.showInputMessage = bool(words)
            page.add_data_validation(check)
            check.add(f"{letter}2:{letter}{LAST_ROW}")
    page.freeze_panes = "B2"


def _width(head: Head) -> int:
    if head.column is None:
        return 24 if head.role is Role.KEY else 9
    is_long = head.column.length is not None and (head.column.length.high or 0) > 100
    return WIDE if is_long or head.column.keys == (BODY,) else WIDTHS.get(head.column.type, 11)


def _help(page: Worksheet, forms: Iterable[Form]) -> None:
    left_out = [title for form in forms for title in form.left_out]
    more = [f"不在表里、要在文件里写的：{'、'.join(left_out)}。"] if left_out else []
    for row, line in enumerate([*LINES, *more], 1):
        _text(page.cell(row, 1), line)
    page.column_dimensions["A"].width = 100
