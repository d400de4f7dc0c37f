"""Special trees, shrubs, crops and small plants."""

from __future__ import annotations

import random

from nature import DEEP, GREEN, Leaves, crown, trunk
from palette import (
    GOLD,
    LEAF,
    LEAF_DEEP,
    LEAF_LIGHT,
    PINE,
    ROSE,
    TERRACOTTA,
    VERMILION,
    WOOD_DEEP,
    dark,
    light,
)
from svg import blob, circle, ellipse, line, path, poly, rect, stroke

FLOWERS = (VERMILION, ROSE, GOLD, "#f3e9dd", "#b98bb0")


def pine(x: float, base: float, h: float, seed: int = 1, leaves: Leaves = DEEP) -> str:
    """A pine with flat layered boughs."""
    rng = random.Random(seed)
    lean = rng.uniform(-0.05, 0.05)
    out = [trunk(x, base, h * 0.9, h * 0.05, "#7d5238", lean)]
    for i, (f, size, side) in enumerate(
        ((0.42, 0.24, 1), (0.52, 0.27, -1), (0.64, 0.26, 0.7), (0.75, 0.22, -0.6), (0.86, 0.18, 0.3), (0.95, 0.12, 0))
    ):
        px, py = x + lean * h * f + side * h * 0.11, base - h * f
        out.append(line([(x + lean * h * f, py + h * 0.03), (px, py)], "#6b4630", h * 0.014))
        out.append(blob(px, py, h * size, h * 0.065, leaves[0], rng, 11, 0.12))
        out.append(blob(px - h * 0.03, py - h * 0.022, h * size * 0.72, h * 0.036, leaves[1], rng, 9, 0.14))
        if i % 2:
            out.append(blob(px - h * 0.06, py - h * 0.034, h * size * 0.38, h * 0.018, leaves[2], rng, 7, 0.1))
    return "".join(out)


def fir(x: float, base: float, h: float, fill: str = PINE, snow: str | None = None) -> str:
    """A pointed conifer, small and far."""
    out = [rect(x - h * 0.02, base - h * 0.12, h * 0.04, h * 0.12, WOOD_DEEP)]
    for i in range(4):
        y, w = base - h * (0.1 + i * 0.2), h * (0.24 - i * 0.05)
        out.append(poly([(x - w, y), (x, y - h * 0.34), (x + w, y)], fill if i % 2 else dark(fill, 0.1)))
        out.append(poly([(x, y - h * 0.34), (x + w, y), (x + w * 0.2, y)], dark(fill, 0.2)))
        if snow:
            out.append(
                poly([(x - w * 0.7, y - h * 0.08), (x, y - h * 0.34), (x + w * 0.2, y - h * 0.2), (x - w * 0.1, y - h * 0.12)], snow)
            )
    return "".join(out)


