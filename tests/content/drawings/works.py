"""Gates, mills, works, bridges and pavilions."""

from __future__ import annotations

import random

from blocks import brick_wall
from buildings import glasses
from houses import TILE, tiled_roof
from palette import (
    BRICK,
    CREAM,
    GOLD,
    LIT,
    SLATE,
    SLATE_DEEP,
    STONE_LIGHT,
    VERMILION,
    dark,
    light,
)
from svg import circle, ellipse, line, path, poly, rect, stroke, text


def pylon(x: float, base: float, h: float, colour: str) -> str:
    """A lattice mast for power lines."""
    w, out = h * 0.2, []
    out += [
        line([(x - w, base), (x - w * 0.2, base - h * 0.6), (x, base - h)], colour, h * 0.014),
        line([(x + w, base), (x + w * 0.2, base - h * 0.6), (x, base - h)], colour, h * 0.014),
    ]
    for i in range(5):
        a, b = w * (1 - 0.16 * i), w * (1 - 0.16 * (i + 1))
        ya, yb = base - h * 0.12 * i, base - h * 0.12 * (i + 1)
        out += [line([(x - a, ya), (x + b, yb)], colour, h * 0.007), line([(x + a, ya), (x - b, yb)], colour, h * 0.007)]
    for f, arm in ((0.66, 1.5), (0.8, 1.2), (0.92, 0.8)):
        out.append(
            line(
                [(x - w * arm, base - h * f), (x, base - h * (f + 0.05)), (x + w * arm, base - h * f), (x - w * arm, base - h * f)],
                colour,
                h * 0.009,
            )
        )
    return "".join(out)


def arch(x: float, base: float, w: float, h: float, fill: str) -> str:
    return path(
        f"M{x - w / 2},{base}L{x - w / 2},{base - h + w / 2}A{w / 2},{w / 2} 0 0 1 {x + w / 2},{base - h + w / 2}L{x + w / 2},{base}Z", fill
    )


def drum_tower(x: float, base: float, w: float, lit: bool = False) -> str:
    """An old gate: a brick base with an arch and a two-roofed hall of wood."""
    bh, hh = w * 0.46, w * 0.2
    stone, wood = "#8f8a80", "#9a4034"
    wall = path(f"M{x - w * 0.52},{base}L{x - w * 0.48},{base - bh}L{x + w * 0.48},{base - bh}L{x + w * 0.52},{base}Z", stone) + path(
        f"M{x + w * 0.2},{base}L{x + w * 0.2},{base - bh}L{x + w * 0.48},{base - bh}L{x + w * 0.52},{base}Z", dark(stone, 0.12)
    )
    courses = "".join(
        line([(x - w * 0.5, base - bh * f), (x + w * 0.5, base - bh * f)], dark(stone, 0.16), 1.2) for f in (0.2, 0.4, 0.6, 0.8)
    )
    merlons = "".join(rect(x - w * 0.49 + i * w * 0.0754, base - bh - w * 0.035, w * 0.05, w * 0.037, stone) for i in range(13))
    gate = arch(x, base, w * 0.24, bh * 0.74, dark(stone, 0.25)) + arch(x, base, w * 0.2, bh * 0.68, LIT if lit else "#c9d3c9")
    out = [wall, courses, merlons, gate]
    y = base - bh
    for i, (share, tall) in enumerate(((0.78, hh), (0.56, hh * 0.82))):
        ww = w * share
        out.append(rect(x - ww * 0.44, y - tall, ww * 0.88, tall, dark(wood, 0.42)))
        out += [rect(x - ww * 0.44 + ww * 0.88 * k / 6 - 3, y - tall, 7, tall, wood) for k in range(7)]
        out += [
            rect(x - ww * 0.44 + ww * 0.88 * (k + 0.2) / 6, y - tall * 0.62, ww * 0.088, tall * 0.4, LIT if lit else GOLD, opacity=0.75)
            for k in range(6)
        ]
        out.append(rect(x - ww * 0.46, y - tall * 0.2, ww * 0.92, tall * 0.05, wood))
        out.append(tiled_roof(x - ww * 0.46, y - tall, ww * 0.92, w * (0.11 if i == 0 else 0.16), "#4d5a60", 0.12, 0.32))
        y -= tall + w * (0.095 if i == 0 else 0)
    plaque = rect(x - w * 0.055, base - bh - hh * 0.98, w * 0.11, w * 0.05, SLATE_DEEP) + text(
        x, base - bh - hh * 0.98 + w * 0.037, "鼓楼", w * 0.036, GOLD
    )
    return "".join(out) + plaque


