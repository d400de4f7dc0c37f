"""Pages of units: what each answers for, what it has promised, and what it was asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.references import naming
from campaign.exchange import nodes
from campaign.exchange.nodes import Node
from campaign.kinds.assignment.views import AssignmentView, of_unit
from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.kinds.listing import Options
from campaign.kinds.org import Org
from campaign.kinds.org.record import Office
from campaign.kinds.pairing import Pairing
from campaign.kinds.pairing.facts import items_with
from campaign.kinds.pairing.views import PairingSection, section
from campaign.kinds.policy import Policy
from campaign.kinds.presenter import Presenter
from campaign.kinds.project.facts import works
from campaign.kinds.project.views import ProjectSection, of_owner
from campaign.kinds.speech.demands import DemandView, asked
from campaign.kinds.task import Task
from campaign.model.entry import newest
from campaign.render import names, sheets
from campaign.render.edition import Edition
from campaign.render.names import Link, Origin
from campaign.render.sheets import Piece
from campaign.render.template import Template


class OrgPage(TypedDict):
    """All that the page of a unit tells."""

    name: str
    short: str
    above: list[Link]
    duties: list[str]
    office: Office | None
    tasks: list[Link]
    districts: list[str]
    communities: list[Link]
    pairings: PairingSection | None
    projects: ProjectSection | None
    assignments: list[AssignmentView]
    demands: list[DemandView]
    policies: list[Link]
    origin: Origin


class OrgCard(TypedDict):
    """A unit in a list."""

    name: str
    url: str
    duties: str
    pairings: int
    late: int
    demands: int


class OrgList(TypedDict):
    """A sheet of the list of units."""

    cards: list[OrgCard]


PAGE = Template("org/page.html.jinja", OrgPage)
LIST = Template("org/list.html.jinja", OrgList)


def card(edition: Edition, org: Org) -> OrgCard:
    return {
        "name": org.name,
        "url": urls.url(org),
        "duties": "；".join(org.duties),
        "pairings": len(naming(edition.facts, Pairing, org, "department")),
        "late": sum(item.standing.is_late for item in items_with(edition.facts, org)),
        "demands": len(asked(edition, org)),
    }


class OrgPresenter(Presenter[Org]):
    """How units appear."""

    def body(self, edition: Edition, record: Org, root: str) -> Markup:
        issued = newest(naming(edition.facts, Policy, record, "issuer"))
        tasks = naming(edition.facts, Task, record, "lead")
        districts = naming(edition.facts, District, record, "lead_org")
        contacts = naming(edition.facts, Community, record, "contact_office")
        above = [id for id in dict.fromkeys((record.parent, record.reports_to)) if id]
        values = OrgPage(
            name=record.name,
            short=record.short or "",
            above=[names.record_link(edition, "org", id) for id in above],
            duties=record.duties,
            office=record.office,
            tasks=[names.record_link(edition, "task", task.id) for task in tasks],
            districts=[item.name for item in districts],
            communities=[names.record_link(edition, "community", item.id) for item in contacts],
            pairings=section(edition, record),
            projects=of_owner(edition, record, works(edition.facts)),
            assignments=of_unit(edition, record),
            demands=asked(edition, record),
            policies=[names.record_link(edition, "policy", item.id) for item in issued],
            origin=names.origin(edition, record),
        )
        return edition.render(PAGE, root, values)

    def summary(self, edition: Edition, record: Org) -> str:
        duties = "；".join(record.duties)
        return (
            f"{record.name}：{duties}。" if duties else f"{record.name}在创建工作中的任务和承诺。"
        )

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Org]]
    ) -> Markup:
        cards = sheets.items(pieces, partial(card, edition))
        return edition.render(LIST, root, OrgList(cards=cards))

    def node(self, edition: Edition, record: Org) -> Node | None:
        office = record.office
        return nodes.subject(
            edition,
            urls.url(record),
            "Organization",
            name=record.name,
            alternateName=record.short,
            parentOrganization=nodes.organisation(names.name_of(edition, Org, record.parent))
            if record.parent
            else None,
            telephone=office.phone if office else "",
        )


PRESENTER = OrgPresenter
