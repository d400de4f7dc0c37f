"""Small pictures of photos for the forms, made from what lies in the galleries."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from pathlib import Path

from campaign.desk.photos import beside
from campaign.images import decoding
from campaign.images.decoding import Unreadable
from campaign.images.master import jpeg
from campaign.model.fields import ID
from campaign.photos.gallery_file import GalleryFile, Refused
from campaign.site import GALLERIES
from campaign.writing import withdrawals

SMALL, LARGE = 240, 1200
"""Longest sides in pixels: beside a line of text, and to click and draw on."""
QUALITY = 80
KEPT = 400
"""How many are remembered, some tens of kilobytes each."""


def small(data: bytes, longest: int) -> bytes | None:
    """A picture as a small JPEG; nothing for what cannot be read."""
    try:
        return jpeg(decoding.pixels(decoding.opened(data), longest), QUALITY)
    except Unreadable:
        return None


class Thumbnails:
    """Small pictures of one project's photos; none of a photo that is withdrawn."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._made: OrderedDict[tuple[str, int], bytes] = OrderedDict()

    def get(self, id: str, longest: int) -> bytes | None:
        """The photo as a small JPEG; nothing where there is none to be shown."""
        path = self._path(id) if longest in (SMALL, LARGE) else None
        if path is None or not path.is_file():
            return None
        data = path.read_bytes()
        key = hashlib.sha256(data).hexdigest(), longest
        if key not in self._made:
            made = small(data, longest)
            if made is None:
                return None
            self._made[key] = made
            while len(self._made) > KEPT:
                self._made.popitem(last=False)
        return self._made[key]

    def _path(self, id: str) -> Path | None:
        """Where the file of a photo is, as its gallery says now."""
        gallery, _, _ = id.partition("/")
        if not ID.fullmatch(gallery):
            return None
        path = f"{GALLERIES}/{gallery}/gallery.yml"
        try:
            data = GalleryFile(self.root / path).data
        except Refused:
            return None
        shown = (item for item in withdrawals.photos(data) if not withdrawals.is_withdrawn(item))
        found = (beside.place(path, item) for item in shown if beside.id_of(path, item) == id)
        place = next(found, "")
        return self.root / place if place else None
