"""Which records name which others: what the `refers(...)` marks of their fields say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from campaign.model.base import Record, referred_kind
from campaign.model.walk import Loc
from campaign.site import Key, Site


def references(site: Site, record: Record) -> Iterator[tuple[Loc, str, str]]:
    """Each reference that a record makes: its place, the kind and the id."""
    for loc, field, value in site.walk(record):
        kind = referred_kind(field)
        if kind is None:
            continue
        values = value if isinstance(value, list) else [value]
        for index, target in enumerate(values):
            yield ((*loc, index) if isinstance(value, list) else loc), kind, target


def referrers(site: Site) -> Mapping[Key, list[Record]]:
    """The records that name a record, by its kind and id, each once."""
    found: dict[Key, dict[Key, Record]] = defaultdict(dict)
    for record in site.everything():
        for _, kind, target in references(site, record):
            found[kind, target][record.kind, record.id] = record
    return {key: list(records.values()) for key, records in found.items()}
