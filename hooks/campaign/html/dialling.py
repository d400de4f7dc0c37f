"""Telephone numbers that a touch dials."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from campaign.html.tags import WRITTEN

AREA = r"[(（]?0\d{2,3}[)）]?[-\s]?"
LANDLINE = r"[2-9]\d{6,7}(?![\d-])"
FREE = r"[48]00[-\s]?\d{3}[-\s]?\d{4}(?!\d)"
SHORT = r"1(?:2\d{3}|1\d)(?!\d)"
NUMBER = re.compile(rf"(?<![\d-])(?:{AREA}{LANDLINE}|{FREE}|{LANDLINE}|{SHORT})")
"""A landline with or without its area, a number that costs the caller nothing, a short one."""
STRETCH = re.compile(r"[(（0-9][-()（）\d\s]{2,}")
"""Where a number can stand: a pattern that begins with a set of characters is found fast."""
UNMISTAKABLE = re.compile(rf"(?:{AREA}{LANDLINE}|{FREE})")
"""What is a telephone number in any text; of others, the words before them say so."""
CALLED = re.compile(r"(?:电话|热线|致电|拨打|请打|先打|号码)[\s:：是为]{0,3}$")
BEFORE = 5
"""Characters of those words, and of what may stand between."""
LEFT = re.compile(
    r"<!--.*?-->|<(a|audio|button|code|h[1-6]|pre|script|select|style|summary|svg|textarea|time)"
    rf"(?![a-z]){WRITTEN}>.*?</\1\s*>|<[/a-z]{WRITTEN}>",
    re.DOTALL | re.IGNORECASE,
)
"""What stays as it is in a page: tags, and elements in which no link can stand or none belongs."""


class Part(NamedTuple):
    """A stretch of a text."""

    text: str
    number: str = ""
    """What to dial, if it is a telephone number."""


def parts(text: str) -> Iterator[Part]:
    """A text that is about telephone numbers: joined, its parts are the text."""
    end = 0
    for found in _numbers(text):
        yield Part(text[end : found.start()])
        yield Part(found[0], re.sub(r"\D", "", found[0]))
        end = found.end()
    yield Part(text[end:])


def dialled(text: str) -> Markup:
    """The text with a link at each telephone number in it."""
    return Markup().join(_link(part) if part.number else escape(part.text) for part in parts(text))


def has_unlinked(body: Markup) -> bool:
    """Whether there may be a telephone number without a link: else no tag need be looked at."""
    numbers = (found for found in _numbers(str(body)) if not _is_linked(found))
    return any(_is_telephone(found) for found in numbers)


def dialled_page(body: Markup) -> Markup:
    """The body of a page with a link at each telephone number that has none."""
    html = str(body)
    found, end = [], 0
    for left in LEFT.finditer(html):
        found += [_running(html[end : left.start()]), left[0]]
        end = left.end()
    return Markup("".join([*found, _running(html[end:])]))  # links are all that is new


def _numbers(text: str) -> Iterator[re.Match[str]]:
    for stretch in STRETCH.finditer(text):
        yield from NUMBER.finditer(text, *stretch.span())


def _running(html: str) -> str:
    """Running text, where a number may also count things."""
    return NUMBER.sub(_linked, html) if html else ""


def _linked(found: re.Match[str]) -> str:
    number = Part(found[0], re.sub(r"\D", "", found[0]))
    return _link(number) if _is_telephone(found) else found[0]


def _is_linked(found: re.Match[str]) -> bool:
    """Whether a number stands at the end of a link, or is what a link dials."""
    html = found.string
    return html.endswith("tel:", 0, found.start()) or html.startswith("</a>", found.end())


def _is_telephone(found: re.Match[str]) -> bool:
    """Whether a number is one, by itself or by the words before it."""
    if UNMISTAKABLE.fullmatch(found[0]):
        return True
    before = found.string[max(0, found.start() - BEFORE) : found.start()]
    return CALLED.search(before) is not None


def _link(part: Part) -> Markup:
    return Markup('<a class="phone" href="tel:{}">{}</a>').format(part.number, part.text)
