"""Every field of a record with its place, so that a rule is written once for all kinds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic.fields import FieldInfo

from campaign.model.base import Part

Loc = tuple[str | int, ...]


def walk(part: Part, loc: Loc = ()) -> Iterator[tuple[Loc, FieldInfo, Any]]:
    """Each filled field below `part`: its place by the keys people write, itself, its value."""
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if value is None:
            continue
        at = (*loc, field.alias or name)
        yield at, field, value
        if isinstance(value, Part):
            yield from walk(value, at)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, Part):
                    yield from walk(item, (*at, index))


def texts(part: Part) -> Iterator[tuple[Loc, FieldInfo, str]]:
    """Each text below `part`, those in lists included."""
    for loc, field, value in walk(part):
        if type(value) is str:
            yield loc, field, value
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if type(item) is str:
                    yield (*loc, index), field, item


def mark(field: FieldInfo, kind: type[Any]) -> Any:
    """The field's mark of a kind, or nothing."""
    return next((found for found in field.metadata if type(found) is kind), None)
