"""Pictures of the citizens' school, part 1."""

from __future__ import annotations

import cast as c
import props
from buildings import slab
from cast import Write
from furniture import plate, table
from nature import GREEN, SPRING, sky, tree
from palette import (
    BRICK,
    CREAM,
    INK,
    OCHRE,
    PINE,
    RED,
    ROSE,
    SLATE_DEEP,
    TEAL,
    VERMILION,
    WHITE,
    WOOD,
    WOOD_DEEP,
    WOOD_LIGHT,
    dark,
    haze,
)
from rooms import board, clock, room, sunbeam, window
from scene import Ground, picture
from staging import Actor, folk
from svg import ellipse, gradient, line, poly, rect, text

LISTENERS = (c.WOMAN, c.GRANDPA, c.MAN_GREEN, c.GRANDMA_ROSE, c.MAN, c.WOMAN_TAIL, c.GRANDMA, c.WOMAN_BUN, c.MAN_SHIRT)


def desk(x: float, base: float, w: float, h: float) -> str:
    """A school desk seen from behind the class."""
    return (
        rect(x - w * 0.44, base - h, 7, h, WOOD_DEEP)
        + rect(x + w * 0.42, base - h, 7, h, WOOD_DEEP)
        + poly([(x - w * 0.46, base - h - 14), (x + w * 0.46, base - h - 14), (x + w * 0.5, base - h), (x - w * 0.5, base - h)], WOOD_LIGHT)
        + rect(x - w * 0.5, base - h, w, 8, dark(WOOD_LIGHT, 0.22))
        + poly([(x - 24, base - h - 12), (x + 6, base - h - 12), (x + 8, base - h - 3), (x - 26, base - h - 3)], WHITE)
    )


@picture("citizen-school", "lesson")
def lesson() -> str:
    """A teacher at the blackboard, residents at their desks."""
    ground = Ground(250, 2.0)
    wall = (
        room(1200, 800, 500, "#f1e6cd", "#c9a47a", "#b9d0c2")
        + board(360, 110, 520, 260, "市民学校", "第三课  邻里相处")
        + window(40, 120, 240, 220)
        + clock(1010, 150, 46)
        + plate(1090, 130, 40, "学而时习")
    )
    teacher = folk(ground, Actor(960, 548, c.WOMAN_LONG, c.POINT, True, props.pen))
    seats, rows = "", ((610, (160, 390, 620, 850)), (770, (80, 360, 640, 1080)))
    number = 0
    for y, xs in rows:
        for x in xs:
            look = LISTENERS[number % 9]
            tall = ground.tall(y)
            seats += (
                desk(x, y - 30, tall * 0.62, tall * 0.4)
                + rect(x - tall * 0.13, y - tall * 0.26, tall * 0.26, tall * 0.05, RED)
                + line([(x - tall * 0.1, y - tall * 0.2), (x - tall * 0.12, y)], SLATE_DEEP, 5)
                + line([(x + tall * 0.1, y - tall * 0.2), (x + tall * 0.12, y)], SLATE_DEEP, 5)
            )
            seats += folk(ground, Actor(x, y, look, Seat.hand if number == 5 else c.BACK_SIT))
            number += 1
    return wall + sunbeam(60, 130, 200, 500, 300, 260) + teacher + seats


class Seat:
    """Seated, seen from behind, with a hand up."""

    hand = c.Pose((14, -64), (156, 170), (24, -4), (24, -4), view="back", short=0.3)


