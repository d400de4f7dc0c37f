"""How large the published site is, by what takes the room, and whether its host takes it.

GitHub Pages: a published site may hold 1 GB (its documentation, "GitHub Pages limits").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from posixpath import basename, splitext

from campaign import trees
from campaign.formats import DERIVED
from campaign.model.settings import Profile
from campaign.problems import Problem, problem

MEGABYTE = 1_000_000
WARN_AT, FAIL_AT, LIMIT = 700, 900, 1000
"""In megabytes, for a site on GitHub Pages."""
REST = "其他 other"


@dataclass(frozen=True)
class Row:
    """One line of the size table."""

    name: str
    files: int
    bytes: int


def _kind(path: str) -> str:
    suffix = splitext(path)[1]
    if basename(path).startswith("card-") or path.startswith("cards/"):
        return "分享图 cards"
    if path.startswith("search/") and suffix != ".html":
        return "搜索 search"
    if suffix in DERIVED:
        return f"照片 photos {suffix}"
    if suffix == ".html":
        return "网页 pages"
    if suffix in (".css", ".js", ".svg", ".map"):
        return "样式和脚本 styles, scripts"
    return REST


def measured(tree: Path) -> list[Row]:
    """The size table of a built tree, largest first."""
    return counted(trees.sizes(tree))


def counted(sizes: Mapping[str, int]) -> list[Row]:
    """The size table of files whose sizes in bytes are known, largest first."""
    found: dict[str, list[int]] = {}
    for path, size in sizes.items():
        found.setdefault(_kind(path), []).append(size)
    rows = [Row(name, len(sizes), sum(sizes)) for name, sizes in found.items()]
    return sorted(rows, key=lambda row: (-row.bytes, row.name))


def table(rows: Sequence[Row]) -> list[str]:
    """The table as lines, its total last."""
    total = Row("合计 total", sum(r.files for r in rows), sum(r.bytes for r in rows))
    return [f"{r.bytes / MEGABYTE:9.1f} MB {r.files:7} 个  {r.name}" for r in (*rows, total)]


def budget(rows: Sequence[Row], profile: Profile) -> Iterator[Problem]:
    """V38a and V38b: the site comes near the limit of GitHub Pages, or passes our margin."""
    size = sum(row.bytes for row in rows) / MEGABYTE
    if profile.is_on_github and size >= WARN_AT:
        code = "V38b" if size >= FAIL_AT else "V38a"
        path = f"showcases/deploy/{profile.id}.yml"
        yield problem(path, 1, code, value=f"{size:.0f}", limit=LIMIT)
