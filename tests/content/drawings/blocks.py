"""Towers, shops and walls."""

from __future__ import annotations

import random

from buildings import glasses
from palette import BRICK, CHALK, CREAM, LIT, SHADE, SLATE, WOOD, dark, light, mix
from svg import matrix, path, poly, rect, text


def tower(
    x: float,
    base: float,
    w: float,
    floors: int,
    storey: float = 20,
    wall: str = CHALK,
    trim: str = SLATE,
    seed: int = 1,
    lit: float = 0.0,
    side: float = 0.0,
    columns: int = 4,
) -> str:
    """A tall block of flats with vertical bands, its shaded side to the right."""
    rng, h = random.Random(seed), floors * storey + storey * 0.8
    top, cell = base - h, w / columns
    out = [rect(x, top, w, h, wall)]
    for i in range(columns):
        if i % 2 == 0:
            out.append(rect(x + i * cell + cell * 0.06, top + storey * 0.5, cell * 0.88, h - storey * 0.5, mix(wall, trim, 0.28)))
        for f in range(floors):
            y = base - (f + 1) * storey
            out.append(rect(x + i * cell + cell * 0.16, y + storey * 0.2, cell * 0.68, storey * 0.5, glasses(rng, lit)))
            if i % 2 == 0:
                out.append(rect(x + i * cell + cell * 0.06, y + storey * 0.72, cell * 0.88, storey * 0.14, light(wall, 0.3)))
    out.append(
        rect(x - 2, top - 3, w + 4, 6, dark(wall, 0.15)) + rect(x + w * 0.3, top - storey * 0.9, w * 0.4, storey * 0.9, dark(wall, 0.12))
    )
    if side:
        out.append(poly([(x + w, top), (x + w + side, top + side * 0.35), (x + w + side, base), (x + w, base)], dark(wall, 0.28)))
        out += [
            rect(x + w + side * 0.35, base - (f + 1) * storey + storey * 0.3, side * 0.3, storey * 0.42, dark(glasses(rng, 0), 0.25))
            for f in range(max(0, floors - 1))
        ]
    return "".join(out)


def shop(
    x: float,
    base: float,
    w: float,
    h: float,
    sign: str,
    board: str,
    wall: str = CREAM,
    awning: str | None = None,
    lit: bool = False,
    seed: int = 1,
) -> str:
    """A ground-floor shop with a sign and a glass front."""
    glass, rng = (LIT if lit else "#8fb0b4"), random.Random(seed)
    out = [
        rect(x, base - h, w, h, wall),
        rect(x + w * 0.05, base - h * 0.62, w * 0.56, h * 0.52, glass),
        rect(x + w * 0.66, base - h * 0.64, w * 0.26, h * 0.64, dark(WOOD, 0.1)),
        rect(x + w * 0.69, base - h * 0.6, w * 0.2, h * 0.46, glass),
    ]
    out += [
        rect(
            x + w * (0.08 + 0.13 * i),
            base - h * (0.1 + rng.uniform(0.1, 0.24)),
            w * 0.09,
            h * 0.3,
            mix(glass, rng.choice((WOOD, BRICK, SLATE, "#cf9a4c")), 0.55),
        )
        for i in range(4)
    ]
    out.append(rect(x + w * 0.05, base - h * 0.12, w * 0.56, h * 0.12, dark(wall, 0.2)))
    out.append(
        rect(x + w * 0.02, base - h * 0.96, w * 0.96, h * 0.24, board)
        + text(x + w / 2, base - h * 0.78, sign, min(h * 0.17, w * 0.8 / max(1, len(sign))), CREAM, spacing=2)
    )
    return "".join(out) + (striped_awning(x + w * 0.02, base - h * 0.7, w * 0.96, h * 0.2, awning) if awning else "")


def striped_awning(x: float, y: float, w: float, h: float, colour: str) -> str:
    count, out = max(5, int(w / (h * 0.8))), []
    for i in range(count):
        a, b = x + w * i / count, x + w * (i + 1) / count
        tone = colour if i % 2 == 0 else CREAM
        out.append(
            path(
                f"M{a},{y}L{b},{y}L{b + (i + 1 - count / 2) * 1.2},{y + h * 0.8}Q{(a + b) / 2 + (i + 0.5 - count / 2) * 1.2},{y + h * 1.15} {a + (i - count / 2) * 1.2},{y + h * 0.8}Z",
                tone,
            )
        )
    return rect(x, y + h * 0.9, w, h * 0.25, SHADE, opacity=0.14) + "".join(out)


def skewed(part: str, x: float, y: float, squeeze: float, rise: float) -> str:
    """A front turned into a side wall: narrowed and sheared."""
    return matrix(part, squeeze, rise, 0, 1, x, y)


def brick_wall(x: float, y: float, w: float, h: float, colour: str = BRICK, row: float = 11, seed: int = 1) -> str:
    """A brick face with a few picked-out courses."""
    rng, out = random.Random(seed), [rect(x, y, w, h, colour)]
    for _ in range(int(w * h / (row * row * 9))):
        px, py = x + rng.uniform(0, max(1, w - row * 2.4)), y + row * rng.randrange(max(1, int(h / row)))
        out.append(rect(px, py + 1, min(row * 2.2, x + w - px), row - 2, rng.choice((dark(colour, 0.1), light(colour, 0.12)))))
    return "".join(out)
