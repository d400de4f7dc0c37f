"""The sample, file by file: what `start` may take away, and nothing else.

`sample.sha256` lists the sample's files with their hashes, as `sha256sum` writes them. A file
that a fork has changed or added has another hash or none, and is the fork's own. Whoever
changes the sample writes the list anew:

    PYTHONPATH=hooks python3 -m campaign.verbs.sample
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from campaign import atomic
from campaign.kinds import KINDS, PROFILES, SETTINGS
from campaign.reading.sample import LAST, LIST, digest
from campaign.verbs import ROOT

STARTER = Path(__file__).with_name("starter")
"""The files that take the place of the sample, as templates."""
RECORDS = tuple(
    kind.pattern.partition("/*")[0] for kind in (*KINDS, PROFILES, SETTINGS) if not kind.is_entry
)
TESTS = (
    "tests/content/drawings",
    "tests/content/test_sample.py",
    "tests/search/held_out.yml",
    "tests/search/queries.yml",
    "tests/search/questions.yml",
    "tests/search/unseen.yml",
)
"""Tests that know the sample, and the program that draws its pictures."""
COLUMNS = tuple(kind.pattern.partition("/*")[0] for kind in KINDS if kind.is_entry)
ENTRY = re.compile(r"^\d{4}-\d{2}-\d{2}-.*\.md$")
OF_TOOLS = re.compile(r"(^|/)\.|\.pyc$")
"""What other programs leave: hidden files, compiled modules."""


def files(root: Path) -> Iterator[str]:
    """The files of the sample in this repository: records, dated entries, what `start` renews."""
    found = {path for name in (*RECORDS, *TESTS) for path in _below(root / name)}
    for column in COLUMNS:
        found |= {path for path in (root / column).glob("*.md") if ENTRY.match(path.name)}
    found |= {root / path.relative_to(STARTER) for path in _below(STARTER)}
    names = (path.relative_to(root).as_posix() for path in found if path.is_file())
    return iter(sorted(name for name in names if not OF_TOOLS.search(name)))


def _below(path: Path) -> Iterator[Path]:
    """The file itself, or every file in a folder."""
    return path.rglob("*") if path.is_dir() else iter([path])


def written(root: Path) -> str:
    """The list for the sample as it is now."""
    hashes = ((digest(name, (root / name).read_bytes()), name) for name in files(root))
    return "".join(f"{found}  {name}\n" for found, name in hashes)


if __name__ == "__main__":
    if (ROOT / LAST).exists():
        atomic.replace_text(LIST, written(ROOT))
    else:
        raise SystemExit("The sample is gone: what is here now is nobody's sample.")
