"""An id for a document that nobody has named yet: its day, and the words of its title."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pypinyin import lazy_pinyin

from campaign.importing.word.recognising import Found

LONGEST = 28
"""Letters of the title's words in an id."""
DAYS = ("delivered", "issued", "made")
"""Fields whose day an id begins with, the first that is known."""
EMPTY = re.compile(r"^(?:关于|在|全市|全区|全县|印发|举办|开展|召开|做好|进一步|的)+")
"""Words with which many titles begin and which tell them not apart."""
DATED = frozenset({"speech", "policy", "news"})


def proposed(kind: str, known: Mapping[str, Found], name: str) -> str:
    """The id that an entry of a kind might have, from what is known of it and its file's name."""
    about = next((known[key].value for key in ("occasion", "title") if key in known), name)
    words = slug(about) or slug(name) or "word"
    day = next((known[key].value for key in DAYS if key in known), "")
    return f"{day}-{words}" if day and kind in DATED else words


def slug(text: str) -> str:
    """Lower-case ASCII letters of a text, Chinese as pinyin, whole syllables only."""
    text = EMPTY.sub("", text)
    spelt = ""
    for syllable in lazy_pinyin(text):
        part = re.sub(r"[^a-z0-9]+", "-", syllable.lower())
        if len(spelt) + len(part) > LONGEST:
            break
        spelt += part
    return re.sub(r"-+", "-", spelt).strip("-").lstrip("-0123456789")