def mill(x: float, base: float, teeth: int, bay: float, h: float, colour: str = BRICK, lit: float = 0.0, seed: int = 1) -> str:
    """A spinning mill of red brick under a saw-tooth roof."""
    rng, out, w = random.Random(seed), [], teeth * bay
    out.append(brick_wall(x, base - h, w, h, colour, 10, seed))
    for i in range(teeth):
        a = x + i * bay
        out.append(
            poly([(a, base - h), (a, base - h - bay * 0.42), (a + bay, base - h)], colour)
            + poly(
                [(a - 3, base - h - bay * 0.46), (a + 4, base - h - bay * 0.46), (a + bay + 3, base - h), (a + bay - 5, base - h)], SLATE
            )
        )
        out.append(rect(a, base - h - bay * 0.38, bay * 0.06, bay * 0.36, glasses(rng, lit)))
        for k in (0.28, 0.72):
            out.append(
                arch(a + bay * k, base - h * 0.2, bay * 0.27, h * 0.58, dark(colour, 0.3))
                + arch(a + bay * k, base - h * 0.2, bay * 0.21, h * 0.52, glasses(rng, lit))
            )
            out.append(
                rect(a + bay * k - 1, base - h * 0.7, 2, h * 0.5, CREAM) + rect(a + bay * (k - 0.1), base - h * 0.42, bay * 0.2, 2, CREAM)
            )
        out.append(rect(a - bay * 0.03, base - h, bay * 0.06, h, dark(colour, 0.16)))
    return "".join(out) + rect(x, base - h * 0.1, w, h * 0.1, dark(colour, 0.3)) + rect(x, base - h - 2, w, 5, light(colour, 0.25))


def chimney(x: float, base: float, w: float, h: float, colour: str = BRICK) -> str:
    body = poly([(x - w / 2, base), (x - w * 0.3, base - h), (x + w * 0.3, base - h), (x + w / 2, base)], colour) + poly(
        [(x + w * 0.08, base), (x + w * 0.06, base - h), (x + w * 0.3, base - h), (x + w / 2, base)], dark(colour, 0.22)
    )
    return (
        body
        + "".join(rect(x - w * (0.36 - 0.0 * i), base - h * (0.985 - 0.06 * i), w * 0.72, h * 0.016, light(colour, 0.2)) for i in range(2))
        + rect(x - w * 0.36, base - h, w * 0.72, h * 0.02, dark(colour, 0.3))
    )


def headframe(x: float, base: float, h: float, colour: str = "#6d5148") -> str:
    """The winding tower of a mine."""
    w, t = h * 0.3, h * 0.026
    legs = [
        [(x - w * 0.5, base), (x - w * 0.22, base - h * 0.86)],
        [(x + w * 0.36, base), (x + w * 0.22, base - h * 0.86)],
        [(x + w * 1.5, base), (x + w * 0.2, base - h * 0.8)],
        [(x + w * 1.36, base), (x + w * 0.24, base - h * 0.62)],
    ]
    out = [line(leg, colour, t) for leg in legs]
    for i in range(6):
        lo, hi = base - h * 0.86 * i / 6, base - h * 0.86 * (i + 1) / 6
        sl, sh = w * (0.5 - 0.28 * i / 6), w * (0.5 - 0.28 * (i + 1) / 6)
        rl, rh = w * (0.36 - 0.14 * i / 6), w * (0.36 - 0.14 * (i + 1) / 6)
        out.append(
            line([(x - sl, lo), (x + rh, hi)], colour, t * 0.5)
            + line([(x + rl, lo), (x - sh, hi)], colour, t * 0.5)
            + line([(x - sh, hi), (x + rh, hi)], colour, t * 0.6)
        )
    for dx in (-0.12, 0.34):
        cx, cy, r = x + w * dx, base - h * 0.92, h * 0.085
        out.append(
            circle(cx, cy, r, "none", stroke=dark(colour, 0.3), stroke_width=t * 0.7)
            + "".join(
                line([(cx - r * a, cy - r * b), (cx + r * a, cy + r * b)], dark(colour, 0.3), t * 0.3)
                for a, b in ((1, 0), (0, 1), (0.7, 0.7), (0.7, -0.7))
            )
        )
    return "".join(out) + rect(x - w * 0.44, base - h * 0.86, w * 1.0, t, dark(colour, 0.2))


