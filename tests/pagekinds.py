"""Which pages stand for all: at least one of every kind, found on the built site itself.

No list to keep: a new shell, page or part is among them on the day it is first published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from campaign import urls
from campaign.kinds import ENTRY_KINDS, is_column_page

ENTRY_FOLDERS = [urls.FOLDERS[kind] for kind in ENTRY_KINDS]

PHOTO_LOOKS = re.compile(r"ph?-[0-9a-f]{8}")
"""Classes that are one photo's, not a part's."""


def addresses(tree: Path) -> dict[str, Path]:
    """Every page of a built site by its address below the site's root."""
    files = {path.relative_to(tree).as_posix(): path for path in sorted(tree.rglob("*.html"))}
    return {name.removesuffix("index.html"): path for name, path in files.items()}


def classes(path: Path) -> frozenset[str]:
    """The classes in a page's markup."""
    page = LexborHTMLParser(path.read_text(encoding="utf-8"))
    written = (node.attributes["class"] or "" for node in page.css("[class]"))
    names = (name for some in written for name in some.split())
    return frozenset(name for name in names if not PHOTO_LOOKS.fullmatch(name))


def written(docs: Path) -> list[str]:
    """The addresses of the pages in `docs/` that are neither shells nor entries."""
    names = (path.relative_to(docs).as_posix() for path in sorted(docs.rglob("*.md")))
    return [
        name.removesuffix("index.md") if name.endswith("index.md") else f"{name[:-3]}/"
        for name in names
        if (name.split("/")[0] not in ENTRY_FOLDERS or is_column_page(name.split("/")[-1]))
    ]


def shelves(names: Iterable[str]) -> list[str]:
    """The folders with pages below them: each has a kind of page of its own."""
    return sorted({name.split("/")[0] for name in names if name.count("/") > 1})


def _richest(names: Iterable[str], parts: Mapping[str, frozenset[str]]) -> list[str]:
    """The page with the most different parts; none of none."""
    found = sorted(names, key=lambda name: (-len(parts[name]), name))
    return found[:1]


def chosen(project: Path) -> list[str]:
    """Every written page, the richest of each shelf, and more until no class is missing."""
    parts = {name: classes(path) for name, path in addresses(project / "site").items()}
    taken = [name for name in written(project / "docs") if name in parts]
    for shelf in shelves(parts):
        here = (name for name in parts if name.startswith(f"{shelf}/") and name not in taken)
        taken += _richest(here, parts)
    left = frozenset().union(*parts.values()).difference(*(parts[name] for name in taken))
    while left:
        best = min(parts, key=lambda name: (-len(parts[name] & left), name))
        taken.append(best)
        left -= parts[best]
    return taken
