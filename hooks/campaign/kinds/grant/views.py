"""Grants as templates see them, on their own pages and on those of communities."""

from __future__ import annotations

from typing import TypedDict

from campaign import urls
from campaign.derive.references import naming
from campaign.kinds.community import Community
from campaign.kinds.grant import Grant
from campaign.kinds.grant.facts import Total, in_order, lacks_result, of_communities
from campaign.model.base import Record
from campaign.render import names
from campaign.render.amounts import money
from campaign.render.edition import Edition
from campaign.render.names import Link

APPLIED, UNREPORTED, PENDING = "申报中，未拨付", "未填报", "年度未终了"


class GrantRow(TypedDict):
    """A grant in a list."""

    title: str
    url: str
    community: Link
    year: int
    purpose: str
    amount: str
    granted: str
    result: str
    is_lacking: bool
    draft: str


class TotalView(TypedDict):
    """What went to communities in a year, with where it is written."""

    year: int
    amount: str
    granted: int
    parts: str
    applied: int
    unreported: int
    sources: str


def row(edition: Edition, grant: Grant) -> GrantRow:
    is_lacking = lacks_result(grant, edition.site.today)
    none = UNREPORTED if is_lacking else PENDING if grant.granted else "—"
    return {
        "title": grant.title,
        "url": urls.url(grant),
        "community": names.record_link(edition, Community.kind, grant.community),
        "year": grant.year,
        "purpose": grant.purpose.label,
        "amount": money(grant.amount),
        "granted": str(grant.granted or APPLIED),
        "result": grant.result or none,
        "is_lacking": is_lacking,
        "draft": names.draft_label(edition, grant),
    }


def for_project(edition: Edition, project: Record) -> list[GrantRow]:
    """The grants that went into a project, the latest first."""
    found = naming(edition.facts, Grant, project, "project")
    return [row(edition, grant) for grant in in_order(edition.facts) if grant in found]


def total_view(edition: Edition, total: Total) -> TotalView:
    grants = (g for g in edition.site.of(Grant).values() if g.year == total.year)
    sources = dict.fromkeys(item.title for grant in grants for item in grant.sources)
    return {
        "year": total.year,
        "amount": money(total.amount) if total.granted else "",
        "granted": total.granted,
        "parts": "，".join(f"{purpose.label} {money(a)}" for purpose, a in total.amounts.items()),
        "applied": total.applied,
        "unreported": total.unreported,
        "sources": "、".join(sources),
    }


def grants_of(edition: Edition, community: Record) -> list[GrantRow]:
    """The grants of a community, the latest first."""
    found = of_communities(edition.facts).get(community.id, [])
    return [row(edition, grant) for grant in found]
