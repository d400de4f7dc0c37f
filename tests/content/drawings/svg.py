"""The few SVG elements that the pictures are made of."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence

from palette import LAMP

Point = tuple[float, float]
FONT = "Noto Sans CJK SC"
_ids = iter(range(1, 10**9))


def num(value: float) -> str:
    """A number as short text."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def tag(name: str, **attributes: object) -> str:
    """An empty element."""
    return f"<{name} {_written(attributes)}/>"


def _written(attributes: dict[str, object]) -> str:
    return " ".join(f'{key.rstrip("_").replace("_", "-")}="{num(v) if isinstance(v, float) else v}"' for key, v in attributes.items())


def rect(x: float, y: float, w: float, h: float, fill: str, r: float = 0, **more: object) -> str:
    return tag("rect", x=float(x), y=float(y), width=float(w), height=float(h), rx=r, fill=fill, **more)


def circle(x: float, y: float, r: float, fill: str, **more: object) -> str:
    return tag("circle", cx=float(x), cy=float(y), r=float(r), fill=fill, **more)


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, **more: object) -> str:
    return tag("ellipse", cx=float(x), cy=float(y), rx=float(rx), ry=float(ry), fill=fill, **more)


def joined(points: Iterable[Point]) -> str:
    return " ".join(f"{num(x)},{num(y)}" for x, y in points)


def poly(points: Iterable[Point], fill: str, **more: object) -> str:
    return tag("polygon", points=joined(points), fill=fill, **more)


def path(d: str, fill: str = "none", **more: object) -> str:
    return tag("path", d=d, fill=fill, **more)


def line(points: Iterable[Point], stroke: str, width: float, **more: object) -> str:
    extra = {"stroke_linecap": "round", "stroke_linejoin": "round"} | more
    return tag("polyline", points=joined(points), fill="none", stroke=stroke, stroke_width=float(width), **extra)


def stroke(d: str, colour: str, width: float, **more: object) -> str:
    extra = {"stroke_linecap": "round", "stroke_linejoin": "round"} | more
    return path(d, "none", stroke=colour, stroke_width=float(width), **extra)


def curve(points: Sequence[Point], closed: bool = False) -> str:
    """A smooth path through points (Catmull–Rom)."""
    count = len(points)
    pick = (lambda i: points[i % count]) if closed else (lambda i: points[max(0, min(count - 1, i))])
    parts = [f"M{joined([points[0]])}"]
    for i in range(count if closed else count - 1):
        p0, p1, p2, p3 = (pick(i + k) for k in (-1, 0, 1, 2))
        c1 = (p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6)
        c2 = (p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6)
        parts.append(f"C{joined([c1, c2, p2])}")
    return "".join(parts) + ("Z" if closed else "")


def blob(x: float, y: float, rx: float, ry: float, fill: str, rng: random.Random, bumps: int = 9, rough: float = 0.14) -> str:
    """An irregular rounded shape."""
    points = []
    for i in range(bumps):
        turn, size = 2 * math.pi * i / bumps, 1 + rng.uniform(-rough, rough)
        points.append((x + rx * size * math.cos(turn), y + ry * size * math.sin(turn)))
    return path(curve(points, closed=True), fill)


def group(*parts: str, x: float = 0, y: float = 0, scale: float = 1, flip: bool = False, rotate: float = 0, opacity: float = 1) -> str:
    """Parts moved, turned, mirrored and scaled together."""
    sx = -scale if flip else scale
    transform = f"translate({num(x)} {num(y)}) rotate({num(rotate)}) scale({sx:.4f} {scale:.4f})"
    extra = f' opacity="{num(opacity)}"' if opacity < 1 else ""
    return f'<g transform="{transform}"{extra}>{"".join(parts)}</g>'


def matrix(part: str, a: float, b: float, c: float, d: float, e: float, f: float) -> str:
    return f'<g transform="matrix({a:.4f} {b:.4f} {c:.4f} {d:.4f} {e:.2f} {f:.2f})">{part}</g>'


def faded(part: str, opacity: float) -> str:
    return f'<g opacity="{num(opacity)}">{part}</g>'


def text(x: float, y: float, words: str, size: float, fill: str, weight: int = 700, spacing: float = 0, anchor: str = "middle") -> str:
    style = f'font-family="{FONT}" font-weight="{weight}" font-size="{num(size)}"'
    place = f'x="{num(x)}" y="{num(y)}" text-anchor="{anchor}" letter-spacing="{num(spacing)}"'
    return f'<text {place} {style} fill="{fill}">{words}</text>'


def column(x: float, y: float, words: str, size: float, fill: str) -> str:
    """Characters one below the other."""
    return "".join(text(x, y + size * 1.18 * i, c, size, fill) for i, c in enumerate(words))


def stops(colours: Sequence[tuple[float, str, float]]) -> str:
    return "".join(f'<stop offset="{num(o)}" stop-color="{c}" stop-opacity="{num(a)}"/>' for o, c, a in colours)


def gradient(x: float, y: float, w: float, h: float, *colours: str, across: bool = False) -> str:
    """A rectangle that runs from one colour to the next."""
    name, last = f"i{next(_ids)}", max(1, len(colours) - 1)
    body = stops([(i / last, c, 1.0) for i, c in enumerate(colours)])
    ends = 'x2="1" y2="0"' if across else 'x2="0" y2="1"'
    return f'<defs><linearGradient id="{name}" {ends}>{body}</linearGradient></defs>' + rect(x, y, w, h, f"url(#{name})")


def veil(x: float, y: float, w: float, h: float, colour: str, top: float, bottom: float) -> str:
    """A rectangle of one colour that fades."""
    name = f"i{next(_ids)}"
    body = stops([(0, colour, top), (1, colour, bottom)])
    return f'<defs><linearGradient id="{name}" x2="0" y2="1">{body}</linearGradient></defs>' + rect(x, y, w, h, f"url(#{name})")


def glow(x: float, y: float, r: float, colour: str = LAMP, strength: float = 0.6, ry: float | None = None) -> str:
    """Light that spreads from a point."""
    name = f"i{next(_ids)}"
    body = stops([(0, colour, strength), (0.45, colour, strength * 0.32), (1, colour, 0)])
    return f'<defs><radialGradient id="{name}">{body}</radialGradient></defs>' + ellipse(x, y, r, ry or r, f"url(#{name})")


def clipped(shape: str, *parts: str) -> str:
    """Parts seen only inside a shape."""
    name = f"i{next(_ids)}"
    return f'<clipPath id="{name}">{shape}</clipPath><g clip-path="url(#{name})">{"".join(parts)}</g>'
