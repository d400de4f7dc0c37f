"""Days as documents write them."""

from __future__ import annotations

import re
from datetime import date

NUMERALS = "〇零○一二三四五六七八九"
DAY = re.compile(
    r"(?P<year>\d{4}|[〇零○一二三四五六七八九]{4})\s*年\s*(?P<month>\d{1,2}|[一二三四五六七八九十]{1,3})\s*月"
    r"\s*(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日"
)
ALONE = re.compile(rf"[（(]?\s*{DAY.pattern}\s*[)）]?")
"""A line that is a day and nothing else."""


def alone(line: str) -> date | None:
    """The day that a line is; nothing for other lines, and for a day that no calendar has."""
    found = ALONE.fullmatch(line)
    return _day(found) if found else None


def first(line: str) -> date | None:
    """The first day that a line names."""
    found = DAY.search(line)
    return _day(found) if found else None


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(*(_number(found[part]) for part in ("year", "month", "day")))
    except ValueError:
        return None


def _number(text: str) -> int:
    """A number of digits; one below a hundred as it is counted, a year digit by digit."""
    if text.isdecimal():
        return int(text)
    if len(text) == 4:
        return int("".join(_digit(sign) for sign in text))
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int(_digit(ones))
    return 10 * int(_digit(tens) if tens else 1) + (int(_digit(ones)) if ones else 0)


def _digit(sign: str) -> str:
    return str(max(0, NUMERALS.find(sign) - 2))
