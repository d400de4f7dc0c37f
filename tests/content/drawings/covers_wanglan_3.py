"""Covers of the communities in Wanglan, part 3."""

from __future__ import annotations

import cast as c
import props
from blocks import tower
from crops import snow_cap
from furniture import bench
from nature import SPRING, cloud, hills, mist, reflected, sky, sun, tree, water
from objects import bicycle
from palette import (
    CHALK,
    CREAM,
    INK,
    LAMP,
    OCHRE,
    SHADE,
    SLATE_DEEP,
    STONE,
    STONE_DEEP,
    TEAL,
    TERRACOTTA,
    VERMILION,
    WHITE,
    dark,
    haze,
    toned,
)
from plants import fir
from scene import Ground, cover
from staging import DAWN, Actor, folk, paving, skyline, snowfall
from svg import circle, ellipse, gradient, line, path, poly, rect, stroke, text
from works import chimney, mill


@cover("yijing")
def yijing() -> str:
    """Fresh snow on a hillside garden of new houses; children build a snowman."""
    ground = Ground(400, 2.6)
    blocks = "".join(
        tower(x, b, 130, f, 26, "#e6d8c8", TERRACOTTA, x, lit=0.15, side=28, columns=4) + snow_cap(x, b - f * 26 - 20, 132, 8)
        for x, b, f in ((90, 420, 9), (330, 400, 8), (760, 404, 10), (980, 424, 8))
    )
    hill = (
        path("M0,430Q300,380 600,410T1200,410L1200,675L0,675Z", "#e9eef2")
        + path("M0,520Q340,450 700,520T1200,500L1200,675L0,675Z", "#f6f8fa")
        + path("M560,412Q640,470 600,520Q560,580 640,675L780,675Q660,590 690,530Q720,480 600,410Z", "#d3dbe3")
    )
    trees = "".join(
        fir(x, y, s, "#4d7a6b", WHITE)
        for x, y, s in (
            (270, 440, 120),
            (520, 420, 110),
            (700, 424, 130),
            (930, 440, 120),
            (1140, 470, 170),
            (60, 500, 190),
            (1080, 610, 260),
            (170, 640, 300),
        )
    )
    man = (
        ellipse(420, 628, 60, 8, SHADE, opacity=0.12)
        + circle(420, 586, 42, WHITE)
        + path("M440,550A42,42 0 0 1 430,627Q470,600 440,550Z", "#d9e2ea")
        + circle(420, 524, 29, WHITE)
        + circle(411, 518, 3, INK)
        + circle(428, 518, 3, INK)
        + poly([(420, 526), (446, 531), (420, 534)], OCHRE)
        + path("M394,544Q420,560 446,544L448,554Q420,570 392,554Z", VERMILION)
        + rect(400, 484, 40, 20, SLATE_DEEP)
        + rect(390, 500, 60, 6, SLATE_DEEP)
    )
    people = folk(
        ground,
        Actor(350, 632, c.GIRL_PINK, c.REACH_ONE),
        Actor(500, 634, c.BOY_BLUE, c.OFFER, True),
        Actor(560, 612, c.WOMAN_RED, c.STAND, True),
        Actor(690, 560, c.VEST_MAN, c.SWEEP, False, props.spade),
        Actor(770, 530, c.GRANDMA, c.STROLL),
    )
    return (
        gradient(0, 0, 1200, 675, "#b4c8d8", "#f4ece4")
        + haze(hills(1200, 400, 140, "#b9c8d2", 4, 180), "#eef0f2", 0.4)
        + blocks
        + hill
        + trees
        + man
        + people
        + snowfall(1200, 675, 150, 3)
    )


