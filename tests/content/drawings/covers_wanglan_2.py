"""Covers of the communities in Wanglan, part 2."""

from __future__ import annotations

import cast as c
import props
from blocks import shop
from buildings import slab
from cast import Teams
from crops import grass
from nature import GREEN, SPRING, birds, cloud, hills, sky, sun, tree, water, wisp
from objects import bicycle, boat
from palette import (
    BRICK,
    CHALK,
    CREAM,
    LAMP,
    PINE,
    SLATE_DEEP,
    STONE,
    STONE_LIGHT,
    VERMILION,
    WOOD,
    WOOD_LIGHT,
    dark,
    haze,
    toned,
)
from plants import bush, willow
from scene import Ground, cover
from staging import Actor, folk, plain, skyline
from svg import circle, ellipse, glow, gradient, line, path, poly, rect, stroke
from works import pylon


@cover("binjiang")
def binjiang() -> str:
    """A wide river with a cable bridge, a red running track along it."""
    ground = Ground(300, 2.9)
    far = haze(hills(1200, 300, 90, "#8fae9c", 3, 200) + skyline(1200, 312, 30, 150, "#a3b4ba", 7), "#e3eee9", 0.45)
    deck = rect(0, 292, 1200, 12, "#8d979c") + rect(0, 304, 1200, 5, "#6d777d")
    cables = "".join(
        "".join(line([(px, 70 + abs(k) * 7), (px + k * 34, 292)], "#c9cfd0", 1.6) for k in range(-8, 9) if k)
        + poly([(px - 9, 400), (px - 4, 56), (px + 4, 56), (px + 9, 400)], CHALK)
        + rect(px + 1, 56, 4, 344, "#c9c5ba")
        for px in (380, 920)
    )
    stream = water(0, 312, 1200, 160, "#a3cbd2", "#5f9aa6", 8)
    bank = (
        path("M0,470Q500,440 1200,476L1200,675L0,675Z", "#a2c07f")
        + path("M0,520Q560,474 1200,528L1200,610Q560,520 0,600Z", "#c65b48")
        + stroke("M0,560Q560,496 1200,570", "#f2e6d6", 3)
        + path("M0,604Q560,526 1200,616L1200,650Q560,560 0,640Z", STONE_LIGHT)
    )
    people = folk(
        ground,
        Actor(420, 540, c.WOMAN_TAIL, c.RUN),
        Actor(560, 536, c.MAN_SHIRT, c.RUN),
        Actor(880, 566, c.GRANDPA, c.STROLL, True),
        Actor(250, 606, c.WOMAN, c.STROLL),
        Actor(200, 610, c.BOY, c.RUN),
    )
    front = bush(1060, 690, 240, 80, GREEN, 3, "#f3e6cd") + bush(60, 690, 260, 70, SPRING, 5) + grass(180, 680, 840, 36, 6)
    return (
        sky(1200, 675, "#7fbbd4", "#e9f1ea")
        + cloud(220, 80, 220)
        + cloud(650, 110, 300)
        + birds(640, 190, 6)
        + far
        + stream
        + cables
        + deck
        + boat(640, 420, 150)
        + bank
        + willow(1090, 560, 320, 7)
        + tree(90, 540, 200, GREEN, 6)
        + people
        + front
    )


@cover("taoyuan")
def taoyuan() -> str:
    """A five-storey street house, shops below; old cupboards are carried out."""
    ground = Ground(400, 2.4)
    upper = slab(-30, 400, 24, 4, 53, 74, "#e9c9a0", None, 6, kind=1, door=False)
    names = (("粮油", PINE), ("裁缝", "#6b4a33"), ("早餐", VERMILION), ("五金", "#4f7d86"), ("理发", PINE), ("杂货", VERMILION))
    row = "".join(
        shop(-16 + i * 206, 508, 206, 122, n, b, "#d9b98f", seed=i, awning=(VERMILION, None, PINE)[i % 3]) for i, (n, b) in enumerate(names)
    )
    street = rect(0, 504, 1200, 30, STONE_LIGHT) + rect(0, 530, 1200, 8, STONE) + gradient(0, 538, 1200, 137, "#9a9a98", "#85868a")
    trees = "".join(tree(x, 532, 210, GREEN, x) for x in (96, 1096))
    goods = (
        rect(520, 536, 70, 92, WOOD)
        + rect(526, 542, 28, 80, dark(WOOD, 0.12))
        + rect(558, 542, 28, 80, dark(WOOD, 0.12))
        + rect(600, 574, 52, 54, WOOD_LIGHT)
        + "".join(rect(604, 580 + k * 16, 44, 12, dark(WOOD_LIGHT, 0.18)) for k in range(3))
        + rect(450, 590, 60, 40, "#b98f5f")
        + rect(450, 606, 60, 6, "#d8bd91")
    )
    people = folk(
        ground,
        Actor(410, 632, c.VEST_MAN, c.BEND, False),
        Actor(690, 630, c.VEST_YOUTH, c.OFFER, True),
        Actor(310, 560, c.GRANDMA, c.STAND),
        Actor(800, 600, c.VEST_WOMAN, c.SWEEP, True, props.broom),
        Actor(900, 552, c.WOMAN_LONG, c.STROLL, True, props.bag),
        Actor(200, 640, c.BOY, c.RUN),
        Actor(1010, 640, c.GRANDPA, c.HOLD, True, props.clipboard),
    )
    return sky(1200, 675, "#a9d0dc", "#f6ecd8") + upper + row + street + trees + goods + people + bicycle(1120, 650, 80, PINE)


