"""Records in the theme's own search index (the pages poured in are unknown to it)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from campaign.outputs import Page

TAG = re.compile(r"<(?:svg|style|script)\b.*?</(?:svg|style|script)>|<[^>]+>", re.DOTALL)
SPACE = re.compile(r"\s+")


def documents(pages: Iterable[Page]) -> list[dict[str, str]]:
    """One search document a page: where it is, its title and its words."""
    return [
        {"location": page.path, "title": page.title, "text": plain(str(page.body))}
        for page in pages
    ]


def plain(html: str) -> str:
    """The words of some HTML."""
    return SPACE.sub(" ", TAG.sub(" ", html)).strip()
