"""What can be said of any record by what its model says of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, TypedDict

from markupsafe import Markup
from pydantic.fields import FieldInfo

from campaign.exchange.table import Column, Table, Type
from campaign.kinds import BY_NAME, columns
from campaign.kinds.kind import PHOTO, Kind
from campaign.model.base import Part, Record, referred_kind
from campaign.model.marks import MarkdownText
from campaign.model.partial_date import PartialDate
from campaign.model.walk import mark
from campaign.render import names
from campaign.render.edition import Edition
from campaign.render.names import Link

NAMES = frozenset({"name", "title"})
"""Fields that stand in the heading."""
SUMMARIES = ("summary", "intro", "description")
"""Fields that say in a line or two what a record is, the shortest first."""


class Fact(TypedDict):
    """A field that is filled: its title, and texts that may be links."""

    label: str
    texts: list[Link]


class Passage(TypedDict):
    """A field that is Markdown."""

    title: str
    text: Markup


def own_fields(model: type[Record]) -> Iterator[tuple[str, FieldInfo]]:
    """The fields that are the kind's, and not every record's."""
    for name, field in model.model_fields.items():
        if name not in Record.model_fields and name not in NAMES:
            yield name, field


def facts(edition: Edition, record: Record) -> list[Fact]:
    """A line for each field that is filled."""
    rows: list[Fact] = []
    for name, field in own_fields(type(record)):
        value = getattr(record, name)
        is_shown = referred_kind(field) == PHOTO or mark(field, MarkdownText)
        if value not in (None, "", []) and not is_shown and name not in SUMMARIES:
            values = value if isinstance(value, list) else [value]
            texts = [_text(edition, field, item) for item in values]
            rows.append(
                {"label": field.title or "", "texts": [text for text in texts if text["name"]]}
            )
    return [row for row in rows if row["texts"]]


def _text(edition: Edition, field: FieldInfo, value: object) -> Link:
    kind = referred_kind(field)
    if kind in BY_NAME and BY_NAME[kind].has_address:
        return names.record_link(edition, kind, str(value))
    if kind:
        record = edition.site.kind(kind).get(str(value))
        label = record.heading if record else edition.site.label(kind, str(value))
        return {"name": label, "url": ""}
    return {"name": words(value), "url": ""}


def words(value: object) -> str:
    """A value as a reader sees it."""
    if isinstance(value, Part):
        pairs = ((f.title, getattr(value, n)) for n, f in type(value).model_fields.items())
        return "，".join(f"{t}：{words(v)}" for t, v in pairs if v not in (None, "", []))
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Enum):
        return str(getattr(value, "label", value.value))
    if isinstance(value, list):
        return "、".join(words(item) for item in value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def prose(edition: Edition, record: Record, root: str) -> list[Passage]:
    """The fields that are Markdown, under their titles, and what introduces the record."""
    return [
        {"title": field.title or "", "text": edition.prose(getattr(record, name), root)}
        for name, field in own_fields(type(record))
        if getattr(record, name) and (mark(field, MarkdownText) or name in SUMMARIES)
    ]


def summary(record: Record) -> str:
    """What the record says of itself in a line."""
    found = (getattr(record, name, None) for name in SUMMARIES)
    return next((" ".join(str(text).split()) for text in found if text), "")


# The open data


@dataclass(frozen=True)
class Row:
    """A record with the edition that shows it."""

    edition: Edition
    record: Record


def table(kind: Kind[Any]) -> Table:
    """A table of a kind: a column for each field that holds one plain value."""
    plain = (
        Column(field.alias or name, str(field.title), type, str(field.description), _value(name))
        for name, field in kind.model.model_fields.items()
        if (type := _type(field)) and (name in NAMES or name not in Record.model_fields)
    )
    return Table(
        kind.folder,
        kind.label,
        f"每条{kind.label}一行。",
        (
            columns.ID,
            *plain,
            Column("updated", "更新日期", Type.DATE, "最近核实的日期", _value("updated")),
            columns.URL,
        ),
        lambda edition: _rows(edition, kind),
    )


def _rows(edition: Edition, kind: Kind[Any]) -> Iterator[Row]:
    for record in sorted(edition.site.of(kind.model).values(), key=lambda item: str(item.id)):
        yield Row(edition, record)


def _value(name: str) -> Any:
    return lambda row: getattr(row.record, name)


def _type(field: FieldInfo) -> Type | None:
    """The type of a column for a field; nothing for lists, groups and long texts."""
    inside = names_of(field.annotation)
    if list in inside or any(isinstance(t, type) and issubclass(t, Part) for t in inside):
        return None
    for types, found in (
        ({bool}, Type.FLAG),
        ({int, Decimal}, Type.NUMBER),
        ({date, PartialDate}, Type.DATE),
    ):
        if types & inside:
            return found
    return Type.TEXT


def names_of(annotation: Any) -> set[Any]:
    """The plain types that an annotation is made of."""
    found = {annotation, getattr(annotation, "__origin__", None)}
    for part in getattr(annotation, "__args__", ()):
        found |= names_of(part)
    return found
