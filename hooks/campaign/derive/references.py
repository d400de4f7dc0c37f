"""Which records name which others: what the `refers(...)` marks of their fields say.

A reference is stored once (an experience names its communities) and looked up here from the
other side (a community's experiences).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeVar, cast

from campaign.derive.facts import Facts, fact
from campaign.model.base import Record, referred_kind
from campaign.model.walk import Loc
from campaign.site import Site

R = TypeVar("R", bound=Record)
Target = tuple[str, str, str]
"""The kind and the id that is named, and the field that names it: no field for any."""


def references(site: Site, record: Record) -> Iterator[tuple[Loc, str, str]]:
    """Each reference that a record makes: its place, the kind and the id."""
    for loc, field, value in site.walk(record):
        kind = referred_kind(field)
        if kind is None:
            continue
        values = value if isinstance(value, list) else [value]
        for index, target in enumerate(values):
            yield ((*loc, index) if isinstance(value, list) else loc), kind, target


def naming(facts: Facts, model: type[R], record: Record, field: str = "") -> list[R]:
    """The records of a kind that name a record, each once; only those that do in a field."""
    assert not field or field in model.model_fields, field
    return cast(list[R], _by_target(facts, model).get((record.kind, record.id, field), []))


@fact
def _by_target(facts: Facts, model: type[Record]) -> Mapping[Target, list[Record]]:
    """The records of a kind by what they name."""
    found: dict[Target, dict[str, Record]] = defaultdict(dict)
    for record in facts.site.of(model).values():
        for loc, kind, target in references(facts.site, record):
            for field in ("", str(loc[0])):
                found[kind, target, field][record.id] = record
    return {target: list(records.values()) for target, records in found.items()}
