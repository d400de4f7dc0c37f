"""What reading a file gave, kept for the next time under the hash of the file's bytes.

A record that is kept costs a fortieth of one that is read. Nothing depends on the cache: its
files may be deleted, cut, damaged or carried to another machine at any time. A file counts
only when a checksum over all of it is right; its folder is named after everything that
reading depends on besides the files; and a reading counts only for a file of the same path
and the same bytes, which are read each time. Times of change are not trusted.

The checksum finds damage. It is no defence against somebody who may write into the folder
and writes a pickle of their own: they may as well write into the engine beside it.
"""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import pydantic
import pydantic_core
import yaml

from campaign.reading.file import Reading
from campaign.site import Origin

FOLDER = ".cache/records"
"""Where readings are kept, relative to the project."""
PARTS = 16
"""A changed file has a part of the readings written again, not all of them."""
ENGINE = (
    *("problems.py", "rules.yml", "site.py", "text.py", "clock.py", "blocks/__init__.py"),
    *("reading/*.py", "model/*.py", "kinds/*.py"),
    *("kinds/*/__init__.py", "kinds/*/record.py", "kinds/*/rules.yml"),
)
"""What a reading depends on, of this engine."""
KEY = re.compile(r"[0-9a-f]{32}")

Kept = dict[str, tuple[bytes, Reading]]
"""Readings by path, each with the hash of the bytes that were read."""
Read = Callable[[str, bytes], Reading]


@cache
def engine_key() -> str:
    """A hash of all that reading depends on, but for the files that are read."""
    campaign = Path(__file__).parents[1]
    versions = (sys.version, pydantic.VERSION, pydantic_core.__version__, yaml.__version__)
    made = hashlib.sha256(repr((versions, yaml.__with_libyaml__)).encode())
    for path in sorted({path for pattern in ENGINE for path in campaign.glob(pattern)}):
        text = path.read_bytes()
        made.update(f"{path.relative_to(campaign).as_posix()} {len(text)}\n".encode() + text)
    return made.hexdigest()[:32]


class Packed(Mapping[tuple[str | int, ...], int]):
    """The lines of a file's values, unpacked when somebody asks for one: few readings are."""

    def __init__(self, lines: Mapping[tuple[str | int, ...], int]) -> None:
        self._packed = pickle.dumps(dict(lines), pickle.HIGHEST_PROTOCOL)

        self._unpacked: dict[tuple[str | int, ...], int] | None = None

    def _lines(self) -> dict[tuple[str | int, ...], int]:
        if self._unpacked is None:
            self._unpacked = pickle.loads(self._packed)
        return self._unpacked or {}

    def __getstate__(self) -> dict[str, bytes | None]:
        return {"_packed": self._packed, "_unpacked": None}

    def __contains__(self, loc: object) -> bool:
        return loc in (self._unpacked or self._lines())

    def __getitem__(self, loc: tuple[str | int, ...]) -> int:
        return (self._unpacked or self._lines())[loc]

    def __iter__(self) -> Iterator[tuple[str | int, ...]]:
        return iter(self._lines())

    def __len__(self) -> int:
        return len(self._lines())


class Cache:
    """The readings of one project, as far as they are kept in `folder`."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder / engine_key() if folder else None
        self.kept: list[Kept] = [self._part(number) for number in range(PARTS)]
        self.used: list[Kept] = [{} for _ in range(PARTS)]

    def reading(self, path: str, raw: bytes, read: Read) -> Reading:
        """What the file says: kept from another time, or read now."""
        if self.folder is None:
            return read(path, raw)
        number, found = crc32(path.encode()) % PARTS, hashlib.sha256(raw).digest()
        known = self.kept[number].get(path)
        if known is None or known[0] != found:
            known = (found, _packed(read(path, raw)))
        self.used[number][path] = known
        return known[1]

    def write(self) -> None:
        """Keep what was read; nothing is written when nothing has changed.

        A folder that cannot be written to is left alone: the next time reads again.
        """
        if self.folder is None:
            return
        with suppress(OSError):
            for number, used in enumerate(self.used):
                if not _same(used, self.kept[number]):
                    self._write_part(self.folder, number, used)

    def _part(self, number: int) -> Kept:
        try:
            written = (self.folder / str(number)).read_bytes() if self.folder else b""
        except OSError:
            return {}
        checksum, pickled = written[:32], written[32:]
        if hashlib.sha256(pickled).digest() != checksum:
            return {}
        with suppress(Exception):  # a right checksum over what this engine cannot read
            kept: Any = pickle.loads(pickled)
            return kept if isinstance(kept, dict) else {}
        return {}

    def _write_part(self, folder: Path, number: int, used: Kept) -> None:
        if not folder.is_dir():
            folder.mkdir(parents=True)
            _sweep(folder)
        pickled = pickle.dumps(used, pickle.HIGHEST_PROTOCOL)
        file, name = tempfile.mkstemp(dir=folder)
        try:
            with os.fdopen(file, "wb") as out:
                out.write(hashlib.sha256(pickled).digest() + pickled)
            os.replace(name, folder / str(number))
        except OSError:
            Path(name).unlink(missing_ok=True)


def _same(used: Kept, kept: Kept) -> bool:
    return used.keys() == kept.keys() and all(used[path] is kept[path] for path in used)


def _sweep(folder: Path) -> None:
    """Forget what other engines read."""
    for other in folder.parent.iterdir():
        if other != folder and KEY.fullmatch(other.name):
            shutil.rmtree(other, ignore_errors=True)


def _packed(reading: Reading) -> Reading:
    """The reading with the lines of its values packed, once for each file."""
    origins = [item.origin for item in reading.records]
    shared = {id(lines): lines for o in origins for lines in (o.lines, o.blocks)}
    packed = {key: Packed(lines) for key, lines in shared.items()}

    def pack(origin: Origin) -> Origin:
        return replace(origin, lines=packed[id(origin.lines)], blocks=packed[id(origin.blocks)])

    items = [replace(item, origin=pack(item.origin)) for item in reading.records]
    return replace(reading, records=items)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Many new objects, none of them garbage: looking for some takes longer than making them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
