"""Which records name which others: what the `refers(...)` marks of their fields say.

A reference is stored once (an experience names its communities) and looked up here from the
other side (a community's experiences).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeVar, cast

from campaign.derive.facts import Facts, fact
from campaign.kinds import BY_NAME
from campaign.model.base import KindBeside, Part, Record, referred_kind
from campaign.model.look import Look
from campaign.model.walk import Loc, mark
from campaign.site import Site

R = TypeVar("R", bound=Record)
Target = tuple[str, str, str]
"""The kind and the id that is named, and the field that names it: no field for any."""


Reference = tuple[Loc, str, str]
"""Where a record names another, the kind of that and its id."""


def references(site: Site, record: Record) -> list[Reference]:
    """Each reference that a record makes."""
    return site.look(record).once(_references)


def _references(look: Look) -> list[Reference]:
    return list(_found(look))


def _found(look: Look) -> Iterator[Reference]:
    for loc, field, value in look.fields:
        for group in value if isinstance(value, list) else [value]:
            if isinstance(group, Part):
                yield from _beside(loc, group)
        kind = referred_kind(field)
        if kind is None:
            continue
        values = value if isinstance(value, list) else [value]
        for index, target in enumerate(values):
            yield ((*loc, index) if isinstance(value, list) else loc), kind, target


def of_each_record(site: Site) -> Iterator[tuple[Record, list[Reference]]]:
    """The references of every record."""
    return ((record, references(site, record)) for record in site.everything())


def _beside(loc: Loc, group: Part) -> Iterator[Reference]:
    """What a group refers to by a kind and an id beside each other."""
    for name, field in type(group).model_fields.items():
        beside, target = mark(field, KindBeside), getattr(group, name)
        kind = str(getattr(group, beside.field)) if beside else ""
        if target and kind in BY_NAME:
            yield (*loc, name), kind, target


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
