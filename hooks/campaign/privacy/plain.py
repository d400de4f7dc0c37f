"""A text with every digit and letter in its plain form, character for character."""

from __future__ import annotations

import re
import unicodedata

GAP = r"[ \t\xa0\u3000\u2000-\u200f\u202f\u2060\ufeff\-‐-―−－.．·•・_*~()（）]{0,3}"
"""What may stand between the digits of one number, and nothing else does."""
CHINESE = "〇零一二三四五六七八九"
SPELT = re.compile(rf"[{CHINESE}○幺](?:{GAP}[{CHINESE}○幺]){{10,}}")
"""A number spelt digit by digit, as long as a telephone number at least."""
DIGITS = dict(zip(f"{CHINESE}○幺", "00123456789" + "01", strict=True))
HEXADECIMAL = re.compile(r"(?<![0-9A-Za-z])(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{12,}(?![0-9A-Za-z])")
"""A hash: what looks like a number in it is none."""


def plain(text: str) -> str:
    """The text with full-width, ringed and spelt digits and letters in ASCII, hashes blank."""
    if not text.isascii():
        text = text.translate(PLAIN)
        text = SPELT.sub(lambda found: "".join(DIGITS.get(m, m) for m in found[0]), text)
    return HEXADECIMAL.sub(lambda found: " " * len(found[0]), text)


class _Plain(dict[int, str]):
    """The plain form of each character, found when it is met for the first time."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, _plain(chr(code)))


PLAIN = _Plain({code: chr(code) for code in range(0x80)})


def _plain(mark: str) -> str:
    digit = unicodedata.digit(mark, None)
    if digit is not None:
        return str(digit)
    narrow = unicodedata.normalize("NFKC", mark)
    is_letter = len(narrow) == 1 and narrow.isascii() and (narrow.isalnum() or narrow in "@+#._")
    return narrow if is_letter else mark