@picture("citizen-school", "calligraphy")
def calligraphy() -> str:
    """A class at long tables writes with brushes under hanging scrolls."""
    ground = Ground(210, 1.95)
    wall = room(1200, 800, 500, "#efe4cf", "#b98f64")
    scrolls = "".join(
        rect(x - 8, 70, 116, 10, WOOD_DEEP)
        + rect(x, 78, 100, 270, "#fbf6ea")
        + rect(x + 10, 92, 80, 236, "#f3ead6")
        + text(x + 50, 180, a, 62, INK)
        + text(x + 50, 270, b, 62, INK)
        + rect(x + 66, 296, 18, 18, RED)
        + rect(x - 8, 346, 116, 10, WOOD_DEEP)
        for x, a, b in ((110, "和", "睦"), (300, "孝", "亲"), (800, "勤", "学"), (990, "友", "善"))
    )
    light_ = window(470, 90, 260, 220)
    behind = folk(
        ground,
        Actor(240, 600, c.GRANDPA, Write.brush, False, props.pen),
        Actor(470, 600, c.GIRL_GREEN, Write.brush, False, props.pen),
        Actor(780, 600, c.MAN_SHIRT, Write.brush, True, props.pen),
        Actor(1000, 600, c.GRANDMA, Write.brush, True, props.pen),
    )
    table_ = (
        poly([(120, 560), (1080, 560), (1150, 660), (50, 660)], "#a9744c")
        + rect(50, 660, 1100, 28, dark("#a9744c", 0.22))
        + rect(80, 688, 24, 112, WOOD_DEEP)
        + rect(1096, 688, 24, 112, WOOD_DEEP)
    )
    felt = "".join(
        poly([(x, 576), (x + 150, 576), (x + 160, 640), (x - 10, 640)], "#c9cfc4")
        + poly([(x + 20, 580), (x + 120, 580), (x + 126, 636), (x + 14, 636)], WHITE)
        + text(x + 70, 622, w, 44, INK)
        for x, w in ((200, "邻"), (420, "里"), (660, "和"), (880, "美"))
    )
    stones_ = "".join(
        ellipse(x, 616, 24, 9, INK)
        + ellipse(x, 613, 15, 5, "#3f4650")
        + rect(x + 26, 570, 20, 26, TEAL, 3)
        + line([(x + 32, 572), (x + 28, 540)], WOOD, 3)
        + line([(x + 40, 572), (x + 46, 544)], WOOD_LIGHT, 3)
        for x in (388, 620, 850)
    )
    teacher = folk(ground, Actor(1110, 780, c.GRANDPA_BROWN, Write.brush, True), Actor(90, 780, c.BOY, c.STAND))
    return wall + scrolls + light_ + behind + table_ + felt + stones_ + sunbeam(470, 100, 260, 500, 250, 60) + teacher


@picture("citizen-school", "reader-test")
def reader_test() -> str:
    """Residents fill in a test of the citizens' reader on the square."""
    ground = Ground(320, 2.3)
    back = haze(slab(-40, 470, 20, 5, 64, 60, "#ecd6b4", BRICK, 7, kind=0), "#f4ecda", 0.25)
    floor = gradient(0, 466, 1200, 334, "#d9ceb6", "#c2b69c")
    banner = (
        rect(300, 230, 600, 92, PINE)
        + text(600, 292, "文明市民读本  知识测试", 40, CREAM, spacing=4)
        + rect(306, 322, 10, 220, SLATE_DEEP)
        + rect(884, 322, 10, 220, SLATE_DEEP)
        + rect(316, 322, 568, 150, CREAM)
        + "".join(
            rect(340 + i * 138, 340, 118, 114, t, 3)
            + rect(352 + i * 138, 356, 94, 8, WHITE)
            + rect(352 + i * 138, 376, 94, 6, WHITE, opacity=0.7)
            + rect(352 + i * 138, 392, 70, 6, WHITE, opacity=0.7)
            for i, t in enumerate((TEAL, OCHRE, ROSE, "#8a9a58"))
        )
    )
    tables = "".join(table(x, 700, 300, 110, c_) for x, c_ in ((110, VERMILION), (450, PINE), (790, VERMILION)))
    papers = "".join(
        poly([(x, 584), (x + 44, 582), (x + 50, 594), (x, 596)], WHITE) for x in (150, 250, 350, 490, 600, 690, 830, 930, 1030)
    )
    behind = folk(
        ground,
        Actor(190, 640, c.WOMAN, Write.brush, False, props.pen),
        Actor(330, 640, c.GRANDPA, Write.brush, False, props.pen),
        Actor(530, 640, c.MAN_GREEN, Write.brush, False, props.pen),
        Actor(680, 640, c.WOMAN_TAIL, Write.brush, True, props.pen),
        Actor(880, 640, c.GRANDMA_ROSE, Write.brush, False, props.pen),
        Actor(1030, 640, c.MAN_SHIRT, Write.brush, True, props.pen),
    )
    front = folk(
        ground,
        Actor(430, 770, c.VEST_WOMAN, c.HOLD, False, props.paper),
        Actor(760, 775, c.VEST_YOUTH, c.HOLD, True, props.paper),
        Actor(1130, 770, c.GIRL_PINK, c.HOLD, True, props.book),
        Actor(70, 770, c.GRANDPA_BROWN, c.HOLD, False, props.book),
    )
    return (
        sky(1200, 800, "#a5cdd9", "#f4ecda")
        + back
        + tree(90, 500, 330, GREEN, 3)
        + tree(1110, 500, 330, SPRING, 6)
        + floor
        + banner
        + behind
        + tables
        + papers
        + front
    )
