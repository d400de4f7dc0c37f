"""Replacing files that people wrote, unless somebody else was faster."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from campaign import atomic
from campaign.writing import withdrawals


@dataclass(frozen=True)
class Rewrite:
    """A file as it was read, and as it is to be. Raises Revived where that must not be."""

    path: Path
    before: bytes | None
    """None where no file was."""
    after: bytes

    def __post_init__(self) -> None:
        withdrawals.refuse(self.path.name, self.before, self.after)


class Conflict(Exception):
    """A file says something else than when it was read. Nothing was written."""

    def __init__(self, rewrite: Rewrite, now: bytes | None) -> None:
        super().__init__(str(rewrite.path))
        self.path = rewrite.path
        self.before = rewrite.before
        self.ours = rewrite.after
        """What was to be written."""
        self.theirs = now
        """What somebody wrote meanwhile; none where the file is gone."""


def write(rewrites: Iterable[Rewrite]) -> None:
    """Replace files, each in one step, when all are as they were read.

    Raises Conflict before anything is written, and OSError. After a kill some are written
    and others not yet: each says what was there or what was to come.
    """
    wanted = list(rewrites)
    for rewrite in wanted:
        if (now := present(rewrite.path)) != rewrite.before:
            raise Conflict(rewrite, now)
    for rewrite in wanted:
        if rewrite.after != rewrite.before:
            atomic.replace(rewrite.path, rewrite.after)


def present(path: Path) -> bytes | None:
    """The bytes of a file; none where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
