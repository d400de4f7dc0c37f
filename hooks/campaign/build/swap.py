"""Putting a new tree in place of the old one, so that no reader sees half a site."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from campaign import targets

AT_FDCWD = -100
RENAME_EXCHANGE = 2
FOLDER_MODE, FILE_MODE = 0o755, 0o644
"""A web server runs as another user: what is published can be read by all, whatever the umask."""


class Busy(Exception):
    """Another build is writing the same site."""


@dataclass(frozen=True)
class NewTree:
    """A folder to build into, and the site that it is for."""

    root: Path
    path: Path
    site_dir: Path

    def put_in_place(self) -> None:
        """Put the new tree where the site is.

        One step where the system can exchange two names (Linux); elsewhere two renames, and
        the next build repairs what a kill between them leaves. Raises Refused when somebody
        has put files there since the build began.
        """
        _readable(self.path)
        site_dir = targets.for_a_site(self.root, self.site_dir)
        if not site_dir.exists():
            self.path.rename(site_dir)
        elif not _exchanged(self.path, site_dir):
            site_dir.rename(_old(site_dir))
            self.path.rename(site_dir)
            shutil.rmtree(_old(site_dir), ignore_errors=True)


@contextmanager
def new_tree(root: Path, site_dir: Path) -> Iterator[NewTree]:
    """A folder beside the site to build into; gone afterwards, whatever happens.

    Raises Refused where no site of the project `root` may be put, and Busy when another
    build is under way. What a killed build left is cleared.
    """
    site_dir = targets.for_a_site(root, site_dir)
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(site_dir.parent / f".{site_dir.name}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise Busy from None
    with lock:
        _repair(root, site_dir)
        path = Path(tempfile.mkdtemp(prefix=_prefix(site_dir), dir=site_dir.parent))
        try:
            yield NewTree(root, path, site_dir)
        finally:
            shutil.rmtree(path, ignore_errors=True)


def _prefix(site_dir: Path) -> str:
    return f".{site_dir.name}-new-"


def _old(site_dir: Path) -> Path:
    return site_dir.with_name(f".{site_dir.name}-old")


def _repair(root: Path, site_dir: Path) -> None:
    """Undo what a build killed between two renames left behind."""
    old = _old(site_dir)
    if old.exists():
        targets.for_a_site(root, old)
        if not site_dir.exists():
            old.rename(site_dir)
        shutil.rmtree(old, ignore_errors=True)
    made_here = re.compile(re.escape(_prefix(site_dir)) + r"\w{8}")
    for stale in targets.own_entries(site_dir.parent, made_here):
        shutil.rmtree(stale, ignore_errors=True)


def _readable(tree: Path) -> None:
    """Give everything the modes of a published site; links to kept files share theirs."""
    tree.chmod(FOLDER_MODE)
    for folder, folders, files in os.walk(tree):
        for names, mode in ((folders, FOLDER_MODE), (files, FILE_MODE)):
            for name in names:
                os.chmod(f"{folder}/{name}", mode)


def _exchanged(first: Path, second: Path) -> bool:
    """Exchange two names atomically; False where the system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    names = (str(first).encode(), str(second).encode())
    return bool(rename(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0)
