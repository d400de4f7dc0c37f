"""What a field of a record states, and whether a text says the same.

`facilities.service_station.area_m2` is the way to a field: names of fields, and for an item of a
list its number from 1, or its kind, id, name or label. A list states how many items it has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from campaign.derive.quantities import DIGITS, MYRIAD, PLACES, number
from campaign.model.base import Part, Record
from campaign.model.partial_date import PartialDate

Stated = Decimal | PartialDate
CALLED = ("kind", "id", "key", "name", "label", "title")
"""The fields by which an item of a list may be named."""
AMOUNT = re.compile(
    rf"(?P<below>近|不到|不足)?(?P<about>约|大约)?(?P<above>超过|逾)?"
    rf"(?P<number>\d+(?:\.\d+)?{MYRIAD}?|[{''.join(DIGITS)}{''.join(PLACES)}{MYRIAD}]+)"
    r"(?P<more>多|余|来)?[^半\d]{0,3}(?P<half>半)?"
)
DATE = re.compile(r"(?P<year>\d{4})年?(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?")


def stated(record: Record, way: str) -> Stated | None:
    """The number, the count or the day at the end of the way; nothing where there is none."""
    value: object = record
    for step in way.split("."):
        value = _part(value, step)
    if isinstance(value, (list, tuple)):
        return Decimal(len(value))
    if isinstance(value, date):
        return PartialDate(value.year, value.month, value.day)
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    return value if isinstance(value, (Decimal, PartialDate)) else None


def _part(value: object, step: str) -> object:
    if isinstance(value, Part):
        fields = type(value).model_fields
        name = next((name for name, field in fields.items() if step in (field.alias, name)), None)
        return getattr(value, name) if name else None
    return _item(value, step) if isinstance(value, (list, tuple)) else None


def _item(items: Sequence[object], step: str) -> object:
    if step.isascii() and step.isdigit():
        return items[int(step) - 1] if 0 < int(step) <= len(items) else None
    called = [item for item in items if step in (str(getattr(item, name, "")) for name in CALLED)]
    return called[0] if len(called) == 1 else None


def agrees(words: str, value: Stated) -> bool:
    """Whether a text says the value, outright or roughly: 340, 三百四十, 三百多, 近四百."""
    if isinstance(value, PartialDate):
        said = DATE.search(words)
        return said is not None and all(
            int(part) == known
            for part, known in zip(said.groups(), (value.year, value.month, value.day), strict=True)
            if part and known
        )
    found = AMOUNT.search(words)
    return found is not None and any(_holds(found, value * unit) for unit in (1, 10000))


def _holds(said: re.Match[str], value: Decimal) -> bool:
    amount = number(said["number"]) + (Decimal("0.5") if said["half"] else 0)
    place = _place(amount)
    if said["below"]:
        return amount - place <= value < amount
    if said["about"]:
        return abs(value - amount) <= place / 2
    if said["above"] or said["more"]:
        return amount < value < amount + place
    return value == amount


def _place(amount: Decimal) -> Decimal:
    """The place of the last digit that is not 0: 1000 in two thousand, 10 in 130."""
    exponent = amount.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def words(value: Stated) -> str:
    """The value as a text says it that leaves it to be filled in."""
    return f"{value:f}" if isinstance(value, Decimal) else value.words
