"""Grass, reeds, crops, rocks and snow."""

from __future__ import annotations

import random

from palette import GRASS, LEAF, LEAF_DEEP, MOSS, STONE, STRAW, WHITE, dark
from svg import ellipse, line, path, poly, stroke


def grass(
    x: float, base: float, w: float, h: float, seed: int = 1, colours: tuple[str, ...] = (LEAF, MOSS, GRASS), every: float = 5
) -> str:
    """Blades of grass or reeds."""
    rng, out = random.Random(seed), []
    for _ in range(int(w / every)):
        px, top, lean = x + rng.uniform(0, w), h * rng.uniform(0.5, 1), rng.uniform(-0.3, 0.3) * h
        out.append(
            path(
                f"M{px - h * 0.05:.1f},{base}Q{px:.1f},{base - top * 0.6:.1f} {px + lean:.1f},{base - top:.1f}Q{px + h * 0.06:.1f},{base - top * 0.5:.1f} {px + h * 0.05:.1f},{base}Z",
                rng.choice(colours),
            )
        )
    return "".join(out)


def reeds(x: float, base: float, w: float, h: float, seed: int = 1) -> str:
    """Reeds with pale plumes."""
    rng = random.Random(seed)
    out = [grass(x, base, w, h * 0.8, seed, (MOSS, LEAF, "#b3a96c"), 7)]
    for _ in range(int(w / 22)):
        px, top, lean = x + rng.uniform(0, w), h * rng.uniform(0.8, 1.1), rng.uniform(0.05, 0.22) * h
        out.append(stroke(f"M{px:.1f},{base}Q{px:.1f},{base - top * 0.6:.1f} {px + lean:.1f},{base - top:.1f}", "#a79c66", 1.8))
        out.append(
            stroke(f"M{px + lean * 0.7:.1f},{base - top * 0.86:.1f}L{px + lean * 1.25:.1f},{base - top * 1.06:.1f}", "#e5d8b4", h * 0.07)
        )
    return "".join(out)


def lotus(x: float, y: float, w: float, seed: int = 1, bloom: bool = True) -> str:
    """A lotus leaf on the water with a flower."""
    leaf = ellipse(x, y, w / 2, w * 0.15, LEAF_DEEP) + ellipse(x - w * 0.05, y - w * 0.02, w * 0.42, w * 0.11, LEAF)
    if not bloom:
        return leaf
    fx, fy = x + w * 0.2, y - w * 0.36
    petals = "".join(
        path(
            f"M{fx:.1f},{fy + w * 0.1:.1f}Q{fx + d * w * 0.16 - w * 0.05:.1f},{fy - w * 0.02:.1f} {fx + d * w * 0.12:.1f},{fy - w * 0.16 + abs(d) * w * 0.07:.1f}Q{fx + d * w * 0.1 + w * 0.05:.1f},{fy:.1f} {fx:.1f},{fy + w * 0.1:.1f}Z",
            c,
        )
        for d, c in ((-1.2, "#e7a7ab"), (1.2, "#e7a7ab"), (-0.5, "#f1c6c6"), (0.5, "#f1c6c6"), (0, "#fae3df"))
    )
    return leaf + line([(fx, y), (fx, fy + w * 0.08)], LEAF_DEEP, 2.4) + petals


def tea_rows(w: float, top: float, low: float, rows: int = 9, seed: int = 3) -> str:
    """Terraces of tea hedges that follow a slope."""
    out = []
    for i in range(rows):
        t = (i / rows) ** 1.35
        y, thick = top + (low - top) * t, 8 + 44 * t
        bow = 60 * (1 - t) + 20
        ridge = f"M-20,{y + bow * 0.3:.0f}C{w * 0.25:.0f},{y - bow:.0f} {w * 0.6:.0f},{y + bow * 0.5:.0f} {w + 20},{y - bow * 0.6:.0f}"
        out.append(stroke(ridge, dark("#55834f", 0.25), thick * 1.25) + stroke(ridge, "#5f8f54", thick))
        out.append(f'<g transform="translate(0 {-thick * 0.26:.1f})">' + stroke(ridge, "#86b067", thick * 0.42) + "</g>")
    return "".join(out)


def snow_cap(x: float, y: float, w: float, thick: float = 6) -> str:
    return path(
        f"M{x},{y}Q{x},{y - thick} {x + thick},{y - thick}L{x + w - thick},{y - thick}Q{x + w},{y - thick} {x + w},{y}Q{x + w * 0.8},{y + thick * 0.5} {x + w * 0.6},{y}Q{x + w * 0.4},{y + thick * 0.5} {x + w * 0.2},{y}Q{x + w * 0.1},{y + thick * 0.3} {x},{y}Z",
        WHITE,
    )


def stones(x: float, base: float, w: float, h: float, colour: str = STONE, seed: int = 1, count: int = 5) -> str:
    """A few rocks."""
    rng, out = random.Random(seed), []
    for i in range(count):
        px, pw, ph = x + w * (i + rng.uniform(0.1, 0.9)) / count, w / count * rng.uniform(0.7, 1.2), h * rng.uniform(0.5, 1)
        out.append(
            poly(
                [
                    (px - pw / 2, base),
                    (px - pw * 0.36, base - ph * 0.7),
                    (px - pw * 0.05, base - ph),
                    (px + pw * 0.34, base - ph * 0.62),
                    (px + pw / 2, base),
                ],
                colour,
            )
        )
        out.append(
            poly(
                [(px - pw * 0.05, base - ph), (px + pw * 0.34, base - ph * 0.62), (px + pw / 2, base), (px + pw * 0.05, base)],
                dark(colour, 0.16),
            )
        )
    return "".join(out)


def wheat(x: float, base: float, w: float, h: float, seed: int = 1) -> str:
    """Ripe ears of rice in the foreground."""
    rng, out = random.Random(seed), [grass(x, base, w, h * 0.8, seed, ("#b99b46", "#cdb057", MOSS), 4)]
    for _ in range(int(w / 11)):
        px, top = x + rng.uniform(0, w), h * rng.uniform(0.75, 1.05)
        out.append(stroke(f"M{px:.1f},{base}Q{px:.1f},{base - top:.1f} {px + h * 0.22:.1f},{base - top * 0.92:.1f}", "#c7a54e", 1.6))
        out += [ellipse(px + h * (0.08 + 0.05 * k), base - top * (0.94 - 0.012 * k * k), 3.4, 2, STRAW) for k in range(4)]
    return "".join(out)
