"""Trees of files on a disk: a built site has thousands, so paths are texts here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def files(tree: Path) -> Iterator[str]:
    """Each file below a folder by its path in it, with forward slashes; links are files, too."""
    start = len(os.path.join(tree, ""))
    for folder, folders, names in os.walk(tree):
        below = f"{folder[start:]}/".replace(os.sep, "/").lstrip("/")
        links = [name for name in folders if os.path.islink(f"{folder}/{name}")]
        yield from (below + name for name in (*names, *links))


def sizes(tree: Path) -> dict[str, int]:
    """How many bytes each file below a folder has."""
    return {path: os.lstat(f"{tree}/{path}").st_size for path in files(tree)}
