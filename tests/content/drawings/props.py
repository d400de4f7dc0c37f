"""Things people hold; drawn at the hand, in the figure's own measure."""

from __future__ import annotations

from palette import (
    CHALK,
    CREAM,
    GOLD,
    INK,
    LAMP,
    LEAF,
    OCHRE,
    PINE,
    RED,
    SLATE,
    SLATE_DEEP,
    VERMILION,
    WHITE,
    WOOD,
    WOOD_LIGHT,
    dark,
    light,
)
from svg import circle, ellipse, glow, line, path, poly, rect, stroke


def broom(x: float, y: float) -> str:
    """A bamboo broom whose head rests on the ground."""
    head = (x + 20, -1)
    stick = line([(x - 9, y - 24), (x, y), (head[0] - 3, head[1] - 9)], WOOD_LIGHT, 1.9)
    return (
        stick
        + poly([(head[0] - 5, head[1] - 11), (head[0] - 1, head[1] - 12), (head[0] + 11, head[1]), (head[0] - 6, head[1] + 1)], OCHRE)
        + line([(head[0] - 5, head[1] - 8), (head[0] + 2, head[1] - 8)], RED, 1.2)
    )


def rake(x: float, y: float) -> str:
    tip = (x + 22, -1)
    return (
        line([(x - 8, y - 22), (x, y), tip], WOOD_LIGHT, 1.8)
        + "".join(line([(tip[0] + d, -5), (tip[0] + d + 2, 0)], SLATE_DEEP, 1) for d in (-6, -3, 0, 3, 6))
        + line([(tip[0] - 7, -5), (tip[0] + 7, -5)], SLATE_DEEP, 1.6)
    )


def spade(x: float, y: float) -> str:
    return line([(x - 4, y - 26), (x, y), (x + 6, -10)], WOOD_LIGHT, 2) + path(
        f"M{x + 2},-12L{x + 11},-10L{x + 11},-3L{x + 7.5},2L{x + 2.5},-3Z", SLATE
    )


def bag(x: float, y: float) -> str:
    """A shopping bag."""
    return (
        stroke(f"M{x - 3},{y + 5}Q{x},{y - 3} {x + 3},{y + 5}", PINE, 1)
        + path(f"M{x - 5.5},{y + 4}H{x + 5.5}L{x + 6.5},{y + 17}H{x - 6.5}Z", PINE)
        + circle(x - 2, y + 3, 2.4, LEAF)
        + circle(x + 2, y + 3.4, 2, RED)
    )


def sack(x: float, y: float) -> str:
    return path(
        f"M{x - 2},{y}L{x + 2},{y}Q{x + 13},{y + 14} {x + 8},{y + 25}Q{x},{y + 28} {x - 8},{y + 25}Q{x - 12},{y + 13} {x - 2},{y}Z",
        SLATE_DEEP,
    ) + path(f"M{x + 2},{y}Q{x + 13},{y + 14} {x + 8},{y + 25}Q{x + 5},{y + 26} {x + 2},{y + 26}Q{x + 7},{y + 14} {x + 2},{y}Z", INK)


def tongs(x: float, y: float) -> str:
    return line([(x - 2, y - 3), (x + 9, min(-2, y + 26))], SLATE, 1.2) + line([(x + 1, y - 4), (x + 11, min(-2, y + 26))], SLATE, 1.2)


def book(x: float, y: float) -> str:
    return path(
        f"M{x - 1},{y}L{x - 1},{y - 8}Q{x + 5},{y - 10} {x + 9},{y - 7.5}L{x + 9},{y + 0.5}Q{x + 4},{y - 1.5} {x - 1},{y}Z", VERMILION
    ) + path(f"M{x},{y - 0.8}L{x},{y - 7.4}Q{x + 4.6},{y - 9} {x + 8},{y - 7}L{x + 8},{y - 0.6}Q{x + 4},{y - 2.2} {x},{y - 0.8}Z", CREAM)


def phone(x: float, y: float) -> str:
    return rect(x - 1.2, y - 8, 4.6, 8.6, INK, 0.8) + rect(x - 0.6, y - 7.2, 3.4, 6.6, "#bfe0e4")


def paper(x: float, y: float) -> str:
    return poly([(x - 2, y + 1), (x + 1, y - 11), (x + 11, y - 10), (x + 9, y + 2)], WHITE) + "".join(
        line([(x + 1, y - 8 + k * 2.6), (x + 8, y - 7.4 + k * 2.6)], SLATE, 0.6) for k in range(3)
    )


def clipboard(x: float, y: float) -> str:
    return poly([(x - 2, y + 2), (x, y - 11), (x + 10, y - 11), (x + 9, y + 2)], WOOD) + poly(
        [(x - 0.6, y + 0.6), (x + 1, y - 9.4), (x + 9, y - 9.4), (x + 8, y + 0.6)], CHALK
    )


