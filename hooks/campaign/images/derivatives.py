"""The smaller pictures that are published in place of a photo, and its look before it loads."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PIL import Image

from campaign.images import decoding

LARGEST = 1600
LONGEST = 16383
"""The longest side, in pixels, that WebP can hold (RFC 9649)."""
PLACEHOLDER_WIDTH, PLACEHOLDER_HEIGHT = 16, 24


@dataclass(frozen=True)
class Recipe:
    """What is made of each photo: widths in pixels, and qualities of the encoders."""

    webp: tuple[int, ...] = (320, 640, 960, LARGEST)
    jpeg: tuple[int, ...] = (960,)
    """The JPEG is for programs without WebP, and where a link leads without scripts."""
    avif: tuple[int, ...] = ()
    webp_quality: int = 78
    jpeg_quality: int = 72
    """As faithful as WebP at 78, by structural similarity."""
    avif_quality: int = 63


@dataclass(frozen=True)
class Derived:
    """Files by name (`640.webp`), and what a page must know before they load."""

    files: Mapping[str, bytes]
    width: int
    height: int
    """The size of the upright photo itself."""
    colour: str
    """Its average colour, `#rrggbb`."""
    placeholder: str
    """A data URI of the photo, 16 pixels wide."""


RECIPE = Recipe()


def widths(wanted: tuple[int, ...], width: int) -> list[int]:
    """The widths made of a photo of this width: it is never enlarged."""
    return sorted({min(each, width) for each in wanted})


def derive(data: bytes, recipe: Recipe = RECIPE) -> Derived:
    """Every derivative of a photo. Raises Unreadable for what is no photo."""
    image = decoding.opened(data)
    width, height = decoding.size(image)
    largest = min(width, max(*recipe.webp, *recipe.jpeg, *recipe.avif))
    longest = max(largest, round(largest * height / width))
    pixels = decoding.pixels(image, min(longest, LONGEST))
    files = dict(_files(pixels, recipe))
    tiny = pixels.resize(_placeholder_size(pixels), Image.Resampling.BOX)
    return Derived(files, width, height, _average(tiny), _placeholder(tiny))


def _files(pixels: Image.Image, recipe: Recipe) -> Iterator[tuple[str, bytes]]:
    """Each size is scaled from the next larger one, which is nearly as good and much faster."""
    webp, jpeg, avif = (
        widths(each, pixels.width) for each in (recipe.webp, recipe.jpeg, recipe.avif)
    )
    for each in sorted({*webp, *jpeg, *avif}, reverse=True):
        pixels = _scaled(pixels, each)
        if each in webp:
            yield f"{each}.webp", _webp(pixels, recipe.webp_quality)
        if each in jpeg:
            yield f"{each}.jpg", _jpeg(pixels, recipe.jpeg_quality)
        if each in avif:
            yield f"{each}.avif", _encoded(pixels, "AVIF", quality=recipe.avif_quality, speed=8)


def _scaled(image: Image.Image, width: int) -> Image.Image:
    if width == image.width:
        return image
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _webp(image: Image.Image, quality: int) -> bytes:
    return _encoded(image, "WEBP", quality=quality, method=4)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    return _encoded(image, "JPEG", quality=quality, progressive=True)


def _encoded(image: Image.Image, format: str, **options: int | bool) -> bytes:
    store = io.BytesIO()
    image.save(store, format, **options)
    return store.getvalue()


def _placeholder_size(image: Image.Image) -> tuple[int, int]:
    """Sixteen wide; what is very tall is seen squeezed, since it is stretched to its frame."""
    height = round(image.height * PLACEHOLDER_WIDTH / image.width)
    return PLACEHOLDER_WIDTH, min(max(1, height), PLACEHOLDER_HEIGHT)


def _average(tiny: Image.Image) -> str:
    return "#" + tiny.resize((1, 1), Image.Resampling.BOX).tobytes().hex()


def _placeholder(tiny: Image.Image) -> str:
    data = base64.b64encode(_webp(tiny, 20)).decode()
    return f"data:image/webp;base64,{data}"
