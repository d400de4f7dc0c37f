"""Low houses, old gates, mills, works and bridges."""

from __future__ import annotations

import random

from buildings import glasses, pane
from palette import CHALK, SHADE, SLATE_DEEP, STONE, WOOD, WOOD_DEEP, dark
from svg import line, path, poly, rect

TILE = "#56616a"


def tiled_roof(x: float, y: float, w: float, h: float, colour: str = TILE, over: float = 0.06, lift: float = 0.0) -> str:
    """A tiled roof seen from the front: ridge, courses and eaves."""
    o, inset = w * over, w * 0.05
    up = h * lift
    d = f"M{x - o},{y - up}Q{x},{y - h * 0.1} {x + inset},{y - h}L{x + w - inset},{y - h}Q{x + w},{y - h * 0.1} {x + w + o},{y - up}L{x + w + o},{y - up + h * 0.12}Q{x + w / 2},{y + h * 0.14} {x - o},{y - up + h * 0.12}Z"
    count = max(6, int(w / (h * 0.22)))
    lines = []
    for i in range(1, count):
        t = i / count
        lines.append(
            line(
                [(x + inset + (w - 2 * inset) * t, y - h * 0.96), (x - o * 0.7 + (w + 1.4 * o) * t, y - up * abs(2 * t - 1) ** 3)],
                dark(colour, 0.22),
                max(1, h * 0.022),
            )
        )
    ridge = rect(x + inset - 3, y - h - h * 0.06, w - 2 * inset + 6, h * 0.12, dark(colour, 0.3), 2)
    eave = path(
        f"M{x - o},{y - up + h * 0.04}Q{x + w / 2},{y + h * 0.06} {x + w + o},{y - up + h * 0.04}L{x + w + o},{y - up + h * 0.14}Q{x + w / 2},{y + h * 0.16} {x - o},{y - up + h * 0.14}Z",
        dark(colour, 0.32),
    )
    return path(d, colour) + "".join(lines) + ridge + eave


def cottage(
    x: float,
    base: float,
    w: float,
    h: float,
    wall: str = CHALK,
    roof: str = TILE,
    floors: int = 1,
    seed: int = 1,
    lit: float = 0.0,
    door: str = WOOD,
    plinth: str = STONE,
) -> str:
    """A village house with a tiled roof."""
    rng, rh = random.Random(seed), h * (0.36 if floors == 1 else 0.26)
    body = h - rh
    out = [
        rect(x, base - body, w, body, wall),
        rect(x, base - body * 0.1, w, body * 0.1, plinth),
        rect(x, base - body, w, body * 0.07, SHADE, opacity=0.18),
    ]
    storey, count = body / floors, max(2, round(w / (body / floors) * 1.1))
    cell = w / count
    for f in range(floors):
        for i in range(count):
            cx, y = x + i * cell, base - (f + 1) * storey
            if f == 0 and i == count // 2:
                out.append(
                    rect(cx + cell * 0.22, base - storey * 0.72, cell * 0.56, storey * 0.72, dark(door, 0.3))
                    + rect(cx + cell * 0.27, base - storey * 0.68, cell * 0.22, storey * 0.68, door)
                    + rect(cx + cell * 0.51, base - storey * 0.68, cell * 0.22, storey * 0.68, dark(door, 0.1))
                )
            else:
                out.append(pane(cx + cell * 0.27, y + storey * 0.26, cell * 0.46, storey * 0.42, glasses(rng, lit), WOOD_DEEP))
    return "".join(out) + rect(x + w * 0.93, base - body, w * 0.07, body, SHADE, opacity=0.1) + tiled_roof(x, base - body, w, rh, roof)


def gable(x: float, base: float, w: float, h: float, wall: str = "#f3efe6", cap: str = TILE, window: bool = True) -> str:
    """A white stepped gable of an old southern house."""
    s = h * 0.1
    steps = [
        (x, base),
        (x, base - h + 2 * s),
        (x + w * 0.2, base - h + 2 * s),
        (x + w * 0.2, base - h + s),
        (x + w * 0.36, base - h + s),
        (x + w * 0.36, base - h),
        (x + w * 0.64, base - h),
        (x + w * 0.64, base - h + s),
        (x + w * 0.8, base - h + s),
        (x + w * 0.8, base - h + 2 * s),
        (x + w, base - h + 2 * s),
        (x + w, base),
    ]
    caps = "".join(
        poly(
            [
                (x + w * a - 4, base - h + k * s + 3),
                (x + w * a - 1, base - h + k * s - 5),
                (x + w * b + 1, base - h + k * s - 5),
                (x + w * b + 4, base - h + k * s + 3),
            ],
            cap,
        )
        for a, b, k in ((0, 0.2, 2), (0.2, 0.36, 1), (0.36, 0.64, 0), (0.64, 0.8, 1), (0.8, 1, 2))
    )
    hole = (
        rect(x + w * 0.42, base - h * 0.62, w * 0.16, h * 0.13, SLATE_DEEP)
        + poly(
            [
                (x + w * 0.38, base - h * 0.62),
                (x + w * 0.41, base - h * 0.66),
                (x + w * 0.59, base - h * 0.66),
                (x + w * 0.62, base - h * 0.62),
            ],
            cap,
        )
        if window
        else ""
    )
    return poly(steps, wall) + rect(x, base - h * 0.08, w, h * 0.08, "#c9c4b8") + caps + hole
