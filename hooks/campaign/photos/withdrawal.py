"""Taking a photo out of everything, at once: the site in place, the store, the repository.

A withdrawn consent does not wait for the next build that succeeds (PIPL articles 15 and
47). What stays is the entry in the gallery's file: it says that there was a photo, and
that it must not come back.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from PIL import Image

from campaign.images import store
from campaign.images.derivatives import Recipe
from campaign.images.store import Store
from campaign.photos.gallery_file import GalleryFile
from campaign.photos.published import AVIF_WIDTHS, FOLDER, key_of
from campaign.site import GALLERIES, Site

GREY = "#b9b4ab"
FORMATS: Mapping[str, str] = {".webp": "WEBP", ".jpg": "JPEG", ".avif": "AVIF"}


def erase(site_dir: Path, withdrawn: Iterable[str]) -> list[str]:
    """Make the withdrawn photos grey in a site that is in place; which ones were there.

    The pages go on working: they are built anew by the next build that succeeds.
    """
    erased: list[str] = []
    for id in sorted(withdrawn):
        files = [path for path in (site_dir / FOLDER / id).glob("*") if path.suffix in FORMATS]
        seen = [path for path in files if path.read_bytes() != _grey(path.suffix)]
        for path in seen:
            _overwrite(path, _grey(path.suffix))
        erased += [id] if seen else []
    return erased


def _grey(suffix: str) -> bytes:
    encoded = io.BytesIO()
    Image.new("RGB", (1, 1), GREY).save(encoded, FORMATS[suffix])
    return encoded.getvalue()


def _overwrite(path: Path, data: bytes) -> None:
    """Replace a file in one step, so that no reader gets half of one."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(data)
    os.replace(beside, path)


def withdraw(site: Site, id: str, today: date) -> None:
    """Mark the photo withdrawn and remove its file and everything made from it.

    Raises KeyError when no gallery lists it, and Refused when the gallery's file cannot
    be changed without touching what else is written there.
    """
    path = site.picture_path(id)
    gallery, stem = id.split("/")
    listed = GalleryFile(site.root / GALLERIES / gallery / "gallery.yml")
    listed.withdraw(stem, today)
    listed.write()
    source = site.picture_files.get(path)
    if source:
        shelf = Store(site.root / store.PLACE)
        for recipe in (Recipe(), Recipe(avif=AVIF_WIDTHS)):
            shelf.remove(key_of(recipe, source))
        (site.root / path).unlink()
