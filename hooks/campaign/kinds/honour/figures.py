"""How many communities are of each level, and how many are covered: now and over the years."""

from __future__ import annotations

from datetime import date

from campaign.derive.coverage import by_level, year_end_series
from campaign.derive.figures import figure, rounded
from campaign.derive.standards import answers
from campaign.kinds.honour import plaques
from campaign.kinds.honour.facts import Standing, standings, year_ends
from campaign.kinds.indicator import Indicator, charts, views
from campaign.model.fields import Level
from campaign.render.drawing import Stack, line, stacked
from campaign.render.edition import Edition
from campaign.render.names import View

COVERAGE = "coverage"
CHART_YEARS = 9
"""How many points in time a chart of the roll shows, today included."""


def levels(edition: Edition, items: list[Standing], on: date) -> list[View]:
    """How many communities are of each level, each counted once at its highest."""
    counts = by_level(edition.site, items, on)
    return [
        {
            "level": level.value,
            "label": level.label,
            "bars": list(range(plaques.BARS[level])),
            "count": counts[level],
        }
        for level in Level
    ]


def coverage_view(edition: Edition, on: date) -> View | None:
    """The coverage rate with its fraction, at a date."""
    indicator = edition.site.of(Indicator).get(COVERAGE)
    found = figure(edition.site, indicator, on) if indicator else None
    return views.figure(edition, found) if found else None


def coverage_chart(edition: Edition) -> View | None:
    """The coverage at past year-ends and today, as a drawing and as a table."""
    indicator = edition.site.of(Indicator).get(COVERAGE)
    if indicator is None:
        return None
    series = year_end_series(edition.site, indicator)
    texts = [rounded(share.percent, indicator.precision) for share in series]
    labels = [str(share.on.year) for share in series[:-1]] + [str(edition.site.today)[:7]]
    target = indicator.target.value if indicator.target else None
    shares = zip(labels, series, texts, strict=True)
    return {
        "title": indicator.name,
        "drawing": line([(label, s.percent, text) for label, s, text in shares], target),
        "rows": [
            {"on": str(s.on), "fraction": f"{s.numerator}/{s.denominator}", "value": f"{text}%"}
            for s, text in zip(series, texts, strict=True)
        ],
    }


def coverage_progress(edition: Edition) -> View | None:
    """How far the coverage is from its target, as a bar."""
    indicator = edition.site.of(Indicator).get(COVERAGE)
    found = answers(edition.site, indicator) if indicator else []
    if indicator is None or not found:
        return None
    return charts.of_answers(edition, "goal", indicator.name, found, charts.NARROW)


def level_chart(edition: Edition) -> View | None:
    """How many communities were of each level at the past year-ends and are today."""
    days = [*(date(year, 12, 31) for year in reversed(year_ends(edition.site))), edition.site.today]
    counts = [by_level(edition.site, standings(edition.site, on), on) for on in days[-CHART_YEARS:]]
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
