"""A page for each table of participation, and the list of them by indicator."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.exchange.nodes import Node, publisher, subject
from campaign.exchange.table import Table
from campaign.kinds.indicator import Indicator
from campaign.kinds.listing import Options
from campaign.kinds.participation import Participation
from campaign.kinds.participation.facts import by_indicator
from campaign.kinds.participation.table import TABLE
from campaign.kinds.participation.views import (
    DistrictView,
    PeriodView,
    RateView,
    districts,
    periods,
    rate,
    target_words,
    until,
)
from campaign.kinds.presenter import Presenter
from campaign.kinds.traits import Traits
from campaign.render import names, sheets
from campaign.render.edition import Edition
from campaign.render.names import CorrectionView, Link, Origin
from campaign.render.sheets import Group, Piece, Section
from campaign.render.template import Template


class ParticipationCard(TypedDict):
    """A table in the list."""

    title: str
    url: str
    period: str
    rate: RateView
    draft: str


class ParticipationPage(TypedDict):
    """All that the page of a table tells."""

    card: ParticipationCard
    indicator: Link
    target: str
    unit: str
    method: str
    checked_by: str
    periods: list[PeriodView]
    rates: list[RateView]
    districts: list[DistrictView]
    origin: Origin
    corrections: list[CorrectionView]


class ParticipationList(TypedDict):
    """A sheet of the list of tables, under their indicators."""

    groups: list[Section[ParticipationCard]]


PAGE = Template("participation/page.html.jinja", ParticipationPage)
LIST = Template("participation/list.html.jinja", ParticipationList)


def card(edition: Edition, record: Participation) -> ParticipationCard:
    return {
        "title": record.title,
        "url": urls.url(record),
        "period": record.period.words,
        "rate": rate(edition, record),
        "draft": names.draft_label(edition, record),
    }


class ParticipationPresenter(Presenter[Participation]):
    """How tables of participation appear."""

    def records(self, edition: Edition) -> list[Participation]:
        return [record for found in by_indicator(edition.facts).values() for record in found]

    def body(self, edition: Edition, record: Participation, root: str) -> Markup:
        shown = until(edition, record)
        values = ParticipationPage(
            card=card(edition, record),
            indicator=names.record_link(edition, Indicator.kind, record.indicator),
            target=target_words(edition, record),
            unit=record.unit,
            method=record.method,
            checked_by=record.checked_by or "",
            periods=periods(shown),
            rates=[rate(edition, item) for item in shown],
            districts=list(districts(edition, record)),
            origin=names.origin(edition, record),
            corrections=names.corrections(edition, record, record.corrections),
        )
        return edition.render(PAGE, root, values)

    def summary(self, edition: Edition, record: Participation) -> str:
        found = rate(edition, record)
        detail = f"（{found['fraction']}，{found['of_whom']}）" if found["fraction"] else ""
        return f"{record.period.words}{found['words']}{detail}。{record.method}"

    # Lists

    def groups(self, edition: Edition, options: Options) -> Sequence[Group[Participation]]:
        return [
            Group(f"indicator-{id}", names.name_of(edition, Indicator, id), found, unit="期")
            for id, found in by_indicator(edition.facts).items()
        ]

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Participation]]
    ) -> Markup:
        groups = sheets.views(pieces, partial(card, edition))
        return edition.render(LIST, root, ParticipationList(groups=groups))

    # For others

    def traits(self, edition: Edition, record: Participation) -> Traits:
        return Traits(years=[record.period.year], communities=[r.community for r in record.rows])

    def node(self, edition: Edition, record: Participation) -> Node | None:
        return subject(
            edition,
            urls.url(record),
            "Dataset",
            name=record.title,
            description=self.summary(edition, record),
            temporalCoverage=str(record.period),
            datePublished=str(record.date),
            publisher=publisher(edition),
        )

    @property
    def tables(self) -> tuple[Table, ...]:
        return (TABLE,)


PRESENTER = ParticipationPresenter
