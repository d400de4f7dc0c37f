"""Things that stand in streets, squares and rooms."""

from __future__ import annotations

import random

from palette import (
    CHALK,
    CREAM,
    INK,
    LAMP,
    PINE,
    SHADE,
    SLATE,
    SLATE_DEEP,
    STONE_LIGHT,
    WHITE,
    WOOD,
    WOOD_DEEP,
    WOOD_LIGHT,
    dark,
    light,
)
from svg import (
    circle,
    curve,
    ellipse,
    glow,
    group,
    line,
    path,
    poly,
    rect,
    stroke,
    text,
)


def shadow(x: float, y: float, rx: float, ry: float, strength: float = 0.18) -> str:
    return ellipse(x, y, rx, ry, SHADE, opacity=strength)


def street_lamp(x: float, base: float, h: float, lit: bool = False, flip: bool = False, colour: str = SLATE_DEEP) -> str:
    """A lamp post with a bent arm."""
    d = -1 if flip else 1
    post = line([(x, base), (x, base - h * 0.9)], colour, h * 0.022) + stroke(
        f"M{x},{base - h * 0.88}Q{x},{base - h} {x + d * h * 0.14},{base - h * 0.98}", colour, h * 0.016
    )
    head = path(
        f"M{x + d * h * 0.1},{base - h}L{x + d * h * 0.22},{base - h * 0.985}L{x + d * h * 0.21},{base - h * 0.96}L{x + d * h * 0.11},{base - h * 0.96}Z",
        colour,
    )
    bulb = ellipse(x + d * h * 0.16, base - h * 0.958, h * 0.045, h * 0.012, LAMP if lit else CHALK)
    halo = glow(x + d * h * 0.16, base - h * 0.95, h * 0.42, LAMP, 0.55) if lit else ""
    return rect(x - h * 0.022, base - h * 0.08, h * 0.044, h * 0.08, colour) + post + head + halo + bulb


def garden_lamp(x: float, base: float, h: float, lit: bool = False) -> str:
    post = line([(x, base), (x, base - h * 0.8)], SLATE_DEEP, h * 0.035)
    head = poly(
        [
            (x - h * 0.08, base - h * 0.98),
            (x + h * 0.08, base - h * 0.98),
            (x + h * 0.055, base - h * 0.8),
            (x - h * 0.055, base - h * 0.8),
        ],
        LAMP if lit else CHALK,
    ) + poly([(x - h * 0.11, base - h * 0.98), (x, base - h * 1.06), (x + h * 0.11, base - h * 0.98)], SLATE_DEEP)
    return post + (glow(x, base - h * 0.9, h * 0.6, LAMP, 0.6) if lit else "") + head


def bin_(x: float, base: float, w: float, colour: str, word: str = "", lid: float = 0) -> str:
    """A wheeled bin."""
    h = w * 1.25
    body = path(f"M{x - w * 0.5},{base - h}L{x + w * 0.5},{base - h}L{x + w * 0.42},{base - 3}L{x - w * 0.42},{base - 3}Z", colour) + path(
        f"M{x + w * 0.18},{base - h}L{x + w * 0.5},{base - h}L{x + w * 0.42},{base - 3}L{x + w * 0.16},{base - 3}Z", dark(colour, 0.18)
    )
    top = rect(x - w * 0.55, base - h - w * 0.1 - lid, w * 1.1, w * 0.14, dark(colour, 0.12), 3)
    sign = text(x, base - h * 0.42, word, w * 0.24, WHITE) if word else ""
    return (
        shadow(x + 4, base, w * 0.6, 4)
        + circle(x - w * 0.3, base - 2, w * 0.07, INK)
        + circle(x + w * 0.3, base - 2, w * 0.07, INK)
        + body
        + top
        + sign
    )


