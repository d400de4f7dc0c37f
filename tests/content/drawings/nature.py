"""Sky, hills, water, trees and plants."""

from __future__ import annotations

import math
import random

from palette import (
    LAKE,
    LAMP,
    LEAF,
    LEAF_DEEP,
    LEAF_LIGHT,
    MOONLIGHT,
    SHADE,
    SKY,
    SKY_PALE,
    WHITE,
    WOOD,
    WOOD_DEEP,
    dark,
)
from svg import blob, circle, curve, ellipse, faded, glow, gradient, line, path, stroke

Leaves = tuple[str, str, str]


GREEN: Leaves = (LEAF_DEEP, LEAF, LEAF_LIGHT)


SPRING: Leaves = ("#6d9a58", "#93b765", "#c2d484")


DEEP: Leaves = ("#2c5a4b", "#3f7359", "#679468")


AUTUMN: Leaves = ("#b56a35", "#d39245", "#ebbb67")


GINKGO: Leaves = ("#c58f2e", "#e0b043", "#f2d37c")


BLOSSOM: Leaves = ("#d4929b", "#ebb8ba", "#f9e0dc")


PLUM: Leaves = ("#b23d4e", "#d2667a", "#efa5ab")


PEAR: Leaves = ("#cfd3c4", "#ebeae0", "#fffdf6")


SNOWY: Leaves = ("#6f8a86", "#b7c6c6", "#f5f7f6")


def sky(w: float, h: float, top: str = SKY, low: str = SKY_PALE, warm: str | None = None) -> str:
    return gradient(0, 0, w, h, top, low, *([warm] if warm else []))


def sun(x: float, y: float, r: float = 34, colour: str = LAMP, spread: float = 5, strength: float = 0.75) -> str:
    return glow(x, y, r * spread, colour, strength) + circle(x, y, r, colour)


def moon(x: float, y: float, r: float = 24) -> str:
    return glow(x, y, r * 5, MOONLIGHT, 0.4) + circle(x, y, r, MOONLIGHT)


def cloud(x: float, y: float, w: float, colour: str = WHITE, opacity: float = 0.8) -> str:
    """A long flat cloud with rounded tops."""
    h = w * 0.11
    tops = [(-0.3, 0.9, 0.17), (-0.1, 1.3, 0.22), (0.14, 1.0, 0.19), (0.32, 0.6, 0.13)]
    puffs = "".join(ellipse(x + w * dx, y - h * dy * 0.55, w * r, h * (0.55 + dy * 0.45), colour) for dx, dy, r in tops)
    return faded(puffs + ellipse(x, y, w * 0.5, h * 0.55, colour), opacity)


def wisp(x: float, y: float, w: float, colour: str = WHITE, opacity: float = 0.55) -> str:
    """Thin bars of cloud as in a print."""
    bars = [(0, 0, 1, 7), (0.18, -11, 0.7, 6), (-0.22, 12, 0.62, 5)]
    return faded(
        "".join(line([(x + w * dx - w * share / 2, y + dy), (x + w * dx + w * share / 2, y + dy)], colour, t) for dx, dy, share, t in bars),
        opacity,
    )


def birds(x: float, y: float, count: int = 5, size: float = 9, colour: str = "#4b5a63", seed: int = 1) -> str:
    rng, out = random.Random(seed), []
    for i in range(count):
        bx, by, s = x + i * size * 3.2 + rng.uniform(-8, 8), y + rng.uniform(-2, 2) * size, size * rng.uniform(0.7, 1.1)
        out.append(
            stroke(
                f"M{bx - s:.1f},{by - s * 0.35:.1f}Q{bx - s * 0.4:.1f},{by - s * 0.5:.1f} {bx:.1f},{by:.1f}Q{bx + s * 0.4:.1f},{by - s * 0.5:.1f} {bx + s:.1f},{by - s * 0.35:.1f}",
                colour,
                1.8,
            )
        )
    return "".join(out)


def hills(w: float, base: float, height: float, fill: str, seed: int, step: float = 120, floor: float = 900) -> str:
    """A soft ridge across the picture."""
    rng, points, x = random.Random(seed), [], -step
    while x < w + 2 * step:
        points.append((x, base - height * rng.uniform(0.25, 1)))
        x += step * rng.uniform(0.7, 1.25)
    return path(curve(points) + f"L{w + 300},{floor}L-200,{floor}Z", fill)


