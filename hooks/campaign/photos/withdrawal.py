"""Taking a photo out of everything, at once: the site in place, the store, the repository.

A withdrawn consent does not wait for the next build that succeeds (PIPL articles 15 and
47). What stays is the entry in the gallery's file: it says that there was a photo, and
that it must not come back.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from filelock import FileLock
from PIL import Image

from campaign.images import store
from campaign.images.store import Store
from campaign.keeping import LAST
from campaign.kinds.gallery import Gallery
from campaign.photos.gallery_file import GalleryFile, Refused
from campaign.photos.published import FOLDER, RECIPES, key_of
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


def in_faulty_galleries(site: Site) -> Iterator[str]:
    """Withdrawn photos of galleries that cannot be read: another mistake must not hide them."""
    for kind, id in site.origins:
        if kind == Gallery.kind and id not in site.of(Gallery):
            with suppress(Refused):
                stems = GalleryFile(site.root / GALLERIES / id / "gallery.yml").withdrawn()
                yield from (f"{id}/{stem}" for stem in stems)


def _grey(suffix: str) -> bytes:
    encoded = io.BytesIO()
    Image.new("RGB", (1, 1), GREY).save(encoded, FORMATS[suffix])
    return encoded.getvalue()


def _overwrite(path: Path, data: bytes) -> None:
    """Replace a file in one step, so that no reader gets half of one."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(data)
    os.replace(beside, path)


def withdraw(root: Path, id: str, today: date) -> None:
    """Mark the photo withdrawn and remove its file and everything made from it.

    Only its gallery's file is read: what else is wrong with the content must not delay this.
    Raises KeyError when no gallery lists it, and Refused when the gallery's file cannot
    be changed without touching what else is written there.
    """
    gallery, _, stem = id.partition("/")
    folders = {path.parent.name: path.parent for path in (root / GALLERIES).glob("*/gallery.yml")}
    folder = folders[gallery].resolve()
    listed = GalleryFile(folder / "gallery.yml")
    picture = (folder / listed.withdraw(stem, today)).resolve()
    listed.write()
    if picture.is_file() and picture.is_relative_to(folder):
        _forget(root, hashlib.sha256(picture.read_bytes()).hexdigest())
        picture.unlink()


def _forget(root: Path, source: str) -> None:
    """Remove what the store holds of a file, and every card: it might be on any of them.

    The copy of the last publication goes whole.
    """
    shutil.rmtree(root / LAST, ignore_errors=True)
    shelf = Store(root / store.PLACE)
    shelf.root.mkdir(parents=True, exist_ok=True)
    with FileLock(shelf.root / "lock"):
        for recipe in RECIPES:
            shelf.remove(key_of(recipe, source))
        for card in shelf.root.glob("*/*/card.jpg"):
            shutil.rmtree(card.parent, ignore_errors=True)
