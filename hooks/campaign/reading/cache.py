"""What reading a file gave, kept for the next time under the hash of the file's bytes.

A record that is kept costs a fortieth of one that is read. Nothing depends on the cache
(`keeping`): its folder is named after everything that reading depends on besides the files,
and a reading counts only for a file of the same path and the same bytes, which are read
each time. Times of change are not trusted.
"""

from __future__ import annotations

import gc
import hashlib
import pickle
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

import pydantic
import pydantic_core
import yaml

from campaign.keeping import Kept
from campaign.model.origin import Origin
from campaign.reading.file import Reading
from campaign.reading.listing import Listed
from campaign.reading.part import Part

FOLDER = ".cache/records"
"""Where readings are kept, relative to the project."""
ENGINE = (
    *("problems.py", "rules.yml", "site.py", "text.py", "clock.py", "keeping.py", "atomic.py"),
    *("formats.py", "targets.py", "trees.py", "migrations/*.py"),
    *("blocks/__init__.py", "privacy/*.py", "reading/*.py", "model/*.py", "kinds/*.py"),
    *("kinds/*/__init__.py", "kinds/*/record.py", "kinds/*/addresses.py", "kinds/*/rules.yml"),
    *("kinds/*/lifecycle.py", "staging.py", "writing/values.py"),
)
"""What a reading depends on, of this engine."""
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
        self._kept = Kept(folder, engine_key()) if folder else None

    def listing(self, make: Callable[[], list[Listed]]) -> list[Listed]:
        """Which files there are: here looked up each time."""
        return make()

    def part(self, name: str, make: Callable[[], Part]) -> Part:
        """What several files say, by a name for all of them: here put together each time."""
        return make()

    def known(self, path: str) -> Reading | None:
        """What a file says that has not changed for certain: here none, as all are compared."""
        return None

    def reading(self, path: str, raw: bytes, read: Read) -> Reading:
        """What the file says: kept from another time, or read now."""
        if self._kept is None:
            return read(path, raw)
        found = hashlib.sha256(raw).digest()
        known: tuple[bytes, Reading] | None = self._kept.get(path)
        if known is None or known[0] != found:
            known = (found, _packed(read(path, raw)))
            self._kept.put(path, known)
        return known[1]

    def write(self) -> None:
        """Keep what was read for the next time."""
        if self._kept:
            self._kept.write()


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
