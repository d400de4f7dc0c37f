"""Furniture, stalls and decorations."""

from __future__ import annotations

import random

from objects import shadow
from palette import (
    CREAM,
    GOLD,
    LIT,
    NAVY,
    OCHRE,
    PINE,
    RED,
    SLATE,
    SLATE_DEEP,
    VERMILION,
    WHITE,
    WOOD,
    WOOD_DEEP,
    WOOD_LIGHT,
    dark,
    light,
)
from svg import column, ellipse, glow, group, line, path, poly, rect, stroke, text


def bench(x: float, base: float, w: float, wood: str = WOOD_LIGHT) -> str:
    """A park bench seen from the front."""
    h = w * 0.42
    legs = "".join(rect(x + w * f, base - h * 0.52, w * 0.04, h * 0.52, SLATE_DEEP) for f in (0.06, 0.9))
    back = "".join(rect(x, base - h * (0.98 - 0.17 * i), w, h * 0.12, wood, 2) for i in range(3))
    return (
        shadow(x + w / 2, base, w * 0.55, 5)
        + back
        + legs
        + rect(x - 2, base - h * 0.5, w + 4, h * 0.11, light(wood, 0.15), 2)
        + rect(x, base - h * 0.4, w, h * 0.06, dark(wood, 0.3))
    )


def lantern(x: float, y: float, r: float, lit: bool = False, colour: str = RED, words: str = "") -> str:
    """A red paper lantern that hangs from (x, y)."""
    cy = y + r * 1.5
    halo = glow(x, cy, r * 3, "#ffb765", 0.5) if lit else ""
    body = (
        ellipse(x, cy, r, r * 0.86, colour)
        + ellipse(x - r * 0.12, cy, r * 0.62, r * 0.85, light(colour, 0.12 if not lit else 0.3))
        + ellipse(x - r * 0.18, cy, r * 0.24, r * 0.85, light(colour, 0.24 if not lit else 0.5))
    )
    caps = rect(x - r * 0.42, cy - r * 0.98, r * 0.84, r * 0.2, GOLD, 2) + rect(x - r * 0.42, cy + r * 0.78, r * 0.84, r * 0.2, GOLD, 2)
    tassel = line([(x, cy + r), (x, cy + r * 1.7)], GOLD, r * 0.14)
    return (
        line([(x, y), (x, cy - r)], WOOD_DEEP, 1.5)
        + halo
        + tassel
        + body
        + caps
        + (text(x, cy + r * 0.3, words, r * 0.85, CREAM) if words else "")
    )


def string_of(x0: float, y0: float, x1: float, y1: float, sag: float, count: int, hang) -> str:
    """A rope with things hung along it; `hang(x, y, i)` draws one."""
    mid = ((x0 + x1) / 2, (y0 + y1) / 2 + sag * 2)
    out = [stroke(f"M{x0},{y0}Q{mid[0]},{mid[1]} {x1},{y1}", WOOD_DEEP, 1.8)]
    for i in range(count):
        t = (i + 0.5) / count
        out.append(
            hang((1 - t) ** 2 * x0 + 2 * t * (1 - t) * mid[0] + t * t * x1, (1 - t) ** 2 * y0 + 2 * t * (1 - t) * mid[1] + t * t * y1, i)
        )
    return "".join(out)


def flag(x: float, y: float, i: int, size: float = 16) -> str:
    """One triangle of a bunting."""
    return poly([(x - size * 0.6, y), (x + size * 0.6, y), (x, y + size * 1.3)], (VERMILION, GOLD, PINE, CREAM, "#5e9a94")[i % 5])


def banner(x: float, y: float, w: float, h: float, words: str, fill: str = VERMILION, ink: str = CREAM) -> str:
    """A cloth banner with a line of characters."""
    size = min(h * 0.56, w * 0.86 / max(1, len(words)))
    return (
        rect(x, y, w, h, fill, 2)
        + rect(x, y + h * 0.84, w, h * 0.16, dark(fill, 0.16))
        + text(x + w / 2, y + h / 2 + size * 0.36, words, size, ink, spacing=size * 0.12)
    )


def plate(x: float, y: float, w: float, words: str, fill: str = CREAM, ink: str = VERMILION) -> str:
    """A tall sign plate beside a door."""
    h = w * 1.16 * len(words) + w * 0.5
    return (
        rect(x, y, w, h, dark(fill, 0.25), 2)
        + rect(x + 1.5, y + 1.5, w - 3, h - 3, fill, 2)
        + column(x + w / 2, y + w * 1.1, words, w * 0.76, ink)
    )


def table(x: float, base: float, w: float, h: float, cloth: str = VERMILION, depth: float = 16) -> str:
    """A table with a cloth, seen a little from above."""
    top = base - h
    legs = "".join(rect(x + w * f - 4, top + h * 0.3, 8, h * 0.7, WOOD_DEEP) for f in (0.08, 0.92))
    return (
        legs
        + poly([(x, top), (x + depth, top - depth), (x + w - depth, top - depth), (x + w, top)], light(cloth, 0.1))
        + rect(x, top, w, h * 0.42, cloth)
        + rect(x, top + h * 0.36, w, h * 0.06, dark(cloth, 0.2))
        + rect(x, top, w, 3, light(cloth, 0.25))
    )


