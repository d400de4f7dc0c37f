"""`start`: a fork leaves the sample behind and has a small, valid site of its own.

The records and articles of the sample go; the files of `starter/` take their place, with
the word lists, kinds of honour and computed indicators that a city begins with.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from campaign.kinds import KINDS, PROFILES
from campaign.reading.history import NoHistory, uncommitted

STARTER = Path(__file__).parent / "starter"
DEFAULT_URL = "https://example.github.io/showcase/"
SAMPLE_MARK = "showcases/deploy/demo.yml"
SAMPLE = (
    *(kind.pattern.partition("/*")[0] for kind in (*KINDS, PROFILES) if not kind.is_entry),
    "tests/content/drawings",
    "tests/content/test_sample.py",
    "tests/search/queries.yml",
    "tests/search/questions.yml",
)
"""Folders and files of the sample's records, and the tests that know it."""
ENTRIES = tuple(kind.pattern.partition("/*")[0] for kind in KINDS if kind.is_entry)
ENTRY = re.compile(r"^\d{4}-\d{2}-\d{2}-")


def obstacle(root: Path) -> str:
    """Why the sample cannot be emptied now; nothing when it can."""
    if not (root / SAMPLE_MARK).exists():
        return (
            "示例已经清空过了，没有改动任何文件。The sample is gone already; nothing was changed."
        )
    try:
        changed = uncommitted(root, "docs", "showcases")
    except NoHistory:
        return ""
    if changed:
        return (
            "docs/ 或 showcases/ 里有没提交的改动，请先提交或收起，以免丢失。\n"
            "There are uncommitted changes in docs/ or showcases/: commit or stash them first."
        )
    return ""


def start(root: Path, city: str, url: str) -> None:
    """Empty the sample below `root` and write the beginnings of `city`'s own site."""
    _remove_sample(root)
    environment = Environment(undefined=StrictUndefined, keep_trailing_newline=True)
    address = url if url.endswith("/") else f"{url}/"
    for source in sorted(path for path in STARTER.rglob("*") if path.is_file()):
        text = environment.from_string(source.read_text(encoding="utf-8"))
        target = root / source.relative_to(STARTER)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.render(city=city, url=address), encoding="utf-8", newline="\n")


def _remove_sample(root: Path) -> None:
    for name in SAMPLE:
        path = root / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    for folder in ENTRIES:
        for path in (root / folder).glob("*.md"):
            if ENTRY.match(path.name):
                path.unlink()
