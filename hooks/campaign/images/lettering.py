"""The font in which share cards are lettered, and which characters it lacks.

It is a file of an npm package, pinned by its hash, so that cards are the same bytes everywhere.
A character is drawn once in each size and set many times: the font has no kerning, so a text
is as wide as its characters together, and looks as if it had been drawn whole.
"""

from __future__ import annotations

import hashlib
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

FONT = Path("node_modules/@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf")
FONT_HASH = "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96"
NOWHERE = "\U0010ffff"
"""A character that no font has."""
PROBE_SIZE = 30
CHARACTERS = 1 << 12
"""How many are remembered: at the size of titles, some 20 MB."""


@cache
def font_at(root: Path) -> Path | None:
    """The font, when the package is installed and holds the very file that is pinned."""
    path = root / FONT
    if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != FONT_HASH:
        return None
    return path


def lacking(font: Path, text: str) -> str:
    """The characters of a text that would be empty boxes, each once."""
    return "".join(sign for sign in dict.fromkeys(text) if _is_box(font, sign))


@lru_cache(maxsize=1 << 13)
def _is_box(font: Path, sign: str) -> bool:
    return not sign.isspace() and sign != NOWHERE and _drawn(font, sign) == _drawn(font, NOWHERE)


def _drawn(font: Path, sign: str) -> bytes:
    return bytes(face(font, PROBE_SIZE).getmask(sign))


@lru_cache(maxsize=8)
def face(font: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font, size, layout_engine=ImageFont.Layout.BASIC)


class Glyph(NamedTuple):
    """A character as it is set."""

    left: int
    """Where its shape begins, in pixels from where the pen stands."""
    top: int
    """In pixels below the top of the line."""
    shape: Image.Image | None
    """How much each pixel is covered; none for a space."""
    advance: float
    """How far the pen goes on, in pixels."""


@lru_cache(maxsize=CHARACTERS)
def glyph(face: ImageFont.FreeTypeFont, sign: str) -> Glyph:
    """A character drawn in a face."""
    left, top, right, bottom = map(int, face.getbbox(sign))
    shape = None
    if right > left and bottom > top:
        shape = Image.new("L", (right - left, bottom - top))
        ImageDraw.Draw(shape).text((-left, -top), sign, font=face, fill=255)
    return Glyph(left, top, shape, face.getlength(sign))


def width(face: ImageFont.FreeTypeFont, text: str) -> float:
    """How wide a text is in a face, in pixels."""
    return sum(glyph(face, sign).advance for sign in text)


def write(
    pen: ImageDraw.ImageDraw,
    place: tuple[float, float],
    text: str,
    face: ImageFont.FreeTypeFont,
    colour: str,
) -> None:
    """Set a text in one line; `place` is its upper left corner."""
    x, y = place
    for sign in text:
        found = glyph(face, sign)
        if found.shape:
            pen.bitmap((int(x) + found.left, int(y) + found.top), found.shape, fill=colour)
        x += found.advance
