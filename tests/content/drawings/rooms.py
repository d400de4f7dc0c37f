"""Rooms and the street that several pictures share."""

from __future__ import annotations

from palette import (
    CHALK,
    CREAM,
    LIT,
    PINE,
    SHADE,
    SLATE_DEEP,
    WOOD,
    WOOD_DEEP,
    dark,
    light,
    mix,
)
from scene import Camera
from svg import circle, clipped, ellipse, glow, gradient, line, poly, rect, text


def room(w: float, h: float, floor: float, wall: str = "#efe3cc", boards: str = "#c9a47a", dado: str | None = None) -> str:
    """A wall, a skirting and a floor whose boards run to the back."""
    out = [gradient(0, 0, w, floor, mix(wall, "#ffffff", 0.25), wall)]
    if dado:
        out += [rect(0, floor - 110, w, 110, dado), rect(0, floor - 114, w, 6, light(dado, 0.3))]
    out += [rect(0, floor - 14, w, 14, dark(wall, 0.3)), gradient(0, floor, w, h - floor, light(boards, 0.12), dark(boards, 0.08))]
    for i in range(-12, 13):
        out.append(line([(w / 2 + i * 84, floor), (w / 2 + i * 190, h)], dark(boards, 0.14), 1.4))
    return "".join(out)


def window(x: float, y: float, w: float, h: float, view: str = "#bcd9df", frame: str = CHALK, green: bool = True) -> str:
    """A wide window with daylight and a tree outside."""
    out = [rect(x - 10, y - 10, w + 20, h + 20, dark(frame, 0.12)), gradient(x, y, w, h, view, light(view, 0.5))]
    if green:
        leaves = [
            ellipse(x + w * f, y + h * 0.95, w * 0.26, h * 0.34, c) for f, c in ((0.16, "#8fb38a"), (0.82, "#9fbd8f"), (0.5, "#b3ca9c"))
        ]
        out.append(clipped(rect(x, y, w, h, frame), *leaves))
    out += [rect(x + w * f - 4, y, 8, h, frame) for f in (0, 0.333, 0.667, 1)] + [
        rect(x - 4, y + h * 0.3, w + 8, 6, frame),
        rect(x - 14, y + h, w + 28, 12, light(frame, 0.3)),
    ]
    return "".join(out)


def sunbeam(x: float, y: float, w: float, floor: float, h: float, lean: float = 160) -> str:
    """A patch of daylight that falls through a window."""
    return poly([(x, y), (x + w, y), (x + w + lean, floor + h), (x + lean, floor + h)], "#fff3cf", opacity=0.16)


def board(x: float, y: float, w: float, h: float, words: str, below: str = "", fill: str = "#2f5d4e") -> str:
    """A blackboard with chalk writing."""
    size = min(h * 0.28, w * 0.8 / max(1, len(words)))
    out = rect(x - 9, y - 9, w + 18, h + 18, WOOD) + rect(x, y, w, h, fill) + rect(x, y + h + 9, w, 9, WOOD_DEEP)
    out += text(x + w / 2, y + h * 0.44, words, size, "#f2efe2", spacing=size * 0.2)
    return out + (text(x + w / 2, y + h * 0.76, below, size * 0.55, "#d9dccb", 400, spacing=4) if below else "")


def pendant(x: float, y: float, r: float, lit: bool = True) -> str:
    """A lamp that hangs from the ceiling."""
    shade = poly([(x - r, y), (x - r * 0.35, y - r * 0.8), (x + r * 0.35, y - r * 0.8), (x + r, y)], PINE)
    return (
        line([(x, 0), (x, y - r * 0.7)], SLATE_DEEP, 2)
        + (glow(x, y + r * 0.4, r * 3.4, "#fff1c4", 0.5) if lit else "")
        + shade
        + ellipse(x, y, r, r * 0.16, LIT)
    )


def clock(x: float, y: float, r: float) -> str:
    return (
        circle(x, y, r, dark(WOOD, 0.1))
        + circle(x, y, r * 0.86, CREAM)
        + line([(x, y), (x, y - r * 0.6)], SHADE, 3)
        + line([(x, y), (x + r * 0.42, y + r * 0.16)], SHADE, 3)
    )


def sofa(x: float, base: float, w: float, h: float, colour: str) -> str:
    return (
        rect(x, base - h, w, h * 0.72, dark(colour, 0.08), 14)
        + rect(x + w * 0.08, base - h * 0.5, w * 0.84, h * 0.3, light(colour, 0.12), 8)
        + rect(x - 10, base - h * 0.66, w * 0.12, h * 0.58, colour, 10)
        + rect(x + w * 0.88 + 10, base - h * 0.66, w * 0.12, h * 0.58, dark(colour, 0.12), 10)
        + rect(x + 8, base - h * 0.1, 10, h * 0.1, WOOD_DEEP)
        + rect(x + w - 18, base - h * 0.1, 10, h * 0.1, WOOD_DEEP)
    )


def house_wall(cam: Camera, x: float, near: float, far: float, high: float, wall: str, seed: int, neat: bool = True) -> str:
    """The side of a low house along a lane, in perspective."""
    out = [poly(cam.quad(x, 0, high, near, far), wall), poly(cam.quad(x, 0, 0.5, near, far), dark(wall, 0.22))]
    span = far - near
    glass = "#a9c5cc" if neat else "#75878c"
    for a, b, low, top, tone in (
        (0.14, 0.32, 1.0, 2.2, glass),
        (0.44, 0.6, 0, 2.1, "#8d4a3c" if neat else "#5c5048"),
        (0.74, 0.9, 1.0, 2.2, glass),
    ):
        out.append(
            poly(
                cam.quad(x, max(0, low - 0.07), top + 0.09, near + span * (a - 0.015), near + span * (b + 0.015)),
                "#f2e9d8" if neat else "#8d867a",
            )
        )
        out.append(poly(cam.quad(x, low, top, near + span * a, near + span * b), tone))
    inward = -0.5 if x > 0 else 0.5
    lip = [
        cam.at(x + inward, high - 0.12, near),
        cam.at(x + inward, high - 0.12, far),
        cam.at(x, high + 0.1, far),
        cam.at(x, high + 0.1, near),
    ]
    roof = [
        cam.at(x + inward, high - 0.12, near),
        cam.at(x + inward, high - 0.12, far),
        cam.at(x - inward * 3, high + 1.4, far),
        cam.at(x - inward * 3, high + 1.4, near),
    ]
    return "".join(out) + poly(roof, ("#5d676e", "#69737a")[seed % 2] if neat else "#5a5a57") + poly(lip, "#454e55")
