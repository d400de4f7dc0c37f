"""Replacing a file in one step: a reader, or a kill, finds the old file or the new one."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

UNFINISHED = re.compile(r"\..+\.new")
"""What a file is called while it is being written; a kill may leave one, which means nothing."""


def replace(path: Path, data: bytes) -> None:
    """Put a file with `data` where `path` is; folders that it needs are made.

    A link stays, and what it leads to is replaced; so does the old file's mode. Raises
    OSError, and then what was there is as it was.
    """
    place = path.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = place.with_name(f".{place.name}.new")
    with suppress(FileNotFoundError):
        unfinished.unlink()
    try:
        _write(unfinished, data)
        if place.exists():
            unfinished.chmod(place.stat().st_mode & 0o7777)
        unfinished.replace(place)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        error.filename, error.filename2 = str(place), None  # what somebody asked for
        raise


def replace_text(path: Path, text: str) -> None:
    """The same for a text, in UTF-8 and with the line breaks that it has."""
    replace(path, text.encode())


def _write(path: Path, data: bytes) -> None:
    """Write a new file, down to the disk: a name must not come before what it stands for."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
