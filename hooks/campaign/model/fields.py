"""The types of single fields: text on disk in, a value out, or a clear refusal.

The loader hands every scalar over as text, so each type states what it accepts.
A refusal carries a rule's code as its error type (`V06a`…): `refusals.py` turns it
into a `Problem` at the line where it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from campaign.model import quantity
from campaign.model.level import Level
from campaign.model.marks import MarkdownText
from campaign.model.partial_date import PartialDate

ID = re.compile(r"^[a-z][a-z0-9-]{1,40}$")
ID_WORDS = "以小写字母开头，只用小写字母、数字和连字符，2 到 41 个字符"
ENTRY_ID = re.compile(r"^[a-z0-9][a-z0-9-]{1,60}$")
ENTRY_ID_WORDS = "以小写字母或数字开头，只用小写字母、数字和连字符，2 到 61 个字符"
"""How an id is spelt, told to whoever writes it otherwise."""
RESERVED = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)
}
"""Names of devices: no file may be called so on Windows, whatever its ending."""
INTEGER = re.compile(r"^[+-]?\d{1,15}$", re.ASCII)
NUMBER = re.compile(r"^[+-]?\d{1,15}(\.\d{1,9})?$", re.ASCII)
DAY = re.compile(r"^(\d{4})-(\d{2})-(\d{2})$", re.ASCII)
PARTIAL_DAY = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$", re.ASCII)
PAGE_FILE = re.compile(r"(?:[\w-]+/)*[\w-]+\.md", re.ASCII)
MOMENT = re.compile(r"^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})$", re.ASCII)
YES = frozenset({"yes", "true", "on", "是"})
NO = frozenset({"no", "false", "off", "否"})


UNFILLED = "（待填写"
"""How a text begins that stands for what nobody knows yet, wherever a draft asks for it."""


def is_unfilled(value: object) -> bool:
    """Whether a value only says that something is to be written there."""
    return isinstance(value, str) and value.strip().startswith(UNFILLED)


def refuse(code: str, value: object, **values: object) -> PydanticCustomError:
    """The refusal of one value under the rule `code`."""
    context = {name: str(text) for name, text in values.items()}
    return PydanticCustomError(code, "refused", {"value": str(value), **context})


def _ascii(value: str) -> str:
    """The half-width form of full-width digits and marks."""
    return unicodedata.normalize("NFKC", value).strip()


def _matched(pattern: re.Pattern[str], code: str, value: Any) -> re.Match[str]:
    """The match, or a refusal: V06b when half-width characters would have matched."""
    if not isinstance(value, str):
        raise refuse(code, "…" if isinstance(value, (dict, list)) else value)
    if found := pattern.fullmatch(value):
        return found
    if pattern.fullmatch(_ascii(value)):
        raise refuse("V06b", value, ascii=_ascii(value))
    raise refuse(code, value)


def _of_digits(pattern: re.Pattern[str], value: Any) -> str:
    """The digits, or a refusal that says which number was meant, where that can be told."""
    if not isinstance(value, str) or pattern.fullmatch(_ascii(value)):
        return _matched(pattern, "V06a", value)[0]
    number = quantity.meant(value)
    if not pattern.fullmatch(number) and NUMBER.fullmatch(_ascii(value)):
        raise refuse("V06o", value)
    raise refuse("V06a", value, meant=number if pattern.fullmatch(number) else "")


def _integer(value: Any) -> Any:
    return value if isinstance(value, int) else int(_of_digits(INTEGER, value))


def _number(value: Any) -> Any:
    return value if isinstance(value, Decimal) else Decimal(_of_digits(NUMBER, value))


def _yes_no(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    word = value.lower() if isinstance(value, str) else ""
    if word not in YES | NO:
        raise refuse("V06e", value)
    return word in YES


def _calendar_day(code: str, found: re.Match[str]) -> date:
    try:
        return date(*(int(part) for part in found.groups()[:3]))
    except ValueError:
        raise refuse(code, found[0]) from None


def _day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    return _calendar_day("V06d", _matched(DAY, "V06d", value))


def _moment(value: Any) -> Any:
    if isinstance(value, datetime):
        return value
    found = _matched(MOMENT, "V06g", value)
    day = _calendar_day("V06g", found)
    hour, minute = int(found[4]), int(found[5])
    if hour > 23 or minute > 59:
        raise refuse("V06g", value)
    return datetime(day.year, day.month, day.day, hour, minute)


def _partial_day(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return value
    found = _matched(PARTIAL_DAY, "V06h", value)
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        partial = PartialDate(year or 0, month, day)
        partial.first()
    except ValueError:
        raise refuse("V06h", value) from None
    return partial


def _text(value: Any) -> Any:
    if isinstance(value, (dict, list)):
        raise refuse("V06i", "…")
    return value


def _page_file(value: Any) -> Any:
    return _matched(PAGE_FILE, "V06r", _text(value))[0]


def _ref(value: Any) -> Any:
    if is_unfilled(value):
        raise refuse("V23c", value)
    return _text(value)


def _filled(value: str) -> str:
    if is_unfilled(value):
        raise refuse("V23c", value)
    return value


def matching(pattern: re.Pattern[str], code: str) -> Callable[[str], str]:
    """A check that text has a form, or a refusal under `code`."""

    def check(value: str) -> str:
        return _matched(pattern, code, value)[0]

    return check


def _labelled(member: StrEnum) -> str:
    """A choice as it is written, and what it means where that is known."""
    label = getattr(member, "label", None)
    return f"{member.value}（{label}）" if label and label != member.value else member.value


def choice(kind: type[StrEnum]) -> Callable[[Any], Any]:
    """A check that text is one of an enumeration's values."""

    def check(value: Any) -> Any:
        if isinstance(value, kind):
            return value
        values = [member.value for member in kind]
        if value not in values:
            raise refuse("V06f", value, choices="、".join(map(_labelled, kind)))
        return kind(value)

    return check