def stone_bridge(x: float, y: float, w: float, rise: float, colour: str = "#b9b2a3", arches: int = 1, thick: float = 20) -> str:
    """A humped stone bridge; y is the line of the water."""
    half, top = w / 2, y - rise
    deck = f"M{x - half},{y - rise * 0.16}Q{x - half * 0.5},{y - rise * 0.3} {x - half * 0.28},{top + rise * 0.14}Q{x},{top - rise * 0.1} {x + half * 0.28},{top + rise * 0.14}Q{x + half * 0.5},{y - rise * 0.3} {x + half},{y - rise * 0.16}"
    body = path(deck + f"L{x + half},{y + 14}L{x - half},{y + 14}Z", colour)
    seams = "".join(
        stroke(
            f"M{x - half * 0.95},{y - rise * 0.04 - k * rise * 0.0}Q{x},{top + rise * (0.34 + 0.0 * k) - k * rise * 0.9} {x + half * 0.95},{y - rise * 0.04}",
            dark(colour, 0.12),
            1.3,
        )
        for k in (0, 0.25, 0.5)
    )
    holes = [(x, w * 0.36)] if arches == 1 else [(x, w * 0.25), (x - w * 0.26, w * 0.16), (x + w * 0.26, w * 0.16)]
    voids = "".join(ellipse(cx, y + 14, span / 2 + 9, min(rise * 0.74, span * 0.52) + 9, dark(colour, 0.16)) for cx, span in holes)
    rail = "".join(
        f'<g transform="translate(0 {-d})">{stroke(deck, c, t)}</g>'
        for d, c, t in ((thick * 0.1, light(colour, 0.25), 6), (thick, dark(colour, 0.08), 4.5))
    )
    posts = "".join(_post(x, half, y, rise, thick, t / 10, colour) for t in range(-10, 11))
    return body + seams + voids + posts + rail


def deck(y: float, rise: float, t: float) -> float:
    """The height of a stone bridge's deck; t runs from -1 at the left end to 1 at the right."""
    a = abs(t)
    if a <= 0.28:
        return y - rise * 0.86 - rise * 0.12 * (1 - (a / 0.28) ** 2)
    low, high = 0.0, 1.0
    for _ in range(20):  # the foot of the curve: find where it passes over t
        u = (low + high) / 2
        reach = (1 - u) ** 2 + u * (1 - u) + 0.28 * u * u
        low, high = (u, high) if reach > a else (low, u)
    return (1 - u) ** 2 * (y - rise * 0.16) + 2 * u * (1 - u) * (y - rise * 0.3) + u * u * (y - rise * 0.86)


def _post(x: float, half: float, y: float, rise: float, thick: float, t: float, colour: str) -> str:
    """One post of the bridge's rail, placed along the deck's curve."""
    py = deck(y, rise, t)
    return rect(x + half * t - 2.5, py - thick - 6, 5, thick + 4, dark(colour, 0.05), 1.5)


def pavilion(x: float, base: float, w: float, h: float, wood: str = "#94443a", roof: str = TILE) -> str:
    """A small open pavilion with upturned eaves."""
    posts = "".join(rect(x + w * f - w * 0.02, base - h * 0.62, w * 0.04, h * 0.62, wood) for f in (-0.38, -0.13, 0.13, 0.38))
    rail = rect(x - w * 0.38, base - h * 0.17, w * 0.25, h * 0.04, wood) + rect(x + w * 0.13, base - h * 0.17, w * 0.25, h * 0.04, wood)
    cap = path(
        f"M{x - w * 0.62},{base - h * 0.68}Q{x - w * 0.25},{base - h * 0.66} {x - w * 0.06},{base - h * 0.98}L{x + w * 0.06},{base - h * 0.98}Q{x + w * 0.25},{base - h * 0.66} {x + w * 0.62},{base - h * 0.68}Q{x},{base - h * 0.52} {x - w * 0.62},{base - h * 0.68}Z",
        roof,
    )
    dim = path(
        f"M{x + w * 0.02},{base - h * 0.98}L{x + w * 0.06},{base - h * 0.98}Q{x + w * 0.25},{base - h * 0.66} {x + w * 0.62},{base - h * 0.68}Q{x + w * 0.3},{base - h * 0.6} {x + w * 0.1},{base - h * 0.6}Z",
        dark(roof, 0.2),
    )
    return (
        rect(x - w * 0.46, base - h * 0.05, w * 0.92, h * 0.05, STONE_LIGHT)
        + posts
        + rail
        + cap
        + dim
        + circle(x, base - h, w * 0.035, VERMILION)
    )
