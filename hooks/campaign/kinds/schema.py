"""From the models: JSON Schemas for editors' programs, field tables for the editors' guide."""

from __future__ import annotations

import json
from collections.abc import Iterator, Set
from typing import Any, TypedDict, get_args

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from campaign.kinds import KINDS, PROFILES, SETTINGS
from campaign.kinds.kind import Kind
from campaign.model.base import Part, Record
from campaign.reading.refusals import submodel
from campaign.render.outputs import Output

FOLDER = "showcases/schema"
DIALECT = "http://json-schema.org/draft-07/schema#"


class FieldRow(TypedDict):
    """A field as editors write it."""

    key: str
    title: str
    description: str
    required: bool
    many: bool


class FieldTable(TypedDict):
    """A kind of record: its name, where its files stand, and its fields."""

    id: str
    name: str
    place: str
    fields: list[FieldRow]


class _Draft7(GenerateJsonSchema):
    """Field titles are the Chinese ones; a class name is no title for an editor."""

    schema_dialect = DIALECT

    def nullable_schema(self, schema: core_schema.NullableSchema) -> dict[str, Any]:
        """A list is written or left out: an editor's program looks into it, and at no key alone."""
        inner = self.generate_inner(schema["schema"])
        return inner if inner.get("type") == "array" else super().nullable_schema(schema)


def schemas() -> Iterator[Output]:
    """One JSON Schema for each kind of YAML file, by the path that the files name."""
    for kind in (SETTINGS, PROFILES, *KINDS):
        if kind.is_entry:
            continue
        schema = _schema(kind.model)
        name = kind.list_key or kind.model.kind
        if kind.list_key:
            schema = _list_schema(schema, kind)
        text = json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        yield Output(f"{FOLDER}/{name}.schema.json", text.encode())


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True, schema_generator=_Draft7)
    return {"$schema": DIALECT} | schema


def _list_schema(schema: dict[str, Any], kind: Kind[Any]) -> dict[str, Any]:
    """The schema of a file that holds a list of records."""
    definitions = schema.pop("$defs", {})
    schema.pop("$schema")
    return {
        "$schema": DIALECT,
        "$defs": definitions | {kind.model.__name__: schema},
        "type": "object",
        "additionalProperties": False,
        "required": [kind.list_key],
        "properties": {
            kind.list_key: {"type": "array", "items": {"$ref": f"#/$defs/{kind.model.__name__}"}}
        },
    }


SHARED = frozenset(Record.model_fields)
"""Fields of every kind: they stand in a table of their own, once."""


def field_tables() -> list[FieldTable]:
    """The fields that all records share, and those of each kind."""
    own: list[FieldTable] = [
        {
            "id": kind.model.kind,
            "name": kind.model.label,
            "place": kind.pattern,
            "fields": list(_fields(kind.model, without=SHARED)),
        }
        for kind in (*KINDS, SETTINGS, PROFILES)
    ]
    shared = list(_fields(Record))
    return [
        {"id": "shared", "name": "各类记录共有", "place": "showcases/、docs/", "fields": shared},
        *own,
    ]


def _fields(
    model: type[Part], prefix: str = "", without: Set[str] = frozenset()
) -> Iterator[FieldRow]:
    """A row a field, those of nested parts after their own, with dotted names."""
    for name, field in model.model_fields.items():
        if name in without:
            continue
        key = f"{prefix}{field.alias or name}"
        inner = submodel(field.annotation)
        yield {
            "key": key,
            "title": field.title or "",
            "description": field.description or "",
            "required": field.is_required(),
            "many": list in _origins(field.annotation),
        }
        if inner:
            yield from _fields(inner, f"{key}.")  # type: ignore[arg-type]


def _origins(annotation: Any) -> set[Any]:
    """The generic types that an annotation is made of."""
    found = {getattr(annotation, "__origin__", None)}
    for part in get_args(annotation):
        found |= _origins(part)
    return found
