"""Numbers of people: telephones, identity cards and bank cards, whatever stands between digits.

Identity cards: GB 11643-1999, with the check character of ISO 7064 MOD 11-2. Bank cards:
ISO/IEC 7812, with Luhn's check digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from campaign.privacy.finding import Trace
from campaign.privacy.plain import GAP

CLUSTER = re.compile(rf"\d(?:{GAP}\d)*(?:{GAP}[Xx](?![A-Za-z]))?")
"""Digits that may be one number, or several that stand side by side."""
GROUP = re.compile(r"\d+|[Xx]")
LONGEST = 21
"""Characters of the longest number that is looked for, with its country code."""

CALLED = re.compile(r"(?:电话|手机|联系|微信|致电|拨打|号码|(?i:tel|phone|mobile|call))[^\d]{0,8}$")
IDENTIFIED = re.compile(r"身份证[^\d]{0,8}$")
PAID = re.compile(r"(?:银行卡|行卡|卡号|储蓄卡|信用卡|借记卡)[^\d]{0,8}$")
CODED = re.compile(r"(?:代码|编码)[^\d]{0,4}$")
"""Words in front of a number that say what it is."""
COUNTED = re.compile(
    r"(?:\.\d{1,2}(?!\d)|[ \t]*(?:[万亿]?元|[万亿]|人|吨|平方|立方|千瓦|公斤|件|字节))"
)
"""What stands behind an amount."""

MOBILE = re.compile(r"(?:(?:00)?86|0)?(1[3-9]\d{9})")
MOBILE_SHAPES = {(11,), (3, 4, 4), (3, 8), (4, 3, 4), (4, 4, 3), (3, 3, 5), (7, 4), (3, 4, 2, 2)}
COUNTRY = frozenset({"86", "086", "0086", "0"})
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
PROVINCES = frozenset(
    {*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55)}
    | {*range(61, 66), 71, 81, 82, 83, 91}
)
CARD = re.compile(r"(?:6[0-9]|9[0-9]|4367|103)\d{12,17}|(?:4|5[1-5]|2[2-7]|35)\d{14,15}")
"""How card numbers begin: UnionPay and the banks' own at any length, others at 16 digits."""
CARD_LENGTHS = range(16, 20)
MOST_GROUPS = 6


def numbers(text: str) -> Iterator[tuple[int, int, Trace]]:
    """Every stretch of a plain text that is such a number; they may overlap."""
    for cluster in CLUSTER.finditer(text):
        if cluster.end() - cluster.start() < 11:
            continue
        groups = list(GROUP.finditer(text, cluster.start(), cluster.end()))
        for first in range(len(groups)):
            yield from _beginning_at(text, groups[first : first + LONGEST])


def _beginning_at(text: str, groups: list[re.Match[str]]) -> Iterator[tuple[int, int, Trace]]:
    """Those numbers that begin with the first of some groups of digits."""
    digits = ""
    shape: tuple[int, ...] = ()
    start = groups[0].start()
    for group in groups:
        digits, shape = digits + group[0].upper(), (*shape, len(group[0]))
        if len(digits) > LONGEST:
            return
        if trace := _trace(
            digits, shape, text[max(0, start - 16) : start], text[group.end() :][:8]
        ):
            yield start, group.end(), trace


def _trace(digits: str, shape: tuple[int, ...], before: str, after: str) -> Trace | None:
    """What the digits are, by themselves and by what stands around them."""
    is_single = set(shape) == {1}
    if len(digits) < 11 or (len(shape) > MOST_GROUPS and not is_single):
        return None
    if _is_identity(digits) or (IDENTIFIED.search(before) and _may_be_identity(digits)):
        return Trace.IDENTITY
    if len(digits) == 15 and shape in ((15,), (6, 6, 3)) and _is_old_identity(digits):
        return Trace.IDENTITY
    if _is_card(digits, shape, is_single) or (PAID.search(before) and len(digits) in CARD_LENGTHS):
        return Trace.BANK
    is_other = COUNTED.match(after) or CODED.search(before)
    if not is_other and _is_mobile(digits, shape, is_single, before):
        return Trace.MOBILE
    return None


def _is_mobile(digits: str, shape: tuple[int, ...], is_single: bool, before: str) -> bool:
    if not MOBILE.fullmatch(digits):
        return False
    own = shape
    while own and own[0] != 11 and sum(own) > 11:  # a country code, apart or joined
        own = own[1:] if sum(own[1:]) >= 11 else (own[0] - (sum(own) - 11), *own[1:])
    if len(shape) == 1 or is_single or own in MOBILE_SHAPES:
        return True
    return CALLED.search(before) is not None


def _is_identity(digits: str) -> bool:
    return _may_be_identity(digits) and check_character(digits[:17]) == digits[17]


def _may_be_identity(digits: str) -> bool:
    """Whether the digits have the form of an identity card, its check character aside."""
    return len(digits) == 18 and digits[:17].isdigit() and _is_birthday(digits[6:14])


def _is_old_identity(digits: str) -> bool:
    """Of 15 digits, as it was until 1999: without a check character, with a province's code."""
    is_of_a_province = digits[:2].isdigit() and int(digits[:2]) in PROVINCES
    return is_of_a_province and digits[6] != "0" and _is_birthday(f"19{digits[6:12]}")


def _is_birthday(digits: str) -> bool:
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return 1880 < day.year < 2100


def check_character(digits: str) -> str:
    """The last character of an identity card number, by its 17 digits."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=True))
    return CHECKS[total % 11]


def _is_card(digits: str, shape: tuple[int, ...], is_single: bool) -> bool:
    is_grouped = set(shape[:-1]) <= {4} or shape[0] == 6
    fits = (is_grouped or is_single) and digits.isdigit() and len(digits) in CARD_LENGTHS
    return fits and CARD.fullmatch(digits) is not None and luhn(digits)


def luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of the others."""
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(n - 9 * (n > 9) for n in doubled)) % 10 == 0
