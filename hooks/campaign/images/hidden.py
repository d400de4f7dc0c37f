"""What somebody hid in a picture, seen by what it was: so that it stays hidden in another state.

A file does not say where it was blurred. But hiding and turning are all that is done to a picture
that is in a gallery, and both encode it anew in a known way: whatever is not as such an encoding
of it is, was hidden.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageStat

from campaign.images import decoding
from campaign.images.decoding import Unreadable
from campaign.images.master import LONGEST, Box, cleaned, turned

CELL = 8
"""Pixels on a side of what is compared: a smaller thing can hardly be recognised."""
TIMES = 4
"""How often a picture is encoded anew to find the one that somebody changed."""
NOISE = (0, 1, 3, 6)
"""By how much of 255 a cell may differ and be as it was: the least that tells one from another."""
GAP = 4
"""By how many cells parts of what was hidden may be apart: some of it may look as it did."""
NEAR = range(-GAP, GAP + 1)
MOST = 0.7
"""The share of a picture above which it is called another one."""
UPRIGHT = 24
"""By how much, on average, a small copy differs at most from what it was, once it stands alike."""
QUARTERS: Sequence[Image.Transpose | None] = (
    None,
    Image.Transpose.ROTATE_90,
    Image.Transpose.ROTATE_180,
    Image.Transpose.ROTATE_270,
)
"""By how many quarters to the left a picture is turned."""


@dataclass(frozen=True)
class Change:
    """What was done to a picture."""

    quarters: int
    """How often it was turned to the left."""
    boxes: tuple[Box, ...]
    """What was hidden in it, as it lay before it was turned."""


def change(was: bytes, now: bytes, format: str) -> Change | None:
    """What was done to a picture; nothing where this is another one, or cannot be read."""
    try:
        after = _pixels(now)
        quarters = _quarters(_pixels(was), after)
        if quarters is None:
            return None
        compared = [_cells(one, after) for one in _encodings(was, format, quarters)]
    except Unreadable:
        return None
    cells = min(compared, key=lambda one: sum(map(bool, one.tobytes())))
    for noise in NOISE:
        boxes = tuple(_boxes(cells, after.size, noise))
        if sum(box.width * box.height for box in boxes) <= MOST:
            back = -quarters % len(QUARTERS)
            return Change(quarters, tuple(_turned(box, back) for box in boxes))
    return None


def hidden_too(now: bytes, format: str, own: Change, other: Change) -> bytes:
    """A picture in which what was hidden in another state of it is hidden, too.

    All of that: a box stands for several places together, and for what lies between them.
    """
    boxes = [_turned(box, own.quarters) for box in other.boxes]
    return cleaned(now, format, boxes) if boxes else now


def _pixels(data: bytes) -> Image.Image:
    return decoding.pixels(decoding.opened(data), LONGEST).convert("L")


def _quarters(was: Image.Image, now: Image.Image) -> int | None:
    """How often a picture was turned to the left; nothing where it is another one."""
    turns = [was if quarter is None else was.transpose(quarter) for quarter in QUARTERS]
    apart = {
        count: _apart(one, now) for count, one in enumerate(turns) if one.size == now.size
    } or {0: float(UPRIGHT)}
    count = min(apart, key=lambda one: apart[one])
    return count if apart[count] < UPRIGHT else None


def _apart(one: Image.Image, other: Image.Image) -> float:
    pair = (image.resize((32, 32), Image.Resampling.BOX) for image in (one, other))
    return ImageStat.Stat(ImageChops.difference(*pair)).mean[0]


def _encodings(was: bytes, format: str, quarters: int) -> Iterator[Image.Image]:
    """What a picture would be now if nothing had been hidden in it."""
    quarter = QUARTERS[quarters]
    starts = [was] if quarter is None else [was, cleaned(was, format)]  # blurred before it turned
    for start in starts:
        data = start if quarter is None else turned(start, format, quarter)
        for _ in range(TIMES):
            yield _pixels(data)
            data = cleaned(data, format)


def _cells(one: Image.Image, other: Image.Image) -> Image.Image:
    """By how much the parts of two pictures differ."""
    is_alike = one.size == other.size
    found = ImageChops.difference(one if is_alike else one.resize(other.size), other)
    return found.reduce(CELL)


def _boxes(cells: Image.Image, size: tuple[int, int], noise: int) -> Iterator[Box]:
    """The rectangles in which two pictures differ, with a margin."""
    marked = {
        (place % cells.width, place // cells.width)
        for place, value in enumerate(cells.tobytes())
        if value > noise
    }
    across, down = (side / CELL for side in size)
    for part in _connected(marked):
        left, top = (max(0, min(cell[side] for cell in part) - 1) for side in (0, 1))
        ends = [max(cell[side] for cell in part) + 2 for side in (0, 1)]
        right, bottom = min(ends[0], across), min(ends[1], down)
        yield Box(left / across, top / down, (right - left) / across, (bottom - top) / down)


def _connected(marked: set[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The cells that hang together, with a gap of less than `GAP` between them."""
    left = set(marked)
    while left:
        part = [left.pop()]
        for x, y in part:
            near = {(x + i, y + j) for i in NEAR for j in NEAR} & left
            part.extend(near)
            left -= near
        yield part


def _turned(box: Box, times: int) -> Box:
    """A rectangle of a picture that is turned to the left."""
    for _ in range(times):
        box = Box(box.top, 1 - box.left - box.width, box.height, box.width)
    return box