def ranges(w: float, base: float, height: float, colours: list[str], seed: int, step: float = 150) -> str:
    """Several ridges, the far ones first."""
    rows = len(colours)
    return "".join(
        hills(w, base + i * height * 0.24, height * (1 - 0.22 * i), c, seed + i * 7, step * (1 - 0.08 * i))
        for i, c in enumerate(colours[:rows])
    )


def peak(x: float, base: float, w: float, h: float, fill: str, seed: int) -> str:
    """A steep mountain with a shaded side."""
    rng = random.Random(seed)
    left = [(x - w / 2, base), (x - w * 0.3, base - h * 0.42), (x - w * 0.16, base - h * 0.6), (x - w * 0.03, base - h)]
    right = [(x + w * 0.12, base - h * 0.72), (x + w * 0.26, base - h * 0.5), (x + w / 2, base)]
    fold = [
        (x - w * 0.03, base - h),
        (x + w * 0.03, base - h * 0.66),
        (x - w * 0.02, base - h * 0.4),
        (x + w * rng.uniform(0.04, 0.1), base),
    ]
    return path(curve(left + right) + "Z", fill) + path(
        curve([*fold]) + f"L{x + w / 2},{base}" + "L" + " ".join(f"{a:.1f},{b:.1f}" for a, b in reversed(right)) + "Z", dark(fill, 0.1)
    )


def water(x: float, y: float, w: float, h: float, top: str = LAKE, low: str = "#5d949c", seed: int = 1, shine: str = WHITE) -> str:
    """A sheet of water with ripples that grow towards the viewer."""
    rng, out = random.Random(seed), [gradient(x, y, w, h, top, low)]
    for i in range(int(h / 7)):
        t = (i / (h / 7)) ** 1.3
        ry, length = y + 5 + t * (h - 8), rng.uniform(18, 60) * (0.5 + 1.6 * t)
        rx = x + rng.uniform(0, max(1, w - length))
        out.append(line([(rx, ry), (rx + length, ry)], shine, 1 + 2.2 * t, opacity=round(rng.uniform(0.14, 0.4), 2)))
    return "".join(out)


def reflected(part: str, y: float, opacity: float = 0.3, squash: float = 0.6) -> str:
    """A part mirrored in the water at the line y."""
    return f'<g transform="translate(0 {y * (1 + squash):.1f}) scale(1 -{squash})" opacity="{opacity}">{part}</g>'


def mist(w: float, y: float, thick: float, colour: str = WHITE, opacity: float = 0.5) -> str:
    return glow(w * 0.3, y, w * 0.55, colour, opacity, thick) + glow(w * 0.78, y + thick * 0.2, w * 0.5, colour, opacity * 0.9, thick * 0.8)


def trunk(x: float, base: float, h: float, wide: float, bark: str = WOOD, bend: float = 0.0) -> str:
    top, w, b = base - h, wide / 2, bend * h
    d = f"M{x - w * 1.5},{base}Q{x - w * 0.8},{base - h * 0.2} {x - w * 0.7 + b * 0.5},{base - h * 0.5}L{x - w * 0.4 + b},{top}L{x + w * 0.4 + b},{top}L{x + w * 0.8 + b * 0.5},{base - h * 0.5}Q{x + w},{base - h * 0.2} {x + w * 1.6},{base}Z"
    dim = f"M{x + w * 0.2},{base}L{x + w * 0.2 + b * 0.5},{base - h * 0.5}L{x + w * 0.1 + b},{top}L{x + w * 0.4 + b},{top}L{x + w * 0.8 + b * 0.5},{base - h * 0.5}Q{x + w},{base - h * 0.2} {x + w * 1.6},{base}Z"
    return path(d, bark) + path(dim, dark(bark, 0.22))


def branches(x: float, base: float, h: float, wide: float, bark: str) -> str:
    forks = [(-0.2, 0.52, 0.3), (0.22, 0.6, 0.32), (-0.1, 0.66, 0.3), (0.08, 0.5, 0.4)]
    return "".join(
        line(
            [(x, base - h * (f - 0.12)), (x + h * dx * 0.5, base - h * (f + 0.02)), (x + h * dx, base - h * (f + up * 0.5))],
            bark,
            wide * 0.4,
        )
        for dx, f, up in forks
    )


