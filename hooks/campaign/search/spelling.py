"""Names in Latin letters: people who cannot write a name, or hurry, type its pinyin."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pypinyin import lazy_pinyin

LATIN = re.compile(r"[a-z0-9]+")


def spelled(name: str, written: str | None = None) -> str:
    """`xingfulishequ xflsq` for 幸福里社区: in full, and by initials.

    `written` is the pinyin that an editor gives where the name is read in another way.
    """
    syllables = LATIN.findall((written or " ".join(lazy_pinyin(name))).lower())
    return f"{''.join(syllables)} {''.join(part[0] for part in syllables)}" if syllables else ""


def all_spelled(names: Iterable[str]) -> str:
    """Several names, each in full and by initials, none twice."""
    words = " ".join(spelled(name) for name in names).split()
    return " ".join(dict.fromkeys(words))
