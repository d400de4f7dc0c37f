"""Lines that go on: between Chinese characters, a line break stands for nothing.

YAML and Markdown both take it for a space, as between English words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

HAN = "[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff“”‘’—…]"
"""A Chinese character or mark."""
CONTEXT = 12
"""Characters on either side by which a joint of two lines is found again."""
LINE_END, LINE_START = re.compile(rf"{HAN}\Z"), re.compile(HAN)
INLINE = r"(?:a|abbr|b|code|del|em|i|mark|small|span|strong|sub|sup|u)"
BREAK = re.compile(rf"(?<={HAN})((?:</{INLINE}>)*)\n *((?:<{INLINE}(?: [^<>]*)?>)*)(?={HAN})")
"""A line break of HTML between two Chinese characters of one paragraph."""


def unfolded(text: str, lines: Iterable[str]) -> str:
    """The text of a folded scalar without the spaces that stand for breaks of its lines."""
    position = 0
    for before, after in pairwise(line.strip(" '\"") for line in lines):
        tail, head = before[-CONTEXT:], after[:CONTEXT]
        joint = text.find(f"{tail} {head}", position)
        if joint >= 0 and LINE_END.search(tail) and LINE_START.match(head):
            position = joint + len(tail)
            text = text[:position] + text[position + 1 :]
    return text


def joined(html: str) -> str:
    """HTML of Markdown without line breaks between Chinese characters."""
    return BREAK.sub(r"\1\2", html)
