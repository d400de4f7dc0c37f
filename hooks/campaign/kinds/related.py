"""What refers to a record, for kinds that give no section of their own to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from campaign import urls
from campaign.derive.references import naming
from campaign.kinds import KINDS
from campaign.model.base import Record
from campaign.render.edition import Edition
from campaign.render.names import Link


class Referrers(TypedDict):
    """The records of one kind that name this one."""

    label: str
    links: list[Link]


def sections(edition: Edition, record: Record) -> list[Referrers]:
    """The records that name this one, by kind, in the order of the kinds."""
    found = (
        (kind.label, naming(edition.facts, kind.model, record))
        for kind in KINDS
        if kind.has_address
    )
    return [{"label": label, "links": _links(others)} for label, others in found if others]


def _links(records: Iterable[Record]) -> list[Link]:
    return [{"name": record.heading, "url": urls.url(record)} for record in records]