def at_least(low: int) -> Callable[[Any], Any]:
    """A check that a number is no smaller than a limit."""

    def check(value: Any) -> Any:
        if value < low:
            raise refuse("V06j", value, limit=low)
        return value

    return check


def at_most(high: int) -> Callable[[Any], Any]:
    """A check that a number is no larger than a limit."""

    def check(value: Any) -> Any:
        if value > high:
            raise refuse("V06q", value, limit=high)
        return value

    return check


def _schema(**schema: Any) -> WithJsonSchema:
    return WithJsonSchema(schema)


NUMERIC_TEXT = {"anyOf": [{"type": "string"}, {"type": "number"}]}

Text = Annotated[str, BeforeValidator(_text)]
Filled = Annotated[Text, AfterValidator(_filled)]
"""Text that an import leaves open for a person to write: what only asks for it is no value."""
LooseText = Annotated[str, BeforeValidator(_text), WithJsonSchema(NUMERIC_TEXT)]
"""Text that may look like a number to other YAML readers: a telephone, an hour."""
Integer = Annotated[int, BeforeValidator(_integer), _schema(type="integer")]
Count = Annotated[Integer, AfterValidator(at_least(0)), _schema(type="integer", minimum=0)]
Positive = Annotated[Integer, AfterValidator(at_least(1)), _schema(type="integer", minimum=1)]
"""How many of what there is at all."""
Number = Annotated[Decimal, BeforeValidator(_number), _schema(type="number")]
Amount = Annotated[Number, AfterValidator(at_least(0)), _schema(type="number", minimum=0)]
Size = Annotated[Number, AfterValidator(at_least(1)), _schema(type="number", minimum=1)]
"""Money or a measure of what there is at all, in whole yuan or metres at the least."""
YesNo = Annotated[
    bool,
    BeforeValidator(_yes_no),
    _schema(anyOf=[{"type": "boolean"}, {"enum": ["yes", "no", "是", "否"]}]),
]
Day = Annotated[date, BeforeValidator(_day), _schema(type="string", format="date")]
Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    PlainSerializer(lambda value: f"{value:%Y-%m-%d %H:%M}", return_type=str),
    _schema(type="string", pattern=MOMENT.pattern),
]
PartialDay = Annotated[
    PartialDate,
    BeforeValidator(_partial_day),
    PlainSerializer(str, return_type=str),
    _schema(anyOf=[{"type": "string", "pattern": PARTIAL_DAY.pattern}, {"type": "integer"}]),
]
Markdown = Annotated[str, BeforeValidator(_text), MarkdownText()]
"""Prose: Markdown, with links to records and figures from data."""
PageFile = Annotated[
    str, BeforeValidator(_page_file), _schema(type="string", pattern=PAGE_FILE.pattern)
]
"""A page of `docs/`, by its path in there."""
Ref = Annotated[str, BeforeValidator(_ref), _schema(type="string")]
"""The id of another record; which kind, the field's `refers` says."""


LevelField = Annotated[
    Level, BeforeValidator(choice(Level)), _schema(enum=[level.value for level in Level])
]
