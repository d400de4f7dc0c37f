"""The font in which share cards are lettered, and which characters it lacks.

It is a file of an npm package, pinned by its hash, so that cards are the same bytes everywhere.
"""

from __future__ import annotations

import hashlib
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont

FONT = Path("node_modules/@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf")
FONT_HASH = "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96"
NOWHERE = "\U0010ffff"
"""A character that no font has."""
PROBE_SIZE = 30


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
