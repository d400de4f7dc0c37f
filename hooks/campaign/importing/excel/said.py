"""What a cell says, as a record writes it: what is plainly meant is understood.

Full-width digits, units that the column names anyway, percentages, dates in any dress. What
could mean two things is refused, and what means nothing is handed on as it stands: the model
refuses it in the words of the check.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

from campaign.importing.excel.columns import Column, Type
from campaign.importing.excel.grid import Cell
from campaign.importing.excel.names import Names, Unclear, choice_of
from campaign.model.fields import NO, YES

SEPARATOR = re.compile(r"[；;]")
LISTED = re.compile(r"[、，,]")
"""What people write between several names: understood where each of them is known."""
TICKS = {"√": "yes", "✓": "yes", "✔": "yes", "☑": "yes", "×": "no", "✗": "no", "✘": "no"}
UNIT = re.compile(r"（([^）]+)）")
SAME_UNIT: Mapping[str, tuple[str, ...]] = {
    "平方米": ("平方米", "平米", "㎡", "m2", "m²"),
    "平方公里": ("平方公里", "平方千米", "km2", "km²"),
    "分钟": ("分钟", "分"),
}
COUNTERS = ("人", "户", "人次", "名", "个", "处", "条", "座", "栋")
"""What people write behind a count, whatever the column is called."""
GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
DIGITS = re.compile(r"[+-]?\d+(\.\d+)?")
WRITTEN_DAY = re.compile(
    r"(\d{4})(?:年|[./-])(\d{1,2})(?:(?:月|[./-])(\d{1,2})日?|月)?|(\d{4})年?|(\d{4})(\d{2})(\d{2})"
)
WRITTEN_MOMENT = re.compile(r"(.+?)[ T]+(\d{1,2})[:时点](\d{2})分?(?::\d{2})?")
YEAR_MONTH = re.compile(r"(\d{4})\.(0?[1-9]|1[0-2])")
LONG_NUMBER = 9
"""Digits from which on a telephone may have lost the zero at its front."""


def said(column: Column, cell: Cell, names: Names, beside: Mapping[str, str]) -> Any:
    """The value of a cell: a text, several for a list; nothing for an empty cell.

    `beside` has the values of the same group. Raises Unclear.
    """
    if cell.trouble:
        raise Unclear(*cell.trouble)
    if cell.is_blank:
        return None
    if not column.is_list:
        return _one(column, cell, names, beside)
    kind = column.refers or beside.get(column.refers_beside, "")
    known = {value for value, _ in column.choices} or set(names.of(kind) if kind else ())
    found: list[str] = []
    for text in parts(_text(column, cell)):
        pieces = [piece.strip() for piece in LISTED.split(text) if piece.strip()]
        several = [_one(column, Cell(piece), names, beside) for piece in pieces]
        one = _one(column, Cell(text), names, beside)
        found += [one] if one in known or not known.issuperset(several) else several
    return found


def parts(text: str) -> list[str]:
    """The values that a cell lists: one a line, or else with a semicolon between them."""
    found = text.split("\n") if "\n" in text else SEPARATOR.split(text)
    return [part.strip() for part in found if part.strip()]


def _one(column: Column, cell: Cell, names: Names, beside: Mapping[str, str]) -> str:
    if column.type in READERS:
        return READERS[column.type](column, cell)
    text = _text(column, cell)
    if column.type is Type.CHOICE:
        return choice_of(column, text)
    kind = column.refers or beside.get(column.refers_beside, "")
    return names.id(kind, text) if kind else text


def _text(column: Column, cell: Cell) -> str:
    value = cell.value
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if isinstance(value, int | float) and not isinstance(value, bool):
        number = _decimal(value)
        if "电话" in column.title and len(number) >= LONG_NUMBER:
            raise Unclear(
                f"电话成了数字 {number}，区号开头的 0 可能丢了", "把格子改成文本格式，重新写号码"
            )
        if cell.is_plain_number:
            return number
    what = "日期或时间" if isinstance(value, date | time) else "数字"
    raise Unclear(
        f"这一栏是文字，格子里是{what}格式（{cell.shown}）", "把格子改成文本格式，重新写一遍"
    )


def _decimal(value: float) -> str:
    """A number as Excel shows it: its files hold 75.60000000000001 for 75.6."""
    return _plain(Decimal(f"{value:.15g}"))


def _plain(number: Decimal) -> str:
    text = f"{number.normalize():f}"
    return text if text != "-0" else "0"


def _number(column: Column, cell: Cell) -> str:
    value = cell.value
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        number = Decimal(f"{value:.15g}")
        if cell.is_percentage and column.type is Type.NUMBER and not _unit(column):
            return _plain(number * 100)
        if cell.is_percentage:
            raise Unclear(f"格子里是百分数格式（{cell.shown}）", "改成常规格式，写数字，如 46")
        return _plain(number)
    if not isinstance(value, str):
        raise Unclear(f"Excel 把它当成了日期（{cell.shown}）", "把格子改成常规格式，重新写数字")
    text = unicodedata.normalize("NFKC", value).strip()
    if GROUPED.fullmatch(text):
        text = text.replace(",", "")
    bare = _without_unit(column, text)
    return bare if DIGITS.fullmatch(bare) else value.strip()


def _unit(column: Column) -> str:
    """The unit that a title names; empty where it names none, or per cent."""
    found = UNIT.search(column.title)
    return found[1] if found and found[1] != "%" else ""


def _without_unit(column: Column, text: str) -> str:
    unit = _unit(column)
    known = SAME_UNIT.get(unit, (unit,)) if unit else COUNTERS
    known = tuple(unicodedata.normalize("NFKC", word) for word in known)
    if column.type is Type.NUMBER and not unit:
        known = (*known, "%")
    longest = sorted(known, key=len, reverse=True)
    ending = next((word for word in longest if text.endswith(word)), "")
    return text.removesuffix(ending).rstrip()


def _day(column: Column, cell: Cell) -> str:
    value = cell.value
    if isinstance(value, datetime | date):
        if column.type is Type.PARTIAL_DAY and cell.is_month:
            return f"{value:%Y-%m}"
        return f"{value:%Y-%m-%d}"
    if isinstance(value, str):
        return day(value) or value.strip()
    if column.type is Type.PARTIAL_DAY and isinstance(value, int) and 1800 <= value <= 2200:
        return str(value)
    if column.type is Type.PARTIAL_DAY:
        raise Unclear(_months(cell), "写成年、年月或年月日，如 2006、2006-01、2006-01-05")
    raise Unclear(f"{cell.shown} 是数字，看不出是哪天", "写成 2026-03-05 这样的日期")


def _months(cell: Cell) -> str:
    """Of 2006.1, which may be January and October: Excel drops a zero at the end."""
    found = YEAR_MONTH.fullmatch(str(cell.shown))
    if not found:
        return f"{cell.shown} 是数字，看不出是哪年哪月"
    year, month = found.groups()
    may_be = [
        f"{year}-{one:02}" for one in dict.fromkeys((int(month), int(month) * 10)) if one < 13
    ]
    return f"{cell.shown} 是数字，可能是 {' 或 '.join(may_be)}"


def day(text: str) -> str:
    """A date in the form of records; empty for what is none."""
    found = WRITTEN_DAY.fullmatch("".join(unicodedata.normalize("NFKC", text).split()))
    if found is None:
        return ""
    numbers = [part for part in found.groups() if part]
    return "-".join(f"{int(part):0{4 if place == 0 else 2}}" for place, part in enumerate(numbers))


def _moment(column: Column, cell: Cell) -> str:
    value = cell.value
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        raise Unclear(f"{cell.shown} 没有写几点", "写成 2026-03-05 09:00")
    text = str(cell.value).strip()
    found = WRITTEN_MOMENT.fullmatch(unicodedata.normalize("NFKC", text))
    if found and (on := day(found[1])):
        return f"{on} {int(found[2]):02}:{found[3]}"
    return text


def _yes_no(column: Column, cell: Cell) -> str:
    if isinstance(cell.value, bool):
        return "yes" if cell.value else "no"
    text = str(cell.shown).strip()
    known = {**dict.fromkeys(YES, "yes"), **dict.fromkeys(NO, "no"), **TICKS}
    return known.get(text.lower(), text)


READERS: Mapping[Type, Callable[[Column, Cell], str]] = {
    Type.INTEGER: _number,
    Type.NUMBER: _number,
    Type.DAY: _day,
    Type.PARTIAL_DAY: _day,
    Type.MOMENT: _moment,
    Type.YES_NO: _yes_no,
}


def meaning(column: Column, raw: Any) -> Any:
    """What a written value means: two that mean the same are no change."""
    if raw is None:
        return None
    if isinstance(raw, list):
        return [_meant(column, str(item).strip()) for item in raw]
    meant = _meant(column, str(raw).strip())
    return [meant] if column.is_list else meant


def _meant(column: Column, text: str) -> Any:
    if column.type in (Type.INTEGER, Type.NUMBER):
        try:
            return Decimal(text)
        except InvalidOperation:
            return text
    if column.type is Type.YES_NO:
        return {**dict.fromkeys(YES, True), **dict.fromkeys(NO, False)}.get(text.lower(), text)
    return text
