"""Pictures of the volunteers, part 1."""

from __future__ import annotations

import cast as c
import props
from blocks import shop
from buildings import slab
from furniture import bookshelf, plate, stool
from nature import GREEN, sky, tree
from palette import (
    CHALK,
    CREAM,
    INK,
    LIT,
    OCHRE,
    PINE,
    ROSE,
    SLATE,
    SLATE_DEEP,
    STONE,
    STONE_LIGHT,
    TEAL,
    VERMILION,
    WOOD,
    WOOD_DEEP,
    WOOD_LIGHT,
    dark,
)
from plants import flowerbed, pot
from rooms import clock, room, sofa, sunbeam, window
from scene import Ground, picture
from squares import square
from staging import Actor, folk
from svg import circle, ellipse, glow, gradient, line, path, poly, rect, stroke, text


@picture("volunteers", "station")
def station() -> str:
    """The volunteer station by the gate: people register and take tools."""
    ground = Ground(330, 2.3)
    house = (
        rect(240, 230, 720, 360, "#efe0c4")
        + poly([(210, 234), (270, 170), (930, 170), (990, 234)], "#56616a")
        + rect(206, 230, 788, 14, "#454e55")
        + rect(280, 254, 640, 62, VERMILION)
        + text(600, 299, "志愿服务站", 44, CREAM, spacing=14)
        + rect(300, 346, 330, 160, WOOD_DEEP)
        + rect(310, 356, 310, 140, "#f6e7c3")
        + rect(286, 500, 358, 24, WOOD_LIGHT)
        + rect(700, 346, 120, 244, SLATE)
        + rect(712, 358, 46, 232, "#bcd3d6")
        + rect(764, 358, 46, 232, "#a9c5cc")
        + plate(860, 350, 44, "社区", CREAM)
    )
    inside = (
        bookshelf(330, 496, 90, 120, 2, 3)
        + folk(Ground(300, 2.0), Actor(520, 590, c.VEST_WOMAN, c.FRONT_HOLD))
        + rect(286, 500, 358, 24, WOOD_LIGHT)
        + rect(240, 524, 720, 66, "#d9c39c")
        + rect(700, 524, 120, 66, SLATE)
        + rect(712, 524, 46, 66, "#bcd3d6")
        + rect(764, 524, 46, 66, "#a9c5cc")
        + rect(430, 482, 60, 18, CREAM)
        + rect(560, 476, 24, 24, PINE, 3)
    )
    rack = rect(150, 430, 70, 10, WOOD) + "".join(
        line([(160 + i * 18, 440), (154 + i * 18, 610)], WOOD_LIGHT, 5)
        + poly([(146 + i * 18, 610), (164 + i * 18, 610), (168 + i * 18, 640), (140 + i * 18, 640)], OCHRE)
        for i in range(3)
    )
    people = folk(
        ground,
        Actor(470, 690, c.MAN_GREEN, Desk.sign, False, props.pen),
        Actor(390, 700, c.WOMAN_TAIL, c.STAND),
        Actor(680, 720, c.VEST_MAN, c.WALK, False, props.rake),
        Actor(830, 690, c.VEST_GIRL, c.WALK, False, props.bag),
        Actor(1090, 750, c.VEST_ELDER, c.TALK, True),
        Actor(985, 752, c.VEST_YOUTH, c.TALK),
        Actor(96, 750, c.BOY, c.WAVE),
    )
    return square(4) + house + inside + rack + flowerbed(830, 620, 150, 34, 3) + pot(270, 640, 60, 5, flowers=ROSE) + people


class Desk:
    """Leaning on a counter to write."""

    sign = c.Pose((60, 96), (64, 92), (-4, -6), (8, 2), 8, 8)


