"""Made-up charts and lists for the specimen page."""

from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

from campaign.kinds.district.page import Tile
from campaign.kinds.honour.figures import StackedChart
from campaign.kinds.indicator.charts import HEADINGS, NARROW, BarChart
from campaign.model.level import Level
from campaign.render import sheets
from campaign.render.drawing import Stack, bars, stacked
from campaign.render.sheets import Pager

TARGET = (Decimal(80), "标准：不低于 80%")
LONG_NAME = "示例市高新技术产业开发区滨河新城街道"


class Charts(TypedDict):
    """A chart of each form, tiles of districts, and a pager with a gap."""

    bar: BarChart
    goal: BarChart
    stacks: StackedChart
    tiles: list[Tile]
    turning: Pager | None


def view() -> Charts:
    return {
        "bar": _bars(
            "specimen-bar",
            [
                ("示例镇", Decimal("88.1"), "met"),
                (LONG_NAME, Decimal("61.5"), "gap"),
                ("示例街道", None, "unknown"),
            ],
        ),
        "goal": _bars("specimen-goal", [("示例比率", Decimal("75.6"), "gap")], NARROW),
        "stacks": _stacks(),
        "tiles": [_tile("示例镇", 16, "81.3", "13/16", "met"), _tile(LONG_NAME, 8, "", "", "")],
        "turning": sheets.pager(["about/specimen/"] * 12, 6),
    }


def _bars(id: str, values: list[tuple[str, Decimal | None, str]], width: int = 480) -> BarChart:
    written = [
        (label, value or Decimal(0), "未填报" if value is None else f"{value}%", verdict)
        for label, value, verdict in values
    ]
    rows = [[label, text, "不低于 80%", "2026-03-31", "示例台账"] for label, _, text, _ in written]
    drawing = bars(written, TARGET, Decimal(100), width)
    return {"id": id, "title": "示例比率", "drawing": drawing, "headings": HEADINGS, "rows": rows}


def _stacks() -> StackedChart:
    years = {"2023": (1, 3, 8, 5, 0), "2024": (1, 4, 12, 5, 4), "现在": (1, 7, 12, 14, 4)}
    lowest_first = list(Level)[::-1]
    drawing = stacked(
        [
            Stack(
                year,
                [(level.value, n) for level, n in zip(lowest_first, counts[::-1], strict=True)],
            )
            for year, counts in years.items()
        ]
    )
    return {
        "id": "specimen-stacks",
        "title": "各级示例数量的变化",
        "drawing": drawing,
        "legend": [{"id": level.value, "label": level.label} for level in Level],
        "headings": ["年末", *(level.label for level in Level), "合计"],
        "rows": [[year, *counts, sum(counts)] for year, counts in years.items()],
    }


def _tile(name: str, count: int, rate: str, fraction: str, verdict: str) -> Tile:
    return {
        "name": name,
        "count": count,
        "rate": rate,
        "fraction": fraction,
        "verdict": verdict,
        "url": "about/specimen/",
        "roll": "",
        "is_above": False,
        "bar": {"share": "81.3", "goal": "80"},
    }
