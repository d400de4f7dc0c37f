"""Where originals are kept that lay inside the project: beside it for git, which ignores them."""

from __future__ import annotations

import shutil
from pathlib import Path

from campaign import atomic

ORIGINALS = "originals"


def set_aside(root: Path, source: Path, data: bytes) -> Path:
    """Keep an original where git does not see it; another of the same name is not overwritten."""
    place = first = root / ORIGINALS / source.resolve().relative_to(root.resolve())
    number = 1
    while place.exists() and place.read_bytes() != data:
        number += 1
        place = first.with_name(f"{source.stem}-{number}{source.suffix}")
    atomic.replace(place, data)
    shutil.copystat(source, place)
    return place
