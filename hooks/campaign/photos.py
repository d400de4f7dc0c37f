"""Photos: each is resized and stripped of everything but its pixels.

Derivatives are keyed by the hash of recipe and bytes and kept in `.cache/photos`,
so that an unchanged photo is never encoded again; an original is never published.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from campaign.outputs import Output
from campaign.site import Site

WIDTHS = (480, 960, 1600)
"""Widths of the WebP derivatives, in pixels; never wider than the original."""
FALLBACK_WIDTH = 960
"""Width of the one JPEG, for browsers and programs without WebP."""
RECIPE = f"1:{WIDTHS}:{FALLBACK_WIDTH}:webp78m4:jpeg80"
FORMATS = ("JPEG", "PNG", "WEBP")
MAX_PIXELS = 60_000_000
CACHE = Path(".cache/photos")
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Picture:
    """A photo as pages show it: its size and the addresses of its derivatives."""

    id: str
    path: Path
    width: int
    height: int

    @property
    def widths(self) -> list[int]:
        """Widths that are made: never enlarged, at least one."""
        fitting = [width for width in WIDTHS if width <= self.width]
        return fitting or [self.width]

    @property
    def fallback(self) -> str:
        return f"photos/{self.id}.jpg"

    def webp(self, width: int) -> str:
        return f"photos/{self.id}-{width}.webp"


def open_image(path: Path) -> Image.Image:
    """The picture, decoded by an allow-listed decoder and turned upright.

    Raises OSError for a file that is no JPEG, PNG or WebP, cannot be decoded, or has
    more than `MAX_PIXELS`.
    """
    try:
        image = Image.open(path, formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise OSError(str(error)) from error
    if image.width * image.height > MAX_PIXELS:
        raise OSError(f"{image.width} × {image.height}")
    return image


def pictures(site: Site) -> Mapping[str, Picture]:
    """Every photo of the site that can be opened, by id."""
    found: dict[str, Picture] = {}
    for gallery in site.galleries.values():
        folder = (site.root / site.origin(gallery).path).parent
        for photo in gallery.photos:
            path = folder / photo.file
            id = f"{gallery.id}/{path.stem}"
            try:
                with open_image(path) as image:
                    width, height = _upright(image)
            except OSError:
                continue
            found[id] = Picture(id, path, width, height)
    return found


def _upright(image: Image.Image) -> tuple[int, int]:
    turned = image.getexif().get(0x0112, 1) >= 5
    return (image.height, image.width) if turned else (image.width, image.height)


def outputs(site: Site, progress: Progress | None = None) -> Iterator[Output]:
    """The derivatives of every photo, made where the cache has none."""
    store = site.root / CACHE
    found = list(pictures(site).values())
    folders = dict(zip((p.id for p in found), _folders(store, found), strict=True))
    missing = [picture for picture in found if not (folders[picture.id] / "done").exists()]
    _make_all([(picture, folders[picture.id]) for picture in missing], progress)
    for picture in found:
        folder = folders[picture.id]
        if not (folder / "done").exists():
            continue
        yield Output(picture.fallback, folder / "fallback.jpg")
        for width in picture.widths:
            yield Output(picture.webp(width), folder / f"{width}.webp")


def _folders(store: Path, found: list[Picture]) -> Iterator[Path]:
    for picture in found:
        digest = hashlib.sha256(RECIPE.encode() + picture.path.read_bytes()).hexdigest()
        yield store / digest[:2] / digest[2:34]


def _make_all(jobs: list[tuple[Picture, Path]], progress: Progress | None) -> None:
    if len(jobs) < 4:
        for done, job in enumerate(jobs, start=1):
            _make_job(job)
            _tell(progress, done, len(jobs))
        return
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        for done, _ in enumerate(pool.map(_make_job, jobs), start=1):
            _tell(progress, done, len(jobs))


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress:
        progress(done, total)


def _make_job(job: tuple[Picture, Path]) -> None:
    """Make a photo's derivatives; one that cannot be decoded has none."""
    with suppress(OSError):
        _make(*job)


def _make(picture: Picture, folder: Path) -> None:
    """Write a photo's derivatives beside their place, then move them there in one step."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as temporary:
        made = Path(temporary) / "made"
        made.mkdir()
        pixels = _pixels(picture.path)
        for width in picture.widths:
            _resized(pixels, width).save(made / f"{width}.webp", quality=78, method=4)
        fallback = _resized(pixels, min(FALLBACK_WIDTH, pixels.width))
        fallback.save(made / "fallback.jpg", quality=80, progressive=True)
        (made / "done").touch()
        try:
            made.rename(folder)
        except OSError:
            if not (folder / "done").exists():
                raise


def _pixels(path: Path) -> Image.Image:
    """The upright pixels on a fresh canvas: no metadata comes along."""
    with open_image(path) as image:
        upright = ImageOps.exif_transpose(image).convert("RGB")
        fresh = Image.new("RGB", upright.size)
        fresh.paste(upright)
        return fresh


def _resized(image: Image.Image, width: int) -> Image.Image:
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS)
