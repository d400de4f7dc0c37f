"""Opening a picture: allow-listed decoders, limits before pixels, upright, sRGB, opaque."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from PIL import (
    Image,
    ImageFile,
    JpegImagePlugin,
    PngImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)

from campaign.images import colour

DECODERS: Mapping[str, Callable[[io.BytesIO], ImageFile.ImageFile]] = {
    "JPEG": JpegImagePlugin.JpegImageFile,
    "PNG": PngImagePlugin.PngImageFile,
    "WEBP": WebPImagePlugin.WebPImageFile,
}
"""What is ever decoded: no GIF, SVG, EPS or MPO, whatever a file calls itself."""
MAX_PIXELS = 60_000_000
MAX_BYTES = 2_500_000
"""Largest picture that may be committed; a master is much smaller."""
SIGNATURES = (
    (b"\xff\xd8\xff", 0, "JPEG"),
    (b"\x89PNG\r\n\x1a\n", 0, "PNG"),
    (b"WEBP", 8, "WEBP"),
    (b"ftyphei", 4, "HEIC"),
    (b"ftyphev", 4, "HEIC"),
    (b"ftypmif1", 4, "HEIC"),
    (b"ftypmsf1", 4, "HEIC"),
    (b"ftypavi", 4, "AVIF"),
    (b"GIF8", 0, "GIF"),
    (b"BM", 0, "BMP"),
    (b"II*\0", 0, "TIFF"),
    (b"MM\0*", 0, "TIFF"),
)
ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How a picture with this value of the orientation tag is set upright (Exif 3.0, 4.6.5)."""
SIDEWAYS = 5
"""From this value on, width and height change places."""
TOO_LARGE = (Image.DecompressionBombError, Image.DecompressionBombWarning)
BROKEN = (UnidentifiedImageError, OSError, ValueError, SyntaxError, IndexError, struct.error)

Image.MAX_IMAGE_PIXELS = MAX_PIXELS
warnings.simplefilter("error", Image.DecompressionBombWarning)


SMALLEST, THINNEST = 600, 8
"""The longer side in pixels, and how many times the shorter one it may be."""


def unfit(size: tuple[int, int]) -> str | None:
    """`small` or `thin` for a picture that no page can show well; else nothing."""
    longer, shorter = max(size), min(size)
    if longer < SMALLEST:
        return "small"
    return "thin" if longer > THINNEST * shorter else None


class Unreadable(Exception):
    """The bytes are no picture that is accepted.

    `reason` is `unknown`, `format`, `animated`, `pixels`, `broken`, `small`, `thin`, or `heic`
    where the decoder for HEIC is not installed; `detail` is the format found, or the size.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason} {detail}".rstrip())
        self.reason = reason
        self.detail = detail


def format_of(data: bytes) -> str | None:
    """What the bytes are, whatever the file is called; nothing when they are no picture."""
    for mark, at, name in SIGNATURES:
        if data.startswith(mark, at):
            return name
    start = data[:4096].lower()
    return "SVG" if b"<svg" in start else None


def opened(data: bytes) -> Image.Image:
    """The picture, its header read and its pixels not yet.

    Raises Unreadable for what is no JPEG, PNG, WebP or (with pillow-heif) HEIC, is
    animated, or has more than `MAX_PIXELS`.
    """
    name = format_of(data)
    if name is None:
        raise Unreadable("unknown")
    if name not in (*DECODERS, "HEIC"):
        raise Unreadable("format", name)
    try:
        with quiet():
            image = _heic(data) if name == "HEIC" else DECODERS[name](io.BytesIO(data))
    except TOO_LARGE as error:
        raise Unreadable("pixels", f">{MAX_PIXELS // 1_000_000}") from error
    except BROKEN as error:
        raise Unreadable("broken") from error
    _refuse_large(image.size)
    if getattr(image, "is_animated", False):
        raise Unreadable("animated")
    return image


def _refuse_large(size: tuple[int, int]) -> None:
    if size[0] * size[1] > MAX_PIXELS:
        raise Unreadable("pixels", str(size[0] * size[1] // 1_000_000))


def _heic(data: bytes) -> Image.Image:
    if find_spec("pillow_heif") is None:
        raise Unreadable("heic")
    heif: Any = import_module("pillow_heif")
    try:
        found = heif.open_heif(data, convert_hdr_to_8bit=True)
        _refuse_large(found.size)
        image: Image.Image = found.to_pillow()
    except (RuntimeError, EOFError) as error:
        raise Unreadable("broken") from error
    return image


@contextmanager
def quiet() -> Iterator[None]:
    """Without Pillow's remarks about damaged metadata, which is not what we came for."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        yield


def orientation(image: Image.Image) -> int:
    """The value of the orientation tag; 1, upright, when there is none or it makes no sense."""
    try:
        with quiet():
            value = image.getexif().get(ORIENTATION, 1)
    except BROKEN:
        return 1
    return value if value in TURNS else 1


def size(image: Image.Image) -> tuple[int, int]:
    """Width and height of the upright picture, without decoding it."""
    turned = orientation(image) >= SIDEWAYS
    return (image.height, image.width) if turned else image.size


def loaded(image: Image.Image) -> Image.Image:
    """The same picture, its pixels decoded. Raises Unreadable when they break off."""
    try:
        with quiet():
            image.load()
    except BROKEN as error:
        raise Unreadable("broken") from error
    return image


def pixels(image: Image.Image, longest: int) -> Image.Image:
    """Upright sRGB pixels, at most `longest` on a side, with nothing beside them.

    A JPEG is decoded no larger than it must be. Raises Unreadable when it breaks off.
    """
    turn = TURNS.get(orientation(image))
    profile = image.info.get("icc_profile")
    wanted = _within(image.size, longest)
    image.draft(None, wanted)
    scaled = _opaque(loaded(image)).resize(wanted, Image.Resampling.LANCZOS)
    upright = scaled if turn is None else scaled.transpose(turn)
    return without_information(colour.to_srgb(upright, profile))


def _within(size: tuple[int, int], longest: int) -> tuple[int, int]:
    """The size scaled down, never up, to at most `longest` on a side."""
    scale = min(1.0, longest / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _opaque(image: Image.Image) -> Image.Image:
    """Eight bits a channel, in a mode that can be scaled; what is transparent becomes white."""
    if image.mode.startswith("I;16"):
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    elif image.mode in ("I", "F", "1"):
        image = image.convert("L")
    if image.mode in ("LA", "PA", "RGBA", "La", "RGBa") or "transparency" in image.info:
        layer = image.convert("RGBA")
        paper = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(paper, layer).convert("RGB")
    return image.convert("RGB") if image.mode in ("P", "YCbCr", "HSV") else image


def without_information(image: Image.Image) -> Image.Image:
    """A fresh copy of the pixels: a saved picture would take its comment along."""
    fresh = Image.new(image.mode, image.size)
    fresh.paste(image)
    return fresh