def notice_board(x: float, base: float, w: float, h: float, title: str = "社区宣传栏", roof: bool = True, seed: int = 1) -> str:
    """A board on posts under a small roof."""
    rng, top = random.Random(seed), base - h
    out = [rect(x + w * f, top, w * 0.03, h, SLATE_DEEP) for f in (0.03, 0.94)]
    out.append(
        rect(x, top + h * 0.1, w, h * 0.6, "#7b3a32", 2)
        + rect(x + w * 0.02, top + h * 0.22, w * 0.96, h * 0.45, "#f4efe3")
        + text(x + w / 2, top + h * 0.195, title, h * 0.085, CREAM, spacing=3)
    )
    for i in range(4):
        px = x + w * (0.045 + i * 0.235)
        tone = rng.choice(("#9fc6d6", "#cf9a4c", "#a5bf75", "#d98a8c", "#dba987"))
        out.append(
            rect(px, top + h * 0.26, w * 0.205, h * 0.17, tone)
            + "".join(rect(px, top + h * (0.47 + 0.045 * k), w * (0.2 if k < 3 else 0.12), h * 0.016, "#9b978e") for k in range(4))
        )
    return "".join(out) + (
        path(
            f"M{x - w * 0.05},{top + h * 0.1}L{x + w * 0.03},{top - h * 0.02}L{x + w * 0.97},{top - h * 0.02}L{x + w * 1.05},{top + h * 0.1}Z",
            SLATE,
        )
        if roof
        else ""
    )


def bicycle(x: float, base: float, h: float, colour: str = PINE, flip: bool = False) -> str:
    """A bicycle seen from the side."""
    r, w = h * 0.34, h * 0.62
    wheels = "".join(circle(cx, -r, r, "none", stroke=INK, stroke_width=h * 0.035) + circle(cx, -r, r * 0.12, SLATE) for cx in (-w, w))
    frame = (
        line([(-w, -r), (-w * 0.3, -h * 0.72), (w * 0.62, -h * 0.78), (w * 0.02, -r * 0.9), (-w, -r)], colour, h * 0.045)
        + line([(-w * 0.3, -h * 0.72), (w * 0.02, -r * 0.9)], colour, h * 0.045)
        + line([(w, -r), (w * 0.58, -h * 0.98), (w * 0.36, -h * 1.0)], SLATE_DEEP, h * 0.04)
    )
    seat = rect(-w * 0.52, -h * 0.82, w * 0.42, h * 0.06, WOOD_DEEP, 3) + rect(w * 0.62, -h * 0.86, w * 0.42, h * 0.2, WOOD_LIGHT, 3)
    return shadow(x, base, w * 1.3, 4) + group(wheels, frame, seat, x=x, y=base, flip=flip)


def tricycle(x: float, base: float, h: float, load: str = "", flip: bool = False) -> str:
    """A cargo tricycle with a box behind."""
    r = h * 0.3
    box = rect(-h * 1.3, -h * 0.72, h * 1.1, h * 0.34, "#4f7d86", 3) + rect(-h * 1.3, -h * 0.5, h * 1.1, h * 0.12, "#3f6670")
    wheels = "".join(
        circle(cx, -r, r, INK) + circle(cx, -r, r * 0.6, STONE_LIGHT) + circle(cx, -r, r * 0.16, INK) for cx in (-h * 0.78, h * 0.72)
    )
    frame = (
        line([(-h * 0.25, -h * 0.45), (h * 0.35, -h * 0.5), (h * 0.72, -r)], SLATE_DEEP, h * 0.06)
        + line([(h * 0.72, -r), (h * 0.5, -h * 0.98), (h * 0.3, -h * 1.0)], SLATE_DEEP, h * 0.05)
        + rect(-h * 0.16, -h * 0.7, h * 0.34, h * 0.09, INK, 4)
        + line([(0, -h * 0.64), (h * 0.05, -h * 0.46)], SLATE_DEEP, h * 0.05)
    )
    return shadow(x, base, h * 1.3, 5) + group(load, box, wheels, frame, x=x, y=base, flip=flip)


def fence(x: float, base: float, w: float, h: float, colour: str = SLATE, gap: float = 14) -> str:
    bars = "".join(rect(x + i * gap, base - h, 3, h, colour) for i in range(int(w / gap) + 1))
    return rect(x, base - h * 0.9, w, 3.4, colour) + rect(x, base - h * 0.22, w, 3.4, colour) + bars


def railing(x: float, base: float, w: float, h: float, stone: str = "#cfc9bc", gap: float = 70) -> str:
    """A stone balustrade."""
    panels = rect(x, base - h * 0.8, w, h * 0.14, light(stone, 0.2)) + rect(x, base - h * 0.2, w, h * 0.2, stone)
    infill = "".join(rect(x + i * gap / 4, base - h * 0.68, gap * 0.07, h * 0.5, dark(stone, 0.08)) for i in range(int(w / gap * 4) + 1))
    posts = "".join(
        rect(x + i * gap - 6, base - h, 12, h, stone, 2)
        + rect(x + i * gap + 1, base - h, 5, h, dark(stone, 0.12), 2)
        + rect(x + i * gap - 8, base - h - 3, 16, 6, light(stone, 0.2), 2)
        for i in range(int(w / gap) + 1)
    )
    return infill + panels + posts


