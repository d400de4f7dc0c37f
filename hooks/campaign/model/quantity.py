"""What number somebody meant who wrote it with a unit, with commas, or in Chinese."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

UNITS = "元|块|人次|人|户|个|条|处|件|名|张|辆|台|套|间|所|座|棵|盏|只|份|次|场|项|分钟|米|m²|m|%"
"""Those in which fields count; of others (公里, 小时) nobody can tell whether to convert."""
MARKED = re.compile(rf"(\d+(?:\.\d+)?)([百千万亿]*)\s?(?:{UNITS})?")
THOUSANDS = re.compile(r"(?<=\d)[,，'’ ](?=\d{3}(?!\d))")
TIMES = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SMALL = {"十": 10, "百": 100, "千": 1000}
WORDS = re.compile(
    rf"([零〇一二两三四五六七八九十][零〇一二两三四五六七八九十百千万]*)\s?(?:{UNITS})?"
)


def meant(text: str) -> str:
    """The number as it has to be written; nothing when nobody can tell (约 3600, 3 至 5)."""
    plain = THOUSANDS.sub("", unicodedata.normalize("NFKC", text).strip())
    if found := MARKED.fullmatch(plain):
        number = Decimal(found[1])
        for sign in found[2]:
            number *= TIMES[sign]
        return f"{number.normalize():f}"
    words = WORDS.fullmatch(plain)
    return str(_spelt(words[1])) if words else ""


def _spelt(words: str) -> int:
    """三十五 is 35, 两千四百 is 2400, 一万二千 is 12000."""
    if set(words).isdisjoint("十百千万"):
        return int("".join(str(DIGITS[sign]) for sign in words))
    high, _, low = words.rpartition("万")
    return (_spelt_below(high) * 10**4 if high else 0) + _spelt_below(low)


def _spelt_below(words: str) -> int:
    total, digit = 0, None
    for sign in words:
        if sign in SMALL:
            total += (1 if digit is None else digit) * SMALL[sign]
            digit = None
        else:
            digit = DIGITS.get(sign, 0)
    return total + (digit or 0)
