"""Putting a new tree in place of the old one, so that no reader sees half a site."""

from __future__ import annotations

import ctypes
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

AT_FDCWD = -100
RENAME_EXCHANGE = 2


class Busy(Exception):
    """Another build is writing the same site."""


@contextmanager
def new_tree(site_dir: Path) -> Iterator[Path]:
    """A folder beside the site to build into; gone afterwards, whatever happens.

    Raises Busy when another build is under way. What a killed build left is cleared.
    """
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(site_dir.parent / f".{site_dir.name}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise Busy from None
    with lock:
        _repair(site_dir)
        tree = Path(tempfile.mkdtemp(prefix=_prefix(site_dir), dir=site_dir.parent))
        try:
            yield tree
        finally:
            shutil.rmtree(tree, ignore_errors=True)


def _prefix(site_dir: Path) -> str:
    return f".{site_dir.name}-new-"


def _old(site_dir: Path) -> Path:
    return site_dir.with_name(f".{site_dir.name}-old")


def _repair(site_dir: Path) -> None:
    """Undo what a build killed between two renames left behind."""
    if _old(site_dir).exists() and not site_dir.exists():
        _old(site_dir).rename(site_dir)
    shutil.rmtree(_old(site_dir), ignore_errors=True)
    for stale in site_dir.parent.glob(f"{_prefix(site_dir)}*"):
        shutil.rmtree(stale, ignore_errors=True)


def swap(tree: Path, site_dir: Path) -> None:
    """Put `tree` where the site is.

    One step where the system can exchange two names (Linux); elsewhere two renames, and
    the next build repairs what a kill between them leaves.
    """
    tree.chmod(0o755)
    if not site_dir.exists():
        tree.rename(site_dir)
    elif not _exchanged(tree, site_dir):
        site_dir.rename(_old(site_dir))
        tree.rename(site_dir)
        shutil.rmtree(_old(site_dir), ignore_errors=True)


def _exchanged(first: Path, second: Path) -> bool:
    """Exchange two names atomically; False where the system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    names = (str(first).encode(), str(second).encode())
    return bool(rename(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0)
