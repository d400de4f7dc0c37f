"""Figures of indicators as charts, with the table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from campaign.derive.standards import Answer
from campaign.kinds.indicator import views
from campaign.render.drawing import bars
from campaign.render.edition import Edition
from campaign.render.names import View

WIDTH, NARROW = 480, 300
"""Of a chart in a column of the page, and of one in the margin, in units of its drawing."""
HEADINGS = ("对象", "数值", "标准", "截至", "来源")


def of_answers(
    edition: Edition, id: str, title: str, answers: Sequence[Answer], width: int = WIDTH
) -> View:
    """Bars of one indicator's subjects; `id` is unique on its page."""
    seen = [views.answer(edition, item) for item in answers]
    indicator = answers[0].indicator
    goal = indicator.target
    target = (goal.value, f"标准：{seen[0]['target_words']}") if goal else None
    values = [
        (view["subject"] or view["label"], _length(item), item.words, item.verdict)
        for item, view in zip(answers, seen, strict=True)
    ]
    return {
        "id": id,
        "title": title,
        "drawing": bars(values, target, Decimal(100) if indicator.unit == "%" else None, width),
        "headings": HEADINGS,
        "rows": [
            [
                view["subject"] or view["label"],
                f"{item.words}（{view['fraction']}）" if view["fraction"] else item.words,
                view["target_words"] or "—",
                view["on"] or "—",
                view["source"] or "—",
            ]
            for item, view in zip(answers, seen, strict=True)
        ],
    }


def _length(item: Answer) -> Decimal:
    """Of its bar; what was not reported has none, and its words say so."""
    return item.figure.value if item.figure else Decimal(0)
