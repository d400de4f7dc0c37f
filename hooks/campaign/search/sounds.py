"""What is heard alike is found: 幸福理, typed for 幸福里, by how the two are read.

Each character has one reading here, the usual one: it need not be right, as long as titles
and queries are read by the same table, which a browser loads where nothing else is found.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from functools import cache

from pypinyin import lazy_pinyin

from campaign.render.outputs import Output
from campaign.search import shards
from campaign.search.tokens import HAN

PATH = "search/sounds.js"
RUN = re.compile(f"[{HAN}]{{2,}}")
ROWS = range(0xB0, 0xF8)
"""The rows of GB 2312 that hold characters: all that an input method offers first."""
COLUMNS = range(0xA1, 0xFF)
LATIN = re.compile(r"[a-z]+")
BETWEEN = "'"


@cache
def readings() -> Mapping[str, str]:
    """How each character of GB 2312 is read."""
    codes = (bytes((row, column)) for row in ROWS for column in COLUMNS)
    signs = "".join(code.decode("gb2312", "ignore") for code in codes)
    read = zip(signs, lazy_pinyin(list(signs)), strict=True)
    return {sign: reading for sign, reading in read if LATIN.fullmatch(reading)}


def pairs(text: str) -> Iterator[str]:
    """How neighbouring characters of a title are read: `xing'fu`, `fu'li`."""
    known = readings()
    for run in RUN.findall(text):
        heard = [known.get(sign, sign) for sign in run]
        yield from (f"{a}{BETWEEN}{b}" for a, b in itertools.pairwise(heard))


def output() -> Output:
    """The table as a script: each reading, and the characters that are read so."""
    found: dict[str, str] = {}
    for sign, reading in readings().items():
        found[reading] = found.get(reading, "") + sign
    return shards.script(PATH, "sounds", " ".join(r + found[r] for r in sorted(found)))
