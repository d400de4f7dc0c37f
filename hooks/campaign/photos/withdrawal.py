"""Taking a photo out of everything, at once: the site in place, the store, the repository.

A withdrawn consent does not wait for the next build that succeeds (PIPL articles 15 and
47). What stays is the entry in the gallery's file: it says that there was a photo, and
that it must not come back.
"""

from __future__ import annotations

import hashlib
import io
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from filelock import FileLock
from PIL import Image

from campaign import atomic, targets
from campaign.images import store
from campaign.images.store import Store
from campaign.keeping import forget_last
from campaign.kinds.gallery import Gallery
from campaign.photos.gallery_file import GalleryFile, Refused
from campaign.photos.published import FOLDER, RECIPES, key_of
from campaign.site import GALLERIES, Site

GREY = "#b9b4ab"
FORMATS: Mapping[str, str] = {".webp": "WEBP", ".jpg": "JPEG", ".avif": "AVIF"}


def erase(site_dir: Path, withdrawn: Iterable[str]) -> list[str]:
    """Make the withdrawn photos grey in a site that is in place; which ones were there.

    The pages go on working: they are built anew by the next build that succeeds. Raises
    Refused where something else than a site of this program is.
    """
    site = targets.built_site(site_dir)
    if site is None:
        return []
    erased: list[str] = []
    for id in sorted(withdrawn):
        seen = [path for path in _published(site, id) if path.read_bytes() != _grey(path.suffix)]
        for path in seen:
            atomic.replace(path, _grey(path.suffix))
        erased += [id] if seen else []
    return erased


def _published(site: Path, id: str) -> list[Path]:
    """What a site has of a photo; never what lies elsewhere, whatever an id or a link says."""
    photos = site / FOLDER
    files = [path for path in (photos / id).glob("*") if path.suffix in FORMATS]
    return [path for path in files if path.resolve().is_relative_to(photos)]


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
    if picture.is_relative_to(folder):
        discard(root, picture)


def discard(root: Path, picture: Path) -> None:
    """Delete a photo's file, and everything made from it."""
    if picture.is_file():
        _forget(root, hashlib.sha256(picture.read_bytes()).hexdigest())
        picture.unlink()


def _forget(root: Path, source: str) -> None:
    """Remove what the store holds of a file, and every card: it might be on any of them.

    The copy of the last publication goes whole.
    """
    forget_last(root)
    shelf = Store(root / store.PLACE)
    shelf.root.mkdir(parents=True, exist_ok=True)
    with FileLock(shelf.root / "lock"):
        for recipe in RECIPES:
            shelf.remove(key_of(recipe, source))
        for entry in shelf.entries():
            if (entry / "card.jpg").exists():
                shutil.rmtree(entry, ignore_errors=True)
