"""Readings of a project that stays in memory: a file is read again when it has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from campaign.reading.cache import Cache, Read
from campaign.reading.file import Reading
from campaign.reading.listing import Listed
from campaign.reading.part import Part


class Memory(Cache):
    """A cache that is told which files of the project at `root` change, and looks at no other."""

    def __init__(self, root: Path, folder: Path | None) -> None:
        super().__init__(folder)
        self._root = root
        self._readings: dict[str, Reading] = {}
        self._listing: list[Listed] | None = None
        self._parts: dict[str, Part] = {}
        self._is_written = False

    def forget(self, paths: Iterable[str]) -> None:
        """These files have changed, or what they are below has; nothing said may be anything."""
        gone = tuple(paths)
        if gone and all(self._is_edited(path) for path in gone):
            touched = [name for name, part in self._parts.items() if not part.read.isdisjoint(gone)]
            for name in touched:
                del self._parts[name]
        else:
            self._listing = None
            self._parts.clear()
        below = tuple(f"{path}/" for path in gone)
        for path in list(self._readings):
            if path in gone or path.startswith(below):
                del self._readings[path]

    def _is_edited(self, path: str) -> bool:
        """Whether a file only says something else: it was read before, and is still a file."""
        place = self._root / path
        return path in self._readings and place.is_file() and not place.is_symlink()

    def write(self) -> None:
        """Keep what the first time read; a build keeps what comes after it."""
        if not self._is_written:
            super().write()
        self._is_written = True

    def listing(self, make: Callable[[], list[Listed]]) -> list[Listed]:
        if self._listing is None:
            self._listing = make()
        return self._listing

    def part(self, name: str, make: Callable[[], Part]) -> Part:
        if name not in self._parts:
            self._parts[name] = make()
        return self._parts[name]

    def known(self, path: str) -> Reading | None:
        return self._readings.get(path)

    def reading(self, path: str, raw: bytes, read: Read) -> Reading:
        found = self._readings[path] = super().reading(path, raw, read)
        return found
