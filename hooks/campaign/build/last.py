"""The last publication, kept under a key of everything that it was made from.

When nothing has changed, the same bytes are published again and nothing is made. Files are
compared by their contents and never by their times. What is kept may be deleted, cut or
damaged at any time: a publication counts only when each of its files is the one that was
written.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from posixpath import dirname
from sysconfig import get_path

from campaign import trees
from campaign.keeping import LAST, SEAL, TREE, forget_last
from campaign.problems import Problem
from campaign.reading.listing import content, listed

WRITTEN = ("docs", "showcases")
ENGINE = ("mkdocs.yml", "node_modules/lock.sha256")
"""Beside the folder `hooks`; the second tells which packages of npm are installed."""


@dataclass(frozen=True)
class Last:
    """A publication that is whole."""

    folder: Path
    sizes: Mapping[str, int]
    problems: list[Problem]
    """What was wrong with its content: told again, as nothing of it has changed."""

    def publish(self, tree: Path) -> None:
        """Put the same files into `tree`."""
        _same_files(self.folder / TREE, self.sizes, tree)


TIMED = re.compile(rb"^published:\W*(\d{4}-\d\d-\d\d \d\d:\d\d)", re.MULTILINE)
"""When an entry comes out, as its front matter says."""


def key(root: Path, profile: str | None, now: datetime, before: str | None = None) -> str:
    """A hash of everything that a build depends on: what people wrote, the engine, the day.

    And the commit `before`, with which what was published is compared. Of the time it
    depends on no more than which entries have come out by then.
    """
    asked = (profile, str(now.date()), before, platform.python_version())
    found = hashlib.sha256(repr(asked).encode())
    found.update(repr(list(_around())).encode())
    found.update(_revision(root))
    for path in _files(root):
        data = content(f"{root}/{path}")
        found.update(os.fsencode(path) + f"\n{len(data)}\n".encode())
        found.update(hashlib.sha256(data).digest())
        found.update(repr(_come_out(data, now)).encode())
    return found.hexdigest()


def _come_out(data: bytes, now: datetime) -> list[bool]:
    """Whether each time of publication in a file has come."""
    minute = f"{now:%Y-%m-%d %H:%M}".encode()
    return [at <= minute for at in TIMED.findall(data)]


def _files(root: Path) -> Iterator[str]:
    for item in listed(root, (*WRITTEN, "hooks")):
        if item.is_file and not item.name.endswith(".pyc"):
            yield item.path
    yield from (name for name in ENGINE if (root / name).is_file())


def _around() -> Iterator[str]:
    """What stands beside the engine: its packages."""
    yield from sorted(path.name for path in Path(get_path("purelib")).glob("*.dist-info"))


def _revision(root: Path) -> bytes:
    """The commit that is checked out: on it depends which dates of articles are true."""
    try:
        done = subprocess.run(["git", "rev-parse", "HEAD"], cwd=root, capture_output=True)
    except OSError:
        return b""
    return done.stdout


def find(root: Path, key: str) -> Last | None:
    """The publication that was made from this, when it is here and whole."""
    folder = root / LAST
    try:
        sealed = json.loads((folder / SEAL).read_text(encoding="utf-8"))
        hashes = sealed["files"]
        is_it = sealed["key"] == key and {*trees.files(folder / TREE)} == hashes.keys()
        if not is_it or _hashes(folder / TREE, hashes) != hashes:
            return None
        problems = [Problem(**item) for item in sealed["problems"]]
        return Last(folder, sealed["sizes"], problems)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(root: Path, key: str, tree: Path, problems: Iterable[Problem]) -> None:
    """Keep a tree that is about to be published; where it cannot be, nothing is kept."""
    folder = root / LAST
    folder.parent.mkdir(parents=True, exist_ok=True)
    sizes = trees.sizes(tree)
    try:
        with tempfile.TemporaryDirectory(prefix=".new-", dir=folder.parent) as name:
            made = Path(name) / "site"
            _same_files(tree, sizes, made / TREE)
            sealed = {
                "key": key,
                "files": _hashes(tree, sizes),
                "sizes": sizes,
                "problems": [asdict(item) for item in problems],
            }
            (made / SEAL).write_text(json.dumps(sealed, ensure_ascii=False), encoding="utf-8")
            forget_last(root)
            made.rename(folder)
    except OSError:
        return


def forget(root: Path, withdrawn: Collection[str]) -> None:
    """Keep no publication in which one of these photos can be seen."""
    from campaign.photos.published import FOLDER  # not for a build that changes nothing

    tree = root / LAST / TREE
    if any((tree / FOLDER / id).exists() for id in withdrawn):
        forget_last(root)


def _hashes(tree: Path, names: Iterable[str]) -> dict[str, str]:
    """The hash of each of these files of a tree."""
    return {name: hashlib.sha256(content(f"{tree}/{name}")).hexdigest() for name in names}


def _same_files(source: Path, names: Collection[str], target: Path) -> None:
    """Files of one tree in another, too: under two names, or as copies where the disk knows
    only one name for a file."""
    for folder in {dirname(name) for name in names}:
        os.makedirs(f"{target}/{folder}", exist_ok=True)
    for name in names:
        try:
            os.link(f"{source}/{name}", f"{target}/{name}")
        except OSError:
            shutil.copyfile(f"{source}/{name}", f"{target}/{name}")
