"""Which records name which others: what the `refers(...)` marks of their fields say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from campaign.kinds import BY_NAME
from campaign.model.base import KindBeside, Part, Record, referred_kind
from campaign.model.walk import Loc, mark
from campaign.site import Key, Site


def references(site: Site, record: Record) -> Iterator[tuple[Loc, str, str]]:
    """Each reference that a record makes: its place, the kind and the id."""
    for loc, field, value in site.walk(record):
        for group in value if isinstance(value, list) else [value]:
            if isinstance(group, Part):
                yield from _beside(loc, group)
        kind = referred_kind(field)
        if kind is None:
            continue
        values = value if isinstance(value, list) else [value]
        for index, target in enumerate(values):
            yield ((*loc, index) if isinstance(value, list) else loc), kind, target


def _beside(loc: Loc, group: Part) -> Iterator[tuple[Loc, str, str]]:
    """What a group refers to by a kind and an id beside each other."""
    for name, field in type(group).model_fields.items():
        beside, target = mark(field, KindBeside), getattr(group, name)
        kind = str(getattr(group, beside.field)) if beside else ""
        if target and kind in BY_NAME:
            yield (*loc, name), kind, target


def referrers(site: Site) -> Mapping[Key, list[Record]]:
    """The records that name a record, by its kind and id, each once."""
    found: dict[Key, dict[Key, Record]] = defaultdict(dict)
    for record in site.everything():
        for _, kind, target in references(site, record):
            found[kind, target][record.kind, record.id] = record
    return {key: list(records.values()) for key, records in found.items()}
