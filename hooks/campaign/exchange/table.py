"""A table of the open data: its columns, each with its meaning and where its value comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from campaign.model.partial_date import PartialDate
from campaign.render.edition import Edition

Cell = str | int | float | bool | None
"""What a file holds in one place; a date is ISO text."""


class Type(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    FLAG = "flag"
    URL = "url"

    @property
    def label(self) -> str:
        return TYPE_LABELS[self]


TYPE_LABELS = {
    Type.TEXT: "文字",
    Type.NUMBER: "数字",
    Type.DATE: "日期",
    Type.FLAG: "是否",
    Type.URL: "网址",
}


@dataclass(frozen=True)
class Column:
    """One column. Files and dictionary are both made from it."""

    name: str
    title: str
    type: Type
    meaning: str
    value: Callable[[Any], object]
    """The value from a row's source; nothing and empty text are an empty cell."""

    def cell(self, source: Any) -> Cell:
        """The cell of a row; raises TypeError when it is not of the column's type."""
        found = _plain(self.value(source))
        if found is not None and not isinstance(found, ACCEPTED[self.type]):
            raise TypeError(f"{self.name}: {found!r}")
        return found


ACCEPTED: dict[Type, tuple[type, ...]] = {
    Type.TEXT: (str,),
    Type.NUMBER: (int, float),
    Type.DATE: (str,),
    Type.FLAG: (bool,),
    Type.URL: (str,),
}


def _plain(value: object) -> Cell:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, (date, PartialDate)):
        return str(value)
    if isinstance(value, str):
        return str(value) or None
    if value is None or isinstance(value, (bool, int)):
        return value
    raise TypeError(f"no cell can hold {value!r}")


@dataclass(frozen=True)
class Table:
    """One table of the open data."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    sources: Callable[[Edition], Iterable[Any]]
    """What the rows are made from, in their order."""

    def rows(self, edition: Edition) -> list[dict[str, Cell]]:
        return [
            {column.name: column.cell(source) for column in self.columns}
            for source in self.sources(edition)
        ]
