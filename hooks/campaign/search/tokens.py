"""What a text is looked up by: pairs of neighbouring signs in Chinese, words in other scripts.

Chinese has no spaces, and no two programs cut it into the same words: any stretch of a text
is found by its pairs instead (路灯坏了: 路灯, 灯坏, 坏了). Where digits or Latin letters touch
Chinese, the last of them makes a pair with it (4号), so that 月9日 is found in 4月9日. A sign
that begins no pair of a text stands alone, so that whoever types a single one finds it. The
script `search/tokens.js` takes a query apart in the same way.
"""

from __future__ import annotations

import re
from collections import Counter
from operator import add, itemgetter
from unicodedata import normalize

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
IS_HAN = re.compile(f"[{HAN}]")
UNUSUAL = re.compile(f"[^\\W_a-z0-9{HAN}]|[\uf900-\ufaff]")
"""Letters and digits that may have a plainer form: capitals, full width, circled."""
WORD = re.compile(f"[^\\W_{HAN}]+")
BETWEEN = re.compile(r"[\W_]+")
FIGURE = re.compile(r"[0-9]+(?:[.:,/-][0-9]+)+")
"""What is one thing although it has a sign inside: 75.6, 8:30, 3,180, 0000-6202347."""


def folded(text: str) -> str:
    """Every letter and digit in its plain form, one for one."""
    return UNUSUAL.sub(_plain, text)


def _plain(found: re.Match[str]) -> str:
    plain = normalize("NFKC", found[0]).lower()
    return plain if len(plain) == 1 else found[0]


def counted(text: str) -> dict[str, int]:
    """The tokens of a text, and how often each stands in it; a sign that stands alone, once."""
    plain = folded(text)
    signs = BETWEEN.sub("\n", plain)
    pairs = Counter(map(add, signs, signs[1:]))
    found = {p: times for p, times in pairs.items() if not p.isascii() and "\n" not in p}
    lasting = {run[-1] for run in signs.split("\n") if run}
    alone = lasting.difference(map(itemgetter(0), found))
    found.update((sign, 1) for sign in alone if IS_HAN.match(sign))
    found.update(Counter(WORD.findall(plain)))
    found.update(Counter(FIGURE.findall(plain)))
    return found