@picture("volunteers", "crossing")
def crossing() -> str:
    """Volunteers with flags help pupils and elders over the crossing."""
    ground = Ground(320, 2.3)
    back = "".join(
        shop(-20 + i * 210, 470, 210, 170, n, b, "#d9c4a0", seed=i)
        for i, (n, b) in enumerate(
            (("早点", VERMILION), ("文具", PINE), ("药房", TEAL), ("水果", VERMILION), ("书店", PINE), ("修车", "#6b4a33"))
        )
    ) + slab(-30, 306, 20, 3, 64, 56, "#e3cfae", None, 5, kind=2, door=False)
    street = (
        rect(0, 468, 1200, 46, STONE_LIGHT)
        + rect(0, 508, 1200, 10, STONE)
        + gradient(0, 518, 1200, 230, "#8f9296", "#7a7e83")
        + rect(0, 744, 1200, 56, STONE_LIGHT)
        + rect(0, 740, 1200, 8, STONE)
    )
    stripes = "".join(
        poly([(210 + i * 92, 740), (262 + i * 92, 740), (268 + i * 80 + 40, 524), (226 + i * 80 + 40, 524)], "#f4f1e8") for i in range(9)
    )
    car = (
        rect(1010, 600, 240, 60, "#5c8c94", 16)
        + path("M1050,604Q1080,548 1130,548H1220V604Z", "#5c8c94")
        + path("M1066,600Q1090,560 1130,560H1160V600Z", "#cfe0dd")
        + circle(1070, 662, 26, INK)
        + circle(1070, 662, 12, STONE)
        + rect(1008, 626, 18, 14, LIT, 4)
    )
    light_ = (
        rect(96, 250, 12, 300, SLATE_DEEP)
        + rect(80, 230, 44, 104, INK, 10)
        + circle(102, 254, 13, "#4a2a28")
        + circle(102, 282, 13, "#4a4228")
        + circle(102, 310, 13, "#7fd49a")
        + glow(102, 310, 40, "#9ff0b8", 0.5)
    )
    people = folk(
        ground,
        Actor(290, 620, c.VEST_MAN, Flag.hold, False, None, props.stop_flag),
        Actor(420, 640, c.GIRL, c.WALK),
        Actor(500, 650, c.BOY, c.WALK),
        Actor(580, 660, c.GIRL_PINK, c.WALK),
        Actor(700, 690, c.GRANDMA, c.STROLL),
        Actor(640, 700, c.VEST_WOMAN, c.STROLL),
        Actor(880, 720, c.VEST_YOUTH, Flag.hold, True, None, props.stop_flag),
    )
    return sky(1200, 800, "#a1cbda", "#f4ecda") + back + street + stripes + tree(190, 510, 200, GREEN, 3) + light_ + car + people


class Flag:
    """An arm held out with a flag."""

    hold = c.Pose((-10, 6), (84, 96), (-3, -4), (5, 2))


@picture("volunteers", "visit-elder")
def visit_elder() -> str:
    """Two volunteers sit with an old couple at home over tea."""
    ground = Ground(220, 1.9)
    wall = (
        room(1200, 800, 510, "#efe0c6", "#b98f64")
        + window(90, 110, 320, 250)
        + rect(70, 96, 40, 290, "#c98563")
        + rect(392, 96, 40, 290, "#c98563")
        + rect(560, 130, 120, 90, WOOD)
        + rect(570, 140, 100, 70, "#cfdcd8")
        + path("M570,210V180Q600,160 630,184T670,176V210Z", "#8fb38a")
        + clock(760, 170, 40)
        + rect(880, 310, 240, 200, WOOD)
        + rect(890, 320, 106, 180, dark(WOOD, 0.12))
        + rect(1004, 320, 106, 180, dark(WOOD, 0.12))
        + rect(900, 230, 130, 80, INK, 4)
        + rect(908, 238, 114, 62, "#7f9fa6")
        + pot(1080, 310, 50, 4, flowers=ROSE)
    )
    sofa_ = sofa(300, 640, 440, 230, "#7fa08f") + folk(ground, Actor(430, 690, c.GRANDMA, Home.sit), Actor(590, 690, c.GRANDPA, Home.sit))
    rug = ellipse(600, 720, 460, 64, "#d9b48a") + ellipse(600, 718, 400, 50, "#e6cba3")
    tea = (
        ellipse(640, 706, 150, 30, WOOD)
        + ellipse(640, 698, 150, 30, WOOD_LIGHT)
        + rect(560, 716, 12, 60, WOOD_DEEP)
        + rect(708, 716, 12, 60, WOOD_DEEP)
        + path("M600,660h60v22q0,14 -14,14h-32q-14,0 -14,-14z", TEAL)
        + stroke("M660,668q18,-2 16,14q-2,8 -16,8", TEAL, 5)
        + "".join(rect(x, 684, 22, 16, CHALK, 3) for x in (560, 700))
        + ellipse(730, 692, 26, 8, OCHRE)
    )
    guests = (
        stool(950, 752, 84, WOOD)
        + folk(ground, Actor(940, 756, c.VEST_GIRL, c.SIT, True), Actor(230, 740, c.VEST_MAN, c.OFFER, False, props.bag))
        + folk(ground, Actor(1040, 690, c.VEST_WOMAN, c.REACH_ONE))
    )
    return wall + sunbeam(110, 120, 290, 510, 260, 220) + rug + sofa_ + tea + guests


class Home:
    """Seated on the sofa, seen from the front."""

    sit = c.Pose((14, -36), (14, -36), (14, 2), (14, 2), view="front", short=0.4)
