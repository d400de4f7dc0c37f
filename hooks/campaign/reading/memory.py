"""Readings of a project that stays in memory: a file is read again when it has changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from campaign.reading.cache import Cache, Read
from campaign.reading.file import Reading


class Memory(Cache):
    """A cache that is told which files change, and looks at no other."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__(folder)
        self._readings: dict[str, Reading] = {}
        self._is_written = False

    def forget(self, paths: Iterable[str]) -> None:
        """These files have changed, or what they are below has."""
        gone = tuple(paths)
        below = tuple(f"{path}/" for path in gone)
        for path in list(self._readings):
            if path in gone or path.startswith(below):
                del self._readings[path]

    def write(self) -> None:
        """Keep what the first time read; a build keeps what comes after it."""
        if not self._is_written:
            super().write()
        self._is_written = True

    def known(self, path: str) -> Reading | None:
        return self._readings.get(path)

    def reading(self, path: str, raw: bytes, read: Read) -> Reading:
        found = self._readings[path] = super().reading(path, raw, read)
        return found
