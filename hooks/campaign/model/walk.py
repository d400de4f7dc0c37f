"""Every field of a record with its place, so that a rule is written once for all kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic.fields import FieldInfo

from campaign.model.base import Part

M = TypeVar("M")

Loc = tuple[str | int, ...]


def walk(part: Part, loc: Loc = ()) -> Iterator[tuple[Loc, FieldInfo, Any]]:
    """Each filled field below `part`: its place by the keys people write, itself, its value."""
    values = part.__dict__
    for name, key, field in _fields(type(part)):
        value = values[name]
        if value is None:
            continue
        at = (*loc, key)
        yield at, field, value
        if isinstance(value, Part):
            yield from walk(value, at)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, Part):
                    yield from walk(item, (*at, index))


@cache
def _fields(part: type[Part]) -> tuple[tuple[str, str, FieldInfo], ...]:
    """Each field of a group: its name, the key that people write, and itself."""
    return tuple((name, f.alias or name, f) for name, f in part.model_fields.items())


def texts(
    fields: Iterable[tuple[Loc, FieldInfo, Any]],
) -> Iterator[tuple[Loc, FieldInfo, str]]:
    """Each text among fields that were walked, those in lists included."""
    for loc, field, value in fields:
        if type(value) is str:
            yield loc, field, value
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if type(item) is str:
                    yield (*loc, index), field, item


def mark(field: FieldInfo, kind: type[Any]) -> Any:
    """The field's mark of a kind, or nothing; an optional field carries it inside."""
    known = _KNOWN.get((id(field), kind))
    if known is None or known[0] is not field:
        inside: Any = field.annotation
        marks = (*field.metadata, *_marks(inside))
        known = field, next((found for found in marks if type(found) is kind), None)
        _KNOWN[id(field), kind] = known
    return known[1]


def marks(field: FieldInfo, kind: type[M]) -> list[M]:
    """All marks of a kind on a field, in their order."""
    inside: Any = field.annotation
    return [found for found in (*field.metadata, *_marks(inside)) if type(found) is kind]


_KNOWN: dict[tuple[int, type[Any]], tuple[FieldInfo, Any]] = {}
"""Marks that were looked for: rules ask for the same few of every record. The field is kept
with its mark, so that no other takes its place in memory."""


@cache
def _marks(annotation: Any) -> tuple[Any, ...]:
    inside = tuple(found for part in get_args(annotation) for found in _marks(part))
    return (*getattr(annotation, "__metadata__", ()), *inside)
