"""Assignments by block and by line, overdue ones first, and a page of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.calendar import Occasion
from campaign.derive.facts import Facts
from campaign.exchange.feeds import Item
from campaign.exchange.nodes import Node
from campaign.exchange.table import Table
from campaign.kinds.assignment import Assignment, facts, views
from campaign.kinds.assignment.lifecycle import State
from campaign.kinds.assignment.tables import TABLE
from campaign.kinds.assignment.views import AssignmentView, SumsView
from campaign.kinds.listing import Options
from campaign.kinds.presenter import Presenter, Renderer
from campaign.kinds.traits import Traits
from campaign.render import names, promises, sheets
from campaign.render.edition import Edition
from campaign.render.names import CorrectionView, Origin
from campaign.render.sheets import Group, Piece, Section
from campaign.render.template import Template


class AssignmentPage(TypedDict):
    """All that the page of an assignment tells."""

    item: AssignmentView
    requirement: str
    origin: Origin
    corrections: list[CorrectionView]


class AssignmentList(TypedDict):
    """A sheet of the list, under its headings."""

    groups: list[Section[AssignmentView]]


class Overview(TypedDict):
    """How many stand how, in all and by block, or by line."""

    on: str
    total: SumsView
    blocks: list[SumsView]
    tasks: list[SumsView]
    units: list[SumsView]
    """Of these three only those that were asked for; tasks, where units may not be named."""


PAGE = Template("assignment/page.html.jinja", AssignmentPage)
LIST = Template("assignment/list.html.jinja", AssignmentList)
OVERVIEW = Template("assignment/overview.html.jinja", Overview)


def overview(edition: Edition, by: str = "block") -> Overview:
    units = views.by_unit(edition) if by == "line" else []
    return {
        "on": str(edition.site.today),
        "total": views.sums("合计", facts.given(edition.facts)),
        "blocks": views.by_block(edition) if by == "block" else [],
        "tasks": views.by_task(edition) if by == "line" and not units else [],
        "units": units,
    }


class AssignmentPresenter(Presenter[Assignment]):
    """How assignments appear."""

    states = promises.states(tuple(state.label for state in State if state is not State.START))
    usual = MappingProxyType({"by": "block"})
    per_sheet = sheets.ROWS

    def body(self, edition: Edition, record: Assignment, root: str) -> Markup:
        values = AssignmentPage(
            item=views.view(edition, facts.today(edition.facts, record)),
            requirement=record.requirement,
            origin=names.origin(edition, record),
            corrections=names.corrections(edition, record, record.corrections),
        )
        return edition.render(PAGE, root, values)

    def summary(self, edition: Edition, record: Assignment) -> str:
        _, label = promises.mark(facts.today(edition.facts, record).standing)
        return f"{record.title}：{label}，期限 {record.due}。{record.requirement}"

    def item(self, edition: Edition, record: Assignment) -> Item:
        return replace(super().item(edition, record), summary=self.summary(edition, record))

    @property
    def blocks(self) -> Mapping[str, Renderer]:
        lists = self.list_block("assignments")
        return {"assignments": lists, "assignment-progress": self._progress}

    def _progress(self, edition: Edition, root: str, options: Options) -> Markup:
        """Nothing where no record is written: it would be a row of noughts."""
        if not edition.site.of(Assignment):
            return Markup()
        return edition.render(OVERVIEW, root, overview(edition, options.get("by", "block")))

    def groups(self, edition: Edition, options: Options) -> Sequence[Group[Assignment]]:
        by, items = options["by"], facts.given(edition.facts)
        heading, order = views.heading(edition, by), views.headings(edition, by)
        found = sheets.under(by, items, heading, order, "项")
        return [
            Group(g.id, g.label, [item.assignment for item in g.items], unit=g.unit) for g in found
        ]

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Assignment]]
    ) -> Markup:
        groups = sheets.views(pieces, partial(_card, edition))
        return edition.render(LIST, root, AssignmentList(groups=groups))

    def traits(self, edition: Edition, record: Assignment) -> Traits:
        _, label = promises.mark(facts.today(edition.facts, record).standing)
        return Traits(
            communities=[record.community] if record.community else [],
            years=[event.on.year for event in record.events],
            tasks=[record.task],
            states=[label],
        )

    def occasions(self, known: Facts) -> Iterator[Occasion]:
        """When open ones are due: those of a day in one occasion would hide which."""
        for item in facts.given(known):
            due, record = item.standing.due, item.assignment
            if due and not item.standing.is_closed:
                key, title = f"assignment-{record.id}", f"交办期限：{record.title}"
                written = record.updated or item.standing.since or due
                words, address = record.requirement, urls.url(record)
                yield Occasion(key, due, due, title, words, address, written)

    def node(self, edition: Edition, record: Assignment) -> Node | None:
        return None

    @property
    def tables(self) -> tuple[Table, ...]:
        return (TABLE,)


def _card(edition: Edition, record: Assignment) -> AssignmentView:
    return views.view(edition, facts.today(edition.facts, record))


PRESENTER = AssignmentPresenter