def boat(x: float, y: float, w: float, hull: str = WOOD, cabin: bool = True) -> str:
    """A small wooden boat on the water."""
    body = path(
        f"M{x - w * 0.5},{y - w * 0.09}Q{x - w * 0.36},{y + w * 0.07} {x - w * 0.2},{y + w * 0.07}L{x + w * 0.26},{y + w * 0.07}Q{x + w * 0.42},{y + w * 0.06} {x + w * 0.54},{y - w * 0.12}Q{x},{y - w * 0.0} {x - w * 0.5},{y - w * 0.09}Z",
        hull,
    ) + path(
        f"M{x - w * 0.46},{y - w * 0.02}Q{x},{y + w * 0.06} {x + w * 0.48},{y - w * 0.05}L{x + w * 0.45},{y - w * 0.01}Q{x},{y + w * 0.09} {x - w * 0.43},{y + w * 0.02}Z",
        dark(hull, 0.3),
    )
    roof = (
        path(
            f"M{x - w * 0.2},{y - w * 0.03}Q{x - w * 0.2},{y - w * 0.22} {x},{y - w * 0.22}Q{x + w * 0.2},{y - w * 0.22} {x + w * 0.2},{y - w * 0.03}Z",
            "#a88a57",
        )
        + path(
            f"M{x + w * 0.05},{y - w * 0.22}Q{x + w * 0.2},{y - w * 0.22} {x + w * 0.2},{y - w * 0.03}L{x + w * 0.1},{y - w * 0.03}Q{x + w * 0.12},{y - w * 0.18} {x + w * 0.05},{y - w * 0.22}Z",
            "#86693f",
        )
        if cabin
        else ""
    )
    return ellipse(x, y + w * 0.08, w * 0.5, w * 0.025, SHADE, opacity=0.22) + roof + body


def rubbish(x: float, base: float, w: float, h: float, seed: int = 1) -> str:
    """A heap of bags, boxes and boards."""
    rng, out = random.Random(seed), [ellipse(x + w / 2, base, w * 0.56, h * 0.08, SHADE, opacity=0.25)]
    bags = ("#4b4f55", "#7d8388", "#a98f6a", "#5d7884", "#8d6a53", "#b7b2a6")
    for count, lift in ((6, 0), (4, 0.28), (2, 0.55)):
        for i in range(count):
            px, py = x + w * (0.5 + (i - (count - 1) / 2) * 0.17 + rng.uniform(-0.03, 0.03)), base - h * lift
            bw, bh, tone = w * rng.uniform(0.12, 0.17), h * rng.uniform(0.34, 0.46), rng.choice(bags)
            if rng.random() < 0.3:
                out.append(
                    group(
                        rect(-bw * 0.6, -bh * 0.9, bw * 1.2, bh * 0.9, "#b98f5f")
                        + rect(-bw * 0.6, -bh * 0.55, bw * 1.2, bh * 0.12, "#d8bd91")
                        + rect(bw * 0.25, -bh * 0.9, bw * 0.35, bh * 0.9, "#9b7447"),
                        x=px,
                        y=py,
                        rotate=rng.uniform(-7, 7),
                    )
                )
            else:
                out.append(
                    path(
                        f"M{px - bw * 0.7},{py}Q{px - bw * 0.85},{py - bh * 0.7} {px - bw * 0.1},{py - bh}L{px - bw * 0.16},{py - bh * 1.14}L{px + bw * 0.14},{py - bh * 1.12}L{px + bw * 0.08},{py - bh}Q{px + bw * 0.85},{py - bh * 0.65} {px + bw * 0.7},{py}Z",
                        tone,
                    )
                    + path(
                        f"M{px + bw * 0.08},{py - bh}Q{px + bw * 0.85},{py - bh * 0.65} {px + bw * 0.7},{py}L{px + bw * 0.3},{py}Q{px + bw * 0.5},{py - bh * 0.5} {px + bw * 0.08},{py - bh}Z",
                        dark(tone, 0.22),
                    )
                )
    return "".join(out)


def arc(points: list[tuple[float, float]], colour: str, width: float) -> str:
    return stroke(curve(points), colour, width)
