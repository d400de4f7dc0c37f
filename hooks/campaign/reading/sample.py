"""The sample's files as they were given away: by their hashes they are known again.

What a file of the sample said was never said of a city: `start` may take it away, and nobody
rewrites the past who does so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

LIST = Path(__file__).parents[1] / "verbs/sample.sha256"
LAST = "showcases/deploy/demo.yml"
"""The sample's own profile: taken away last, so that it tells whether all else is gone."""
TEXTS = (".md", ".py", ".yml")
"""Files in which a checkout on Windows may have other line breaks."""


def digest(name: str, data: bytes) -> str:
    """The hash of what a file says, the same whichever line breaks git gave it."""
    if PurePosixPath(name).suffix in TEXTS:
        data = data.replace(b"\r\n", b"\n")
    return hashlib.sha256(data).hexdigest()


def listed(text: str) -> Mapping[str, str]:
    """The hash of each file of a list, by its path."""
    rows = (line.split("  ", 1) for line in text.splitlines())
    return {name: found for found, name in rows}


def known() -> Mapping[str, str]:
    """The sample as it was given away."""
    return listed(LIST.read_text(encoding="utf-8"))


def left_out(root: Path, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """What files said before, without those of the sample where a city has left it behind."""
    if not files or (root / LAST).exists():
        return files
    given = known()
    return {path: raw for path, raw in files.items() if digest(path, raw) != given.get(path)}
