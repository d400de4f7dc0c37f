"""A store of what was made from pictures, by the hash of all that it was made from.

An entry is a folder of files with a manifest of their hashes. It is written beside its
place and renamed, so a killed run leaves nothing half made, and verified whenever it is
used, so a damaged one is made again. Times of files are never looked at: a checkout
resets them. The whole folder may be deleted, copied or restored at any moment.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import features

from campaign import targets

PLACE = Path(".cache/photos")
"""Where a project's store is; a cache that continuous integration may keep."""
MANIFEST = "manifest.json"
SHELF, ENTRY = re.compile(r"[0-9a-f]{2}"), re.compile(r"[0-9a-f]{30}|\.new-\w+")
"""How the store names its folders: what is called otherwise is not its own."""
LIBRARIES = ("pil", "webp", "libjpeg_turbo", "littlecms2", "avif", "freetype2", "raqm")
VERSIONS = json.dumps({name: features.version(name) for name in LIBRARIES})
"""What encodes; another version may write other bytes."""


def key(*parts: str | bytes) -> str:
    """The name of what is made from these parts with the present libraries."""
    digest = hashlib.sha256(VERSIONS.encode())
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8) + data)
    return digest.hexdigest()[:32]


@dataclass(frozen=True)
class Entry:
    """What is stored under a key: files, and a few words about them."""

    folder: Path
    files: tuple[str, ...]
    notes: Mapping[str, str]

    def path(self, name: str) -> Path:
        return self.folder / name


class Store:
    """Entries below a folder of their own."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def _folder(self, key: str) -> Path:
        return self.root / key[:2] / key[2:]

    def get(self, key: str) -> Entry | None:
        """The entry, when it is there and whole."""
        folder = self._folder(key)
        try:
            manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
            hashes, notes = manifest["files"], manifest["notes"]
            whole = manifest["seal"] == _seal(hashes, notes) and all(
                _hash((folder / n).read_bytes()) == h for n, h in hashes.items()
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return Entry(folder, tuple(hashes), notes) if whole else None

    def put(self, key: str, files: Mapping[str, bytes], notes: Mapping[str, str]) -> Entry:
        """Store files under a key and return them as an entry."""
        folder = self._folder(key)
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=folder.parent) as temporary:
            made = Path(temporary) / "entry"
            made.mkdir()
            for name, data in files.items():
                (made / name).write_bytes(data)
            hashes = {name: _hash(data) for name, data in files.items()}
            told = {"files": hashes, "notes": dict(notes), "seal": _seal(hashes, notes)}
            manifest = json.dumps(told, ensure_ascii=False)
            (made / MANIFEST).write_text(manifest, encoding="utf-8")
            self._place(made, folder, key)
        return Entry(folder, tuple(files), notes)

    def _place(self, made: Path, folder: Path, key: str) -> None:
        """Move an entry to its place, unless another process has put a whole one there."""
        try:
            made.rename(folder)
        except OSError:
            if self.get(key) is None:
                _clear(folder)
                made.rename(folder)

    def remove(self, key: str) -> None:
        """Forget an entry, if it is there."""
        _clear(self._folder(key))

    def entries(self) -> Iterator[Path]:
        """Everything that has a name that the store gives, half made or whole."""
        for shelf in targets.own_entries(self.root, SHELF):
            yield from targets.own_entries(shelf, ENTRY)

    def sweep(self, keep: Iterable[str]) -> int:
        """Remove every entry that is not to be kept, and what killed runs left; how many."""
        kept = {self._folder(key) for key in keep}
        gone = [path for path in self.entries() if path not in kept]
        for path in gone:
            _clear(path)
        return len(gone)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _seal(hashes: Mapping[str, str], notes: Mapping[str, str]) -> str:
    """The hash of what a manifest says, so that a damaged one is known, too."""
    return _hash(json.dumps([dict(hashes), dict(notes)]).encode())


def _clear(path: Path) -> None:
    """Remove whatever stands there: a file can, where a folder was copied or restored."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
