"""Indicators with their figures, on the page that lists them and on those of key tasks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.every_page import subscribe
from campaign.exchange.table import Table
from campaign.kinds.indicator import Indicator, charts, matrix_page, standards, views
from campaign.kinds.indicator.record import FormerTerms, Scope
from campaign.kinds.indicator.standards import Answer, Verdict
from campaign.kinds.indicator.table import TABLE
from campaign.kinds.listing import Options
from campaign.kinds.presenter import Presenter, Renderer
from campaign.render import names
from campaign.render.edition import Edition
from campaign.render.names import Link
from campaign.render.outputs import Output
from campaign.render.template import Template
from campaign.site import Site

ORDER = (Verdict.MET, Verdict.GAP, Verdict.UNKNOWN)
"""How the parts of a bar follow one another."""
NAMED = 60
"""Up to how many communities of a verdict are named; the table of the data has all."""


class Part(views.VerdictView):
    """The part of a bar for one verdict: how many there are, and its place in per cent."""

    count: int
    start: str
    share: str


class Named(Link):
    """A community, with its figure where it has one."""

    value: str


class Listed(views.VerdictView):
    """The communities of a verdict by name; `rest` leads to all of them."""

    count: int
    links: list[Named]
    rest: str


class Communities(TypedDict):
    """How many communities meet a standard, fall short or have not reported; and which."""

    total: int
    words: str
    parts: list[Part]
    lists: list[Listed]


class Former(TypedDict):
    """What was otherwise until a day, in words."""

    until: str
    words: str


class IndicatorView(views.VerdictView):
    """An indicator and where it stands: in the city, by district, or how many communities."""

    id: str
    name: str
    definition: str
    target: str
    city: views.AnswerView | None
    parts: charts.BarChart | None
    communities: Communities | None
    former: list[Former]
    corrections: list[names.CorrectionView]


class IndicatorList(TypedDict):
    """Indicators with a summary in words."""

    summary: str
    indicators: list[IndicatorView]


LIST = Template("indicator/list.html.jinja", IndicatorList)


def indicator_view(edition: Edition, indicator: Indicator) -> IndicatorView:
    """An indicator with what its scope shows: one figure, a bar a district, or a count."""
    found = standards.known_answers(edition.facts, indicator.id)
    scope = indicator.scope if found else None
    has_count = scope is Scope.COMMUNITY and indicator.target
    return {
        "id": indicator.id,
        "name": indicator.name,
        "definition": indicator.definition or "",
        "target": indicator.target.words(indicator.unit) if indicator.target else "",
        "city": views.answer(found[0]) if scope is Scope.CITY else None,
        "parts": _by_district(edition, indicator, found) if scope is Scope.DISTRICT else None,
        "communities": _communities(edition, found) if has_count else None,
        "former": [
            _former(edition.site, indicator, terms)
            for terms in indicator.terms_history
            if terms.until < edition.site.today
        ],
        "corrections": names.corrections(edition, indicator, indicator.corrections),
        **views.verdict(standards.overall(found)),
    }


def _former(site: Site, indicator: Indicator, terms: FormerTerms) -> Former:
    unit = indicator.as_of(terms.until).unit
    words = [
        f"标准{terms.target.words(unit)}" if terms.target else "",
        "没有标准" if terms.untargeted else "",
        f"单位是“{terms.unit}”" if terms.unit else "",
        _where(site, terms.districts) if terms.districts is not None else "",
        terms.definition or ("算法不同" if terms.formula else ""),
    ]
    return {"until": str(terms.until), "words": "，".join(filter(None, words))}


def _where(site: Site, districts: list[str]) -> str:
    names = "、".join(standards.subject_name(site, id) for id in districts)
    return f"适用于{names or '所有镇街'}"


def _by_district(edition: Edition, indicator: Indicator, found: list[Answer]) -> charts.BarChart:
    title = f"{indicator.name}（按镇街）"
    return charts.of_answers(edition.site, f"chart-{indicator.id}", title, found)


def _communities(edition: Edition, found: list[Answer]) -> Communities:
    counts = standards.tally(found)
    return {
        "total": len(found),
        "words": standards.tally_words(counts),
        "parts": [_part(counts, verdict) for verdict in ORDER if counts[verdict]],
        "lists": [
            _listed(edition, verdict, [item for item in found if item.verdict is verdict])
            for verdict in (Verdict.GAP, Verdict.UNKNOWN)
            if counts[verdict]
        ],
    }


def _part(counts: Counter[Verdict], verdict: Verdict) -> Part:
    before = sum(counts[other] for other in ORDER[: ORDER.index(verdict)])
    total = counts.total()
    return {
        **views.verdict(verdict),
        "count": counts[verdict],
        "start": f"{100 * before / total:.2f}",
        "share": f"{100 * counts[verdict] / total:.2f}",
    }


def _listed(edition: Edition, verdict: Verdict, found: list[Answer]) -> Listed:
    return {
        **views.verdict(verdict),
        "count": len(found),
        "links": [
            {
                **names.record_link(edition, "community", item.subject),
                "value": item.words if item.figure else "",
            }
            for item in found[:NAMED]
        ],
        "rest": urls.table(TABLE.name, "csv") if _has_rest(edition, found) else "",
    }


def _has_rest(edition: Edition, found: list[Answer]) -> bool:
    return len(found) > NAMED and subscribe.has_page(edition, urls.DATA)


def indicator_list(edition: Edition, indicators: Iterable[Indicator]) -> IndicatorList:
    """Indicators with a summary in words; those with most to do come first."""
    found = [indicator_view(edition, item) for item in indicators]
    verdicts = [Verdict(view["verdict"]) if view["verdict"] else None for view in found]
    ranked = sorted(zip(verdicts, found, strict=True), key=lambda pair: standards.place(pair[0]))
    return {"summary": standards.summary(verdicts), "indicators": [view for _, view in ranked]}


class IndicatorPresenter(Presenter[Indicator]):
    """How indicators appear."""

    @property
    def blocks(self) -> Mapping[str, Renderer]:
        return {"indicators": self._list, "matrix": matrix_page.BLOCK}

    def _list(self, edition: Edition, root: str, options: Options) -> Markup:
        found = indicator_list(edition, edition.site.of(Indicator).values())
        return edition.render(LIST, root, found)

    def files(self, edition: Edition) -> Iterator[Output]:
        return matrix_page.files(edition)

    @property
    def tables(self) -> tuple[Table, ...]:
        return (TABLE,)


PRESENTER = IndicatorPresenter
