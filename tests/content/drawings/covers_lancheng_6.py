"""Covers of the communities in Lancheng, part 6."""

from __future__ import annotations

import cast as c
import props
from blocks import tower
from buildings import slab
from furniture import plate
from houses import cottage
from nature import (
    AUTUMN,
    BLOSSOM,
    GREEN,
    SPRING,
    birds,
    cloud,
    poplar,
    ranges,
    sky,
    sun,
    tree,
    wisp,
)
from objects import bicycle
from palette import (
    CREAM,
    GOLD,
    PINE,
    RED,
    ROSE,
    SKY_PALE,
    SLATE,
    STONE_DEEP,
    STONE_LIGHT,
    TERRACOTTA,
    VERMILION,
    dark,
    haze,
    toned,
)
from plants import flowerbed
from scene import Ground, cover
from staging import Actor, folk, paving, plain, specks
from svg import gradient, path, poly, rect, stroke, text


@cover("baihuayuan")
def baihuayuan() -> str:
    """A garden of flowers in bands before pale towers."""
    ground = Ground(380, 3.2)
    blocks = haze(
        "".join(
            tower(x, 392, 110, f, 24, "#efe6da", TERRACOTTA, x, side=26) for x, f in ((60, 8), (230, 10), (760, 11), (950, 9), (1090, 12))
        ),
        SKY_PALE,
        0.18,
    )
    trees = "".join(tree(x, 404, 120, (GREEN, SPRING, BLOSSOM)[x % 3], x) for x in (20, 190, 390, 520, 700, 900, 1060, 1190))
    field = plain(1200, 396, 279, "#a9c889", "#7fab62")
    bands = "".join(
        flowerbed(-30, y, 640 - i * 30, 20 + i * 7, i + 2, cols) + flowerbed(690 + i * 26, y, 560, 20 + i * 7, i + 20, cols)
        for i, (y, cols) in enumerate(
            (
                (440, (ROSE, "#efc7c0")),
                (484, (GOLD, "#f3e6cd")),
                (540, (RED, "#dd7a62")),
                (610, ("#b98bb0", "#e3cfe0")),
                (690, (GOLD, RED, "#fff6e8")),
            )
        )
    )
    walk = path(
        "M700,396C640,430 640,450 650,480C662,520 640,580 560,675L800,675C760,590 730,520 716,480C706,446 720,420 726,396Z", STONE_LIGHT
    )
    people = folk(
        ground,
        Actor(672, 470, c.WOMAN_BUN, c.BACK_WALK),
        Actor(690, 560, c.GRANDMA, c.SQUAT, True),
        Actor(640, 590, c.GIRL_PINK, c.OFFER),
        Actor(480, 520, c.VEST_WOMAN, c.OFFER, True, props.hose),
    )
    return sky(1200, 675, "#9ccbdc", "#eff2e4") + cloud(430, 90, 280) + cloud(900, 60, 160) + blocks + trees + field + walk + bands + people


@cover("jianshe")
def jianshe() -> str:
    """A workers' compound: gate, brick rows, a water tower, poplars in autumn."""
    ground = Ground(430, 2.6)
    water_tower = (
        poly([(884, 440), (902, 200), (948, 200), (966, 440)], "#b9a48a")
        + path("M866,200L850,130Q925,86 1000,130L984,200Z", "#c9b59a")
        + path("M930,104Q980,110 1000,130L984,200H940Z", dark("#c9b59a", 0.14))
        + rect(846, 124, 158, 8, STONE_DEEP)
    )
    rows = slab(-30, 470, 8, 4, 58, 54, "#b5694f", "#8d4638", 3, kind=2) + slab(760, 470, 8, 4, 58, 54, "#b5694f", "#8d4638", 8, kind=1)
    gate = (
        rect(452, 300, 46, 176, "#c9b59a")
        + rect(702, 300, 46, 176, "#c9b59a")
        + rect(440, 288, 320, 44, "#b09a7c")
        + rect(440, 284, 320, 8, CREAM)
        + text(600, 322, "建设路社区", 30, VERMILION, spacing=6)
        + plate(462, 350, 26, "居委会")
    )
    inside = haze(slab(500, 462, 4, 3, 50, 42, "#b5694f", None, 4, kind=0), "#ead9bb", 0.4)
    avenue = "".join(poplar(x, 500 + abs(600 - x) * 0.02, 330, AUTUMN, x) for x in (60, 180, 300, 400, 800, 900, 1020, 1140))
    floor = paving(1200, 468, 675, 430, "#c2b59e", 7) + specks(1200, 500, 170, "#cf8f3d", 240, 3, 5)
    people = folk(
        ground,
        Actor(560, 520, c.MAN, c.BACK_WALK),
        Actor(650, 560, c.WOMAN, c.WALK, True, props.bag),
        Actor(380, 590, c.GRANDPA, c.CANE, False, props.cane),
        Actor(300, 600, c.GRANDMA, c.STROLL),
        Actor(820, 590, c.VEST_MAN, c.SWEEP, True, props.broom),
    )
    return (
        sky(1200, 675, "#a4c6d2", "#f4e7cb")
        + birds(480, 120, 7)
        + water_tower
        + inside
        + rows
        + gate
        + floor
        + avenue
        + people
        + bicycle(960, 620, 84, PINE)
    )


