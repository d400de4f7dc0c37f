"""The roll of honour: as of each year-end, and one page per kind of honour."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from campaign import urls
from campaign.derive.coverage import year_end_series
from campaign.derive.figures import figure, rounded
from campaign.derive.honours import Standing, by_highest_level, standings, year_ends
from campaign.kinds.honour import plaques, roll
from campaign.kinds.honour_kind import HonourKind
from campaign.kinds.honour_kind.record import CriterionKind
from campaign.kinds.indicator import Indicator
from campaign.kinds.policy import Policy
from campaign.model.fields import Level
from campaign.render import charts, names, sheets, views
from campaign.render.drawing import Stack, line, stacked
from campaign.render.edition import Edition
from campaign.render.names import View
from campaign.render.outputs import Page

SHELL = "honours/shell.md"
COVERAGE = "coverage"
CHART_YEARS = 9
"""How many points in time a chart of the roll shows, today included."""


def pages(edition: Edition) -> Iterator[Page]:
    yield from roll.further_pages(edition)
    for year in year_ends(edition.site):
        yield from year_pages(edition, year)
    for kind in edition.site.of(HonourKind).values():
        yield kind_page(edition, kind)


def levels(items: list[Standing]) -> list[View]:
    """How many communities are of each level, each counted once at its highest."""
    counts = by_highest_level(items)
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
    found = figure(edition.site, indicator, edition.site.today) if indicator else None
    return (
        charts.of_figures(edition, "goal", found.indicator.name, [found], charts.NARROW)
        if found
        else None
    )


def level_chart(edition: Edition) -> View | None:
    """How many communities were of each level at the past year-ends and are today."""
    days = [*(date(year, 12, 31) for year in reversed(year_ends(edition.site))), edition.site.today]
    counts = [by_highest_level(standings(edition.site, on)) for on in days[-CHART_YEARS:]]
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


def year_pages(edition: Edition, year: int) -> Iterator[Page]:
    """The roll at the end of a year on as many sheets as it takes."""
    items = standings(edition.site, date(year, 12, 31))
    cut = sheets.cut(roll.groups(edition, items, "level"))
    further = (urls.roll_sheet(str(year), number) for number in range(2, len(cut) + 1))
    addresses = [urls.roll(year), *further]
    for number in range(1, len(cut) + 1):
        yield _year_page(edition, year, items, cut, addresses, number)


def _year_page(
    edition: Edition,
    year: int,
    items: list[Standing],
    cut: list[list[sheets.Piece[Standing]]],
    addresses: list[str],
    number: int,
) -> Page:
    on = date(year, 12, 31)
    path = addresses[number - 1]
    root = urls.root_from(path)
    happened = [c for c in edition.facts.changes if c.event.on.year == year] if number == 1 else []
    title = f"{year} 年末荣誉榜" + (f"（第 {number} 页）" if number > 1 else "")
    body = edition.render(
        "roll-year.html.jinja",
        root,
        title=title,
        year=year,
        on=str(on),
        number=number,
        levels=levels(items),
        coverage=coverage_view(edition, on) if number == 1 else None,
        contents=sheets.contents(cut, addresses),
        pieces=roll.pieces(edition, cut[number - 1]),
        pager=sheets.pager(addresses, number),
        changes=[plaques.change(edition, item) for item in happened],
        years=[
            {"year": y, "url": urls.roll(y), "current": y == year} for y in year_ends(edition.site)
        ],
    )
    return Page(
        path=path,
        shell=SHELL,
        title=title,
        description=f"截至 {on} 的荣誉名单、各级数量和覆盖率，以及 {year} 年的荣誉变动。",
        body=body,
        source="showcases/honours/",
        is_listing=number > 1,
    )


def kind_page(edition: Edition, kind: HonourKind) -> Page:
    root = urls.root_from(urls.url(kind))
    items = [item for item in edition.facts.standings if item.kind.id == kind.id]
    policy = edition.site.of(Policy).get(kind.policy or "")
    holders = [
        plaques.plaque(edition, item)
        | {
            "events": [
                plaques.honour_event(edition, e)
                for e in item.honour.events
                if e.on <= edition.site.today
            ]
        }
        for item in items
    ]
    body = edition.render(
        "honour-kind.html.jinja",
        root,
        kind=kind,
        level=kind.level.label,
        origin=names.origin(edition, kind),
        valid=f"{kind.valid_years} 年一复查" if kind.valid_years else "长期有效，直至撤销",
        publicity=f"命名前公示不少于 {kind.publicity_days} 天" if kind.publicity_days else "",
        criteria=[
            {"text": c.text, "must": c.kind is CriterionKind.IMPERATIVE, "points": c.points}
            for c in kind.criteria
        ],
        policy=names.record_link(edition, "policy", policy.id) if policy else None,
        held=[view for view in holders if view["active"]],
        pending=[view for view in holders if view["pending"]],
        ended=[view for view in holders if not view["active"] and not view["pending"]],
    )
    return Page(
        path=urls.url(kind),
        shell=SHELL,
        title=kind.name,
        description=kind.summary or f"{kind.name}的标准、获得者和变动。",
        body=body,
        source=edition.site.origin(kind).path,
    )
