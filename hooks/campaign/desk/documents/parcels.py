"""Files that an office brings to the desk, outside the project until somebody agrees to them."""

from __future__ import annotations

import re
import secrets
import shutil
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from campaign.attachments.untrusted import LARGEST_FILE, Refused
from campaign.importing import opening
from campaign.importing.excel import grid
from campaign.importing.excel.grid import Book
from campaign.importing.opening import Sort
from campaign.importing.word.model import Document
from campaign.model.fields import RESERVED

KEPT = 6
"""How many files wait at the desk at a time; the oldest goes for a new one."""
UNSAFE = re.compile(r"[\x00-\x1f\x7f<>:\"|?*]")
LONGEST = 80
"""Characters of a file's name."""


@dataclass(frozen=True)
class Parcel:
    """A file that somebody has brought, read already."""

    key: str
    path: Path
    content: Document | Book
    folder: TemporaryDirectory[str]

    @property
    def name(self) -> str:
        return self.path.name


class Parcels:
    """The files of a session; each is gone when it has been taken in, or the desk is closed."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, Parcel] = OrderedDict()

    def take(self, name: str, file: BinaryIO, size: int) -> Parcel:
        """Keep a file, and read it. Raises Refused for one that may not be opened."""
        safe = safe_name(name)
        sort = opening.sort_of(safe)
        if size > LARGEST_FILE:
            raise Refused(f"{safe} 太大，没有打开。It is too large.")
        folder = TemporaryDirectory(prefix="desk-")
        path = Path(folder.name) / safe
        try:
            with path.open("wb") as copy:
                shutil.copyfileobj(file, copy)
            is_book = sort is Sort.WORKBOOK
            content = grid.read(path) if is_book else opening.document(path)
        except BaseException:
            folder.cleanup()
            raise
        parcel = Parcel(secrets.token_urlsafe(12), path, content, folder)
        self._known[parcel.key] = parcel
        while len(self._known) > KEPT:
            self.drop(next(iter(self._known)))
        return parcel

    def get(self, key: str) -> Parcel:
        """A file that waits. Raises KeyError where there is none of that key."""
        return self._known[key]

    def drop(self, key: str) -> None:
        """Let a file go."""
        if parcel := self._known.pop(key, None):
            parcel.folder.cleanup()


def safe_name(name: str) -> str:
    """The name of a file as it can stand in any folder. Raises Refused for none."""
    last = UNSAFE.sub("", re.split(r"[\\/]", name)[-1]).strip(" .")
    stem, dot, ending = last.rpartition(".")
    if not stem or not dot:
        raise Refused("请选一个 .docx、.xlsx 或 .txt 文件。Choose a file first.")
    lead = "_" if stem.lower() in RESERVED else ""
    return f"{lead}{stem[:LONGEST]}.{ending}"