@cover("xihewan")
def xihewan() -> str:
    """From above: a river bends around roofs at sunset."""
    ridges = ranges(1200, 240, 100, ["#c9a49c", "#b08a8c", "#8f8580"], 4, 180)
    land = gradient(0, 232, 1200, 443, "#b3b27e", "#7f9a5c")
    river = path(
        "M1200,262C980,262 800,276 700,306C560,350 420,372 420,430C420,500 760,520 900,590C960,620 980,650 984,675L420,675C400,640 300,600 210,560C90,506 80,420 240,352C400,290 760,250 1200,246Z",
        "#93a9b8",
    )
    gleam = path(
        "M1200,256C980,256 760,272 660,302C500,350 340,372 330,436C320,520 640,550 760,675L600,675C560,620 420,590 300,540C180,490 160,420 300,356C440,300 800,262 1200,254Z",
        "#f3cfa6",
        opacity=0.5,
    )
    homes = [
        cottage(x, y, w, w * 0.72, ("#ece2d0", "#e0cdb0", "#d9b99a")[i % 3], floors=2, seed=i)
        for i, (x, y, w) in enumerate(
            (
                (620, 372, 60),
                (700, 366, 64),
                (790, 372, 66),
                (880, 368, 70),
                (980, 374, 76),
                (640, 424, 74),
                (740, 420, 80),
                (850, 424, 84),
                (960, 432, 90),
                (1080, 440, 100),
                (700, 478, 92),
                (820, 486, 100),
                (950, 500, 110),
                (1085, 520, 124),
            )
        )
    ]
    towers = tower(560, 350, 44, 9, 11, "#e6d6c2", SLATE, 2, columns=3) + tower(512, 346, 40, 7, 11, "#e6d6c2", SLATE, 3, columns=3)
    trees = "".join(
        tree(x, y, s, AUTUMN if x % 2 else GREEN, x, shadow=False)
        for x, y, s in (
            (585, 398, 40),
            (681, 396, 44),
            (1040, 470, 70),
            (915, 470, 60),
            (80, 420, 80),
            (40, 560, 150),
            (150, 640, 190),
            (1130, 610, 140),
        )
    )
    walk = stroke("M470,440C500,492 760,512 930,584C990,612 1020,640 1030,680", "#ece0c8", 12)
    scene = toned(land + river + gleam + towers + "".join(homes) + walk + trees, "#ffd9b0", 0.55)
    people = folk(
        Ground(300, 12),
        Actor(812, 548, c.WOMAN_RED, c.STROLL),
        Actor(836, 554, c.MAN, c.STROLL),
        Actor(640, 506, c.GRANDPA, c.STROLL, True),
    )
    return (
        gradient(0, 0, 1200, 300, "#7f93ad", "#e7a98a", "#ffd9a0")
        + sun(330, 150, 34, "#fff1c4", 6)
        + wisp(700, 90, 340, "#f7cdb0", 0.6)
        + birds(820, 150, 6)
        + ridges
        + scene
        + people
    )
