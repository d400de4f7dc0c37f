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


@dataclass(frozen=True)
class Bar:
    """A horizontal bar below its words."""

    y: int
    width: int
    label: str
    text: str
    verdict: str | None
    """How it stands against the target: met, gap or unknown."""


@dataclass(frozen=True)
class Bars:
    """Horizontal bars, one a row, and where the target stands."""

    width: int
    height: int
    bars: list[Bar]
    target: Point | None
    thickness: int


ROW, WORDS, THICKNESS = 52, 22, 14
"""Height of a row of bars, of the words in it, and of the bar below them."""


def bars(
    values: Sequence[tuple[str, Decimal, str, str | None]],
    target: tuple[Decimal, str] | None = None,
    full: Decimal | None = None,
    width: int = 480,
) -> Bars:
    """Bars for (label, value, text, how it stands), from top to bottom.

    `full` is the value of a whole bar; without it, the largest value or the target.
    """
    goal = target[0] if target else Decimal(0)
    whole = full or max([goal, *(value for _, value, _, _ in values)], default=Decimal(0))

    def length(value: Decimal) -> int:
        return round(width * float(min(max(value, Decimal(0)) / whole, Decimal(1)))) if whole else 0

    rows = [
        Bar(ROW * index + WORDS, length(value), label, text, verdict)
        for index, (label, value, text, verdict) in enumerate(values)
    ]
    height = ROW * len(rows)
    mark = Point(length(goal), height, target[1], "") if target else None
    return Bars(width, height, rows, mark, THICKNESS)


@dataclass(frozen=True)
class Stack:
    """What is stacked at one label: name and count of each part, from the bottom up."""

    label: str
    parts: Sequence[tuple[str, int]]


@dataclass(frozen=True)
class Segment:
    """One part of a column."""

    id: str
    y: int
    height: int
    count: int
    fits: bool
    """Whether its count can be written into it."""


@dataclass(frozen=True)
class Column:
    """A stacked column."""

    x: int
    middle: int
    top: int
    label: str
    total: int
    segments: list[Segment]


@dataclass(frozen=True)
class Columns:
    """Stacked columns side by side."""

    width: int
    height: int
    base: int
    column: int
    columns: list[Column]


LEGIBLE = 17
"""A segment at least this high can hold its count."""


def stacked(stacks: Sequence[Stack], width: int = 720, height: int = 300) -> Columns:
    """Columns from left to right; the largest total takes the whole height."""
    base, slot = height - BOTTOM, width / max(len(stacks), 1)
    largest = max((sum(count for _, count in stack.parts) for stack in stacks), default=0)
    wide = round(slot * 0.62)

    def y(count: int) -> int:
        return round(base - (base - TOP) * count / largest) if largest else base

    def column(index: int, stack: Stack) -> Column:
        below, segments = 0, []
        for id, count in stack.parts:
            foot, top = y(below), y(below + count)
            segments.append(Segment(id, top, foot - top, count, foot - top >= LEGIBLE))
            below += count
        middle = round(slot * (index + 0.5))
        return Column(middle - wide // 2, middle, y(below), stack.label, below, segments)

    columns = [column(index, stack) for index, stack in enumerate(stacks)]
    return Columns(width, height, base, wide, columns)
