"""The community's square, which many pictures share."""

from __future__ import annotations

from collections.abc import Callable

from blocks import tower
from buildings import slab
from houses import cottage, gable
from nature import GREEN, SPRING, cloud, sky, tree
from palette import BRICK, TEAL, haze
from plants import hedge
from staging import paving
from works import chimney


def _flats(seed: int, wall: str) -> str:
    return slab(-40, 470, 20, 6, 64, 58, wall, BRICK, seed, kind=seed % 3)


def towers(seed: int, wall: str) -> str:
    return "".join(
        tower(x, 472, 150, 9 + (x * seed) % 4, 30, wall, TEAL, x + seed, side=32, columns=5) for x in (40, 260, 520, 760, 1000)
    ) + hedge(0, 478, 1200, 40, GREEN, seed)


def old_street(seed: int, wall: str) -> str:
    return (
        gable(-30, 470, 150, 260)
        + cottage(110, 470, 270, 240, wall, floors=2, seed=seed)
        + gable(370, 470, 130, 240)
        + cottage(490, 470, 300, 220, "#efe6d6", floors=2, seed=seed + 1)
        + gable(780, 470, 140, 270)
        + cottage(910, 470, 320, 240, wall, floors=2, seed=seed + 2)
    )


def red_brick(seed: int, wall: str) -> str:
    return (
        slab(-30, 470, 9, 4, 68, 62, wall, "#8d4638", seed, kind=2)
        + slab(660, 470, 9, 4, 68, 62, wall, "#8d4638", seed + 3, kind=0)
        + chimney(618, 470, 40, 360, wall)
    )


def square(seed: int, left: str = "", right: str = "", wall: str = "#ecd6b4", behind: Callable[[int, str], str] = _flats) -> str:
    """The community's square with houses and two trees behind it."""
    back = haze(behind(seed, wall), "#f4ecda", 0.26)
    return (
        sky(1200, 800, "#a1cbda", "#f4ecda")
        + cloud(300 + seed * 60, 70, 240)
        + back
        + (left or tree(70, 500, 320, GREEN, seed))
        + (right or tree(1130, 500, 340, SPRING, seed + 2))
        + paving(1200, 466, 800, 330, "#d2c7b0", 7)
    )
