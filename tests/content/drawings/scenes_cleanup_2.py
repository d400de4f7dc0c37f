"""Pictures of the clean-ups, part 2."""

from __future__ import annotations

import cast as c
import props
from blocks import brick_wall
from buildings import slab
from houses import cottage
from nature import BLOSSOM, GREEN, SPRING, sky, tree
from objects import bin_
from palette import (
    BRICK,
    CREAM,
    GOLD,
    LEAF,
    LEAF_DEEP,
    LEAF_LIGHT,
    PINE,
    RED,
    ROSE,
    SLATE_DEEP,
    STONE_DEEP,
    TERRACOTTA,
    dark,
    haze,
)
from plants import bush, flowerbed, pot
from scene import Ground, picture
from staging import Actor, folk, paving, plain
from svg import circle, ellipse, gradient, line, path, poly, rect, stroke, text


@picture("clean-up", "wall-painting")
def wall_painting() -> str:
    """Young people paint a mural of trees and houses on an old wall."""
    ground = Ground(340, 2.1)
    wall = brick_wall(0, 90, 1200, 490, "#b9b2a6", 16, 4) + rect(0, 76, 1200, 22, "#8d877c")
    art = (
        rect(60, 130, 900, 420, "#f3ead6")
        + gradient(60, 130, 900, 250, "#a5d0da", "#f3ead6")
        + circle(200, 220, 46, GOLD)
        + path("M60,430Q240,320 430,410T760,390T960,410V550H60Z", "#93b36c")
        + path("M60,480Q300,420 560,490T960,470V550H60Z", "#6f9c5e")
        + cottage(360, 470, 150, 130, CREAM, TERRACOTTA, 2, 3)
        + cottage(560, 480, 160, 120, "#efd2b4", PINE, 2, 5)
        + tree(250, 490, 190, GREEN, 5, shadow=False)
        + tree(790, 490, 210, BLOSSOM, 6, shadow=False)
        + flowerbed(90, 545, 500, 30, 4)
        + "".join(stroke(f"M{x},{y}q12,-12 24,0q12,-12 24,0", SLATE_DEEP, 3) for x, y in ((400, 200), (480, 230), (620, 190)))
    )
    sketch = "".join(
        stroke(d, STONE_DEEP, 3)
        for d in ("M980,470Q1040,380 1100,430T1190,420", "M1060,450V360Q1010,350 1030,300Q1080,250 1130,300Q1150,350 1090,362V450")
    )
    floor = paving(1200, 576, 800, 340, "#c6bca8", 5)
    people = folk(
        ground,
        Actor(470, 690, c.VEST_WOMAN, c.REACH_ONE, False, props.brush),
        Actor(890, 680, c.VEST_YOUTH, c.REACH_ONE, True, props.brush),
        Actor(700, 730, c.GIRL_GREEN, c.OFFER, False, props.pen),
        Actor(250, 720, c.VEST_GIRL, c.POINT, False),
        Actor(1060, 740, c.GRANDPA, c.STAND, True),
    )
    tins = "".join(
        rect(x, y - 34, 36, 34, "#d6d3cb", 2) + ellipse(x + 18, y - 34, 18, 6, t) + path(f"M{x + 6},{y - 34}q2,18 6,0z", t)
        for x, y, t in ((560, 740, RED), (606, 748, GOLD), (650, 742, PINE), (350, 750, "#5e9a94"), (780, 752, TERRACOTTA))
    )
    return (
        sky(1200, 800)
        + tree(1120, 130, 200, GREEN, 3, shadow=False)
        + tree(60, 130, 170, SPRING, 5, shadow=False)
        + wall
        + art
        + sketch
        + floor
        + people
        + tins
    )


