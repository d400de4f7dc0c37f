"""Text that went through the wrong encoding: private-use characters, and 锟斤拷 and its kin.

U+FFFD, which a failed decoding leaves, is refused with the invisible characters (Y04).
"""

from __future__ import annotations

import re

PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
KNOWN = re.compile("锟斤拷|烫烫烫|屯屯屯")
"""U+FFFD twice read as GBK, and a C compiler's fill bytes."""
LATIN = re.compile("(?:[â-ï][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}){2,}")
"""Chinese in UTF-8 read as Windows-1252: a letter and two marks for each character."""
FIRST = bytes(
    byte for lead in range(0xE4, 0xEA) for tail in range(0x80, 0xC0) for byte in (lead, tail)
)
GBK = re.compile(rf"(?=([{FIRST.decode('gbk', 'ignore')}][^\x00-\x7f]{{5}}))")
"""Six characters of GBK that may be, byte by byte, four Chinese characters of UTF-8."""


def garbled(line: str) -> str:
    """The first garbled stretch of a line, as it can be shown; nothing when there is none."""
    found = stretch(line)
    return found[1] if found else ""


def stretch(line: str) -> tuple[int, str] | None:
    """Where a line begins to be garbled, and the stretch as it can be shown."""
    if private := PRIVATE.search(line):
        return private.start(), f"U+{ord(private[0]):04X}"
    for pattern in (KNOWN, LATIN):
        if found := pattern.search(line):
            return found.start(), found[0]
    runs = (found for found in GBK.finditer(line) if _is_utf8_read_as_gbk(found[1]))
    return next(((found.start(), found[1]) for found in runs), None)


def _is_utf8_read_as_gbk(run: str) -> bool:
    try:
        text = run.encode("gbk").decode()
    except UnicodeError:
        return False
    return all("\u4e00" <= character <= "\u9fff" for character in text)
