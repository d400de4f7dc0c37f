"""Where a title may break: between words, and never within a name that the site itself uses.

Chinese is written without spaces, so browsers break it anywhere. jieba's dictionary finds
the words; `words.txt` has those of the campaign that it lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path

from campaign.images import linebreaks

LONGEST = 6
"""Characters of a name that stays whole: a longer one would leave lines too uneven."""
HAN = r"\u3400-\u9fff"
NAME = re.compile(f"[{HAN}]{{2,{LONGEST}}}")
COUNTED = re.compile(r"[\d一二三四五六七八九十百千万几两半]+")
"""A number: the one character behind it is its measure word."""
LEANS_BACK = frozenset(
    " 的地得了着过们吗呢吧者性化级个条块张间家场次年月日天里上中下内外前后时起来"
)
"""Characters that, alone, belong to the word before them: no line begins with one."""
LEANS_ON = frozenset("在从把被让给向对为以与和及或按第每各全本该这那不未无小大老新")
"""Characters that, alone, belong to the word behind them: no line ends with one."""


class Words:
    """The words of a site's titles, given the names that it uses."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.names = frozenset(name for name in names if NAME.fullmatch(name))

    def pieces(self, title: str) -> list[str]:
        """The title in pieces between which a line may break; joined they are the title."""
        ends = set(self._ends(" ".join(title.split())))
        found, at, piece = [], 0, ""
        for unit in linebreaks.units(title):
            at, piece = at + len(unit), piece + unit
            if at in ends or not unit[-1:].isalnum():
                found.append(piece)
                piece = ""
        return [*found, piece] if piece else found

    def _ends(self, title: str) -> Iterator[int]:
        """Behind which characters a word ends, leaning ones with those on which they lean."""
        words = list(self._words(title))
        at = 0
        for word, behind in zip(words, [*words[1:], ""], strict=False):
            at += len(word)
            is_counted = COUNTED.fullmatch(word) and len(behind) == 1
            if not (behind in LEANS_BACK or word in LEANS_ON or is_counted):
                yield at

    def _words(self, title: str) -> Iterator[str]:
        """Names and known words first; between them, those of the dictionary."""
        import rjieba

        for number, part in enumerate(self._known.split(title)):
            yield from [part] if number % 2 else rjieba.cut(part)

    @cached_property
    def _known(self) -> re.Pattern[str]:
        longest_first = sorted(self.names | _of_the_campaign(), key=lambda name: (-len(name), name))
        return re.compile(f"({'|'.join(map(re.escape, longest_first))})")


@cache
def _of_the_campaign() -> frozenset[str]:
    return frozenset(Path(__file__).with_name("words.txt").read_text("utf-8").split())
