"""Policies: what explains them, what they replace, what rests on them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from types import MappingProxyType

from markupsafe import Markup

from campaign import urls
from campaign.exchange import nodes
from campaign.exchange.feeds import LANGUAGE
from campaign.exchange.nodes import Node
from campaign.kinds.articles import SUMMARY, EntryPresenter, entry_item
from campaign.kinds.honour_kind import HonourKind
from campaign.kinds.listing import Options
from campaign.kinds.org import Org
from campaign.kinds.policy import Policy
from campaign.kinds.policy.record import PolicyStatus
from campaign.kinds.task import Task
from campaign.kinds.traits import Traits
from campaign.render import names, sheets
from campaign.render.edition import Edition
from campaign.render.names import View
from campaign.render.sheets import Group, Piece
from campaign.text import cut


def policy_item(edition: Edition, policy: Policy) -> View:
    issuer = edition.site.of(Org).get(policy.issuer)
    return entry_item(edition, policy) | {
        "doc_no": policy.doc_no,
        "issuer": (issuer.short or issuer.name) if issuer else policy.issuer,
        "issued": str(policy.issued),
        "year": policy.issued.year,
        "status": policy.status_in_force.value,
        "in_force": policy.status_in_force is PolicyStatus.IN_FORCE,
        "interpretations": len(edition.facts.interpretations_of.get(policy.id, [])),
    }


def surroundings(edition: Edition, policy: Policy) -> View:
    site = edition.site
    return {
        "policy": policy_item(edition, policy)
        | {"made": str(policy.made), "effective": str(policy.effective or "")},
        "digest": policy.digest or "",
        "points": policy.points,
        "faq": [{"q": item.q, "a": item.a} for item in policy.faq],
        "interpretations": [
            entry_item(edition, item)
            for item in edition.facts.interpretations_of.get(policy.id, [])
        ],
        "replaces": [names.record_link(edition, "policy", id) for id in policy.supersedes],
        "replaced_by": [
            names.record_link(edition, "policy", item.id)
            for item in edition.facts.superseded_by.get(policy.id, [])
        ],
        "cited_by": [
            entry_item(edition, item) for item in edition.facts.cited_by.get(policy.id, [])
        ],
        "kinds": [
            names.record_link(edition, "honour-kind", kind.id)
            for kind in site.of(HonourKind).values()
            if kind.policy == policy.id
        ],
    }


FORCE = {
    PolicyStatus.IN_FORCE: "InForce",
    PolicyStatus.AMENDED: "PartiallyInForce",
    PolicyStatus.ABOLISHED: "NotInForce",
    PolicyStatus.DRAFT: "NotInForce",
}


def _heading(edition: Edition, by: str, policy: Policy) -> str:
    """Under what a policy stands in a list by its status, its issuer or its year."""
    if by == "year":
        return f"{policy.issued.year} 年"
    return str(policy_item(edition, policy)[by])


class PolicyPresenter(EntryPresenter[Policy]):
    """How policies appear."""

    template = "policy/page.html.jinja"
    states = tuple(PolicyStatus)
    usual = MappingProxyType({"by": "status"})

    def surroundings(self, edition: Edition, entry: Policy) -> View:
        return surroundings(edition, entry)

    def groups(self, edition: Edition, options: Options) -> Sequence[Group[Policy]]:
        found = edition.site.of(Policy).values()
        ordered = sorted(found, key=lambda policy: policy.issued, reverse=True)
        by = options["by"]
        return sheets.under(by, ordered, partial(_heading, edition, by), unit="份")

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Policy]]
    ) -> Markup:
        groups = sheets.views(pieces, partial(policy_item, edition))
        return edition.render("policy/list.html.jinja", root, groups=groups)

    def beginning(self, edition: Edition, entry: Policy) -> str:
        """What it means for residents, where that is written."""
        return cut(entry.digest, SUMMARY) if entry.digest else super().beginning(edition, entry)

    def traits(self, edition: Edition, record: Policy) -> Traits:
        based = (task for task in edition.site.of(Task).values() if task.policy == record.id)
        return Traits(
            years=[record.issued.year],
            tasks=[task.id for task in based],
            states=[record.status_in_force.value],
            spelling=record.doc_no or "",
        )

    def node(self, edition: Edition, record: Policy) -> Node | None:
        issuer = names.org_name(edition, record.issuer)
        found = self.item(edition, record)
        return nodes.subject(
            edition,
            urls.url(record),
            "Legislation",
            name=record.title,
            abstract=found.summary,
            legislationIdentifier=record.doc_no,
            legislationDate=str(record.made),
            datePublished=str(record.issued),
            dateModified=found.updated.isoformat(),
            temporalCoverage=f"{record.effective}/.." if record.effective else "",
            legislationPassedBy=nodes.organisation(issuer) if issuer else None,
            legislationLegalForce=f"https://schema.org/{FORCE[record.status_in_force]}",
            legislationChanges=[nodes.about(edition, "policy", id) for id in record.supersedes],
            publisher=nodes.publisher(edition),
            inLanguage=LANGUAGE,
        )


PRESENTER = PolicyPresenter