def tree(
    x: float, base: float, h: float, leaves: Leaves = GREEN, seed: int = 1, bark: str = WOOD_DEEP, wide: float = 0.72, shadow: bool = True
) -> str:
    """A round-crowned tree in three tones, lit from the upper left."""
    rng, stem = random.Random(seed), h * 0.055
    cx, cy, rx, ry = x, base - h * 0.66, h * wide * 0.5, h * 0.35
    out = [ellipse(x + h * 0.08, base, h * 0.3, h * 0.035, SHADE, opacity=0.16)] if shadow else []
    out += [
        trunk(x, base, h * 0.52, stem, bark),
        branches(x, base, h * 0.92, stem, bark),
        blob(cx, cy, rx * 0.82, ry * 0.82, leaves[0], rng, 13, 0.06),
    ]
    out += crown(cx, cy, rx, ry, leaves[0], 0.66, 12, 0.36, rng)
    out += crown(cx - rx * 0.13, cy - ry * 0.16, rx * 0.74, ry * 0.72, leaves[1], 0.56, 9, 0.36, rng)
    out += crown(cx - rx * 0.3, cy - ry * 0.36, rx * 0.46, ry * 0.42, leaves[2], 0.62, 6, 0.32, rng)
    for _ in range(12):
        out.append(
            ellipse(cx + rx * rng.uniform(-0.85, 0.8), cy + ry * rng.uniform(-0.8, 0.85), h * 0.012, h * 0.009, leaves[rng.choice((1, 2))])
        )
    return "".join(out)


def crown(cx: float, cy: float, rx: float, ry: float, tone: str, spread: float, count: int, size: float, rng: random.Random) -> list[str]:
    """Tufts of leaves around a centre, which give a scalloped outline."""
    turns = [2 * math.pi * (i + rng.uniform(-0.2, 0.2)) / count for i in range(count)]
    return [ellipse(cx, cy, rx * spread * 1.06, ry * spread * 1.06, tone)] + [
        ellipse(
            cx + rx * spread * math.cos(t),
            cy + ry * spread * math.sin(t),
            rx * size * rng.uniform(0.8, 1.15),
            ry * size * rng.uniform(0.8, 1.15),
            tone,
        )
        for t in turns
    ]


def bare_tree(x: float, base: float, h: float, bark: str = WOOD_DEEP, seed: int = 1, dots: Leaves | None = None, count: int = 90) -> str:
    """Branches, and blossoms along them if any."""
    rng, out, tips = random.Random(seed), [], []

    def grow(px: float, py: float, dx: float, dy: float, length: float, wide: float) -> None:
        ex, ey = px + dx * length, py + dy * length
        mx, my = (px + ex) / 2 + rng.uniform(-0.12, 0.12) * length, (py + ey) / 2
        out.append(stroke(f"M{px:.1f},{py:.1f}Q{mx:.1f},{my:.1f} {ex:.1f},{ey:.1f}", bark, wide))
        tips.extend([(mx, my), (ex, ey)] if wide < h * 0.03 else [])
        if wide < h * 0.006:
            return
        for turn in (rng.uniform(-0.85, -0.35), rng.uniform(0.3, 0.85)):
            nx, ny = dx + turn, dy + rng.uniform(-0.1, 0.2)
            size = (nx * nx + ny * ny) ** 0.5
            grow(ex, ey, nx / size, ny / size, length * rng.uniform(0.66, 0.84), wide * 0.6)

    grow(x, base, rng.uniform(-0.12, 0.12), -1, h * 0.3, h * 0.06)
    for _ in range(count if dots else 0):
        px, py = rng.choice(tips)
        out.append(
            circle(px + rng.gauss(0, h * 0.02), py + rng.gauss(0, h * 0.02), h * rng.uniform(0.009, 0.022), rng.choice(dots or GREEN))
        )
    return "".join(out)


def poplar(x: float, base: float, h: float, leaves: Leaves = GREEN, seed: int = 1) -> str:
    """A tall narrow tree."""
    rng = random.Random(seed)
    body = trunk(x, base, h * 0.4, h * 0.035, WOOD) + blob(x, base - h * 0.57, h * 0.13, h * 0.43, leaves[0], rng, 12, 0.08)
    return body + "".join(
        blob(x - h * 0.035 + rng.uniform(-0.04, 0.04) * h, base - h * f, h * 0.055, h * 0.08, leaves[1 + (i % 2)], rng, 7)
        for i, f in enumerate((0.32, 0.48, 0.62, 0.76, 0.88))
    )
