"""House fronts: walls, windows, balconies, roofs."""

from __future__ import annotations

import random
from collections.abc import Callable

from palette import (
    CHALK,
    CREAM,
    GLASS,
    GLASS_DEEP,
    LIT,
    SHADE,
    SLATE,
    SLATE_DEEP,
    STONE,
    WHITE,
    dark,
    light,
    mix,
)
from svg import circle, ellipse, line, poly, rect, text

Window = Callable[[float, float, float, float, str], str]


COOL = (GLASS, GLASS_DEEP, "#93b3bd", "#b9d0d3")


def pane(x: float, y: float, w: float, h: float, glass: str, frame: str = CHALK) -> str:
    """A sliding window with a sill and a reveal."""
    g = w * 0.07
    panes = rect(x, y, w, h, frame) + rect(x + g, y + g, w - 2 * g, h - 2 * g, glass)
    shine = (
        ""
        if glass == LIT
        else poly(
            [(x + w * 0.12, y + h * 0.55), (x + w * 0.42, y + g), (x + w * 0.56, y + g), (x + w * 0.12, y + h * 0.82)],
            light(glass, 0.4),
            opacity=0.6,
        )
    )
    bar = rect(x + w / 2 - g / 2, y, g, h, frame)
    return (
        rect(x - g * 0.6, y - g * 1.2, w + g * 1.2, h + g * 1.6, SHADE, opacity=0.12)
        + panes
        + shine
        + bar
        + rect(x - g, y + h, w + 2 * g, g * 1.1, dark(frame, 0.16))
    )


def glasses(rng: random.Random, lit: float) -> str:
    return LIT if rng.random() < lit else rng.choice(COOL)


def shade_side(x: float, y: float, w: float, h: float, share: float = 0.1) -> str:
    return rect(x + w * (1 - share), y, w * share, h, SHADE, opacity=0.1)


def air_unit(x: float, y: float, w: float) -> str:
    h = w * 0.66
    return (
        rect(x, y, w, h, "#dcdad2", 1)
        + circle(x + w * 0.62, y + h / 2, h * 0.34, "#a9aaa6")
        + circle(x + w * 0.62, y + h / 2, h * 0.12, "#dcdad2")
        + rect(x, y + h, w, h * 0.18, "#8d8b86")
    )


def washing(x: float, y: float, w: float, rng: random.Random) -> str:
    """Clothes that dry on a rail."""
    out, px = [line([(x, y), (x + w, y)], "#8d8b86", 1.2)], x + w * 0.08
    while px < x + w * 0.85:
        cw, ch = w * rng.uniform(0.12, 0.2), w * rng.uniform(0.18, 0.32)
        out.append(rect(px, y, cw, ch, rng.choice(("#d98a8c", "#9fc6d6", "#f3e6cd", "#cf9a4c", "#6f9c5e", "#f1ede3", "#64707a")), 1))
        px += cw + w * 0.05
    return "".join(out)


def balcony(x: float, y: float, w: float, h: float, wall: str, rng: random.Random, lit: float, kind: int) -> str:
    """A balcony one storey high: glazed, railed or with a solid front."""
    out = [rect(x, y, w, h, dark(wall, 0.34)), rect(x + w * 0.08, y + h * 0.08, w * 0.84, h * 0.62, glasses(rng, lit))]
    low = y + h * 0.56
    if kind == 0:
        out += [rect(x + w * f, y, w * 0.035, h * 0.6, CHALK) for f in (0.02, 0.24, 0.48, 0.72, 0.94)]
        out.append(rect(x - w * 0.03, low, w * 1.06, h * 0.44, light(wall, 0.2)))
    elif kind == 1:
        out.append(washing(x + w * 0.06, y + h * 0.16, w * 0.88, rng) if rng.random() < 0.55 else "")
        out.append(
            rect(x - w * 0.03, low, w * 1.06, h * 0.04, SLATE_DEEP)
            + "".join(rect(x + w * (0.02 + 0.107 * i), low, w * 0.02, h * 0.4, SLATE_DEEP) for i in range(10))
        )
        out.append(rect(x - w * 0.03, y + h * 0.94, w * 1.06, h * 0.07, light(wall, 0.15)))
    else:
        out.append(
            rect(x - w * 0.03, low, w * 1.06, h * 0.44, mix(wall, WHITE, 0.35))
            + rect(x - w * 0.03, low, w * 1.06, h * 0.05, dark(wall, 0.12))
        )
    if rng.random() < 0.35:
        out.append("".join(ellipse(x + w * f, low - h * 0.03, w * 0.09, h * 0.07, "#6f9c5e") for f in (0.2, 0.36, 0.7)))
    return "".join(out) + rect(x + w * 0.86, y, w * 0.14, h, SHADE, opacity=0.1)


