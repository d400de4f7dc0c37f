"""The columns of the roll: what each is called, on the site and in the workbook."""

from __future__ import annotations

from typing import Literal, NamedTuple

Key = Literal[
    "subject",
    "district",
    "level_label",
    "name",
    "batch",
    "named",
    "state_label",
    "next_review",
    "plate_no",
]


class Column(NamedTuple):
    """A column of the roll."""

    heading: str
    key: Key
    """Of the plaque, which holds the column's text."""
    width: int
    """In the workbook, in characters."""
    is_on_pages: bool = True
    """Whether a page has a column for it; the district and the level stand elsewhere there."""


COLUMNS = (
    Column("获得者", "subject", 28),
    Column("镇街", "district", 14, is_on_pages=False),
    Column("级别", "level_label", 10, is_on_pages=False),
    Column("荣誉", "name", 26),
    Column("批次", "batch", 14),
    Column("命名日期", "named", 12),
    Column("状态", "state_label", 24),
    Column("下次复查", "next_review", 12),
    Column("牌匾号", "plate_no", 14, is_on_pages=False),
)
ON_PAGES = [column for column in COLUMNS if column.is_on_pages]
