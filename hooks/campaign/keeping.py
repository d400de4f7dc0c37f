"""What was made once, kept in a folder for the next time: a mapping from keys to values.

Nothing depends on it: its files may be deleted, cut, damaged or carried to another machine
at any time. A file counts only when a checksum over all of it is right, and the folder is
named after the engine that made the values. A key must stand for everything that its value
is made from.

A value is pressed while it is kept: a big site's pages would fill the memory.

The checksum finds damage. It is no defence against somebody who may write into the folder
and writes a pickle of their own: they may as well write into the engine beside it.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import re
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar
from zlib import compress, crc32, decompress

from campaign import targets

LAST = ".cache/site"
"""Where the last publication is kept whole: a photo that is withdrawn must leave it, too."""
TREE, SEAL = "tree", "seal.json"
"""What is in that folder: the site, and what was seen of it."""
PARTS = 16
"""A changed value has a part of the whole written again, not all of it."""
NAME = re.compile(r"[0-9a-f]{32}")
FAST = 1
"""How much is done to press a value."""
Part = dict[str, bytes]
T = TypeVar("T")


class Kept:
    """Values by their keys; without a folder, for as long as it lives."""

    def __init__(self, place: Path | None, engine: str) -> None:
        self.folder = place / engine if place else None
        self._kept: list[Part] = [self._part(number) for number in range(PARTS)]
        self._used: list[Part] = [{} for _ in range(PARTS)]

    def get(self, key: str) -> Any | None:
        """The value of a key, if it is known; what is asked for stays for the next time."""
        number = crc32(key.encode()) % PARTS
        pressed = self._used[number].get(key) or self._kept[number].get(key)
        if pressed is None:
            return None
        self._used[number][key] = pressed
        with suppress(Exception):  # a right checksum over what this engine cannot read
            return pickle.loads(decompress(pressed))
        return None

    def put(self, key: str, value: Any) -> None:
        """Keep a value, which must not be None."""
        pressed = compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), FAST)
        self._used[crc32(key.encode()) % PARTS][key] = pressed

    def write(self) -> None:
        """Write what was used; nothing is written when nothing has changed.

        A folder that cannot be written to is left alone: the next time makes it again.
        """
        if self.folder is None:
            return
        with suppress(OSError):
            for number, used in enumerate(self._used):
                if not _same(used, self._kept[number]):
                    self._write_part(self.folder, number, used)

    def _part(self, number: int) -> Part:
        try:
            written = (self.folder / str(number)).read_bytes() if self.folder else b""
        except OSError:
            return {}
        checksum, pickled = written[:32], written[32:]
        if hashlib.sha256(pickled).digest() != checksum:
            return {}
        with suppress(Exception):
            kept: Any = pickle.loads(pickled)
            return kept if isinstance(kept, dict) else {}
        return {}

    def _write_part(self, folder: Path, number: int, used: Part) -> None:
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


def forget_last(root: Path) -> None:
    """Remove the last publication; where anything else lies in its place, nothing is removed."""
    if targets.holds_only(root / LAST, {TREE, SEAL}):
        shutil.rmtree(root / LAST, ignore_errors=True)


def key_of(*made_from: object) -> str | None:
    """A key for what is made from some values, by what they say of themselves.

    Nothing for an object that tells its place in memory alone: another may stand there.
    """
    found = hashlib.blake2b(digest_size=20)
    for value in made_from:
        if isinstance(value, str):  # hashed as it is: a page is long, and repr goes through it
            told = str(value)
        elif " at 0x" in (told := repr(value)):
            return None
        data = told.encode("utf-8", "surrogatepass")
        found.update(f"{isinstance(value, str)} {len(data)}\n".encode() + data)
    return found.hexdigest()


def made(kept: Kept | None, make: Callable[[], T], *made_from: object) -> T:
    """What `make` makes from some values, or made of the same the last time. Never None."""
    key = key_of(*made_from) if kept else None
    if kept is None or key is None:
        return make()
    value: T | None = kept.get(key)
    if value is None:
        value = make()
        kept.put(key, value)
    return value


def _same(used: Part, kept: Part) -> bool:
    return used.keys() == kept.keys() and all(used[key] is kept[key] for key in used)


def _sweep(folder: Path) -> None:
    """Forget what other engines made."""
    for other in targets.own_entries(folder.parent, NAME):
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
