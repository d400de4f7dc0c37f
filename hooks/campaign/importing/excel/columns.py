"""The sheets and columns of a kind, from its model: nothing is said of any kind by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache, cached_property
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, WithJsonSchema
from pydantic.fields import FieldInfo

from campaign.kinds.kind import Kind
from campaign.model.base import KindBeside, referred_kind
from campaign.model.marks import Length
from campaign.model.partial_date import PartialDate
from campaign.model.walk import mark
from campaign.text import cut
from campaign.writing.records import own_first

BETWEEN = "·"
KEY_TITLE, PLACE_TITLE, BODY_TITLE, ACTION_TITLE = "编号", "第几项", "正文", "处理"
REMOVE = "删除"
"""What stands under 处理 where an item of a list goes."""
REQUIRED = "（必填）"
OPTIONS, MARKS, HELP = "选项", "_记录", "填写说明"
"""Sheets beside the tables: what drop-downs offer, marks of records, and how to fill in."""
EXAMPLE = "示例，导入时跳过"
"""What stands in the first cell of the row that shows how a table is filled in."""
BODY = "\0body"
"""Stands for the Markdown of an entry among the keys of its front matter."""
LONGEST_NAME = 31
"""Characters of a sheet's name, in Excel."""
Keys = tuple[str, ...]
Way = tuple[Keys, ...]
"""Lists, each by its keys from the record or from the item around it."""


class Type(Enum):
    """What a cell holds."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    DAY = "day"
    MOMENT = "moment"
    PARTIAL_DAY = "partial day"
    YES_NO = "yes or no"
    CHOICE = "choice"


@dataclass(frozen=True)
class Column:
    """A field that has a column."""

    keys: Keys
    """The way to it within its row: several for a field of a group."""
    title: str
    help: str
    type: Type
    is_required: bool
    is_list: bool = False
    """Whether a cell may hold several values."""
    choices: tuple[tuple[str, str], ...] = ()
    """Each value that may be written, with what it is called."""
    refers: str = ""
    """The kind of record, or the vocabulary, that it names."""
    refers_beside: str = ""
    """The key beside it that says which kind of record it names."""
    length: Length | None = None
    low: int | None = None
    """The least number that it takes."""
    is_parent: bool = False
    """Whether it is the first part of the record's id, which the file need not say."""


class Role(Enum):
    """What a column is there for."""

    KEY = "which record"
    ABOVE = "which item of the list around"
    PLACE = "which item"
    FIELD = "a field"
    ACTION = "what is to be done"


@dataclass(frozen=True)
class Head:
    """A column as it stands in a table."""

    role: Role
    title: str
    column: Column | None = None


@dataclass(frozen=True)
class Sheet:
    """A table: of the records of a kind, or of the items of a list in them."""

    kind: Kind[Any]
    name: str
    way: Way
    """The lists that lead to a row, from the record: none for the records themselves."""
    columns: tuple[Column, ...]
    above: tuple[str, ...] = ()
    """The titles of the lists in which this one is, for the places in them."""

    @property
    def is_main(self) -> bool:
        return not self.way

    @cached_property
    def heads(self) -> tuple[Head, ...]:
        """The columns as they stand, with those that say which record and item a row is."""
        fields = [Head(Role.FIELD, item.title, item) for item in self.columns]
        if self.is_main:
            return (Head(Role.KEY, KEY_TITLE), *fields)
        above = [Head(Role.ABOVE, f"{title}{BETWEEN}{PLACE_TITLE}") for title in self.above]
        key = Head(Role.KEY, f"所属{self.kind.label}")
        own = (*above, Head(Role.PLACE, PLACE_TITLE))
        return (key, *own, *fields, Head(Role.ACTION, ACTION_TITLE))


@dataclass(frozen=True)
class Form:
    """All sheets of a kind, that of its records first."""

    kind: Kind[Any]
    sheets: tuple[Sheet, ...]
    left_out: tuple[str, ...] = field(default=())
    """Titles of what is written in no table."""


@cache
def form(kind: Kind[Any]) -> Form:
    """The form of a kind."""
    found = _Found(kind)
    found.look(kind.model, (), ())
    return Form(kind, tuple(found.sheets.values()), tuple(dict.fromkeys(found.left_out)))


