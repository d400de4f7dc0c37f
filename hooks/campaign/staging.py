"""Many files changed as one: after a kill, the next command goes on where the last one ended.

What is to come is written into `.upgrade/` first, and a journal last: without one nothing has
been decided, with one nothing is lost. While files are put in place the engine is half old,
half new; so this module needs the standard library alone, and `build_site.py` asks it first.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from campaign import atomic, targets

FOLDER = ".upgrade"
JOURNAL = "journal.json"
NEW = "new"
BESIDE = ".upgrade"
"""What is put behind the name of a file that may not take its place."""
SCRIPTS = (".ci/", "编辑网站.command")
"""Files in this folder are run by their names, and so is this one."""


@dataclass(frozen=True)
class Change:
    """A file that is to come, or to go."""

    name: str
    before: str | None
    """The hash of what it may take the place of; nothing may be there when it is none."""
    data: bytes | None
    """What is to stand there; none when the file goes."""


def digest(data: bytes) -> str:
    """The hash of a file, the same whichever line breaks git gave a text."""
    if b"\0" not in data:
        data = data.replace(b"\r\n", b"\n")
    return hashlib.sha256(data).hexdigest()


def present(root: Path, name: str) -> str | None:
    """The hash of a file in the project: none where nothing is, empty for what is no own file."""
    path = root / name
    if not path.exists() and not path.is_symlink():
        return None
    return digest(path.read_bytes()) if targets.is_own_file(root, name) else ""


def put(root: Path, changes: Iterable[Change]) -> None:
    """Make the changes, in this order. Raises OSError, and targets.Refused for a foreign folder."""
    _clear(root)
    rows = []
    for change in changes:
        rows.append({**asdict(change), "data": change.data is not None})
        if change.data is not None:
            atomic.replace(root / FOLDER / NEW / change.name, change.data)
    atomic.replace_text(root / FOLDER / JOURNAL, json.dumps(rows))
    finish(root)


def is_unfinished(root: Path) -> bool:
    """Whether changes were decided on, and a kill came before their end."""
    return (root / FOLDER / JOURNAL).is_file()


def finish(root: Path) -> None:
    """Put in place what is not there yet."""
    for row in json.loads((root / FOLDER / JOURNAL).read_text(encoding="utf-8")):
        if row["data"]:
            _come(root, row["name"], row["before"])
        elif present(root, row["name"]) == row["before"]:
            _go(root, row["name"])
    (root / FOLDER / JOURNAL).unlink()
    _clear(root)


def _come(root: Path, name: str, before: str | None) -> None:
    """Put a new file in place, or beside what somebody has written there meanwhile."""
    waiting = root / FOLDER / NEW / name
    if not waiting.exists():  # it was put in place before the kill
        return
    data = waiting.read_bytes()
    is_free = present(root, name) in (None, before, digest(data))
    place = root / (name if is_free else name + BESIDE)
    atomic.replace(place, data)
    if name.startswith(SCRIPTS):
        place.chmod(place.stat().st_mode | 0o111)
    waiting.unlink()


def _go(root: Path, name: str) -> None:
    """Remove a file, and the folders that are empty without it."""
    (root / name).unlink()
    with suppress(OSError):  # a folder in which something else lies
        for folder in Path(name).parents[:-1]:
            (root / folder).rmdir()


def _clear(root: Path) -> None:
    folder = root / FOLDER
    if not folder.exists() and not folder.is_symlink():
        return
    if not targets.holds_only(folder, (NEW, JOURNAL, f".{JOURNAL}.new")):
        raise targets.Refused(
            f"{folder} 不是本程序的文件夹，请先移走。It is no folder of this program: move it."
        )
    shutil.rmtree(folder)
