"""What refers to a record, for kinds that give no section of their own to it."""

from __future__ import annotations

from typing import TypedDict

from campaign import urls
from campaign.kinds import BY_NAME
from campaign.model.base import Record
from campaign.render.edition import Edition
from campaign.render.names import Link


class Referrers(TypedDict):
    """The records of one kind that name this one."""

    label: str
    links: list[Link]


def sections(edition: Edition, record: Record) -> list[Referrers]:
    """The records that name this one, by kind, in the order of the kinds."""
    found = edition.facts.referrers.get((record.kind, record.id), [])
    return [
        {
            "label": kind.label,
            "links": [
                {"name": other.heading, "url": urls.url(other)}
                for other in found
                if other.kind == name
            ],
        }
        for name, kind in BY_NAME.items()
        if kind.has_address and any(other.kind == name for other in found)
    ]
