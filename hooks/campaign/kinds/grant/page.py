"""Grants: their pages, their list by years, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.facts import Facts
from campaign.derive.happenings import Happening
from campaign.exchange import nodes
from campaign.exchange.nodes import Node
from campaign.kinds.grant import Grant, facts, views
from campaign.kinds.grant.views import GrantRow, TotalView
from campaign.kinds.listing import Options
from campaign.kinds.presenter import Presenter, Renderer
from campaign.kinds.traits import Traits
from campaign.render import names, sheets
from campaign.render.edition import Edition
from campaign.render.names import Link, Origin
from campaign.render.sheets import PER_SHEET, Group, Piece, Section
from campaign.render.template import Template


class GrantPage(TypedDict):
    """All that a grant's page tells."""

    grant: GrantRow
    doc: str
    beneficiaries: str
    project: Link | None
    others: list[GrantRow]
    origin: Origin


class GrantList(TypedDict):
    """A sheet of the list of grants, by years."""

    groups: list[Section[GrantRow]]


class GrantTotals(TypedDict):
    """What went to communities in each year."""

    totals: list[TotalView]


PAGE = Template("grant/page.html.jinja", GrantPage)
LIST = Template("grant/list.html.jinja", GrantList)
TOTALS = Template("grant/totals.html.jinja", GrantTotals)


class GrantPresenter(Presenter[Grant]):
    """How grants appear."""

    states = (views.APPLIED, "已拨付")
    per_sheet = PER_SHEET

    def records(self, edition: Edition) -> list[Grant]:
        return facts.in_order(edition.facts)

    def body(self, edition: Edition, record: Grant, root: str) -> Markup:
        community = edition.site.kind("community").get(record.community)
        beside = views.grants_of(edition, community) if community else []
        own = urls.url(record)
        values = GrantPage(
            grant=views.row(edition, record),
            doc=record.doc or "",
            beneficiaries=record.beneficiaries or "",
            project=names.record_link(edition, "project", record.project)
            if record.project
            else None,
            others=[row for row in beside if row["url"] != own],
            origin=names.origin(edition, record),
        )
        return edition.render(PAGE, root, values)

    def summary(self, edition: Edition, record: Grant) -> str:
        found = views.row(edition, record)
        return (
            f"{found['community']['name']} {record.year} 年{found['purpose']}“{record.title}”，"
            f"{found['amount']}，{found['granted'] if not record.granted else '已拨付'}。"
        )

    @property
    def blocks(self) -> Mapping[str, Renderer]:
        return {"grants": self.list_block("grants"), "grant-totals": self._totals}

    def _totals(self, edition: Edition, root: str, options: Options) -> Markup:
        found = facts.totals(self.records(edition), edition.site.today)
        shown = [views.total_view(edition, total) for total in found]
        return edition.render(TOTALS, root, GrantTotals(totals=shown))

    def groups(self, edition: Edition, options: Options) -> Sequence[Group[Grant]]:
        return sheets.under(
            "year", self.records(edition), lambda grant: f"{grant.year} 年", unit="笔"
        )

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Grant]]
    ) -> Markup:
        groups = sheets.views(pieces, partial(views.row, edition))
        return edition.render(LIST, root, GrantList(groups=groups))

    def traits(self, edition: Edition, record: Grant) -> Traits:
        state = "已拨付" if record.granted else views.APPLIED
        return Traits(communities=[record.community], years=[record.year], states=[state])

    def happenings(self, known: Facts) -> Iterator[Happening]:
        return facts.happenings(known.site)

    def node(self, edition: Edition, record: Grant) -> Node | None:
        """Money for a project, in the words of schema.org."""
        return nodes.subject(
            edition,
            urls.url(record),
            "MonetaryGrant",
            name=record.title,
            description=self.summary(edition, record),
            amount={
                "@type": "MonetaryAmount",
                "currency": "CNY",
                "value": f"{record.amount:f}",
            },
            funder=nodes.publisher(edition),
            about=nodes.about(edition, "community", record.community),
        )


PRESENTER = GrantPresenter
