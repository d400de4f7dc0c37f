"""What a text says there is so much of: 三公里湖岸 is 3, 公里, 湖岸.

Only what is said outright counts: no 三公里多, no 近三公里, and no noun that the text leaves
to be understood. A record with two values for one speaks of parts, and is left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from campaign.model.walk import Loc

Quantity = tuple[str, str]
"""A unit and what it measures: 公里, 湖岸."""
DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
PLACES = {"十": 10, "百": 100, "千": 1000}
MYRIAD = "万"
UNITS = ("平方公里", "平方米", "公里", "米", "亩", "级", "盏", "条", "座", "间", "棵", "所", "部")
NUMERALS = "".join((*DIGITS, *PLACES, MYRIAD))
SAID = re.compile(
    rf"(?=[\d{NUMERALS}])"  # few places are worth a trial
    r"(?<![第近约超逾\d.一二两三四五六七八九十百千万])"
    rf"(?P<number>\d+(?:\.\d+)?|[{NUMERALS}]+)"
    rf"(?P<unit>{'|'.join(UNITS)})(?P<half>半)?的?(?!多|余|来)(?P<noun>[\u4e00-\u9fff]{{2}})"
)


def number(text: str) -> Decimal:
    """三百二十 and 320 are 320, 3.4万 is 34000."""
    digits = text.removesuffix(MYRIAD)
    if digits and digits.isascii():
        return Decimal(digits) * (1 if digits == text else 10000)
    total, digit, part = 0, 0, 0
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in PLACES:
            part += (digit or 1) * PLACES[character]
            digit = 0
        else:
            total, part, digit = (total + part + digit) * 10000, 0, 0
    return Decimal(total + part + digit)


@dataclass(frozen=True)
class Said:
    """A value of a quantity, and where it is said."""

    value: Decimal
    words: str
    place: Loc | int
    """Its field, or its line in the file."""


def quantities(texts: Iterable[tuple[Loc | int, str]]) -> Mapping[Quantity, Said]:
    """What texts say of each quantity, as far as they give it one value and no second.

    Each text comes with its place.
    """
    found: dict[Quantity, list[Said]] = defaultdict(list)
    for place, text in texts:
        for said in SAID.finditer(text):
            half = Decimal("0.5") if said["half"] else Decimal(0)
            value = number(said["number"]) + half
            found[said["unit"], said["noun"]].append(Said(value, said[0], place))
    return {key: all[0] for key, all in found.items() if len({said.value for said in all}) == 1}