@cover("laochang")
def laochang() -> str:
    """The old works at daybreak: gantry crane, chimneys, a gear in the square."""
    ground = Ground(430, 2.6)
    hall = mill(-40, 470, 5, 130, 170, "#9a6a58", 0.2, 5) + chimney(520, 470, 50, 330, "#9a6a58") + chimney(590, 470, 40, 260, "#a87865")
    crane = (
        rect(700, 190, 22, 284, "#4f7d86")
        + rect(1080, 190, 22, 284, "#4f7d86")
        + rect(660, 170, 490, 28, "#5c8c94")
        + rect(660, 192, 490, 6, "#3f6670")
        + "".join(line([(664 + i * 35, 196), (682 + i * 35, 172), (699 + i * 35, 196)], "#3f6670", 3) for i in range(14))
        + rect(850, 160, 70, 44, OCHRE)
        + line([(885, 204), (885, 300)], INK, 3)
        + path("M885,300q-16,10 -6,24q14,10 18,-6", "none", stroke=INK, stroke_width=5)
    )
    teeth = "".join(f'<g transform="translate(600 508) rotate({i * 30})">{rect(-12, -92, 24, 24, "#b4563f")}</g>' for i in range(12))
    gear = (
        teeth
        + circle(600, 508, 76, "#b4563f")
        + path("M600,432A76,76 0 0 1 600,584A100,100 0 0 0 600,432Z", dark("#b4563f", 0.18))
        + circle(600, 508, 42, "#e4d6c4")
        + rect(530, 578, 140, 34, STONE)
        + rect(516, 606, 168, 16, STONE_DEEP)
        + text(600, 603, "1958", 20, CREAM)
    )
    floor = paving(1200, 466, 675, 430, "#c2b2a2", 7)
    people = folk(
        ground,
        Actor(330, 600, c.GRANDPA, c.CANE, far=props.cane),
        Actor(390, 604, c.BOY, c.POINT),
        Actor(780, 560, c.MAN, c.PUSH),
        Actor(900, 620, c.GRANDMA, c.TALK),
        Actor(950, 622, c.GRANDPA_BROWN, c.TALK, True),
        Actor(230, 540, c.WOMAN, c.WALK),
    )
    return (
        gradient(0, 0, 1200, 675, "#9fb2c2", "#f2d7bd", "#fbe6c8")
        + sun(640, 330, 40, LAMP, 7)
        + mist(1200, 300, 60, "#fff1e0", 0.4)
        + toned(haze(skyline(1200, 440, 60, 160, "#a89a96", 8), "#f2d7bd", 0.5) + hall + crane + floor, DAWN)
        + mist(1200, 470, 34, "#fff1e0", 0.45)
        + gear
        + bicycle(830, 564, 78)
        + people
        + bench(1010, 600, 110)
    )


@cover("hubin")
def hubin() -> str:
    """A new quarter by the lake: curved hall, footbridge, bright noon."""
    blocks = "".join(
        tower(x, 360, w, f, 18, "#f2f0ea", TEAL, s, side=28, columns=5)
        for x, w, f, s in ((520, 110, 13, 1), (670, 120, 16, 2), (840, 110, 14, 3), (1000, 120, 11, 4))
    )
    hall = (
        path("M60,400Q70,270 270,256Q420,250 470,400Z", "#e9eef0")
        + path("M90,400Q104,296 270,284Q400,280 436,400Z", "#9cc3cf")
        + "".join(line([(270 + (x - 270) * 0.62, 288 + abs(x - 270) * 0.09), (x, 400)], CHALK, 3) for x in range(110, 440, 36))
        + path("M60,400Q70,270 270,256Q420,250 470,400L458,400Q410,262 270,268Q82,282 76,400Z", dark("#e9eef0", 0.08))
        + text(270, 384, "社区中心", 24, CHALK, spacing=6)
    )
    shore = path("M0,396L1200,356L1200,430L0,440Z", "#a9c98a") + "".join(
        tree(x, 392 + (x % 7), 64, SPRING, x) for x in range(500, 1200, 74)
    )
    lake = water(0, 430, 1200, 245, "#8fc3d2", "#4e93a8", 11)
    deck = path(
        "M-10,560C300,500 420,600 700,560C900,530 1000,470 1210,462L1210,486C1010,496 920,556 710,590C420,632 300,530 -10,592Z", "#e9dcc3"
    ) + stroke("M-10,592C300,530 420,632 710,590C920,556 1010,496 1210,486", dark("#e9dcc3", 0.3), 6)
    legs = "".join(rect(x, y, 10, 50, "#cfc6b4") for x, y in ((140, 570), (330, 570), (520, 602), (700, 592), (880, 546), (1050, 502)))
    rail = stroke("M-10,534C300,474 420,574 700,534C900,504 1000,446 1210,438", WHITE, 4)
    people = folk(
        Ground(300, 4.2),
        Actor(240, 548, c.WOMAN_LONG, c.STROLL),
        Actor(290, 552, c.GIRL, c.WAVE),
        Actor(560, 586, c.MAN, c.RUN),
        Actor(820, 552, c.GRANDMA_ROSE, c.STROLL, True),
        Actor(850, 548, c.GRANDPA, c.STROLL, True),
    )
    return (
        sky(1200, 675, "#6fb5d3", "#dcefee")
        + cloud(250, 120, 320)
        + cloud(900, 60, 240)
        + haze(hills(1200, 360, 80, "#7fa79a", 9, 220), "#dcefee", 0.5)
        + blocks
        + shore
        + hall
        + lake
        + reflected(blocks, 440, 0.2, 0.4)
        + legs
        + deck
        + people
        + rail
    )