def slab(
    x: float,
    base: float,
    bays: int,
    floors: int,
    bay: float = 52,
    storey: float = 44,
    wall: str = CREAM,
    plinth: str | None = None,
    seed: int = 1,
    lit: float = 0.0,
    kind: int = 0,
    door: bool = True,
) -> str:
    """A row house of flats: balconies, windows and a stair in turn."""
    rng = random.Random(seed)
    w, h = bays * bay, floors * storey + storey * 0.35
    top = base - h
    out = [rect(x, top, w, h, wall)]
    for i in range(bays):
        for f in range(floors):
            out.append(_bay(x + i * bay, base - (f + 1) * storey, bay, storey, i, f, wall, rng, lit, kind))
    if plinth:
        out.append(rect(x, base - storey * 0.3, w, storey * 0.3, plinth))
    if door:
        out += [entrance(x + (i + 0.5) * bay, base, bay * 0.62, storey * 0.86) for i in range(bays) if i % 4 == 2]
    cornice = rect(x - 4, top - 5, w + 8, 8, light(wall, 0.3)) + rect(x, top + 3, w, 5, dark(wall, 0.2), opacity=0.5)
    return "".join(out) + cornice + shade_side(x, top, w, h, 0.06)


def _bay(x: float, y: float, w: float, h: float, column_no: int, floor: int, wall: str, rng: random.Random, lit: float, kind: int) -> str:
    part = column_no % 4
    if part == 2:
        return (
            rect(x + w * 0.3, y + h * 0.35, w * 0.4, h * 0.3, glasses(rng, lit * 1.2))
            + rect(x + w * 0.2, y, w * 0.03, h, dark(wall, 0.1))
            + rect(x + w * 0.77, y, w * 0.03, h, dark(wall, 0.1))
        )
    if part == 0:
        return balcony(x + w * 0.08, y, w * 0.84, h, wall, rng, lit, kind)
    unit = air_unit(x + w * 0.64, y + h * 0.7, w * 0.26) if rng.random() < 0.5 else ""
    return pane(x + w * 0.2, y + h * 0.2, w * 0.6, h * 0.48, glasses(rng, lit)) + unit


def entrance(x: float, base: float, w: float, h: float, colour: str = SLATE, sign: str = "") -> str:
    """A stairwell door with a canopy."""
    door = (
        rect(x - w / 2, base - h, w, h, dark(colour, 0.2))
        + rect(x - w * 0.42, base - h * 0.92, w * 0.4, h * 0.92, colour)
        + rect(x + w * 0.02, base - h * 0.92, w * 0.4, h * 0.92, dark(colour, 0.1))
    )
    return (
        door
        + rect(x - w * 0.75, base - h * 1.16, w * 1.5, h * 0.12, STONE)
        + rect(x - w * 0.75, base - h * 1.05, w * 1.5, h * 0.05, dark(STONE, 0.3))
        + (text(x, base - h * 1.2, sign, h * 0.2, SLATE_DEEP) if sign else "")
    )
