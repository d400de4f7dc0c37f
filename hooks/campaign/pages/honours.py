"""The roll of honour: as of each year-end, and one page per kind of honour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from campaign import urls
from campaign.derive.charts import line
from campaign.derive.coverage import year_end_series
from campaign.derive.figures import figure, rounded
from campaign.derive.honours import Standing, standings, year_ends
from campaign.model import HonourKind, Level
from campaign.model.honour import CriterionKind
from campaign.outputs import Page
from campaign.pages import names, plaques, views
from campaign.pages.desk import Desk
from campaign.pages.names import View

SHELL = "honours/shell.md"
COVERAGE = "coverage"


def pages(desk: Desk) -> Iterator[Page]:
    for year in year_ends(desk.site):
        yield year_page(desk, year)
    for kind in desk.site.honour_kinds.values():
        yield kind_page(desk, kind)


def rows(desk: Desk, items: Iterable[Standing]) -> list[View]:
    """Plaques in the order of the roll."""
    return [plaques.plaque(desk, item) for item in items]


def grouped(desk: Desk, items: list[Standing], by: str) -> list[View]:
    """The roll in groups: by level, kind, year of naming or district."""
    ordered = sorted(items, key=_naming_year, reverse=True) if by == "year" else items
    found: dict[str, list[Standing]] = {}
    for item in ordered:
        found.setdefault(_group(desk, item, by), []).append(item)
    return [{"label": label, "rows": rows(desk, group)} for label, group in found.items()]


def _naming_year(item: Standing) -> int:
    return item.named.year if item.named else 0


def _group(desk: Desk, item: Standing, by: str) -> str:
    """The heading under which an honour stands."""
    if by == "kind":
        return item.kind.name
    if by == "year":
        return f"{item.named.year} 年" if item.named else "尚未命名"
    if by == "district":
        return plaques.subject_district(desk, item.honour) or "全市"
    return item.level.label


def levels(items: list[Standing]) -> list[View]:
    """How many communities are of each level, each counted once at its highest."""
    best: dict[str, Level] = {}
    for item in items:
        ref = item.honour.subject.ref
        if item.kind.ladder and item.state.is_active and ref:
            best[ref] = min(best.get(ref, item.level), item.level, key=lambda level: level.rank)
    return [
        {
            "level": level.value,
            "label": level.label,
            "bars": list(range(plaques.BARS[level])),
            "count": sum(found is level for found in best.values()),
        }
        for level in Level
    ]


def coverage_view(desk: Desk, on: date) -> View | None:
    """The coverage rate with its fraction, at a date."""
    indicator = desk.site.indicators.get(COVERAGE)
    found = figure(desk.site, indicator, on) if indicator else None
    return views.figure(desk, found) if found else None


def coverage_chart(desk: Desk) -> View | None:
    """The coverage at past year-ends and today, as a drawing and as a table."""
    indicator = desk.site.indicators.get(COVERAGE)
    if indicator is None:
        return None
    series = year_end_series(desk.site, indicator)
    texts = [rounded(share.percent, indicator.precision) for share in series]
    labels = [str(share.on.year) for share in series[:-1]] + [str(desk.site.today)[:7]]
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


def year_page(desk: Desk, year: int) -> Page:
    on = date(year, 12, 31)
    root = urls.root_from(urls.roll(year))
    items = standings(desk.site, on)
    happened = [c for c in desk.facts.changes if c.event.on.year == year]
    years = year_ends(desk.site)
    body = desk.render(
        "roll-year.html.jinja",
        root,
        year=year,
        on=str(on),
        levels=levels(items),
        coverage=coverage_view(desk, on),
        groups=grouped(desk, [item for item in items if not item.state.is_pending], "level"),
        pending=rows(desk, [item for item in items if item.state.is_pending]),
        changes=[plaques.change(desk, item) for item in happened],
        years=[{"year": y, "url": urls.roll(y), "current": y == year} for y in years],
    )
    return Page(
        path=urls.roll(year),
        shell=SHELL,
        title=f"{year} 年末荣誉榜",
        description=f"截至 {on} 的荣誉名单、各级数量和覆盖率，以及 {year} 年的荣誉变动。",
        body=body,
        source="showcases/honours/",
    )


def kind_page(desk: Desk, kind: HonourKind) -> Page:
    root = urls.root_from(urls.url(kind))
    items = [item for item in desk.facts.standings if item.kind.id == kind.id]
    policy = desk.site.policies.get(kind.policy or "")
    holders = [
        plaques.plaque(desk, item)
        | {
            "events": [
                plaques.honour_event(desk, e) for e in item.honour.events if e.on <= desk.site.today
            ]
        }
        for item in items
    ]
    body = desk.render(
        "honour-kind.html.jinja",
        root,
        kind=kind,
        level=kind.level.label,
        valid=f"{kind.valid_years} 年一复查" if kind.valid_years else "长期有效，直至撤销",
        publicity=f"命名前公示不少于 {kind.publicity_days} 天" if kind.publicity_days else "",
        criteria=[
            {"text": c.text, "must": c.kind is CriterionKind.IMPERATIVE, "points": c.points}
            for c in kind.criteria
        ],
        policy=names.record_link(desk, "policy", policy.id) if policy else None,
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
        source=desk.site.origin(kind).path,
    )
