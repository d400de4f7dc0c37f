"""What in a text tells who somebody is: the one place that decides it, for checks and messages."""

from __future__ import annotations

import re

from campaign.privacy.finding import Finding
from campaign.privacy.numbers import numbers
from campaign.privacy.plain import plain
from campaign.privacy.signs import signs

WORTH_LOOKING = re.compile(r"\d|[@＠]|[一二三四五六七八九零〇①-⑨]")
"""A text without any digit holds nothing that is looked for."""


def found(text: str) -> list[Finding]:
    """The numbers of people in a text, in reading order; where two overlap, the longer."""
    if not WORTH_LOOKING.search(text):
        return []
    simple = plain(text)
    every = sorted({*numbers(simple), *signs(simple)}, key=lambda item: (item[0] - item[1], item))
    chosen: list[Finding] = []
    for start, end, trace in every:
        if all(end <= other.start or start >= other.end for other in chosen):
            chosen.append(Finding(start, end, trace, text[start:end]))
    return sorted(chosen)


def masked(text: str) -> str:
    """The text with every such number hidden, for whoever may see the text only in part."""
    for finding in reversed(found(text)):
        text = text[: finding.start] + finding.masked + text[finding.end :]
    return text
