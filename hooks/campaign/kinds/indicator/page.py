"""Indicators with their figures, on the page that lists them and on those of key tasks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from campaign import urls
from campaign.derive import standards
from campaign.derive.standards import Answer, Verdict
from campaign.exchange.table import Table
from campaign.frame import subscribe
from campaign.kinds.indicator import Indicator, charts, views
from campaign.kinds.indicator.record import Scope
from campaign.kinds.indicator.table import TABLE
from campaign.kinds.listing import Options
from campaign.kinds.presenter import Presenter, Renderer
from campaign.render import names
from campaign.render.edition import Edition
from campaign.render.names import View


def indicator_view(edition: Edition, indicator: Indicator) -> View:
    """An indicator and where it stands: in the city, by district, or how many communities."""
    found = standards.answers(edition.site, indicator)
    return (
        {
            "id": indicator.id,
            "name": indicator.name,
            "unit": indicator.unit,
            "definition": indicator.definition or "",
            "target": indicator.target.words(indicator.unit) if indicator.target else "",
            "city": None,
            "parts": None,
            "communities": None,
        }
        | views.verdict(standards.overall(found))
        | _standing(edition, indicator, found)
    )


def _standing(edition: Edition, indicator: Indicator, found: list[Answer]) -> View:
    """What the indicator's scope shows: one figure, a bar a district, or a count."""
    if not found:
        return {}
    if indicator.scope is Scope.CITY:
        return {"city": views.answer(edition, found[0])}
    if indicator.scope is Scope.DISTRICT:
        title = f"{indicator.name}（按镇街）"
        return {"parts": charts.of_answers(edition, f"chart-{indicator.id}", title, found)}
    return {"communities": _communities(edition, found) if indicator.target else None}


def _communities(edition: Edition, found: list[Answer]) -> View:
    """How many communities meet the standard, fall short or have not reported; and which."""
    counts = standards.tally(found)
    return {
        "total": len(found),
        "words": standards.tally_words(counts),
        "parts": [
            views.verdict(verdict) | {"count": counts[verdict], **_place(counts, verdict)}
            for verdict in ORDER
            if counts[verdict]
        ],
        "lists": [
            _list(edition, verdict, [item for item in found if item.verdict is verdict])
            for verdict in (Verdict.GAP, Verdict.UNKNOWN)
            if counts[verdict]
        ],
    }


ORDER = (Verdict.MET, Verdict.GAP, Verdict.UNKNOWN)
"""How the parts of a bar follow one another."""


def _place(counts: Counter[Verdict], verdict: Verdict) -> View:
    """Where a part of the bar begins and how long it is, in per cent."""
    before = sum(counts[other] for other in ORDER[: ORDER.index(verdict)])
    total = counts.total()
    return {"from": f"{100 * before / total:.2f}", "share": f"{100 * counts[verdict] / total:.2f}"}


NAMED = 60
"""Up to how many communities of a verdict are named; the table of the data has all."""


def _list(edition: Edition, verdict: Verdict, found: list[Answer]) -> View:
    """The communities of a verdict by name, those that fall short with their figure."""
    return views.verdict(verdict) | {
        "count": len(found),
        "links": [
            names.record_link(edition, "community", item.subject)
            | {"value": item.words if item.figure else ""}
            for item in found[:NAMED]
        ],
        "rest": urls.table(TABLE.name, "csv") if _has_rest(edition, found) else "",
    }


def _has_rest(edition: Edition, found: list[Answer]) -> bool:
    return len(found) > NAMED and subscribe.has_page(edition, urls.DATA)


def indicator_views(edition: Edition, indicators: Iterable[Indicator]) -> View:
    """Indicators with a summary in words; those with most to do come first."""
    found = [indicator_view(edition, item) for item in indicators]
    verdicts = [Verdict(view["verdict"]) if view["verdict"] else None for view in found]
    ranked = sorted(zip(verdicts, found, strict=True), key=lambda pair: standards.place(pair[0]))
    return {"summary": standards.summary(verdicts), "indicators": [view for _, view in ranked]}


class IndicatorPresenter(Presenter[Indicator]):
    """How indicators appear."""

    @property
    def blocks(self) -> Mapping[str, Renderer]:
        return {"indicators": self._list}

    def _list(self, edition: Edition, root: str, options: Options) -> Markup:
        found = indicator_views(edition, edition.site.of(Indicator).values())
        return edition.render("indicator/list.html.jinja", root, **found)

    @property
    def tables(self) -> tuple[Table, ...]:
        return (TABLE,)


PRESENTER = IndicatorPresenter
