"""Pages of projects: the board by stage, the lists with their totals, and each with its proof."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from types import MappingProxyType
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.calendar import Occasion
from campaign.derive.facts import Facts
from campaign.exchange import nodes
from campaign.exchange.feeds import Item
from campaign.exchange.nodes import Node
from campaign.exchange.table import Table
from campaign.kinds.community import Community
from campaign.kinds.district.facts import place_name, place_names
from campaign.kinds.grant.views import GrantRow, for_project
from campaign.kinds.listing import Options
from campaign.kinds.org import Org
from campaign.kinds.presenter import Presenter, Renderer
from campaign.kinds.project import Project, board, facts, views
from campaign.kinds.project.facts import Work
from campaign.kinds.project.lifecycle import State
from campaign.kinds.project.tables import PAYMENTS, PROJECTS
from campaign.kinds.project.views import (
    UNREPORTED,
    PaymentView,
    ProjectCard,
    StepView,
)
from campaign.kinds.traits import Traits
from campaign.render import amounts, names, pictures, promises, sheets
from campaign.render.edition import Edition
from campaign.render.names import CorrectionView, Link, Origin
from campaign.render.pictures import Pair
from campaign.render.sheets import Group, Piece, Section
from campaign.render.template import Template


class ProjectPage(TypedDict):
    """All that the page of a project tells."""

    card: ProjectCard
    summary: str
    place: str
    owner: Link
    in_charge: str
    area: str
    length: str
    finished: str
    steps: list[StepView]
    budget: str
    spent: str
    payments: list[PaymentView]
    money_note: str
    grants: list[GrantRow]
    pairs: list[Pair]
    pairs_note: str
    origin: Origin
    corrections: list[CorrectionView]


class ProjectList(TypedDict):
    """A sheet of the list of projects, under its headings."""

    groups: list[Section[ProjectCard]]


PAGE = Template("project/page.html.jinja", ProjectPage)
LIST = Template("project/list.html.jinja", ProjectList)


class ProjectPresenter(Presenter[Project]):
    """How projects appear."""

    states = promises.states(tuple(state.label for state in State if state is not State.START))
    usual = MappingProxyType({"by": "district"})
    per_sheet = sheets.PER_SHEET

    def records(self, edition: Edition) -> list[Project]:
        return [work.project for work in facts.works(edition.facts)]

    def body(self, edition: Edition, record: Project, root: str) -> Markup:
        work = facts.today(edition.facts, record)
        return edition.render(PAGE, root, _page(edition, work))

    def summary(self, edition: Edition, record: Project) -> str:
        _, label = promises.mark(facts.today(edition.facts, record).standing)
        return f"{record.name}：{label}。{record.summary or record.place or ''}"

    def item(self, edition: Edition, record: Project) -> Item:
        return replace(super().item(edition, record), summary=self.summary(edition, record))

    def cover(self, edition: Edition, record: Project) -> str:
        return next((pair.after for pair in record.pairs), super().cover(edition, record))

    @property
    def blocks(self) -> Mapping[str, Renderer]:
        return {"projects": self.list_block("projects"), "project-progress": self._progress}

    def _progress(self, edition: Edition, root: str, options: Options) -> Markup:
        return edition.render(board.OVERVIEW, root, board.overview(edition))

    def groups(self, edition: Edition, options: Options) -> Sequence[Group[Project]]:
        found = _under(edition, options["by"])
        return [
            Group(
                g.id,
                g.label,
                [work.project for work in g.items],
                counted=_counted(edition, g.items),
            )
            for g in found
        ]

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Project]]
    ) -> Markup:
        groups = sheets.views(pieces, partial(_card, edition))
        return edition.render(LIST, root, ProjectList(groups=groups))

    def traits(self, edition: Edition, record: Project) -> Traits:
        work = facts.today(edition.facts, record)
        return Traits(
            communities=record.communities,
            years=[event.on.year for event in record.events],
            tasks=[record.task] if record.task else [],
            states=[promises.mark(work.standing)[1]],
        )

    def occasions(self, known: Facts) -> Iterator[Occasion]:
        """When open ones are to be accepted."""
        for work in facts.works(known):
            due, project = work.standing.due, work.project
            if due and not work.standing.is_closed:
                key, title = f"project-{project.id}", f"计划验收：{project.name}"
                written = project.updated or work.standing.since or due
                words, address = project.place or "", urls.url(project)
                yield Occasion(key, due, due, title, words, address, written)

    def node(self, edition: Edition, record: Project) -> Node | None:
        """What is done for a place, and who does it."""
        return nodes.subject(
            edition,
            urls.url(record),
            "Project",
            name=record.name,
            description=self.summary(edition, record),
            foundingDate=str(record.begins or ""),
            parentOrganization=nodes.organisation(names.name_of(edition, Org, record.owner)),
            location=[nodes.about(edition, "community", id) for id in record.communities],
        )

    @property
    def tables(self) -> tuple[Table, ...]:
        return (PROJECTS, PAYMENTS)


def _under(edition: Edition, by: str) -> list[Group[Work]]:
    """Projects under the headings of a list."""
    works = facts.works(edition.facts)
    if by == "stage":
        return sheets.under(by, works, lambda w: w.state.label, [state.label for state in State])
    if by == "community":
        works = sorted(works, key=lambda work: work.project.communities[0])
        return sheets.under(
            by, works, lambda w: names.name_of(edition, Community, w.project.communities[0])
        )
    order = place_names(edition.site)
    return sheets.under(by, works, partial(_district, edition), order)


def _district(edition: Edition, work: Work) -> str:
    return place_name(edition.site, facts.district_of(edition.site, work.project))


def _counted(edition: Edition, works: Sequence[Work]) -> str:
    """How many of each kind are finished, in words: lanes and lights have no common sum."""
    totals = (total for total, _ in views.by_kind(edition, works))
    return "，".join(f"{p['label']} {p['finished']}/{p['total']}" for p in totals)


def _card(edition: Edition, project: Project) -> ProjectCard:
    return views.card(edition, facts.today(edition.facts, project))


def _page(edition: Edition, work: Work) -> ProjectPage:
    project, card = work.project, views.card(edition, work)
    compared = {id for pair in project.pairs for id in (pair.before, pair.after)}
    for event in card["events"]:  # a photo stands once on a page
        event["photos"] = [photo for photo in event["photos"] if photo["id"] not in compared]
    return {
        "card": card,
        "summary": project.summary or "",
        "place": project.place or "",
        "owner": names.record_link(edition, "org", project.owner),
        "in_charge": project.in_charge_role or "",
        "area": f"{project.area_m2:f} 平方米" if project.area_m2 is not None else "",
        "length": _metres(project.length_m) or ("" if project.is_by_area else UNREPORTED),
        "finished": _metres(project.finished_m),
        "steps": [views.step_view(step) for step in work.steps],
        "budget": views.reported(project.budget),
        "spent": views.reported(project.cost),
        "payments": views.payments(edition, project),
        "money_note": project.money_note or "",
        "grants": for_project(edition, project),
        "pairs": _pairs(edition, project),
        "pairs_note": project.pairs_note or "",
        "origin": names.origin(edition, project),
        "corrections": names.corrections(edition, project, project.corrections),
    }


def _metres(length: Decimal | None) -> str:
    return "" if length is None else amounts.metres(length)


def _pairs(edition: Edition, project: Project) -> list[Pair]:
    """The pairs of which both halves may be seen."""
    found = [
        (pictures.photo(edition, pair.before), pictures.photo(edition, pair.after))
        for pair in project.pairs
    ]
    return [
        Pair(before={**before, "pair": "before"}, after={**after, "pair": "after"})
        for before, after in found
        if before and after
    ]


PRESENTER = ProjectPresenter
