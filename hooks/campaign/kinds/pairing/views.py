"""Pairings and their items as templates see them."""

from __future__ import annotations

from typing import TypedDict

from campaign import urls
from campaign.derive.references import naming
from campaign.kinds.community import Community
from campaign.kinds.pairing import Pairing
from campaign.kinds.pairing.facts import (
    ItemStanding,
    Progress,
    items_of,
    items_with,
    late_first,
    progress,
)
from campaign.model.base import Record
from campaign.render import names, promises
from campaign.render.amounts import money
from campaign.render.edition import Edition
from campaign.render.folding import Folded, folded
from campaign.render.names import Link, draft_label
from campaign.render.promises import PromiseView

UNREPORTED = "未填报"
SHOWN = 4
"""Items on somebody's page before a fold; the most urgent come first."""


class ItemView(PromiseView):
    """An item of a pairing."""

    field: str
    means: str
    """What is given: money, goods, or that nobody has said."""
    pairing: Link


class ProgressView(TypedDict):
    """How far some items are, as numbers that add up."""

    total: int
    kept: int
    delivered: int
    late: int
    dropped: int
    open: int
    promised: str
    """Nothing where no item is a matter of money: that is no sum of 0."""
    delivered_amount: str
    unpriced: int


class PairingCard(TypedDict):
    """A pairing in a list."""

    title: str
    url: str
    department: Link
    community: Link
    since: str
    ended: str
    plan_note: str
    progress: ProgressView
    draft: str


class PairingSection(TypedDict):
    """The pairings of a community or of a department, on its page."""

    cards: list[PairingCard]
    rows: Folded[ItemView]
    progress: ProgressView


def item_view(edition: Edition, item: ItemStanding) -> ItemView:
    found = item.item
    given = [money(found.amount)] if found.amount is not None else []
    means = "，".join([*given, *([found.in_kind] if found.in_kind else [])])
    return {
        **promises.promise_view(edition, item.standing),
        "field": edition.site.label("pairing-fields", found.field),
        "means": means or f"金额{UNREPORTED}",
        "pairing": {"name": item.pairing.title, "url": urls.url(item.pairing)},
    }


def progress_view(found: Progress) -> ProgressView:
    return {
        "total": found.total,
        "kept": found.kept,
        "delivered": found.delivered,
        "late": found.late,
        "dropped": found.dropped,
        "open": found.kept - found.delivered,
        "promised": money(found.promised_amount) if found.priced else "",
        "delivered_amount": money(found.delivered_amount),
        "unpriced": found.unpriced,
    }


def named(edition: Edition, kind: str, id: str) -> Link:
    """A record as a link, or its name where it has no page."""
    record: Record | None = edition.site.kind(kind).get(id)
    return names.record_link(edition, kind, id) if record else {"name": id, "url": ""}


def card(edition: Edition, pairing: Pairing) -> PairingCard:
    until = pairing.until
    return {
        "title": pairing.title,
        "url": urls.url(pairing),
        "department": named(edition, "org", pairing.department),
        "community": named(edition, "community", pairing.community),
        "since": str(pairing.since),
        "ended": str(until) if until and until < edition.site.today else "",
        "plan_note": pairing.plan_note or "",
        "progress": progress_view(progress(items_of(edition.facts, pairing))),
        "draft": draft_label(edition, pairing),
    }


def section(edition: Edition, record: Record) -> PairingSection | None:
    """What stands on the page of a community or of a department; nothing for one unpaired."""
    field = "community" if record.kind == Community.kind else "department"
    pairings = late_first(edition.facts, naming(edition.facts, Pairing, record, field))
    if not pairings:
        return None
    items = items_with(edition.facts, record)
    return {
        "cards": [card(edition, pairing) for pairing in pairings],
        "rows": folded([item_view(edition, item) for item in items], SHOWN),
        "progress": progress_view(progress(items)),
    }
