"""Policies: what explains them, what they replace, what rests on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from types import MappingProxyType
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.facts import Facts
from campaign.derive.happenings import Happening, Sort
from campaign.derive.references import naming
from campaign.exchange import nodes
from campaign.exchange.feeds import LANGUAGE
from campaign.exchange.nodes import Node
from campaign.kinds.entry_presenter import SUMMARY, Article, EntryItem, EntryPresenter, entry_item
from campaign.kinds.honour_kind import HonourKind
from campaign.kinds.interpretation import Interpretation
from campaign.kinds.listing import Options
from campaign.kinds.org import Org
from campaign.kinds.policy import Policy
from campaign.kinds.policy.record import PolicyStatus
from campaign.kinds.speech import Speech
from campaign.kinds.task import Task
from campaign.kinds.traits import Traits
from campaign.model.entry import newest
from campaign.render import names, sheets
from campaign.render.edition import Edition
from campaign.render.names import Link
from campaign.render.sheets import Group, Piece, Section
from campaign.render.template import Template
from campaign.text import cut


class PolicyItem(EntryItem):
    """A policy in a list of them."""

    doc_no: str
    issuer: str
    issued: str
    status: str
    in_force: bool
    interpretations: int


class PolicyHead(PolicyItem):
    """A policy at the head of its page."""

    made: str
    effective: str


class Question(TypedDict):
    """What residents ask, and the answer."""

    q: str
    a: str


class PolicyPage(Article):
    """A policy with what explains it, what it replaces and what rests on it."""

    policy: PolicyHead
    digest: str
    points: list[str]
    faq: list[Question]
    interpretations: list[EntryItem]
    replaces: list[Link]
    replaced_by: list[Link]
    cited_by: list[EntryItem]
    kinds: list[Link]


class PolicyList(TypedDict):
    """A sheet of the list of policies."""

    groups: list[Section[PolicyItem]]


PAGE = Template("policy/page.html.jinja", PolicyPage)
LIST = Template("policy/list.html.jinja", PolicyList)


def policy_item(edition: Edition, policy: Policy) -> PolicyItem:
    issuer = edition.site.of(Org).get(policy.issuer)
    return {
        **entry_item(edition, policy),
        "doc_no": policy.doc_no,
        "issuer": (issuer.short or issuer.name) if issuer else policy.issuer,
        "issued": str(policy.issued),
        "status": policy.status_in_force.value,
        "in_force": policy.status_in_force is PolicyStatus.IN_FORCE,
        "interpretations": len(naming(edition.facts, Interpretation, policy, "interprets")),
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
    item = policy_item(edition, policy)
    return item["issuer"] if by == "issuer" else item["status"]


class PolicyPresenter(EntryPresenter[Policy]):
    """How policies appear."""

    states = tuple(PolicyStatus)
    usual = MappingProxyType({"by": "status"})

    def article(self, edition: Edition, entry: Policy, root: str, article: Article) -> Markup:
        facts = edition.facts
        values = PolicyPage(
            **article,
            policy={
                **policy_item(edition, entry),
                "made": str(entry.made),
                "effective": str(entry.effective or ""),
            },
            digest=entry.digest or "",
            points=entry.points,
            faq=[{"q": item.q, "a": item.a} for item in entry.faq],
            interpretations=[
                entry_item(edition, item)
                for item in newest(naming(facts, Interpretation, entry, "interprets"))
            ],
            replaces=[names.record_link(edition, "policy", id) for id in entry.supersedes],
            replaced_by=[
                names.record_link(edition, "policy", item.id)
                for item in naming(facts, Policy, entry, "supersedes")
            ],
            cited_by=[
                entry_item(edition, item)
                for item in newest(naming(facts, Speech, entry, "related"))
            ],
            kinds=[
                names.record_link(edition, "honour-kind", kind.id)
                for kind in naming(facts, HonourKind, entry, "policy")
            ],
        )
        return edition.render(PAGE, root, values)

    def groups(self, edition: Edition, options: Options) -> Sequence[Group[Policy]]:
        found = edition.site.of(Policy).values()
        ordered = sorted(found, key=lambda policy: policy.issued, reverse=True)
        by = options["by"]
        return sheets.under(by, ordered, partial(_heading, edition, by), unit="份")

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Policy]]
    ) -> Markup:
        groups = sheets.views(pieces, partial(policy_item, edition))
        return edition.render(LIST, root, PolicyList(groups=groups))

    def beginning(self, edition: Edition, entry: Policy) -> str:
        """What it means for residents, where that is written."""
        return cut(entry.digest, SUMMARY) if entry.digest else super().beginning(edition, entry)

    def happenings(self, facts: Facts) -> Iterator[Happening]:
        """A policy that was issued: a landmark of the campaign."""
        for item in facts.site.of(Policy).values():
            key, where = f"policy-{item.id}", urls.url(item)
            title, words = f"印发《{item.title}》", item.doc_no or ""
            yield Happening(key, item.issued, Sort.ISSUED, title, words, where, is_landmark=True)

    def traits(self, edition: Edition, record: Policy) -> Traits:
        return Traits(
            years=[record.issued.year],
            tasks=[task.id for task in naming(edition.facts, Task, record, "policy")],
            states=[record.status_in_force.value],
            spelling=record.doc_no or "",
        )

    def node(self, edition: Edition, record: Policy) -> Node | None:
        issuer = names.name_of(edition, Org, record.issuer)
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
