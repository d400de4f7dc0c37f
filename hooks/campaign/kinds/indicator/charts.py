"""Figures of indicators as charts, with the table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TypedDict

from campaign.kinds.indicator import views
from campaign.kinds.indicator.facts import Figure
from campaign.render.drawing import Bars, bars
from campaign.render.edition import Edition

WIDTH, NARROW = 480, 300
"""Of a chart in a column of the page, and of one in the margin, in units of its drawing."""
HEADINGS = ("对象", "数值", "标准", "时间", "来源")


class BarChart(TypedDict):
    """Horizontal bars, as a drawing and as a table; `id` is unique on its page."""

    id: str
    title: str
    drawing: Bars
    headings: tuple[str, ...]
    rows: list[list[str]]


def of_figures(
    edition: Edition, id: str, title: str, figures: Sequence[Figure], width: int = WIDTH
) -> BarChart:
    """Bars of one indicator's figures; `id` is unique on its page."""
    seen = [views.figure(edition, item) for item in figures]
    indicator = figures[0].indicator
    goal = indicator.target
    target = (goal.value, f"标准：{seen[0]['target_words']}") if goal else None
    values = [
        (view["subject"] or view["label"], item.value, item.with_unit, item.meets)
        for item, view in zip(figures, seen, strict=True)
    ]
    return {
        "id": id,
        "title": title,
        "drawing": bars(values, target, Decimal(100) if indicator.unit == "%" else None, width),
        "headings": HEADINGS,
        "rows": [
            [
                view["subject"] or view["label"],
                f"{item.with_unit}（{item.fraction}）" if item.fraction else item.with_unit,
                view["target_words"] or "—",
                view["when"],
                view["source"],
            ]
            for item, view in zip(figures, seen, strict=True)
        ],
    }
