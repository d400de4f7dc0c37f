"""Covers of the communities in Qingping, part 4."""

from __future__ import annotations

import cast as c
import props
from houses import cottage, tiled_roof
from nature import (
    GREEN,
    PEAR,
    bare_tree,
    birds,
    cloud,
    mist,
    peak,
    ranges,
    sky,
    sun,
    tree,
    wisp,
)
from palette import (
    INK,
    LAMP,
    OCHRE,
    SLATE,
    WHITE,
    WOOD,
    WOOD_DEEP,
    WOOD_LIGHT,
    haze,
    toned,
)
from plants import pine
from scene import Ground, cover
from staging import DAWN, Actor, folk, specks
from svg import circle, ellipse, gradient, line, path, poly, rect, stroke


@cover("yunjiao")
def yunjiao() -> str:
    """A village above a sea of clouds at daybreak."""
    peaks = haze(
        peak(180, 520, 420, 260, "#8a9fb0", 3) + peak(620, 520, 360, 330, "#7d94a6", 5) + peak(1050, 520, 460, 280, "#8a9fb0", 7),
        "#f6d9c4",
        0.3,
    )
    sea = "".join(
        ellipse(x, y, w, h, t)
        for x, y, w, h, t in (
            (100, 470, 300, 50, "#f3e6df"),
            (480, 460, 330, 46, "#f7ebe2"),
            (880, 470, 360, 54, "#f3e6df"),
            (1180, 460, 240, 44, "#f7ebe2"),
            (260, 510, 380, 54, "#fbf3ea"),
            (700, 506, 380, 50, "#fbf3ea"),
            (1080, 512, 330, 54, "#fdf8f2"),
        )
    )
    land = (
        path("M-10,675L-10,420Q120,400 300,440Q480,480 560,560Q620,620 640,675Z", "#8ba36c")
        + path("M-10,675L-10,560Q200,520 420,600Q520,640 560,675Z", "#76955e")
        + path("M-10,470Q160,440 330,490" + "L330,500Q160,452 -10,482Z", "#d3c79a")
        + path("M1200,675V520Q1060,540 960,620Q920,650 910,675Z", "#7f9a64")
    )
    homes = (
        cottage(20, 430, 130, 110, "#e9d9bd", "#6a5d55", floors=2, seed=2, lit=0.4)
        + cottage(170, 446, 120, 96, "#e3d0ae", "#6a5d55", floors=1, seed=3, lit=0.5)
        + cottage(310, 484, 120, 100, "#e9d9bd", "#6a5d55", floors=2, seed=5, lit=0.4)
        + cottage(90, 540, 150, 130, "#e9d9bd", "#6a5d55", floors=2, seed=7, lit=0.3)
        + cottage(290, 590, 150, 120, "#e3d0ae", "#6a5d55", floors=1, seed=9, lit=0.4)
    )
    smoke = stroke("M110,316q-14,-22 0,-44t4,-46", WHITE, 9, opacity=0.4) + stroke("M370,380q-14,-22 0,-44t4,-46", WHITE, 9, opacity=0.4)
    bell = (
        rect(444, 488, 7, 84, WOOD_DEEP)
        + rect(500, 488, 7, 84, WOOD_DEEP)
        + tiled_roof(436, 490, 80, 18, "#6a5d55")
        + path("M464,536Q462,506 476,502Q490,506 488,536L492,542H460Z", "#8a6a35")
        + circle(476, 545, 4, "#5f4826")
    )
    people = folk(Ground(360, 3.6), Actor(500, 610, c.GRANDPA_BROWN, c.CANE, far=props.cane), Actor(548, 618, c.GIRL, c.POINT))
    return (
        rect(0, 500, 1200, 175, "#fdf8f2")
        + gradient(0, 0, 1200, 520, "#86a4c6", "#f2c0ae", "#ffe6c2")
        + sun(840, 270, 40, LAMP, 8)
        + wisp(380, 120, 360, "#fbdccb", 0.7)
        + birds(640, 180, 7)
        + peaks
        + sea
        + toned(land + homes, DAWN, 0.8)
        + smoke
        + bell
        + people
        + pine(1080, 690, 420, 6)
        + pine(1000, 670, 220, 8)
        + tree(20, 660, 200, GREEN, 4)
        + mist(1200, 640, 30, "#fff6ee", 0.3)
    )


@cover("lishu")
def lishu() -> str:
    """White pear orchards follow a bend of the stream."""
    ridge = haze(ranges(1200, 260, 140, ["#a3bfb8", "#8bb09a"], 11, 210), "#f0f3e4", 0.35)
    land = gradient(0, 250, 1200, 425, "#bcd08e", "#8db366")
    river = path(
        "M0,330C260,300 420,330 620,380C800,424 1000,400 1200,370L1200,430C1010,470 800,500 590,450C400,406 240,380 0,420Z", "#9ccbd3"
    ) + path(
        "M0,356C260,326 420,356 620,404C800,444 1000,424 1200,396L1200,404C1000,436 800,456 610,412C420,366 260,336 0,368Z",
        "#d3e9ea",
        opacity=0.8,
    )
    far_trees = "".join(bare_tree(x, 300 + (x * 3) % 40, 80, "#6a574a", x, PEAR, 46) for x in range(30, 1200, 92))
    homes = (
        cottage(800, 318, 120, 96, floors=2, seed=3)
        + cottage(930, 324, 130, 90, "#ecdfc8", floors=1, seed=4)
        + cottage(1070, 316, 120, 100, floors=2, seed=6)
    )
    near = "".join(
        bare_tree(x, y, s, "#5f4c40", x, ("#e3e8da", "#fbfaf2", "#ffffff"), int(s * 0.8))
        for x, y, s in ((330, 500, 170), (560, 540, 190), (900, 540, 200), (1090, 600, 270), (140, 650, 380))
    )
    bridge = (
        poly([(676, 376), (700, 376), (666, 494), (632, 494)], WOOD_LIGHT)
        + line([(676, 364), (632, 480)], WOOD, 4)
        + line([(700, 364), (666, 480)], WOOD, 4)
    )
    walk = path("M632,494L666,494C690,540 640,580 760,675L600,675C560,600 640,560 632,494Z", "#e3d6b2")
    people = folk(
        Ground(300, 3.4),
        Actor(650, 470, c.WOMAN_RED, c.STROLL),
        Actor(690, 590, c.GRANDPA, c.CANE, True, props.cane),
        Actor(470, 600, c.MAN_SHIRT, c.REACH_ONE),
        Actor(430, 604, Orchard.woman, c.HOLD),
        Actor(820, 620, c.BOY, c.RUN, True),
    )
    bees = "".join(
        rect(x, y, 40, 30, t) + poly([(x - 5, y), (x + 20, y - 14), (x + 45, y)], SLATE) + rect(x + 12, y + 20, 16, 4, INK)
        for x, y, t in ((960, 590, OCHRE), (1010, 604, "#5e9a94"))
    )
    return (
        sky(1200, 675, "#8fc6da", "#f1f4e2")
        + cloud(300, 80, 280)
        + cloud(860, 110, 200)
        + birds(560, 130, 5)
        + ridge
        + land
        + far_trees
        + homes
        + river
        + bridge
        + walk
        + near
        + bees
        + people
        + specks(1200, 500, 170, "#ffffff", 150, 5, 4)
    )


class Orchard:
    """An orchard keeper."""

    woman = c.Look("#b97a72", "#4b5560", hat="straw", style="bob", garment="apron")
