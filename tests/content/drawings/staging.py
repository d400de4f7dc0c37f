"""How a scene is set: ground, streets, groups of people, times of day."""

from __future__ import annotations

import random
from dataclasses import dataclass

from figures import Look, Pose, Prop, person
from palette import SHADE, STONE, STONE_LIGHT, dark, light, mix
from scene import Camera, Ground
from svg import gradient, line, path, poly, rect

METRES = {"adult": 1.68, "elder": 1.58, "child": 1.14}


DAWN, GOLDEN, DUSK, NIGHT, GREYDAY, SNOWLIGHT = "#ffe6d6", "#ffe2b8", "#d9a9a4", "#6674a4", "#dfe3e6", "#dfe7f2"


@dataclass(frozen=True)
class Actor:
    """One person of a scene and where they stand."""

    x: float
    y: float
    look: Look
    pose: Pose
    flip: bool = False
    near: Prop | None = None
    far: Prop | None = None


def folk(ground: Ground, *actors: Actor) -> str:
    """People on the ground, the far ones first, each as tall as the place asks."""
    return "".join(
        person(a.x, a.y, ground.tall(a.y, METRES[a.look.build]), a.look, a.pose, a.flip, a.near, a.far)
        for a in sorted(actors, key=lambda a: a.y)
    )


def plain(w: float, top: float, h: float, far: str, near: str) -> str:
    """Open ground from the horizon to the viewer."""
    return gradient(0, top, w, h, far, near)


def paving(
    w: float,
    top: float,
    low: float,
    horizon: float,
    colour: str = STONE_LIGHT,
    rows: int = 9,
    seams: float = 0.12,
    middle: float | None = None,
) -> str:
    """A paved square whose joints run to the horizon."""
    tone, mid = dark(colour, seams), w / 2 if middle is None else middle
    out = [gradient(0, top, w, low - top, mix(colour, "#ffffff", 0.12), dark(colour, 0.06))]
    for i in range(rows):
        y = top + (low - top) * ((i + 0.4) / rows) ** 1.8
        out.append(line([(0, y), (w, y)], tone, 0.8 + 1.4 * i / rows))
    for i in range(-16, 17):
        foot, share = mid + i * 150, (top - horizon) / max(1, low - horizon)
        out.append(line([(mid + i * 150 * share, top), (foot, low)], tone, 1.2))
    return "".join(out)


def road(camera: Camera, half: float, near: float, far: float, fill: str, kerb: str | None = None) -> str:
    """A straight road away from the viewer."""
    out = [poly(camera.floor(-half, half, near, far), fill)]
    for side in (-1, 1) if kerb else ():
        out.append(poly(camera.floor(side * half, side * (half + 0.25), near, far), kerb))
        out.append(poly(camera.floor(side * half, side * (half + 0.06), near, far), dark(kerb, 0.25)))
    return "".join(out)


def band(points: str, fill: str) -> str:
    """A path or bank given by an outline."""
    return path(points, fill)


def cast_shadow(x: float, y: float, w: float, h: float, strength: float = 0.14) -> str:
    """The long shadow of a building on the ground."""
    return poly([(x, y), (x + w, y), (x + w + h, y + h), (x + h, y + h)], SHADE, opacity=strength)


def wires(points: list[tuple[float, float, float, float]], colour: str = "#5a5f66", sag: float = 18) -> str:
    """Wires between poles."""
    return "".join(
        path(f"M{a},{b}Q{(a + c) / 2},{(b + d) / 2 + sag} {c},{d}", "none", stroke=colour, stroke_width=1.4) for a, b, c, d in points
    )


def zebra(x: float, y: float, w: float, h: float, bars: int, lean: float = 0.0) -> str:
    """A pedestrian crossing seen along the road."""
    step = w / bars
    return "".join(
        poly(
            [
                (x + i * step, y + h),
                (x + i * step + step * 0.55, y + h),
                (x + i * step + step * 0.5 + lean, y),
                (x + i * step + step * 0.06 + lean, y),
            ],
            "#f4f1e8",
            opacity=0.85,
        )
        for i in range(bars)
    )


def specks(w: float, top: float, h: float, colour: str, count: int, seed: int = 1, size: float = 3) -> str:
    """Fallen leaves or petals on the ground."""
    rng, out = random.Random(seed), []
    for _ in range(count):
        t = rng.random() ** 0.7
        out.append(
            f'<ellipse cx="{rng.uniform(0, w):.1f}" cy="{top + h * t:.1f}" rx="{size * (0.4 + 0.8 * t):.1f}" ry="{size * 0.45 * (0.4 + 0.8 * t):.1f}" fill="{colour}"/>'
        )
    return "".join(out)


def snowfall(w: float, h: float, count: int, seed: int = 1) -> str:
    rng = random.Random(seed)
    return "".join(
        f'<circle cx="{rng.uniform(0, w):.0f}" cy="{rng.uniform(0, h):.0f}" r="{rng.uniform(1, 3):.1f}" fill="#ffffff" opacity="0.8"/>'
        for _ in range(count)
    )


def block(x: float, y: float, w: float, h: float, fill: str) -> str:
    """A plain mass with a lit top edge and a shaded side."""
    return rect(x, y, w, h, fill) + rect(x, y, w, 4, light(fill)) + rect(x + w * 0.86, y, w * 0.14, h, dark(fill, 0.14))


def skyline(w: float, base: float, low: float, high: float, fill: str, seed: int, gap: float = 0.25) -> str:
    """Far buildings without detail."""
    rng, out, x = random.Random(seed), [], -20.0
    while x < w:
        bw, bh = rng.uniform(34, 84), rng.uniform(low, high)
        if rng.random() > gap:
            out.append(rect(x, base - bh, bw, bh, fill) + rect(x + bw * 0.7, base - bh, bw * 0.3, bh, dark(fill, 0.05)))
            out.append(rect(x + bw * 0.3, base - bh - 8, bw * 0.3, 9, fill))
        x += bw + rng.uniform(2, 26)
    return "".join(out)


def courtyard_floor(w: float, top: float, low: float, colour: str = STONE) -> str:
    return gradient(0, top, w, low - top, light(colour, 0.3), colour)
