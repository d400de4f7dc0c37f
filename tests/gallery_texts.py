"""Galleries in the ways in which people write them, for the tests that change them."""

from __future__ import annotations

import copy
from datetime import date
from pathlib import Path
from typing import Any

from campaign.photos.gallery_file import GalleryFile, Item
from campaign.reading import characters, yamltext

NEW: Item = {
    "file": "new.jpg",
    "alt": "",
    "author": {"name": '王"小"明', "display": "yes"},
    "people": "crowd",
    "hash": "0a1b2c3d4e5f6071",
}
READ_BACK = {**NEW, "alt": None}
DAY = date(2026, 4, 1)


def opened(folder: Path, raw: bytes) -> GalleryFile:
    path = folder / "gallery.yml"
    path.write_bytes(raw)
    return GalleryFile(path)


def data_in(raw: bytes) -> Any:
    text, faults = characters.decode("gallery.yml", raw)
    document = yamltext.read("gallery.yml", text)
    assert (faults, document.problems) == ([], [])
    return document.data


def changed(before: bytes, after: bytes) -> tuple[list[bytes], list[bytes]]:
    """The lines that differ, before and after: one stretch, all around it byte for byte alike."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new


def appended(folder: Path, raw: bytes) -> bytes:
    """The file with a new photo, which says what it did and the photo."""
    before = data_in(raw)
    gallery = opened(folder, raw)
    gallery.append(NEW)
    gallery.write()
    after = gallery.path.read_bytes()
    assert data_in(after) == {**before, "photos": [*(before.get("photos") or []), READ_BACK]}
    return after


def withdrawn(folder: Path, raw: bytes, stem: str = "a") -> bytes:
    """The file with a photo withdrawn, which says what it did but for this."""
    wanted = copy.deepcopy(data_in(raw))
    photo = next(item for item in wanted["photos"] if item["file"].split(".")[0] == stem)
    ref = (photo.get("consent") or {}).get("ref")
    photo["consent"] = {"state": "withdrawn", "date": str(DAY), **({"ref": ref} if ref else {})}
    gallery = opened(folder, raw)
    assert gallery.withdraw(stem, DAY) == photo["file"]
    gallery.write()
    after = gallery.path.read_bytes()
    assert data_in(after) == wanted
    return after
