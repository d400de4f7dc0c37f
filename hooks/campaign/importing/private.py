"""Numbers of people in a text that is not written yet: somebody says first what becomes of each.

What is a number of a person, and how a line says why it may be public, is decided in `privacy/`
and `reading/personal.py`; here it is named once, however often it stands there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from campaign.privacy.finding import Finding
from campaign.privacy.personal import masked
from campaign.privacy.plain import plain
from campaign.reading.personal import SHORTEST_REASON, block_of, unsettled
from campaign.text import cut

BETWEEN = r"(?:\\|<[^<>]{0,80}>|\s){0,8}"
"""What of a text's markup may stand between two characters of a number."""
ALIAS = re.compile(r"^(\s*(?:- )?(?:\w+: )?)(\*.*)$")
"""A value that would begin with an asterisk, which YAML takes for a name."""
AROUND = 20
LONGEST_REASON = 80
Reasons = Mapping[str, str]
"""By a number's key, why it may be public; nothing where it is to be hidden."""


class Unsettled(Exception):
    """A number can neither be hidden here nor has it a reason; the text says what it is."""


@dataclass(frozen=True)
class Private:
    """A number of a person."""

    key: str
    """A name for it that does not tell it."""
    what: str
    masked: str
    around: str
    """What stands around it first, with its middle hidden."""

    @property
    def words(self) -> str:
        return f"{self.what} {self.masked}，在“{self.around}”"


def found(text: str) -> list[Private]:
    """Each number of a person of which the text does not say why it may be public."""
    lines = text.split("\n")
    known: dict[str, Private] = {}
    for number, findings in unsettled(lines):
        for item in findings:
            around = _around(lines[number - 1], item)
            one = Private(_key(item), item.trace.value, item.masked, around)
            known.setdefault(one.key, one)
    return list(known.values())


def is_reason(words: str) -> bool:
    """Whether that is said in so many words."""
    return len(" ".join(words.split())) >= SHORTEST_REASON


def settled(text: str, reasons: Reasons, is_article: bool) -> str:
    """The text with numbers hidden, and with the reasons of those that stay.

    Raises Unsettled where a number is left.
    """
    lines = text.split("\n")
    body = lines.index("---", 1) + 1 if is_article else len(lines)
    why: dict[int, dict[str, None]] = {}
    for number, findings in list(unsettled(lines)):
        block = block_of(lines, number) if number <= body else 0
        for item in findings:
            if reason := reasons.get(_key(item)):
                why.setdefault(block or number, {})[reason] = None
            else:
                _hide(lines, number, item, is_markdown=number > body or block > 0)
        if number <= body and not block:
            lines[number - 1] = ALIAS.sub(r'\1"\2"', lines[number - 1])
    for place, said in why.items():
        lines[place - 1] += _waiver("；".join(said), is_markdown=place > body)
    for _, findings in unsettled(lines):
        raise Unsettled("、".join(f"{item.trace.value} {item.masked}" for item in findings))
    return "\n".join(lines)


def _key(item: Finding) -> str:
    """The same for a number in every dress."""
    bare = "".join(mark for mark in plain(item.written) if mark.isalnum())
    return sha256(bare.encode()).hexdigest()[:16]


def _around(line: str, item: Finding) -> str:
    start = line.find(item.written)
    if start < 0:
        return cut(masked(line).strip(), 2 * AROUND)
    before, after = masked(line[:start]), masked(line[start + len(item.written) :])
    return f"{before[-AROUND:].lstrip()}{item.masked}{after[:AROUND].rstrip()}"


def _hide(lines: list[str], number: int, item: Finding, is_markdown: bool) -> None:
    """Hide a number on its line, be it cut by markup or go on on the next one."""
    stretch = "\n".join(lines[number - 1 : number + 1])
    pairs = [pair for pair in zip(item.written, item.masked, strict=True) if pair[0].strip()]
    marks = (f"({re.escape(mark)})" for mark, _ in pairs)
    asterisk = r"\*" if is_markdown else "*"  # two pairs of them would make bold what lies between

    def hidden(hit: re.Match[str]) -> str:
        text, end = "", hit.start()
        for place, (mark, shown) in enumerate(pairs, 1):
            text += stretch[end : hit.start(place)]
            text += asterisk if shown == "*" != mark else mark
            end = hit.end(place)
        return text

    first, *after = re.sub(BETWEEN.join(marks), hidden, stretch).split("\n")
    lines[number - 1 : number + 1] = [first, *after]


def _waiver(reason: str, is_markdown: bool) -> str:
    words = masked(" ".join(reason.replace("--", "—").split()))[:LONGEST_REASON]
    return f" <!-- 可公开：{words} -->" if is_markdown else f"  # 可公开：{words}"


def listed(numbers: Sequence[Private]) -> str:
    """The numbers in one line."""
    return "；".join(item.words for item in numbers)
