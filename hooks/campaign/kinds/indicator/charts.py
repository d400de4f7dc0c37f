"""Figures of indicators as charts, with the table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TypedDict

from campaign.kinds.indicator import views
from campaign.kinds.indicator.standards import Answer, subject_name
from campaign.render.drawing import Bars, bars
from campaign.site import Site

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


def of_answers(
    site: Site, id: str, title: str, answers: Sequence[Answer], width: int = WIDTH
) -> BarChart:
    """Bars of one indicator's subjects; `id` is unique on its page."""
    seen = [views.answer(item) for item in answers]
    indicator = answers[0].indicator
    goal = indicator.target
    target = (goal.value, f"标准：{seen[0]['target_words']}") if goal else None
    values = [
        (_label(site, item), _length(item), item.words, item.verdict)
        for item, view in zip(answers, seen, strict=True)
    ]
    return {
        "id": id,
        "title": title,
        "drawing": bars(values, target, Decimal(100) if indicator.unit == "%" else None, width),
        "headings": HEADINGS,
        "rows": [
            [
                _label(site, item),
                f"{item.words}（{view['fraction']}）" if view["fraction"] else item.words,
                view["target_words"] or "—",
                view["when"] or "—",
                view["source"] or "—",
            ]
            for item, view in zip(answers, seen, strict=True)
        ],
    }


def _length(item: Answer) -> Decimal:
    """Of its bar; what was not reported has none, and its words say so."""
    return item.figure.value if item.figure else Decimal(0)


def _label(site: Site, item: Answer) -> str:
    """Of its bar: the district or the community; for the city, what is measured."""
    return subject_name(site, item.subject) if item.subject else item.indicator.name
