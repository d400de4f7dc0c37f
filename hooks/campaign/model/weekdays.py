"""On which days of the week something is open, read from the words of those who run it."""

from __future__ import annotations

import re
import unicodedata

EVERY = frozenset(range(7))
"""Monday is 0, as Python counts."""
NAMES = "一二三四五六日"
SETS = {"工作日": frozenset(range(5)), "周末": frozenset({5, 6})}
CLAUSE = re.compile(
    r"(?P<days>每[日天晚]|工作日|每?周末|每?周(?P<first>[一二三四五六日天])(至周?(?P<last>[一二三四五六日天]))?)?"
    r"(?P<times>(\d{1,2}:\d\d([-–—~至]\d{1,2}:\d\d)?(前后)?|上午|中午|下午|晚上?|晚间|全天|24小时)?)"
)


def weekdays(text: str) -> frozenset[int] | None:
    """The days that a text names; nothing for one that says more than days and times of day.

    "周二、周四 14:30—16:30，周六 9:00—11:00" is three days, "8:00—20:00" every day;
    "每月10日", "上学日" and "采茶季每日" are for people to read.
    """
    plain = unicodedata.normalize("NFKC", text).replace(" ", "")
    clauses = [CLAUSE.fullmatch(part) for part in re.split("[,、;]", plain)]
    if not plain or not all(clauses):
        return None
    found = [_days(clause) for clause in clauses if clause and clause["days"]]
    return frozenset().union(*found) if found else EVERY


def _days(clause: re.Match[str]) -> frozenset[int]:
    if clause["first"]:
        first = _place(clause["first"])
        last = _place(clause["last"] or clause["first"])
        return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))
    return SETS.get(clause["days"].removeprefix("每"), EVERY)


def _place(name: str) -> int:
    return NAMES.index("日" if name == "天" else name)