def willow(x: float, base: float, h: float, seed: int = 1, leaves: Leaves = ("#5f8f58", "#86ae62", "#b4ca80")) -> str:
    """A willow with hanging strands."""
    rng = random.Random(seed)
    out = [
        trunk(x, base, h * 0.72, h * 0.06, WOOD_DEEP, 0.06),
        *crown(x + h * 0.03, base - h * 0.8, h * 0.3, h * 0.15, leaves[0], 0.6, 9, 0.5, rng),
        *crown(x - h * 0.03, base - h * 0.84, h * 0.2, h * 0.08, leaves[1], 0.6, 8, 0.5, rng),
    ]
    for i in range(84):
        t = rng.uniform(-1, 1)
        sx, sy = x + h * 0.03 + t * h * 0.32, base - h * (0.88 - 0.2 * t * t) + rng.uniform(0, 0.1) * h
        drop, sway = h * rng.uniform(0.24, 0.56) * (0.7 + 0.3 * abs(t)), h * (0.05 * t + rng.uniform(-0.02, 0.04))
        out.append(
            stroke(
                f"M{sx:.1f},{sy:.1f}Q{sx + sway * 0.2:.1f},{sy + drop * 0.5:.1f} {sx + sway:.1f},{sy + drop:.1f}",
                leaves[min(2, i // 28)],
                h * rng.uniform(0.008, 0.016),
            )
        )
    return "".join(out)


def bamboo(x: float, base: float, h: float, seed: int = 1, count: int = 5, stem: str = "#7fa35f") -> str:
    """A clump of bamboo."""
    rng, out = random.Random(seed), []
    for i in range(count):
        px, top, lean = x + (i - count / 2) * h * 0.05 + rng.uniform(-4, 4), h * rng.uniform(0.75, 1), rng.uniform(-0.08, 0.1) * h
        tone = dark(stem, rng.uniform(0, 0.3))
        out.append(stroke(f"M{px:.1f},{base}Q{px:.1f},{base - top * 0.6:.1f} {px + lean:.1f},{base - top:.1f}", tone, h * 0.016))
        out += [line([(px - h * 0.01, base - top * f), (px + h * 0.01, base - top * f)], dark(stem, 0.45), 1.4) for f in (0.15, 0.3, 0.45)]
        for _ in range(16):
            f = rng.uniform(0.42, 1.02)
            lx, ly = px + lean * f * f, base - top * f
            ex, ey = lx + rng.choice((-1, 1)) * h * rng.uniform(0.06, 0.13), ly + h * rng.uniform(0.0, 0.07)
            mx, my = (lx + ex) / 2, (ly + ey) / 2
            out.append(
                path(
                    f"M{lx:.1f},{ly:.1f}Q{mx:.1f},{my - h * 0.028:.1f} {ex:.1f},{ey:.1f}Q{mx:.1f},{my + h * 0.008:.1f} {lx:.1f},{ly:.1f}Z",
                    rng.choice((LEAF_DEEP, LEAF, LEAF_LIGHT)),
                )
            )
    return "".join(out)


def bush(x: float, base: float, w: float, h: float, leaves: Leaves = GREEN, seed: int = 1, flowers: str | None = None) -> str:
    """A low round shrub that sits on the ground."""
    rng = random.Random(seed)
    body = path(
        f"M{x - w / 2},{base}C{x - w * 0.58},{base - h * 0.9} {x - w * 0.2},{base - h * 1.1} {x},{base - h * 0.96}C{x + w * 0.25},{base - h * 1.12} {x + w * 0.6},{base - h * 0.8} {x + w / 2},{base}Z",
        leaves[0],
    )
    spots = [
        blob(x + w * rng.uniform(-0.3, 0.15), base - h * rng.uniform(0.4, 0.8), w * 0.15, h * 0.17, leaves[rng.choice((1, 1, 2))], rng, 7)
        for _ in range(6)
    ]
    dots = (
        [circle(x + w * rng.uniform(-0.4, 0.4), base - h * rng.uniform(0.15, 0.85), max(1.6, w * 0.022), flowers) for _ in range(14)]
        if flowers
        else []
    )
    return body + "".join(spots + dots)


def hedge(x: float, base: float, w: float, h: float, leaves: Leaves = GREEN, seed: int = 1) -> str:
    """A clipped hedge."""
    rng = random.Random(seed)
    spots = "".join(
        ellipse(x + rng.uniform(4, max(5, w - 4)), base - h * rng.uniform(0.3, 0.9), 5, 3, leaves[2], opacity=0.7)
        for _ in range(int(w / 12))
    )
    return rect(x, base - h, w, h, leaves[0], min(8, h / 3)) + rect(x, base - h, w, h * 0.42, leaves[1], min(8, h / 4)) + spots


def flowerbed(x: float, base: float, w: float, h: float, seed: int = 1, colours: tuple[str, ...] = FLOWERS) -> str:
    """A strip of low flowers."""
    rng = random.Random(seed)
    out = [
        path(
            f"M{x},{base}Q{x},{base - h * 0.7} {x + w * 0.06},{base - h * 0.6}L{x + w * 0.94},{base - h * 0.6}Q{x + w},{base - h * 0.7} {x + w},{base}Z",
            LEAF_DEEP,
        )
    ]
    for _ in range(int(w / 7)):
        px, py = x + rng.uniform(3, max(4, w - 3)), base - h * rng.uniform(0.25, 1)
        out.append(circle(px, py, h * rng.uniform(0.1, 0.16), rng.choice(colours)))
        out.append(ellipse(px + rng.uniform(-8, 8), py + h * 0.3, h * 0.14, h * 0.07, rng.choice((LEAF, LEAF_LIGHT))))
    return "".join(out)


def pot(x: float, base: float, w: float, seed: int = 1, colour: str = TERRACOTTA, flowers: str | None = None, tall: float = 1.0) -> str:
    """A potted plant."""
    h = w * 0.8
    leaves = bush(x, base - h * 0.86, w * 1.3, w * 0.95 * tall, GREEN, seed, flowers)
    body = path(f"M{x - w * 0.5},{base - h}L{x + w * 0.5},{base - h}L{x + w * 0.36},{base}L{x - w * 0.36},{base}Z", colour) + path(
        f"M{x + w * 0.1},{base - h}L{x + w * 0.5},{base - h}L{x + w * 0.36},{base}L{x + w * 0.1},{base}Z", dark(colour, 0.18)
    )
    return leaves + body + rect(x - w * 0.56, base - h * 1.06, w * 1.12, h * 0.2, light(colour, 0.12), 1.5)
