"""How many communities are of each level, and how many are covered: now and over the years."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from campaign.kinds.honour import plaques
from campaign.kinds.honour.facts import year_ends
from campaign.kinds.indicator import Indicator, charts, views
from campaign.kinds.indicator.coverage import by_level, year_end_series
from campaign.kinds.indicator.facts import figure
from campaign.kinds.indicator.figure import rounded
from campaign.kinds.indicator.standards import known_answers
from campaign.model.level import Level
from campaign.render.drawing import Columns, Line, Stack, line, stacked
from campaign.render.edition import Edition

COVERAGE = "coverage"
CHART_YEARS = 9
"""How many points in time a chart of the roll shows, today included."""


class LevelCount(TypedDict):
    """How many communities are of a level."""

    level: str
    label: str
    bars: list[int]
    count: int


class TrendRow(TypedDict):
    """A point of a trend in words."""

    on: str
    fraction: str
    value: str


class Trend(TypedDict):
    """A share over time, as a drawing and as a table."""

    title: str
    drawing: Line
    rows: list[TrendRow]


class Key(TypedDict):
    """What a part of a column stands for."""

    id: str
    label: str


class StackedChart(TypedDict):
    """Stacked columns, as a drawing and as a table."""

    id: str
    title: str
    drawing: Columns
    legend: list[Key]
    headings: list[str]
    rows: list[list[str | int]]


def levels(edition: Edition, on: date) -> list[LevelCount]:
    """How many communities were of each level on a day, each counted once at its highest."""
    counts = by_level(edition.site, on)
    return [
        {
            "level": level.value,
            "label": level.label,
            "bars": list(range(plaques.BARS[level])),
            "count": counts[level],
        }
        for level in Level
    ]


def coverage_view(edition: Edition, on: date) -> views.FigureView | None:
    """The coverage rate with its fraction, at a date."""
    indicator = edition.site.of(Indicator).get(COVERAGE)
    found = figure(edition.site, indicator, on) if indicator else None
    return views.figure(found) if found else None


def coverage_chart(edition: Edition) -> Trend | None:
    """The coverage at past year-ends and today, as a drawing and as a table."""
    indicator = edition.site.of(Indicator).get(COVERAGE)
    if indicator is None:
        return None
    series = year_end_series(edition.site, indicator)
    if len(series) < 2:
        return None
    texts = [rounded(share.percent, indicator.precision) for share in series]
    labels = [str(share.on.year) for share in series[:-1]] + [str(edition.site.today)[:7]]
    targets = {indicator.as_of(share.on).target for share in series}
    only = targets.pop() if len(targets) == 1 else None  # one line cannot show two
    target = only.value if only else None
    shares = zip(labels, series, texts, strict=True)
    return {
        "title": indicator.name,
        "drawing": line([(label, s.percent, text) for label, s, text in shares], target),
        "rows": [
            {"on": str(s.on), "fraction": f"{s.numerator}/{s.denominator}", "value": f"{text}%"}
            for s, text in zip(series, texts, strict=True)
        ],
    }


def coverage_progress(edition: Edition) -> charts.BarChart | None:
    """How far the coverage is from its target, as a bar."""
    indicator = edition.site.of(Indicator).get(COVERAGE)
    found = known_answers(edition.facts, indicator.id) if indicator else []
    if indicator is None or not found:
        return None
    return charts.of_answers(edition.site, "goal", indicator.name, found, charts.NARROW)


def level_chart(edition: Edition) -> StackedChart | None:
    """How many communities were of each level at the past year-ends and are today."""
    days = [*(date(year, 12, 31) for year in reversed(year_ends(edition.site))), edition.site.today]
    ends = days[-CHART_YEARS:]
    counts = [by_level(edition.site, on) for on in ends]
    shown = [level for level in Level if any(found[level] for found in counts)]
    if len(counts) < 2 or not shown:
        return None
    labels = [*(str(on.year) for on in days[-CHART_YEARS:-1]), "现在"]
    stacks = [
        Stack(label, [(level.value, found[level]) for level in reversed(shown)])
        for label, found in zip(labels, counts, strict=True)
    ]
    return {
        "id": "levels",
        "title": "各级文明社区数量的变化",
        "drawing": stacked(stacks),
        "legend": [{"id": level.value, "label": level.label} for level in shown],
        "headings": ["年末", *(level.label for level in shown), "合计"],
        "rows": [
            [label, *(found[level] for level in shown), found.total()]
            for label, found in zip(labels, counts, strict=True)
        ],
    }
