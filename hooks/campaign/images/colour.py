"""Colours as they were meant: a telephone's Display P3 becomes sRGB, its reds kept."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image, ImageCms

SRGB = ImageCms.createProfile("sRGB")
SPACES = {"RGB": "RGB ", "L": "GRAY", "CMYK": "CMYK"}
"""The modes that a profile may describe, and the colour space that it must name."""


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in sRGB; one without a usable profile is taken for sRGB as it is."""
    transform = _transform(profile, image.mode) if profile else None
    if transform is None:
        return image if image.mode == "RGB" else image.convert("RGB")
    return ImageCms.applyTransform(image, transform) or image


@lru_cache(maxsize=16)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if source.profile.xcolor_space != SPACES.get(mode):
            return None
        return ImageCms.buildTransform(source, SRGB, mode, "RGB")
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return None
