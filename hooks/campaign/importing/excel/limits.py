"""What a column is told to accept, and how it is filled in: for whoever sits at Excel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from openpyxl.worksheet.datavalidation import DataValidation

from campaign.importing.excel.columns import REMOVE, Column, Head, Role, Sheet, Type
from campaign.importing.excel.names import Names, titled
from campaign.kinds import BY_NAME

LOWEST = "-999999999999"


def told(sheet: Sheet, head: Head) -> str:
    """How a column is filled in."""
    column = head.column
    if column is None:
        return {
            Role.KEY: "新写的可以空着" if sheet.is_main else "写名称（编号）、名称或编号",
            Role.PLACE: "导出来的有数字，新写的空着",
            Role.ABOVE: "属于第几项",
            Role.ACTION: "要删去这一项，选“删除”",
        }[head.role]
    words = [column.help]
    words += [f"{column.length.text} 字"] if column.length else []
    words += ["几个用“；”分开"] if column.is_list else []
    if column.choices and column.is_list:
        words.append("、".join(titled(label, value) for value, label in column.choices))
    return "。".join(word for word in words if word)


def validation(
    head: Head, names: Names, listed: Callable[[tuple[str, ...]], str]
) -> DataValidation:
    """What a column accepts, for Excel to say so; `listed` gives the range of a list."""
    column = head.column
    if column is None:
        if head.role is Role.ACTION:
            return DataValidation(type="list", formula1=f'"{REMOVE}"', allow_blank=True)
        return DataValidation()
    if column.is_list:
        return DataValidation()
    if values := offered(column, names):
        is_strict = bool(column.choices)
        return DataValidation(
            type="list",
            formula1=listed(values),
            allow_blank=True,
            showErrorMessage=True,
            errorStyle="stop" if is_strict else "warning",
            error="请从下拉框里选。" if is_strict else "没有这一项，确定要写吗？",
        )
    if column.type is Type.INTEGER:
        return _limited("whole", _low(column), "这一栏写整数。")
    if column.type is Type.NUMBER:
        return _limited("decimal", _low(column), "这一栏写数字，不写单位。")
    if column.type in (Type.DAY, Type.MOMENT):
        return _limited("date", "1", "这一栏写日期，如 2026-03-05。")
    if column.length and column.length.high:
        return DataValidation(
            type="textLength",
            operator="lessThanOrEqual",
            formula1=str(column.length.high),
            allow_blank=True,
            showErrorMessage=True,
            errorStyle="warning",
            error=f"不超过 {column.length.high} 字。",
        )
    return DataValidation()


def _low(column: Column) -> str:
    return str(column.low) if column.low is not None else LOWEST


def _limited(type: Literal["whole", "decimal", "date"], low: str, error: str) -> DataValidation:
    return DataValidation(
        type=type,
        operator="greaterThanOrEqual",
        formula1=low,
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="warning",
        error=error,
    )


def offered(column: Column, names: Names) -> tuple[str, ...]:
    """What a drop-down offers."""
    if column.choices:
        return tuple(titled(label, value) for value, label in column.choices)
    if column.type is Type.YES_NO:
        return "是", "否"
    if column.refers and (column.refers in BY_NAME or names.of(column.refers)):
        return tuple(titled(name, id) for id, name in names.of(column.refers).items())
    return ()
