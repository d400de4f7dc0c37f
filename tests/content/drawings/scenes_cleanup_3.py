"""Pictures of the clean-ups, part 3."""

from __future__ import annotations

import cast as c
import props
from blocks import brick_wall
from buildings import entrance, slab
from crops import grass
from furniture import bench
from nature import BLOSSOM, GREEN, SPRING, sky, tree
from objects import bicycle, garden_lamp, rubbish
from palette import (
    BRICK,
    GOLD,
    INK,
    MOSS,
    PINE,
    ROSE,
    SLATE,
    STONE_DEEP,
    WOOD_DEEP,
    toned,
)
from plants import bamboo, bush, flowerbed, hedge, pot
from scene import Ground, picture
from staging import Actor, folk, paving, specks, wires
from svg import circle, ellipse, gradient, line, path, rect, text


def _corner() -> str:
    """What stays the same between the two views of the corner."""
    side = brick_wall(0, 180, 430, 400, "#b39c86", 15, 3) + rect(0, 168, 440, 16, STONE_DEEP)
    house = slab(420, 560, 12, 6, 84, 76, "#e0c9a3", BRICK, 9, kind=2, door=False) + entrance(1010, 562, 96, 130, SLATE, "3 单元")
    return sky(1200, 800, "#a9cbd6", "#efeadb") + house + side


@picture("clean-up", "corner-before")
def corner_before() -> str:
    """The corner with rubbish, weeds and bills on the wall."""
    ground = gradient(0, 556, 1200, 244, "#a39680", "#8d8069") + "".join(
        ellipse(x, y, w, h, "#6f6654", opacity=0.55) for x, y, w, h in ((300, 700, 150, 22), (760, 730, 190, 24), (1060, 640, 110, 14))
    )
    bills = "".join(
        rect(x, y, w, h, t, transform=f"rotate({r} {x} {y})")
        + "".join(rect(x + 6, y + 10 + k * 11, w - 14, 4, "#a9a398", transform=f"rotate({r} {x} {y})") for k in range(4))
        for x, y, w, h, t, r in (
            (60, 260, 60, 76, "#e9e2cf", -4),
            (140, 290, 54, 70, "#dcd0a8", 5),
            (230, 250, 62, 80, "#e3dccb", 2),
            (320, 300, 52, 66, "#d8c7b8", -6),
            (180, 390, 58, 66, "#e3dccb", -3),
        )
    )
    stains = "".join(
        path(f"M{x},184q{w},90 0,{h}q{-w},-70 0,{-h}z", "#6f6456", opacity=0.25)
        for x, w, h in ((120, 22, 240), (300, 16, 180), (390, 20, 260))
    )
    weeds = "".join(
        grass(x, y, w, h, i + 1, (MOSS, "#8d8a4f", "#6f7a45"), 4)
        for i, (x, y, w, h) in enumerate(
            (
                (0, 590, 260, 70),
                (330, 600, 200, 60),
                (600, 600, 190, 54),
                (860, 640, 110, 60),
                (40, 800, 330, 90),
                (700, 800, 340, 70),
                (1080, 700, 130, 80),
            )
        )
    )
    heap = (
        rubbish(90, 690, 400, 170, 4)
        + rubbish(560, 680, 240, 110, 8)
        + rect(500, 560, 130, 84, "#8d6a4b", transform="rotate(-8 500 560)")
        + rect(506, 574, 118, 34, "#a58560", transform="rotate(-8 500 560)")
        + circle(860, 700, 40, "none", stroke=INK, stroke_width=16)
        + line([(880, 760), (1000, 690)], WOOD_DEEP, 12)
    )
    bike = toned(bicycle(700, 600, 110, "#7a5a45"), "#c9b8a4")
    lines = wires([(430, 210, 1200, 190), (430, 224, 1200, 232), (430, 230, 1200, 250)], sag=30)
    return toned(_corner() + stains + bills + ground + weeds + bike + heap + lines, "#e3dccd", 0.8) + specks(
        1200, 640, 150, "#cfc8b6", 22, 3, 8
    )


@picture("clean-up", "corner-after")
def corner_after() -> str:
    """The same corner as a small garden with a bench and a mural."""
    ground = Ground(300, 2.3)
    floor = paving(1200, 556, 800, 300, "#d6cbb5", 6)
    mural = (
        rect(30, 220, 370, 300, "#f3ead6", 4)
        + gradient(36, 226, 358, 160, "#a5d0da", "#f3ead6")
        + path("M36,430Q140,350 230,410T394,390V514H36Z", "#8fb36c")
        + circle(110, 290, 28, GOLD)
        + tree(300, 480, 150, BLOSSOM, 4, shadow=False)
        + text(215, 500, "好邻居", 34, PINE, spacing=10)
    )
    beds = (
        rect(0, 596, 470, 30, "#b9694f")
        + path("M0,596H470L440,560H0Z", "#7d5f48")
        + flowerbed(10, 596, 440, 44, 4)
        + bush(60, 590, 130, 80, GREEN, 5)
        + bush(380, 592, 120, 70, SPRING, 6, "#f3e6cd")
        + hedge(560, 596, 360, 34, GREEN, 3)
        + flowerbed(560, 612, 360, 26, 9)
    )
    trees = tree(500, 600, 300, SPRING, 8) + bamboo(1160, 600, 260, 4, 4)
    people = folk(
        ground,
        Actor(330, 735, c.GRANDPA, c.SIT),
        Actor(270, 738, c.GRANDMA, c.SIT),
        Actor(720, 700, c.GIRL, c.RUN),
        Actor(800, 712, c.BOY, c.RUN),
        Actor(980, 690, c.WOMAN, c.STROLL, True, props.bag),
    )
    return (
        _corner()
        + mural
        + floor
        + beds
        + trees
        + bench(200, 740, 220)
        + garden_lamp(560, 690, 190)
        + pot(930, 600, 60, 3, flowers=ROSE)
        + pot(1090, 604, 56, 5, flowers=GOLD)
        + people
    )
