"""The one file of a photo that is kept: upright, sRGB, of a sane size, nothing but pixels.

Made before a photo enters the repository, because the repository is public and keeps
everything: what is cleaned only on publication can be read in its history for ever.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PIL import Image, ImageFilter

from campaign.images import decoding
from campaign.images.metadata import CHANGED, DIGITISED, EXIF, TAKEN

LONGEST = 2560
"""Longest side in pixels: prints at 250 dpi on A4."""
QUALITIES = (85, 80, 75, 70, 60)
MAX_BYTES = 1_200_000
SHRINK = 0.85
"""By how much a picture is scaled when even the lowest quality is too large."""
GRAIN = 8
"""Into how few blocks a blurred rectangle is cut, along its longer side."""


@dataclass(frozen=True)
class Box:
    """A rectangle of the upright picture, in shares of its width and height."""

    left: float
    top: float
    width: float
    height: float

    def within(self, size: tuple[int, int]) -> tuple[int, int, int, int]:
        """Left, top, right and bottom in pixels, at least one pixel large."""
        across, down = size
        left, top = (min(1.0, max(0.0, share)) for share in (self.left, self.top))
        right, bottom = min(1.0, left + self.width), min(1.0, top + self.height)
        edges = (int(left * across), int(top * down), round(right * across), round(bottom * down))
        return edges[0], edges[1], max(edges[0] + 1, edges[2]), max(edges[1] + 1, edges[3])


@dataclass(frozen=True)
class Master:
    """A JPEG without metadata, and the day that the metadata told before it went."""

    data: bytes
    width: int
    height: int
    taken: date | None


def master(data: bytes, blur: Sequence[Box] = ()) -> Master:
    """The master of a photo, its `blur` rectangles made unrecognisable for good.

    The same bytes give the same master. Raises Unreadable for what is no photo.
    """
    image = decoding.opened(data)
    taken = day_taken(image)
    clean = decoding.pixels(image, LONGEST)
    for box in blur:
        _smear(clean, box.within(clean.size))
    encoded, size = _small_enough(clean)
    return Master(encoded, *size, taken)


def cleaned(data: bytes, format: str, blur: Sequence[Box] = ()) -> bytes:
    """The picture in its own format, at most `LONGEST` on a side and without metadata.

    For a file that is in the repository already and must keep its name.
    Raises Unreadable for what is no photo.
    """
    clean = decoding.pixels(decoding.opened(data), LONGEST)
    for box in blur:
        _smear(clean, box.within(clean.size))
    return _encoded(clean, format)


def turned(data: bytes, format: str, quarter: Image.Transpose) -> bytes:
    """A clean picture in its own format, turned. Raises Unreadable for what is no photo."""
    clean = decoding.pixels(decoding.opened(data), LONGEST)
    return _encoded(clean.transpose(quarter), format)


def _encoded(clean: Image.Image, format: str) -> bytes:
    if format == "JPEG":
        return _small_enough(clean)[0]
    store = io.BytesIO()
    clean.save(store, format, **({"quality": 90, "method": 4} if format == "WEBP" else {}))
    return store.getvalue()


def day_taken(image: Image.Image) -> date | None:
    """The day on which the camera says that the photo was taken."""
    try:
        with decoding.quiet():
            exif = image.getexif()
            inner = exif.get_ifd(EXIF)
    except decoding.BROKEN:
        return None
    for value in (inner.get(TAKEN), inner.get(DIGITISED), exif.get(CHANGED)):
        try:
            return datetime.strptime(str(value)[:10], "%Y:%m:%d").date()
        except ValueError:
            continue
    return None


def _smear(image: Image.Image, edges: tuple[int, int, int, int]) -> None:
    """Cut a rectangle into a few blocks and blur them: what was there cannot be computed back."""
    part = image.crop(edges)
    scale = GRAIN / max(part.size)
    blocks = (max(1, round(part.width * scale)), max(1, round(part.height * scale)))
    coarse = part.resize(blocks, Image.Resampling.BOX)
    smooth = coarse.resize(part.size, Image.Resampling.BICUBIC)
    image.paste(smooth.filter(ImageFilter.GaussianBlur(max(part.size) / GRAIN / 2)), edges)


def _small_enough(image: Image.Image) -> tuple[bytes, tuple[int, int]]:
    while True:
        for quality in QUALITIES:
            encoded = jpeg(image, quality)
            if len(encoded) <= MAX_BYTES:
                return encoded, image.size
        smaller = (max(1, int(image.width * SHRINK)), max(1, int(image.height * SHRINK)))
        image = image.resize(smaller, Image.Resampling.LANCZOS)


def jpeg(image: Image.Image, quality: int) -> bytes:
    """A progressive JPEG of pixels that have nothing beside them."""
    store = io.BytesIO()
    image.save(store, "JPEG", quality=quality, progressive=True, optimize=True)
    return store.getvalue()
