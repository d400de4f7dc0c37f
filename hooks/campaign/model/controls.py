"""What a form asks for, read off a model's fields: nothing is said per kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, WithJsonSchema
from pydantic.fields import FieldInfo

from campaign.model.base import KindBeside, Record, referred_kind
from campaign.model.marks import Central, Form, Items, Length, MarkdownText, PictureBeside
from campaign.model.partial_date import PartialDate
from campaign.model.walk import mark, marks

LONG = 60
"""From how many characters on a text gets several lines."""
OPTION = re.compile(r"\b([a-z][a-z_]*) ([^\s、；，（）。]+)")
"""How a description tells what the words of a choice mean: `draft 草稿、review 审核中`."""
NEVER_ASKED = frozenset({"id"})
"""Said by the name of the file."""


class Sort(Enum):
    """What a person fills in."""

    TEXT = "text"
    LONG = "long"
    MARKDOWN = "markdown"
    NUMBER = "number"
    DAY = "day"
    PARTIAL_DAY = "partial"
    MOMENT = "moment"
    YES_NO = "yes-no"
    CHOICE = "choice"
    REFERENCE = "reference"
    LIST = "list"
    GROUP = "group"


@dataclass(frozen=True)
class Option:
    """One word of a choice."""

    value: str
    label: str


@dataclass(frozen=True)
class Control:
    """One thing that a form asks for."""

    key: str
    title: str
    description: str
    sort: Sort
    is_required: bool = False
    is_central: bool = False
    """Whether the record lives from it, so that no form hides it."""
    options: tuple[Option, ...] = ()
    refers: str = ""
    """The kind of record or the vocabulary whose id it holds."""
    beside: str = ""
    """The key, in the same group, of what says which kind of record it names."""
    length: Length | None = None
    items: Items | None = None
    form: Form | None = None
    is_picture: bool = False
    """Whether it names a picture that lies beside the record's file."""
    low: int | None = None
    high: int | None = None
    """Of a number: the least and the greatest, where they are said."""
    is_whole: bool = False
    """Of a number: whether it has no decimals."""
    may_be_none: bool = False
    """Of a list: whether "there are none" is something else than "nobody has said"."""
    default: str = ""
    """What holds when nothing is written, as it would be written."""
    inside: tuple[Control, ...] = field(default=())
    """The fields of a group; of a list, the one control of its items."""

    @property
    def item(self) -> Control:
        """What each item of a list is."""
        return self.inside[0]


def controls(model: type[BaseModel]) -> tuple[Control, ...]:
    """What a form for records of a model asks, in the order of the model.

    What every record has stands behind what makes this kind of record.
    """
    return _controls(model)


@cache
def _controls(model: type[BaseModel]) -> tuple[Control, ...]:
    found = [
        _of_field(name, info)
        for name, info in model.model_fields.items()
        if not (issubclass(model, Record) and name in NEVER_ASKED)
    ]
    shared = Record.model_fields if issubclass(model, Record) else {}
    return tuple(sorted(found, key=lambda control: control.key in shared))


def _of_field(name: str, info: FieldInfo) -> Control:
    inner, is_optional = _bare(info.annotation)
    beside = mark(info, KindBeside)
    items, length = mark(info, Items), mark(info, Length)
    made = _of_type(inner, info.description or "", referred_kind(info) or "", length)
    if mark(info, MarkdownText):
        made["sort"] = Sort.MARKDOWN
    if beside:
        made["sort"] = Sort.REFERENCE
    return Control(
        key=info.alias or name,
        title=info.title or name,
        description=info.description or "",
        is_required=info.is_required(),
        is_central=mark(info, Central) is not None,
        beside=beside.field if beside else "",
        length=length,
        items=items,
        form=mark(info, Form),
        is_picture=mark(info, PictureBeside) is not None,
        may_be_none=made["sort"] is Sort.LIST and is_optional,
        default=_written(info),
        is_whole=inner is int,
        **_limits(info),
        **made,
    )


def _of_type(inner: Any, words: str, refers: str, length: Length | None) -> dict[str, Any]:
    """What follows from the type of a field."""
    if get_origin(inner) is list:
        item = _of_type(_bare(get_args(inner)[0])[0], words, refers, None)
        return {"sort": Sort.LIST, "inside": (Control("", "", "", **item),)}
    if refers:
        return {"sort": Sort.REFERENCE, "refers": refers}
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        return {"sort": Sort.GROUP, "inside": controls(inner)}
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return {"sort": Sort.CHOICE, "options": tuple(_options(inner, words))}
    return {"sort": _scalar(inner, length)}


def _scalar(inner: Any, length: Length | None) -> Sort:
    simple = {
        bool: Sort.YES_NO,
        int: Sort.NUMBER,
        Decimal: Sort.NUMBER,
        date: Sort.DAY,
        datetime: Sort.MOMENT,
        PartialDate: Sort.PARTIAL_DAY,
    }
    if inner in simple:
        return simple[inner]
    is_long = length is not None and (length.high or 0) > LONG
    return Sort.LONG if is_long else Sort.TEXT


def _bare(annotation: Any) -> tuple[Any, bool]:
    """The type without marks and without `None`, and whether it was optional."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    parts = get_args(annotation)
    if NoneType in parts:
        [rest] = [part for part in parts if part is not NoneType]
        return _bare(rest)[0], True
    return annotation, False


def _options(words: type[StrEnum], description: str) -> Iterator[Option]:
    """The words of a choice with what they mean, as the type or the description says."""
    told = dict(OPTION.findall(description))
    for word in words:
        label = getattr(word, "label", None) or told.get(word.value) or word.value
        yield Option(word.value, str(label))


def _limits(info: FieldInfo) -> dict[str, Any]:
    """The least and the greatest number that a field takes."""
    said: dict[str, Any] = {}
    for found in marks(info, WithJsonSchema):
        said |= found.json_schema or {}
    return {"low": said.get("minimum"), "high": said.get("maximum")}


def _written(info: FieldInfo) -> str:
    """The default of a choice or of a yes-or-no."""
    if isinstance(info.default, StrEnum):
        return info.default.value
    return {True: "yes", False: "no"}[info.default] if isinstance(info.default, bool) else ""