class _Found:
    """Collects the sheets while the model is walked."""

    def __init__(self, kind: Kind[Any]) -> None:
        self.kind = kind
        self.sheets: dict[Way, Sheet] = {}
        self.left_out: list[str] = []

    def look(self, model: type[BaseModel], way: Way, titles: tuple[str, ...]) -> None:
        """Add the sheet of a model's rows, and behind it those of the lists in them."""
        name = cut(BETWEEN.join((self.kind.label, *titles)), LONGEST_NAME)
        self.sheets[way] = Sheet(self.kind, name, way, ())
        columns = list(self._columns(model, (), "", way, titles))
        if not way and self.kind.is_entry:
            columns.append(Column((BODY,), BODY_TITLE, "Markdown 正文", Type.TEXT, True))
        self.sheets[way] = Sheet(self.kind, name, way, tuple(columns), titles[:-1])

    def _columns(
        self, model: type[BaseModel], keys: Keys, title: str, way: Way, titles: tuple[str, ...]
    ) -> Iterator[Column]:
        for field_name, info in own_first(model):
            key = info.alias or field_name
            if not way and not keys and key == "id":
                continue
            here = f"{title}{BETWEEN}{info.title}" if title else str(info.title)
            inner = list(_models(info.annotation))
            if not inner:
                column = _column(info, (*keys, key), here, is_part=bool(keys))
                is_parent = not way and not keys and key == self.kind.parent_field
                yield replace(column, is_parent=is_parent)
            elif len(inner) > 1:
                self.left_out.append(here)
            elif is_list(info.annotation):
                self.look(inner[0], (*way, (*keys, key)), (*titles, here))
            else:
                yield from self._columns(inner[0], (*keys, key), here, way, titles)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models inside `list[Model]`, `Model | None` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def is_list(annotation: Any) -> bool:
    """Whether a field holds several values."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return is_list(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return any(map(is_list, get_args(annotation)))
    return origin in (list, dict)


def _bare(annotation: Any) -> set[Any]:
    return {annotation} | {found for part in get_args(annotation) for found in _bare(part)}


def _column(info: FieldInfo, keys: Keys, title: str, is_part: bool) -> Column:
    types = {item for item in _bare(info.annotation) if isinstance(item, type)}
    beside = mark(info, KindBeside)
    return Column(
        keys=keys,
        title=title,
        help=str(info.description or ""),
        type=_type(types),
        is_required=info.is_required() and not is_part,
        is_list=is_list(info.annotation),
        choices=_choices(types, str(info.description or "")),
        refers=referred_kind(info) or "",
        refers_beside=beside.field if beside else "",
        length=mark(info, Length),
        low=next(_lows((info.annotation, *info.metadata)), None),
    )


def _lows(marks: Iterable[Any]) -> Iterator[int]:
    """The least numbers that the schema of a field names."""
    for found in marks:
        if isinstance(found, WithJsonSchema) and found.json_schema:
            if "minimum" in found.json_schema:
                yield found.json_schema["minimum"]
        else:
            yield from _lows((*get_args(found), *getattr(found, "__metadata__", ())))


def _type(types: set[type]) -> Type:
    for known, found in (
        (bool, Type.YES_NO),
        (datetime, Type.MOMENT),
        (date, Type.DAY),
        (PartialDate, Type.PARTIAL_DAY),
        (int, Type.INTEGER),
        (Decimal, Type.NUMBER),
    ):
        if known in types:
            return found
    return Type.CHOICE if any(issubclass(item, StrEnum) for item in types) else Type.TEXT


def _choices(types: set[type], help: str) -> tuple[tuple[str, str], ...]:
    found = (item for item in types if issubclass(item, StrEnum) and item is not StrEnum)
    members: list[StrEnum] = list(next(found, ()))
    return tuple((member.value, _label(member, help)) for member in members)


def _label(member: StrEnum, help: str) -> str:
    """What a choice is called: as it says itself, or as the field's help says."""
    label = getattr(member, "label", None)
    if isinstance(label, str) and label:
        return label
    words = help.replace("；", "、").replace("：", "、").split("、")
    pairs = (word.split(" ", 1) for word in words if " " in word)
    return next((rest for value, rest in pairs if value == member.value), "")
