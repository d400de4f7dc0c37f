"""Indicators with their figures, on the page that lists them and on those of key tasks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.every_page import subscribe
from campaign.exchange.table import Table
from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.kinds.indicator import Indicator, charts, views
from campaign.kinds.indicator.facts import Figure, figure
from campaign.kinds.indicator.record import Scope
from campaign.kinds.indicator.table import TABLE
from campaign.kinds.listing import Options
from campaign.kinds.presenter import Presenter, Renderer
from campaign.render import names
from campaign.render.edition import Edition
from campaign.render.names import Link
from campaign.render.template import Template


class Gap(Link):
    """A community that falls short, and how far it is."""

    value: str


class IndicatorView(TypedDict):
    """An indicator with its figures."""

    id: str
    name: str
    definition: str
    city: views.FigureView | None
    parts: charts.BarChart | None
    passed: int
    total: int
    target: str
    gap_count: int
    gaps: list[Gap]
    rest: str


class IndicatorList(TypedDict):
    """All indicators."""

    indicators: list[IndicatorView]


LIST = Template("indicator/list.html.jinja", IndicatorList)


def indicator_view(edition: Edition, indicator: Indicator) -> IndicatorView:
    """An indicator with its figures: the city's, the districts' or how many communities pass."""
    site = edition.site
    city = figure(site, indicator, site.today)
    parts: list[Figure] = []
    if indicator.scope is Scope.DISTRICT:
        found = (figure(site, indicator, site.today, id) for id in site.of(District))
        parts = [item for item in found if item]
    communities = _community_figures(edition, indicator)
    gaps = [item for item in communities if item.meets is False]
    return {
        "id": indicator.id,
        "name": indicator.name,
        "definition": indicator.definition or "",
        "city": views.figure(edition, city) if city else None,
        "parts": charts.of_figures(
            edition, f"chart-{indicator.id}", f"{indicator.name}（按镇街）", parts
        )
        if parts
        else None,
        "passed": sum(bool(item.meets) for item in communities),
        "total": len(communities),
        "target": indicator.target.words(indicator.unit) if indicator.target else "",
        "gap_count": len(gaps),
        "gaps": [
            {**names.record_link(edition, "community", item.subject), "value": item.with_unit}
            for item in gaps[:GAPS_SHOWN]
        ],
        "rest": urls.table(TABLE.name, "csv") if _has_rest(edition, gaps) else "",
    }


GAPS_SHOWN = 60
"""Up to how many communities that fall short are named; the table of the data has all."""


def _has_rest(edition: Edition, gaps: list[Figure]) -> bool:
    return len(gaps) > GAPS_SHOWN and subscribe.has_page(edition, urls.DATA)


def _community_figures(edition: Edition, indicator: Indicator) -> list[Figure]:
    if indicator.scope is not Scope.COMMUNITY:
        return []
    site = edition.site
    found = (figure(site, indicator, site.today, id) for id in site.of(Community))
    return [item for item in found if item]


class IndicatorPresenter(Presenter[Indicator]):
    """How indicators appear."""

    @property
    def blocks(self) -> Mapping[str, Renderer]:
        return {"indicators": self._list}

    def _list(self, edition: Edition, root: str, options: Options) -> Markup:
        found = [indicator_view(edition, item) for item in edition.site.of(Indicator).values()]
        return edition.render(LIST, root, IndicatorList(indicators=found))

    @property
    def tables(self) -> tuple[Table, ...]:
        return (TABLE,)


PRESENTER = IndicatorPresenter
