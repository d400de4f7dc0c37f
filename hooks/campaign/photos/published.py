"""What is published of each photo: derivatives from the store, and never the file itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

from filelock import FileLock

from campaign.images import derivatives, screening, store
from campaign.images.decoding import Unreadable
from campaign.images.derivatives import Recipe
from campaign.images.store import Entry, Store
from campaign.render.outputs import Output
from campaign.site import Site
from campaign.workers import HERE, Workers

FOLDER = "photos"
"""All that is published of a photo is in one folder below this, `photos/<gallery>/<photo>/`."""
AVIF_WIDTHS = (640, derivatives.LARGEST)


@dataclass(frozen=True)
class Picture:
    """A photo as pages show it. Addresses are relative to the site's root."""

    id: str
    width: int
    height: int
    colour: str
    placeholder: str
    source: str
    """The hash of the photo's file."""
    entry: Entry

    @property
    def folder(self) -> str:
        return f"{FOLDER}/{self.id}"

    @property
    def mark(self) -> str:
        """Eight characters that stand for this photo's looks in class names."""
        return hashlib.sha256(f"{self.id} {self.source}".encode()).hexdigest()[:8]

    @property
    def fallback(self) -> str:
        """The JPEG, for whoever has no WebP or no scripts."""
        return f"{self.folder}/{next(n for n in self.entry.files if n.endswith('.jpg'))}"

    def widths(self, ending: str) -> list[int]:
        """The widths of the derivatives of a format, smallest first."""
        return self._widths.get(ending, [])

    @cached_property
    def _widths(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for name in self.entry.files:
            width, ending = name.split(".")
            found.setdefault(ending, []).append(int(width))
        return {ending: sorted(widths) for ending, widths in found.items()}

    @property
    def largest(self) -> Path:
        """The largest derivative as a file."""
        return self.entry.path(f"{self.widths('webp')[-1]}.webp")


@dataclass(frozen=True)
class _Job:
    root: Path
    path: Path
    recipe: Recipe


RECIPES = (Recipe(), Recipe(avif=AVIF_WIDTHS))
"""What profiles ask for: without AVIF, and with it."""


def recipe_of(site: Site) -> Recipe:
    return RECIPES[site.profile.avif]


def key_of(recipe: Recipe, source: str) -> str:
    """The store's key for the derivatives of a file with the hash `source`."""
    return store.key("derivatives 1", json.dumps(asdict(recipe)), source)


def pictures(site: Site, workers: Workers = HERE) -> Mapping[str, Picture]:
    """Every photo of the site that can be read, by id; made where the store has none.

    Two builds at a time wait for each other here, and do nothing twice.
    """
    shelf = Store(site.root / store.PLACE)
    shelf.root.mkdir(parents=True, exist_ok=True)
    recipe = recipe_of(site)
    sources = {id: site.picture_files.get(site.picture_path(id)) for id in site.photos}
    keys = {id: key_of(recipe, source) for id, source in sources.items() if source}
    with FileLock(shelf.root / "lock"):
        found = {id: shelf.get(key) for id, key in keys.items()}
        jobs = {
            keys[id]: _Job(shelf.root, site.root / site.picture_path(id), recipe)
            for id, entry in found.items()
            if entry is None
        }
        made = dict(zip(jobs, workers.each(_make, list(jobs.values())), strict=True))
    entries = {id: entry or made[keys[id]] for id, entry in found.items()}
    return {id: _picture(id, sources[id] or "", entry) for id, entry in entries.items() if entry}


def prepare(root: Path, path: Path, recipe: Recipe) -> None:
    """Make what is published of a photo before somebody waits for its page."""
    shelf = root / store.PLACE
    key = key_of(recipe, hashlib.sha256(path.read_bytes()).hexdigest())
    if Store(shelf).get(key) is None:
        _make(_Job(shelf, path, recipe))


def _make(job: _Job) -> Entry | None:
    """Make and store a photo's derivatives; nothing for one that cannot be read.

    The key is that of the bytes that are read now: the file may have changed meanwhile.
    """
    try:
        data = job.path.read_bytes()
        derived = derivatives.derive(data, job.recipe)
    except (Unreadable, FileNotFoundError):
        return None
    key = key_of(job.recipe, hashlib.sha256(data).hexdigest())
    notes = {"width": str(derived.width), "height": str(derived.height)}
    notes |= {"colour": derived.colour, "placeholder": derived.placeholder}
    return Store(job.root).put(key, derived.files, notes)


def _picture(id: str, source: str, entry: Entry) -> Picture:
    notes = entry.notes
    size = int(notes["width"]), int(notes["height"])
    return Picture(id, *size, notes["colour"], notes["placeholder"], source, entry)


def outputs(found: Mapping[str, Picture]) -> Iterator[Output]:
    """The files that are published of the photos."""
    for picture in found.values():
        for name in picture.entry.files:
            yield Output(f"{picture.folder}/{name}", picture.entry.path(name))


def sweep(site: Site, keep: Iterable[str]) -> int:
    """Empty the store of what belongs to no file of the galleries and to no key of `keep`.

    What another profile would publish of them stays.
    """
    files = site.picture_files.items()
    kept = {key_of(recipe, source) for recipe in RECIPES for _, source in files} | set(keep)
    kept |= {screening.key_of(path, source) for path, source in files}
    shelf = Store(site.root / store.PLACE)
    with FileLock(shelf.root / "lock"):
        return shelf.sweep(kept)
