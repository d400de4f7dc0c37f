"""An id for a document that nobody has named yet: its day, and the words of its title."""

from __future__ import annotations

from collections.abc import Mapping

from campaign.importing.word.recognising import Found
from campaign.writing.ids import slug

DAYS = ("delivered", "issued", "made")
"""Fields whose day an id begins with, the first that is known."""
DATED = frozenset({"speech", "policy", "news"})


def proposed(kind: str, known: Mapping[str, Found], name: str) -> str:
    """The id that an entry of a kind might have, from what is known of it and its file's name."""
    about = next((known[key].value for key in ("occasion", "title") if key in known), name)
    words = slug(about) or slug(name) or "word"
    day = next((known[key].value for key in DAYS if key in known), "")
    return f"{day}-{words}" if day and kind in DATED else words
