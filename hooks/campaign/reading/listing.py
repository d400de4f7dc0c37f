"""Which files there are: the folders that people write in, walked once."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from campaign.staging import BESIDE

LINKED_DEPTH = 3
"""How many folders above a file may be symbolic links before nobody looks any further: no
kind's files lie deeper, and links that go in a circle come to an end."""

AT_ONCE = 1 << 16
NOT_PUBLISHED = frozenset({"docs/dev"})
"""Folders for those who develop the engine: nothing of them is content."""


def is_text(name: str) -> bool:
    """Whether a name on disk can be written down in UTF-8."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


class Listed(NamedTuple):
    """A file or a folder."""

    path: str
    """Relative to the project, with forward slashes."""
    is_dir: bool
    is_file: bool
    is_link: bool
    """Whether it is a symbolic link itself; the other two say what it leads to."""
    is_below_link: bool
    """Whether a folder above it is a symbolic link."""

    @property
    def is_readable(self) -> bool:
        """Whether its name is text: disks take any bytes, and old archives bring some."""
        return is_text(self.path)

    @property
    def printable(self) -> str:
        """Its path, as far as it can be shown."""
        return os.fsencode(self.path).decode("utf-8", "backslashreplace")

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0]

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def suffix(self) -> str:
        """The ending of its name, in small letters."""
        return os.path.splitext(self.name)[1].lower()


def listed(root: Path, folders: Iterable[str]) -> list[Listed]:
    """Everything below some folders of the project: each folder before what it holds."""
    found: list[Listed] = []
    for folder in folders:
        found += _below(str(root), folder, os.path.islink(root / folder))
    return found


def _below(root: str, folder: str, is_below_link: bool) -> Iterator[Listed]:
    try:
        with os.scandir(f"{root}/{folder}") as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        is_dir, is_link = entry.is_dir(), entry.is_symlink()
        path = f"{folder}/{entry.name}"
        if path in NOT_PUBLISHED or entry.name.endswith(BESIDE):
            continue  # a new text that an upgrade has put there is for the office alone
        yield Listed(path, is_dir, entry.is_file(), is_link, is_below_link)
        through = is_below_link or is_link
        if is_dir and (not through or path.count("/") < LINKED_DEPTH):
            yield from _below(root, path, through)


def matching(files: Iterable[Listed], pattern: str) -> list[Listed]:
    """The files that fit a glob; a star stands for a part of a name."""
    parts = (re.escape(part) for part in pattern.split("*"))
    fits = re.compile("[^/]*".join(parts)).fullmatch
    start = pattern.partition("*")[0]
    return [file for file in files if file.path.startswith(start) and fits(file.path)]


def content(path: str) -> bytes:
    """The bytes of a file, by as few calls of the system as it takes: there are thousands.

    Raises OSError when it cannot be read.
    """
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        read = os.read(file, AT_ONCE)
        found = [read]
        while read and len(read) == AT_ONCE:
            read = os.read(file, AT_ONCE)
            found.append(read)
        return b"".join(found)
    finally:
        os.close(file)
