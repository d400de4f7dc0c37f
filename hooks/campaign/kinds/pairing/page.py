"""Pages of pairings: what was promised, what was delivered, and what proves it."""

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
from campaign.exchange import nodes
from campaign.exchange.feeds import Item
from campaign.exchange.nodes import Node
from campaign.exchange.table import Table
from campaign.kinds.district.facts import place_name, place_names
from campaign.kinds.listing import Options
from campaign.kinds.org import Org
from campaign.kinds.pairing import Pairing, facts, views
from campaign.kinds.pairing.lifecycle import ItemState
from campaign.kinds.pairing.tables import ITEMS, PAIRINGS
from campaign.kinds.pairing.views import ItemView, PairingCard, ProgressView
from campaign.kinds.presenter import Presenter, Renderer
from campaign.kinds.traits import Traits
from campaign.render import names, promises, sheets
from campaign.render.edition import Edition
from campaign.render.names import CorrectionView, Link, Origin
from campaign.render.sheets import Group, Piece, Section
from campaign.render.template import Template


class PairingPage(TypedDict):
    """All that the page of a pairing tells."""

    card: PairingCard
    plan: Link | None
    promised: list[ItemView]
    origin: Origin
    corrections: list[CorrectionView]


class PairingList(TypedDict):
    """A sheet of the list of pairings, under its headings."""

    groups: list[Section[PairingCard]]
    by: str


class LinkedView(TypedDict):
    """How many communities are paired, of how many, as of when."""

    count: int
    of: int
    on: str
    lacking: list[Link]


class Overview(TypedDict):
    """How far all pairings are, and what is late."""

    linked: LinkedView
    progress: ProgressView
    late: list[ItemView]


PAGE = Template("pairing/page.html.jinja", PairingPage)
LIST = Template("pairing/list.html.jinja", PairingList)
OVERVIEW = Template("pairing/overview.html.jinja", Overview)


def overview(edition: Edition) -> Overview:
    site, items = edition.site, facts.items(edition.facts)
    found = facts.linked(site, site.today)
    return {
        "linked": {
            "count": found.numerator,
            "of": found.denominator,
            "on": str(found.on),
            "lacking": [views.named(edition, "community", item.id) for item in found.lacking],
        },
        "progress": views.progress_view(facts.progress(items)),
        "late": [views.item_view(edition, item) for item in items if item.standing.is_late],
    }


class PairingPresenter(Presenter[Pairing]):
    """How pairings appear."""

    states = promises.states(tuple(state.label for state in ItemState if state != "start"))
    usual = MappingProxyType({"by": "district"})

    def records(self, edition: Edition) -> list[Pairing]:
        return facts.late_first(edition.facts, edition.site.of(Pairing).values())

    def body(self, edition: Edition, record: Pairing, root: str) -> Markup:
        items = facts.items_of(edition.facts, record)
        values = PairingPage(
            card=views.card(edition, record),
            plan=names.record_link(edition, "policy", record.plan) if record.plan else None,
            promised=[views.item_view(edition, item) for item in items],
            origin=names.origin(edition, record),
            corrections=names.corrections(edition, record, record.corrections),
        )
        return edition.render(PAGE, root, values)

    def summary(self, edition: Edition, record: Pairing) -> str:
        found = facts.progress(facts.items_of(edition.facts, record))
        if not found.total:
            return f"{record.title}，{record.since} 结对，还没有登记共建事项。"
        late = f"，逾期 {found.late} 项" if found.late else ""
        dropped = f"，另有 {found.dropped} 项已取消，不计入" if found.dropped else ""
        count = f"共建事项 {found.kept} 项，已兑现 {found.delivered} 项"
        return f"{record.title}，{count}{late}{dropped}。"

    def item(self, edition: Edition, record: Pairing) -> Item:
        return replace(super().item(edition, record), summary=self.summary(edition, record))

    @property
    def blocks(self) -> Mapping[str, Renderer]:
        return {"pairings": self.list_block("pairings"), "pairing-progress": self._progress}

    def _progress(self, edition: Edition, root: str, options: Options) -> Markup:
        """Nothing where no record is written: it would be a row of noughts."""
        if not edition.site.of(Pairing):
            return Markup()
        return edition.render(OVERVIEW, root, overview(edition))

    def groups(self, edition: Edition, options: Options) -> Sequence[Group[Pairing]]:
        ordered = self.records(edition)
        if options["by"] == "department":
            return sheets.under(
                "department",
                sorted(ordered, key=lambda p: p.department),
                lambda p: names.name_of(edition, Org, p.department),
                unit="个居委",
            )
        order = place_names(edition.site)
        return sheets.under("district", ordered, partial(_district, edition), order, "对")

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Pairing]]
    ) -> Markup:
        groups = sheets.views(pieces, partial(views.card, edition))
        return edition.render(LIST, root, PairingList(groups=groups, by=options["by"]))

    def traits(self, edition: Edition, record: Pairing) -> Traits:
        items = facts.items_of(edition.facts, record)
        marks = {promises.mark(item.standing)[1] for item in items}
        days = [event.on.year for item in record.items for event in item.events]
        return Traits(
            communities=[record.community],
            years=[record.since.year, *days],
            states=[state for state in self.states if state in marks],
        )

    def occasions(self, facts_: Facts) -> Iterator[Occasion]:
        """When items that are still open are due."""
        for item in facts.items(facts_):
            due, pairing = item.standing.due, item.pairing
            if due and not item.standing.is_closed:
                key, title = f"pairing-{pairing.id}-{item.item.no}", f"共建期限：{pairing.title}"
                written = pairing.updated or item.standing.since or pairing.since
                words, address = item.item.promise, urls.url(pairing)
                yield Occasion(key, due, due, title, words, address, written)

    def node(self, edition: Edition, record: Pairing) -> Node | None:
        """A project of an organisation for a place."""
        return nodes.subject(
            edition,
            urls.url(record),
            "Project",
            name=record.title,
            description=self.summary(edition, record),
            foundingDate=str(record.since),
            dissolutionDate=str(record.until or ""),
            sponsor=nodes.organisation(names.name_of(edition, Org, record.department)),
            location=nodes.about(edition, "community", record.community),
        )

    @property
    def tables(self) -> tuple[Table, ...]:
        return (PAIRINGS, ITEMS)


def _district(edition: Edition, pairing: Pairing) -> str:
    """The district of the community: pairings stand where they are done."""
    community = edition.site.kind("community").get(pairing.community)
    return place_name(edition.site, community.district if community else "")


PRESENTER = PairingPresenter
