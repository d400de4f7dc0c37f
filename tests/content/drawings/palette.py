"""Colours of the pictures and the ways to mix them."""

from __future__ import annotations

import re

PAPER, INK, VERMILION, PINE = "#fbf8f3", "#1f2328", "#a8141b", "#2f6b57"
RED, RED_DEEP, CORAL, ROSE, PINK = "#c23a32", "#7d1218", "#dd7a62", "#d98a8c", "#efc7c0"
OCHRE, GOLD, SAND, CREAM, STRAW = "#cf9a4c", "#e6b95c", "#e6d2aa", "#f3e6cd", "#dcc07c"
BRICK, BRICK_DEEP, TERRACOTTA, CLAY = "#b4614b", "#8d4638", "#c98563", "#dba987"
SKY, SKY_PALE, MIST, TEAL, LAKE, NAVY = "#9fc6d6", "#dbe9e6", "#c6d7d5", "#5e9a94", "#7fb0b5", "#34495c"
LEAF, LEAF_DEEP, LEAF_LIGHT, MOSS, GRASS = "#6f9c5e", "#44765a", "#a5bf75", "#8a9a58", "#93b36c"
SLATE, SLATE_DEEP, SLATE_LIGHT = "#64707a", "#434d57", "#98a3a8"
STONE, STONE_LIGHT, STONE_DEEP, ASPHALT = "#bab4a6", "#d9d3c5", "#918b80", "#8b8d8f"
WOOD, WOOD_DEEP, WOOD_LIGHT = "#91623f", "#60402c", "#c39a6b"
WHITE, CHALK, SHADE = "#ffffff", "#f1ede3", "#2a3440"
SKIN, SKIN_WARM, SKIN_DEEP = "#f1cba8", "#e6b78f", "#d7a27b"
HAIR, HAIR_BROWN, HAIR_GREY, HAIR_WHITE = "#2c2827", "#4a362c", "#a7a49f", "#dedbd4"
GLASS, GLASS_DEEP = "#a9c5cc", "#7e9fab"

# Colours that give light: the toning of a scene leaves them as they are.
LIT, LAMP, MOONLIGHT, EMBER = "#ffdd94", "#fff1c4", "#fdf3d8", "#ffb765"
GLOWING = frozenset({LIT, LAMP, MOONLIGHT, EMBER})

HEX = re.compile(r"#[0-9a-f]{6}\b")
IDENT = re.compile(r'(id="|url\(#)(i\d+\w*)')


def rgb(colour: str) -> tuple[int, int, int]:
    """The three channels of a hex colour."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def hexed(channels: tuple[float, float, float]) -> str:
    """A hex colour from three channels."""
    return "#" + "".join(f"{max(0, min(255, round(c))):02x}" for c in channels)


def mix(first: str, second: str, share: float) -> str:
    """The first colour with a share of the second."""
    a, b = rgb(first), rgb(second)
    return hexed(tuple(p + (q - p) * share for p, q in zip(a, b, strict=True)))


def dark(colour: str, share: float = 0.18) -> str:
    """A colour in the shade: darker and a little cooler."""
    return mix(colour, "#26303f", share)


def light(colour: str, share: float = 0.25) -> str:
    """A colour in the light: paler and a little warmer."""
    return mix(colour, "#fff4dc", share)


def multiply(colour: str, tint: str) -> str:
    """A colour under coloured light."""
    pairs = zip(rgb(colour), rgb(tint), strict=True)
    return hexed(tuple(p * q / 255 for p, q in pairs))


_copies = iter(range(1, 10**9))


def _recolour(fragment: str, change) -> str:
    suffix = f"c{next(_copies)}"
    renamed = IDENT.sub(lambda m: m[1] + m[2] + suffix, fragment)
    return HEX.sub(lambda m: m[0] if m[0] in GLOWING else change(m[0]), renamed)


def haze(fragment: str, colour: str, share: float) -> str:
    """A part of the picture seen through air: every colour moves to one."""
    return _recolour(fragment, lambda c: mix(c, colour, share))


def toned(fragment: str, tint: str, share: float = 1.0) -> str:
    """A part of the picture under coloured light; lamps keep shining."""
    return _recolour(fragment, lambda c: mix(c, multiply(c, tint), share))
