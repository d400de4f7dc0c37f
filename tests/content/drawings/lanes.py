"""The lane that is seen before and after."""

from __future__ import annotations

from nature import GREEN, SPRING, sky, tree
from palette import dark
from rooms import house_wall
from scene import Camera, Ground

CAM = Camera(620, 380, 520, 2.0)


LANE = Ground(380, 2.0)


WALLS = ("#d9c3a0", "#c9b79c", "#e0d0b4", "#cdb08f", "#d6c7ae")


def lane(neat: bool) -> str:
    """The two rows of houses along the lane."""
    out = [
        sky(1200, 800, "#a9cfdb" if neat else "#b9c3c6", "#f4ecd8" if neat else "#dedad0"),
        tree(640, 392, 170, GREEN, 4, shadow=False),
        tree(560, 392, 120, SPRING, 6, shadow=False),
    ]
    for i, z in reversed(list(enumerate((1.9, 6.3, 10.7, 15.1, 19.5)))):
        for side in (-1, 1):
            wall = WALLS[(i * 2 + (side > 0)) % 5] if neat else dark(WALLS[(i * 2 + (side > 0)) % 5], 0.2)
            out.append(house_wall(CAM, side * 3.3, z, z + 4.3, 3.6, dark(wall, 0.12 if side > 0 else 0), i, neat))
    return "".join(out)