@picture("clean-up", "green-corner")
def green_corner() -> str:
    """Families plant flowers in a raised bed beside the stairs."""
    ground = Ground(300, 2.3)
    back = slab(-60, 500, 16, 6, 84, 80, "#edd6b0", BRICK, 4, kind=0)
    floor = plain(1200, 496, 304, "#cfc4ad", "#bdb097")
    bed = (
        path("M330,560H1010L1080,660H260Z", "#7d5f48")
        + rect(258, 656, 824, 34, "#b9694f")
        + "".join(rect(262 + i * 52, 660, 48, 26, ("#b9694f", "#c27558")[i % 2]) for i in range(16))
        + "".join(rect(x, 556, 8, 12, "#b9694f") for x in (326, 1006))
    )
    plants = (
        flowerbed(360, 592, 250, 34, 3)
        + bush(700, 600, 110, 70, GREEN, 4)
        + bush(820, 604, 100, 60, SPRING, 5, "#f3e6cd")
        + flowerbed(320, 640, 200, 36, 8)
        + "".join(
            line([(x, y), (x, y - 26)], LEAF_DEEP, 3) + ellipse(x - 8, y - 24, 9, 5, LEAF) + ellipse(x + 8, y - 28, 9, 5, LEAF_LIGHT)
            for x, y in ((580, 640), (630, 646), (690, 642), (750, 648), (930, 610), (880, 650))
        )
    )
    behind = folk(
        ground, Actor(480, 556, c.MAN_GREEN, c.BEND, False, props.spade), Actor(930, 556, c.WOMAN_TAIL, c.OFFER, True, props.hose)
    )
    front = folk(
        ground,
        Actor(300, 740, c.GRANDMA, c.SQUAT),
        Actor(430, 750, c.GIRL, c.OFFER),
        Actor(690, 745, c.WOMAN_BUN, c.BEND, True),
        Actor(880, 750, c.BOY, c.OFFER, True, props.tool),
        Actor(1080, 760, c.GRANDPA_BROWN, c.STAND, True),
    )
    pots = pot(130, 700, 70, 3, flowers=ROSE) + pot(200, 740, 60, 5, flowers=GOLD) + pot(90, 760, 76, 7)
    return sky(1200, 800) + back + tree(1110, 540, 380, GREEN, 6) + floor + behind + bed + plants + pots + front


@picture("clean-up", "waste-sorting")
def waste_sorting() -> str:
    """Residents bring sorted waste to the four bins under a shelter."""
    ground = Ground(310, 2.25)
    back = haze(slab(-40, 470, 18, 6, 74, 66, "#e6cfa8", BRICK, 7, kind=1), "#f1ead8", 0.25)
    floor = paving(1200, 466, 800, 310, "#cbc2b0", 7)
    shelter = (
        rect(250, 300, 12, 330, SLATE_DEEP)
        + rect(938, 300, 12, 330, SLATE_DEEP)
        + rect(262, 380, 676, 240, "#dfe4da")
        + rect(262, 380, 676, 60, PINE)
        + text(600, 422, "垃圾分类  举手之劳", 32, CREAM, spacing=6)
        + poly([(210, 306), (270, 256), (930, 256), (990, 306)], "#6b7f78")
        + rect(210, 302, 780, 14, dark("#6b7f78", 0.2))
    )
    bins = "".join(
        bin_(338 + i * 174, 640, 112, t, w, 0)
        for i, (t, w) in enumerate((("#4d86ad", "可回收"), ("#4f9a6a", "厨余"), ("#c2453c", "有害"), ("#6b7278", "其他")))
    )
    people = folk(
        ground,
        Actor(205, 700, c.GRANDMA_ROSE, c.OFFER, False, props.bag),
        Actor(430, 735, c.BOY, c.BACK_RAISE),
        Actor(596, 740, c.GIRL, c.BACK),
        Actor(965, 690, c.MAN_SHIRT, c.OFFER, True, props.sack),
        Actor(1090, 720, c.WOMAN, c.WALK, True, props.bag),
        Actor(90, 730, c.VEST_ELDER, c.HOLD, False, props.clipboard),
        Actor(778, 760, c.GIRL_PINK, c.STAND, True, props.bag),
    )
    return (
        sky(1200, 800, "#a5cdd9", "#f1ead8")
        + back
        + tree(90, 520, 340, GREEN, 3)
        + tree(1120, 510, 320, SPRING, 5)
        + floor
        + shelter
        + bins
        + people
    )