def fan(x: float, y: float, colour: str = RED) -> str:
    """An opened dancing fan."""
    return path(f"M{x},{y}L{x - 4},{y - 17}Q{x + 9},{y - 21} {x + 16},{y - 8}Z", colour) + path(
        f"M{x},{y}L{x - 2.4},{y - 10}Q{x + 5},{y - 12} {x + 9.4},{y - 4.6}Z", light(colour, 0.3)
    )


def cane(x: float, y: float) -> str:
    return stroke(f"M{x - 3},{y - 1}Q{x + 1},{y - 5} {x + 2},{y}L{x + 4},0", WOOD, 1.8)


def torch(x: float, y: float) -> str:
    beam = path(f"M{x + 4},{y - 1}L{x + 74},{y + 8}L{x + 60},{y + 38}L{x + 4},{y + 2}Z", LAMP, opacity=0.22)
    return beam + rect(x - 3, y - 2, 8, 4, INK, 1) + circle(x + 5.4, y, 2, LAMP) + glow(x + 5, y, 12, LAMP, 0.7)


def brush(x: float, y: float) -> str:
    """A paint roller on a pole."""
    return (
        line([(x, y), (x + 6, y - 22)], WOOD_LIGHT, 1.7)
        + line([(x + 6, y - 22), (x + 9, y - 24)], SLATE, 1)
        + rect(x + 4, y - 29, 11, 5, CREAM, 2)
    )


def pen(x: float, y: float) -> str:
    return line([(x - 2, y - 7), (x + 2, y + 3)], WOOD, 1.3) + line([(x + 2, y + 3), (x + 3.2, y + 6)], INK, 1.7)


def tray(x: float, y: float) -> str:
    """A plate of food held flat."""
    return ellipse(x + 4, y - 1, 10, 2.6, CHALK) + ellipse(x + 4, y - 3, 7, 3, OCHRE) + ellipse(x + 2, y - 4.2, 3, 1.4, GOLD)


def bowl(x: float, y: float) -> str:
    return path(f"M{x - 3},{y - 3}H{x + 7}Q{x + 6},{y + 3} {x + 2},{y + 3}Q{x - 2},{y + 3} {x - 3},{y - 3}Z", CHALK) + ellipse(
        x + 2, y - 3, 5, 1.2, GOLD
    )


def cup(x: float, y: float) -> str:
    return rect(x - 1, y - 5, 5, 6.5, CHALK, 1) + rect(x - 1, y - 5, 5, 1.4, PINE)


def balloon(x: float, y: float) -> str:
    return (
        stroke(f"M{x},{y}Q{x + 3},{y - 15} {x + 2},{y - 30}", SLATE, 0.6)
        + ellipse(x + 2, y - 40, 8.6, 10.4, RED)
        + ellipse(x - 0.6, y - 43, 3, 4, light(RED, 0.35))
    )


def stop_flag(x: float, y: float) -> str:
    return line([(x - 2, y + 8), (x + 2, y - 16)], WOOD_LIGHT, 1.5) + poly(
        [(x + 1.6, y - 16), (x + 19, y - 12), (x + 3.2, y - 5)], VERMILION
    )


def lantern_on_stick(x: float, y: float) -> str:
    return (
        line([(x, y), (x + 12, y - 10)], WOOD_LIGHT, 1.1)
        + line([(x + 12, y - 10), (x + 12, y - 4)], WOOD, 0.6)
        + glow(x + 12, y + 2, 15, "#ffb765", 0.55)
        + ellipse(x + 12, y + 2, 5.6, 5.4, RED)
        + ellipse(x + 11, y + 2, 2.6, 5.2, "#e98a5b")
    )


def scissors(x: float, y: float) -> str:
    return line([(x, y - 1), (x + 8, y - 5)], SLATE, 1.2) + line([(x, y + 1), (x + 8, y - 2)], SLATE, 1.2)


def tool(x: float, y: float) -> str:
    return line([(x, y + 2), (x + 1, y - 9)], SLATE_DEEP, 1.8)


def hose(x: float, y: float) -> str:
    """A watering can."""
    return (
        path(f"M{x},{y}h9v9h-9z", PINE)
        + line([(x + 9, y + 6), (x + 16, y + 1)], PINE, 1.8)
        + stroke(f"M{x + 1},{y}Q{x + 4},{y - 6} {x + 8},{y}", dark(PINE, 0.2), 1.3)
        + "".join(line([(x + 17 + d, y + 2), (x + 21 + d * 1.6, y + 14)], "#a9d0d8", 0.7) for d in (0, 2, 4))
    )