def stool(x: float, base: float, h: float, colour: str = RED) -> str:
    w = h * 0.85
    return (
        shadow(x, base, w * 0.6, 3)
        + path(
            f"M{x - w * 0.42},{base - h}L{x + w * 0.42},{base - h}L{x + w * 0.5},{base}L{x + w * 0.38},{base}L{x + w * 0.3},{base - h * 0.7}L{x - w * 0.3},{base - h * 0.7}L{x - w * 0.38},{base}L{x - w * 0.5},{base}Z",
            colour,
        )
        + rect(x - w * 0.46, base - h * 1.05, w * 0.92, h * 0.16, light(colour, 0.15), 2)
    )


def chair(x: float, base: float, h: float, colour: str = WOOD, flip: bool = False) -> str:
    """A plain chair from the side; `h` is the height of the seat."""
    parts = (
        line([(-h * 0.42, -h * 2.0), (-h * 0.36, 0)], colour, h * 0.11)
        + line([(h * 0.42, -h), (h * 0.46, 0)], colour, h * 0.1)
        + rect(-h * 0.48, -h * 1.06, h * 1.0, h * 0.14, light(colour, 0.15), 2)
        + rect(-h * 0.47, -h * 2.05, h * 0.14, h * 0.5, light(colour, 0.1), 2)
    )
    return group(parts, x=x, y=base, flip=flip)


def dish(x: float, y: float, w: float, food: str, steam: bool = False) -> str:
    out = (
        ellipse(x, y + w * 0.06, w * 0.5, w * 0.16, "#d5d7d3")
        + ellipse(x, y, w * 0.5, w * 0.16, "#f7f6f1")
        + ellipse(x, y - w * 0.05, w * 0.36, w * 0.13, food)
        + ellipse(x - w * 0.08, y - w * 0.09, w * 0.18, w * 0.06, light(food, 0.25))
    )
    if steam:
        out += "".join(stroke(f"M{x + d},{y - w * 0.25}q-5,-8 0,-15t0,-15", WHITE, 2.2, opacity=0.6) for d in (-7, 5))
    return out


def tent(x: float, base: float, w: float, h: float, words: str, colour: str = VERMILION, lit: bool = False) -> str:
    """A booth with a pitched cloth roof; the counter is up to the scene."""
    posts = "".join(rect(x + w * f - 3, base - h * 0.8, 6, h * 0.8, "#d9d6cd") for f in (0.03, 0.97))
    roof = poly(
        [(x - 10, base - h * 0.72), (x + w * 0.16, base - h), (x + w * 0.84, base - h), (x + w + 10, base - h * 0.72)], colour
    ) + poly(
        [(x + w * 0.58, base - h), (x + w * 0.84, base - h), (x + w + 10, base - h * 0.72), (x + w * 0.62, base - h * 0.72)],
        dark(colour, 0.14),
    )
    count = max(6, int(w / 34))
    scallops = "".join(
        path(
            f"M{x - 10 + (w + 20) * i / count},{base - h * 0.72}h{(w + 20) / count}q0,{h * 0.09} {-(w + 20) / count / 2},{h * 0.09}t{-(w + 20) / count / 2},{-h * 0.09}z",
            dark(colour, 0.2) if i % 2 else colour,
        )
        for i in range(count)
    )
    label = text(x + w / 2, base - h * 0.79, words, min(h * 0.12, w * 0.6 / max(1, len(words))), CREAM, spacing=4) if words else ""
    return posts + (rect(x + 4, base - h * 0.72, w - 8, h * 0.6, LIT, opacity=0.25) if lit else "") + roof + scallops + label


def bookshelf(x: float, base: float, w: float, h: float, shelves: int = 4, seed: int = 1, wood: str = WOOD_LIGHT) -> str:
    """Shelves full of books."""
    rng, out, step = (
        random.Random(seed),
        [rect(x, base - h, w, h, dark(wood, 0.1)), rect(x + 5, base - h + 5, w - 10, h - 8, dark(wood, 0.42))],
        h / shelves,
    )
    for s in range(shelves):
        y, px = base - s * step - 6, x + 8
        while px < x + w - 16:
            bw, bh = rng.uniform(6, 12), step * rng.uniform(0.6, 0.8)
            if rng.random() < 0.9:
                tone = rng.choice((VERMILION, PINE, OCHRE, "#5e9a94", NAVY, CREAM, "#c98563", "#d98a8c", SLATE))
                out.append(rect(px, y - bh, bw, bh, tone) + rect(px, y - bh * 0.8, bw, bh * 0.07, light(tone, 0.35)))
            px += bw + 0.8
        out.append(rect(x, y, w, 6, wood))
    return "".join(out)
