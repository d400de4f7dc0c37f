"""Geometry of charts: values in, coordinates of an SVG drawing out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Point:
    """A value's place in the drawing."""

    x: int
    y: int
    label: str
    text: str


@dataclass(frozen=True)
class Line:
    """A line chart of shares from 0 to 100 per cent."""

    width: int
    height: int
    points: list[Point]
    grid: list[Point]
    path: str
    target: Point | None
    left: int


LEFT, RIGHT, TOP, BOTTOM = 48, 24, 28, 36
"""Margins of the drawing, in its own units."""


def line(
    values: Sequence[tuple[str, Decimal, str]],
    target: Decimal | None = None,
    width: int = 720,
    height: int = 280,
) -> Line:
    """A line through (label, value in per cent, text) from left to right."""
    inner_width, inner_height = width - LEFT - RIGHT, height - TOP - BOTTOM
    step = inner_width / max(len(values) - 1, 1)

    def y(value: Decimal) -> int:
        return round(TOP + inner_height * (100 - float(value)) / 100)

    points = [
        Point(round(LEFT + step * index), y(value), label, text)
        for index, (label, value, text) in enumerate(values)
    ]
    grid = [Point(LEFT, y(Decimal(v)), f"{v}%", "") for v in (0, 25, 50, 75, 100)]
    path = " ".join(f"{'L' if index else 'M'}{p.x} {p.y}" for index, p in enumerate(points))
    goal = Point(width - RIGHT, y(target), f"目标 {target:f}%", "") if target is not None else None
    return Line(width, height, points, grid, path, goal, LEFT)