@cover("dianli")
def dianli() -> str:
    """The floodlit court of the power workers' houses, masts against the sunset."""
    ground = Ground(400, 2.7)
    masts = (
        pylon(170, 450, 350, "#6a5560")
        + pylon(520, 444, 240, "#7d6670")
        + pylon(720, 442, 165, "#94797c")
        + pylon(850, 441, 115, "#ab8b86")
    )
    lines = "".join(
        path(f"M{a},{b}Q{(a + d) / 2},{(b + e) / 2 + s} {d},{e}", "none", stroke="#7d6670", stroke_width=1.3)
        for a, b, d, e, s in (
            (-20, 150, 65, 218, 20),
            (65, 218, 448, 286, 50),
            (448, 286, 670, 333, 26),
            (670, 333, 815, 365, 14),
            (275, 218, 592, 286, 50),
            (592, 286, 770, 333, 26),
            (770, 333, 884, 365, 14),
            (86, 170, 462, 252, 46),
            (254, 170, 578, 252, 46),
        )
    )
    rows = slab(-60, 478, 7, 4, 56, 50, "#c9a88a", BRICK, 8, lit=0.4, kind=1) + slab(
        800, 478, 8, 4, 56, 50, "#cf9f78", BRICK, 4, lit=0.4, kind=2
    )
    court = (
        plain(1200, 468, 207, "#8f866e", "#6f6a55")
        + poly([(150, 664), (1050, 664), (880, 490), (320, 490)], "#9aa39c")
        + poly([(150, 664), (1050, 664), (880, 490), (320, 490)], "none", stroke=CREAM, stroke_width=4)
        + line([(600, 490), (600, 664)], CREAM, 4)
        + ellipse(600, 570, 92, 30, "none", stroke=CREAM, stroke_width=4)
    )
    hoop = "".join(
        line([(x, 590), (x, 370), (x + d * 50, 356)], SLATE_DEEP, 8)
        + rect(x + d * 50 - 7, 300, 14, 78, CHALK)
        + ellipse(x + d * 76, 372, 20, 5, "none", stroke="#d8572f", stroke_width=4)
        + path(f"M{x + d * 76 - 18},374L{x + d * 76 - 9},404H{x + d * 76 + 9}L{x + d * 76 + 18},374", "none", stroke=CHALK, stroke_width=2)
        for x, d in ((190, 1), (1010, -1))
    )
    players = folk(
        ground,
        Actor(520, 600, Teams.red, c.RUN),
        Actor(420, 570, Teams.blue, c.RUN, True),
        Actor(320, 560, Teams.red, c.REACH),
        Actor(680, 560, Teams.blue, c.WALK, True),
        Actor(790, 610, Teams.red, c.OFFER, True),
        Actor(1110, 580, c.GRANDPA, c.STAND, True),
        Actor(80, 610, c.WOMAN_BUN, c.STAND),
        Actor(116, 616, c.GIRL, c.WAVE),
    )
    floods = "".join(
        line([(x, 520), (x, 190)], SLATE_DEEP, 7)
        + rect(x - 34, 168, 68, 24, SLATE_DEEP, 3)
        + "".join(circle(x + d, 180, 8, LAMP) for d in (-22, 0, 22))
        + glow(x, 180, 150, LAMP, 0.6)
        + poly([(x - 30, 190), (x + 30, 190), (600 + (x - 600) * 0.1 + 380, 640), (600 + (x - 600) * 0.1 - 380, 640)], LAMP, opacity=0.07)
        for x in (390, 810)
    )
    return (
        gradient(0, 0, 1200, 470, "#5d6f9c", "#d08a86", "#ffcf98")
        + sun(760, 380, 38, LAMP, 6)
        + wisp(620, 90, 380, "#f2c0a8", 0.5)
        + haze(hills(1200, 440, 80, "#8a7782", 5, 200), "#f4c69c", 0.3)
        + masts
        + lines
        + toned(rows + court + hoop + players, "#dfb8b0", 0.65)
        + circle(338, 398, 10, "#d8742f")
        + floods
    )
