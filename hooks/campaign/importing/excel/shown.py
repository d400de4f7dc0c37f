"""A value of a record as a cell shows it, so that `said` reads the same again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from campaign.importing.excel.columns import Column, Type
from campaign.importing.excel.names import Names, shown_choice
from campaign.importing.excel.said import SEPARATOR
from campaign.model.fields import DAY, MOMENT, NO, NUMBER, YES

LONGEST = 32_000
"""Characters that a cell takes, with some to spare: Excel's own limit is 32,767."""
KEPT = "（写法特别，不在表里，导入时不改动）"
"""Stands for what no cell can hold: a text that is too long, a list of texts of several lines."""
FIRST_DAY = "1901"
"""Excel knows no day of an earlier century."""
EXACT = 15
"""Digits that a number of Excel keeps."""
Value = str | int | float | date | datetime | None


def shown(column: Column, raw: Any, names: Names, beside: Mapping[str, Any]) -> Value:
    """The value of a cell; `beside` has the values of the same group."""
    if raw is None:
        return None
    if isinstance(raw, list):
        return _joined([str(_one(column, item, names, beside)) for item in raw])
    return _one(column, raw, names, beside)


def _joined(texts: list[str]) -> str:
    """Several values in one cell; each on a line of its own where one has a semicolon."""
    if any("\n" in text for text in texts) or sum(map(len, texts)) > LONGEST:
        return KEPT
    if not any(SEPARATOR.search(text) for text in texts):
        return "；".join(texts)
    return "\n".join(texts) if len(texts) > 1 else f"{texts[0]}\n"


def _one(column: Column, raw: Any, names: Names, beside: Mapping[str, Any]) -> Value:
    text = str(raw).rstrip("\n")
    if len(text) > LONGEST:
        return KEPT
    if column.type is Type.CHOICE:
        return shown_choice(column, text)
    if column.type is Type.YES_NO:
        return "是" if text.lower() in YES else "否" if text.lower() in NO else text
    if column.type in (Type.DAY, Type.MOMENT) and not column.is_list:
        return _moment(text)
    if column.type in (Type.INTEGER, Type.NUMBER) and not column.is_list:
        return _number(text)
    kind = column.refers or str(beside.get(column.refers_beside) or "")
    return names.shown(kind, text) if kind else text


def _number(text: str) -> Value:
    if not NUMBER.fullmatch(text) or len(text) > EXACT:
        return text
    return float(text) if "." in text else int(text)


def _moment(text: str) -> Value:
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text) if text >= FIRST_DAY else text
        if MOMENT.fullmatch(text):
            return datetime.fromisoformat(text)
    except ValueError:
        pass
    return text
