"""The entries of a generated city: speeches, policies, interpretations and news."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from bench.wording import phrase, text

SAMPLE = 45
"""Communities of the sample; the shares below are what it has of each for so many."""
SHARES = {"speeches": 6, "policies": 8, "interpretations": 2, "news": 12}
LAST = date(2026, 4, 18)
SECTIONS = ("一、起因", "二、做法", "三、分工", "四、下一步")
REVIEW = """\
review:
  - {role: first, by: 市文明办宣传科, at: 2026-04-10}
  - {role: second, by: 市文明办, at: 2026-04-11}
  - {role: final, by: 市文明办, at: 2026-04-12}
status: published
"""


def many(name: str, size: int) -> int:
    """How many entries of a column a city of this size has."""
    return max(1, size * SHARES[name] // SAMPLE)


def body(name: str, size: int) -> str:
    """Four sections of 250 characters each, with a link to a community in the second."""
    link = f"[](community:c{sum(name.encode()) * 31 % size})的做法可以照着试。"
    parts = (
        f"## {heading}\n\n{text(f'{name}{step}', 245)}{link if step == 1 else ''}\n\n"
        + (f"- {phrase(f'{name}p{step}')}\n- {phrase(f'{name}q{step}')}\n" if step == 2 else "")
        for step, heading in enumerate(SECTIONS)
    )
    return "\n".join(parts)


def common(name: str, day: date) -> str:
    return f"""\
title: 关于{phrase(name)}的几件事
published: {day} 09:00
source: 市文明办
editor: 市文明办编辑
summary: {text(name + "summary", 60)}
"""


def speech(name: str, day: date, number: int, policies: list[str]) -> str:
    return f"""\
speaker_role: 市文明办主任
occasion: {phrase(name + "o")}现场会
venue: 市会议中心
delivered: {day}
doc_status: 根据录音整理
figures:
  - {{label: {phrase(name + "f")}, value: {number + 3}, unit: 处}}
  - {{label: {phrase(name + "g")}, value: {number % 90}, unit: "%"}}
demands:
  - {{text: {text(name + "d", 24)}, task: roads, org: housing, due: 2026-06-30}}
  - {{text: {text(name + "e", 24)}, task: services, org: civil-affairs, due: 2026-06-20}}
related: [{policies[number % len(policies)]}]
"""


def policy(name: str, day: date, number: int) -> str:
    points = "\n".join(f"  - {text(f'{name}x{step}', 24)}" for step in range(4))
    return f"""\
doc_no: 和创指〔{day.year}〕{number + 1}号
issuer: command
made: {day}
issued: {day}
effective: {day}
status_in_force: 现行有效
digest: {text(name + "digest", 180)}
points:
{points}
faq:
  - {{q: {text(name + "q", 16)[:-1]}吗？, a: {text(name + "a", 60)}}}
"""


def news(name: str, number: int, size: int) -> str:
    kind = ("dynamic", "notice", "media", "supervision")[number % 4]
    return f"kind: {kind}\ncommunities: [c{number * 17 % size}, c{(number * 17 + 5) % size}]\n"


@cache
def names(column: str, size: int) -> tuple[tuple[str, date], ...]:
    """The id and the day of each entry of a column, the newest first."""
    days = [LAST - timedelta(number * 37 % 400) for number in range(many(column, size))]
    return tuple((f"{day}-{column[0]}{number}", day) for number, day in enumerate(days))


def own_fields(column: str, name: str, day: date, number: int, size: int) -> str:
    """The fields that only entries of this column have."""
    if column == "policies":
        return policy(name, day, number)
    if column == "news":
        return news(name, number, size)
    policies = [name for name, _ in names("policies", size)]
    if column == "speeches":
        return speech(name, day, number, policies)
    return f"interprets: {policies[number * 4 % len(policies)]}\n"


def articles(size: int) -> Iterator[tuple[str, str]]:
    """Path below `docs/` and content of every entry of a city."""
    for column in SHARES:
        for number, (name, day) in enumerate(names(column, size)):
            own = own_fields(column, name, day, number, size)
            front = common(name, day) + own + REVIEW
            yield f"{column}/{name}.md", f"---\n{front}---\n{body(name, size)}"
