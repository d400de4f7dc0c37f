"""Covers of the communities in Qingping, part 2."""

from __future__ import annotations

import cast as c
import props
from buildings import slab
from houses import cottage, gable
from nature import (
    DEEP,
    GREEN,
    SPRING,
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
from objects import bicycle, street_lamp
from palette import SLATE_DEEP, STONE, STONE_LIGHT, WHITE, WOOD_LIGHT, dark, haze, toned
from plants import bamboo, bush
from scene import Ground, cover
from staging import Actor, folk, paving, snowfall, specks
from svg import ellipse, gradient, path, poly, text


@cover("meiling")
def meiling() -> str:
    """Plum blossom over snow-covered roofs."""
    ridge = haze(ranges(1200, 320, 190, ["#b7c6cf", "#a3b5bf", "#93a8b0"], 4, 210), "#f0ecec", 0.35)
    slope = path("M0,380Q300,300 640,380T1200,350L1200,675L0,675Z", "#e6ebef") + path(
        "M0,500Q440,420 800,500T1200,490L1200,675L0,675Z", "#f5f7f9"
    )
    homes = "".join(
        cottage(x, y, w, h, "#e3d8c8", "#6a747c", floors=f, seed=x, lit=0.2) + _roof_snow(x, y - h, w, h * (0.36 if f == 1 else 0.26))
        for x, y, w, h, f in ((480, 420, 130, 110, 2), (640, 416, 150, 100, 1), (820, 430, 150, 130, 2))
    )
    trees = "".join(
        bare_tree(x, y, s, "#4a3a38", i + 3, ("#b23d4e", "#cf5f70", "#e6929c"), int(40 + s * 0.55))
        for i, (x, y, s) in enumerate(
            (
                (330, 430, 130),
                (440, 440, 120),
                (1000, 440, 140),
                (1100, 470, 170),
                (590, 500, 170),
                (760, 510, 160),
                (930, 540, 220),
                (120, 640, 560),
                (1120, 690, 430),
            )
        )
    )
    walk = path(
        "M560,675C620,600 500,560 600,510C660,480 640,450 630,420L650,420C670,450 700,480 650,520C580,560 700,610 690,675Z", "#d5dde4"
    )
    people = folk(
        Ground(370, 2.8),
        Actor(620, 540, c.GRANDMA_ROSE, c.STROLL),
        Actor(660, 548, c.GIRL, c.POINT),
        Actor(540, 640, Snow.coat, c.REACH_ONE, True),
        Actor(800, 600, c.GRANDPA, c.SWEEP, True, props.broom),
    )
    return (
        gradient(0, 0, 1200, 675, "#b3c3d2", "#f2ece8")
        + ridge
        + mist(1200, 340, 30, WHITE, 0.6)
        + slope
        + homes
        + walk
        + trees
        + people
        + snowfall(1200, 675, 120, 8)
        + specks(1200, 520, 150, "#d4707f", 90, 4, 3.4)
    )


def _roof_snow(x: float, y: float, w: float, h: float) -> str:
    return path(
        f"M{x - w * 0.05},{y + h * 0.94}Q{x},{y + h * 0.8} {x + w * 0.05},{y - 2}L{x + w * 0.95},{y - 2}Q{x + w},{y + h * 0.8} {x + w * 1.05},{y + h * 0.94}Q{x + w * 0.8},{y + h * 0.72} {x + w * 0.6},{y + h * 0.84}Q{x + w * 0.4},{y + h * 0.7} {x + w * 0.2},{y + h * 0.86}Q{x + w * 0.1},{y + h * 0.8} {x - w * 0.05},{y + h * 0.94}Z",
        WHITE,
    )


class Snow:
    """A winter coat."""

    coat = c.Look("#34605a", "#34495c", style="long", garment="coat")


@cover("xishan")
def xishan() -> str:
    """The sun goes down behind the western hill; the street lights its windows."""
    ground = Ground(450, 2.6)
    big = peak(820, 440, 900, 300, "#7d6d84", 4) + peak(330, 440, 620, 190, "#8d7d90", 6)
    town = (
        slab(-30, 470, 7, 4, 50, 44, "#b9937a", None, 3, lit=0.5, kind=0)
        + cottage(330, 470, 170, 150, "#c9ab92", floors=2, seed=4, lit=0.6)
        + cottage(510, 470, 160, 140, "#bfa08a", floors=2, seed=5, lit=0.6)
        + slab(690, 470, 6, 5, 48, 42, "#c29c80", None, 8, lit=0.5, kind=2)
        + cottage(990, 470, 220, 160, "#c9ab92", floors=2, seed=9, lit=0.6)
    )
    street = paving(1200, 468, 675, 450, "#a08d8c", 7)
    people = folk(
        ground,
        Actor(300, 560, c.GRANDPA, c.STROLL),
        Actor(345, 562, c.GRANDMA, c.STROLL),
        Actor(620, 600, c.MAN, c.PUSH),
        Actor(860, 570, c.WOMAN_TAIL, c.WALK, True, props.bag),
        Actor(910, 580, c.GIRL, c.WALK, True),
        Actor(180, 620, c.BOY, c.RUN),
    )
    scene = toned(town + street + people + bicycle(690, 604, 84), "#d3a5a0", 0.7)
    rays = "".join(
        poly([(760, 262), (760 + dx, -40), (760 + dx + 70, -40)], "#ffe2b0", opacity=0.1) for dx in (-620, -420, -220, -20, 180, 380)
    )
    return (
        gradient(0, 0, 1200, 470, "#5d6b94", "#d98f82", "#ffd08c")
        + rays
        + sun(760, 190, 52, "#fff1c4", 6)
        + wisp(280, 110, 330, "#f2b79c", 0.6)
        + wisp(1020, 150, 240, "#f2b79c", 0.5)
        + birds(430, 190, 6)
        + haze(big, "#e9a184", 0.25)
        + scene
        + street_lamp(90, 560, 260, True)
        + street_lamp(1110, 560, 260, True, True)
        + street_lamp(520, 500, 160, True)
    )


@cover("longtan")
def longtan() -> str:
    """Spring water runs through three stone pools: to drink, to rinse, to wash."""
    ground = Ground(230, 3.4)
    ridge = haze(peak(260, 330, 560, 230, "#7f9f93", 3) + peak(880, 330, 640, 260, "#76988b", 5), "#e6efe4", 0.35)
    homes = (
        cottage(40, 330, 190, 150, floors=2, seed=3)
        + gable(230, 330, 110, 180)
        + cottage(860, 326, 180, 150, "#ecdfc8", floors=2, seed=5)
        + gable(1040, 326, 120, 190)
        + tree(420, 340, 170, GREEN, 4, shadow=False)
        + bamboo(800, 340, 190, 3)
        + tree(1180, 340, 150, SPRING, 7, shadow=False)
    )
    floor = gradient(0, 322, 1200, 353, "#c9c7a8", "#a8a68a") + path("M0,330Q300,310 600,330T1200,322V380H0Z", "#8fae6c")
    rock = (
        path("M480,350Q500,240 570,232Q640,214 700,262Q740,290 744,350Z", "#87958d")
        + path("M620,226Q680,236 706,268Q740,300 744,350H660Q676,290 620,226Z", dark("#87958d", 0.18))
        + path("M590,296Q606,284 622,296L626,372H586Z", "#dff0f0")
        + ellipse(606, 298, 22, 9, "#4f5f5a")
        + bush(500, 352, 90, 50, DEEP, 4)
        + bush(730, 354, 100, 56, GREEN, 6)
    )
    pools = (
        _pool(606, 390, 150, 30, "#8fd0cc", "一") + _pool(606, 482, 240, 42, "#7dbfc0", "二") + _pool(606, 600, 350, 54, "#6aaeb4", "三")
    )
    spills = "".join(
        path(f"M{606 - w},{y}h{2 * w}l{w * 0.5},{h}h{-3 * w}z", "#dff0f0", opacity=0.85) for y, w, h in ((420, 18, 26), (523, 26, 30))
    )
    people = folk(
        ground,
        Actor(420, 400, c.GRANDPA, c.OFFER),
        Actor(330, 505, c.WOMAN_BUN, c.BEND, False),
        Actor(900, 500, c.GRANDMA, c.SQUAT, True),
        Actor(200, 625, c.GRANDMA_ROSE, c.SQUAT),
        Actor(1010, 620, c.WOMAN, c.BEND, True),
        Actor(1080, 520, c.GIRL, c.RUN, True),
        Actor(770, 405, c.BOY, c.POINT, True),
    )
    tubs = "".join(
        ellipse(x, y - 14, 26, 8, "#e9e0c8")
        + path(f"M{x - 26},{y - 14}L{x - 20},{y + 8}H{x + 20}L{x + 26},{y - 14}Z", WOOD_LIGHT)
        + ellipse(x, y - 16, 19, 6, t)
        for x, y, t in ((352, 508, "#6f9c5e"), (880, 500, "#a5bf75"), (232, 634, "#9fc6d6"), (965, 630, "#d98a8c"))
    )
    return (
        sky(1200, 675, "#94c6d4", "#eaf1e4")
        + cloud(560, 80, 260)
        + ridge
        + mist(1200, 320, 30, WHITE, 0.5)
        + homes
        + floor
        + rock
        + pools
        + spills
        + tubs
        + people
    )


def _pool(x: float, y: float, w: float, h: float, fill: str, sign: str) -> str:
    """One of the stone pools, its number cut into the kerb."""
    return (
        ellipse(x, y + 20, w + 20, h + 10, dark(STONE, 0.22))
        + ellipse(x, y + 4, w + 20, h + 10, STONE_LIGHT)
        + ellipse(x, y, w, h, dark(fill, 0.18))
        + ellipse(x, y + 6, w - 4, h - 6, fill)
        + "".join(ellipse(x - w * f, y + h * 0.1, w * 0.2, h * 0.08, WHITE, opacity=0.4) for f in (0.45, -0.3))
        + text(x - w * 0.72, y + h * 0.86 + 10, sign, 20, SLATE_DEEP)
    )
