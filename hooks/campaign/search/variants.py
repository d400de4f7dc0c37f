"""Traditional characters for the simplified ones that the site uses.

A reader's keyboard may write 示範點: the interface maps it to 示范点 before it searches.
Only characters that the site does not use itself are mapped, each to one that it uses.
"""

from __future__ import annotations

from collections.abc import Iterable

from opencc import OpenCC

IDEOGRAPHS = [*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)]
"""Unicode's CJK blocks of the basic plane: https://www.unicode.org/charts/"""


def pairs(texts: Iterable[str]) -> str:
    """Traditional and simplified by turns: `範范點点`."""
    used = set().union(*texts)
    written = [chr(code) for code in IDEOGRAPHS if chr(code) not in used]
    simplified = OpenCC("t2s").convert("\n".join(written)).split("\n")
    return "".join(t + s for t, s in zip(written, simplified, strict=True) if s in used)
