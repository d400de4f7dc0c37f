"""The citizens' school."""

from __future__ import annotations

import cast as c
import props
from buildings import slab
from nature import GREEN, SPRING, sky, tree
from objects import bench, bookshelf, chair, plate, stool, table
from palette import BRICK, CHALK, CREAM, GOLD, INK, LAMP, LEAF, LIT, OCHRE, PINE, RED, ROSE, SAND, SHADE, SLATE, SLATE_DEEP, STONE, TEAL, TERRACOTTA, VERMILION, WHITE, WOOD, WOOD_DEEP, WOOD_LIGHT, dark, haze, light
from plants import pot
from rooms import board, clock, pendant, room, sunbeam, window
from scene import Ground, picture
from staging import Actor, folk
from svg import circle, ellipse, glow, gradient, line, path, poly, rect, stroke, text

LISTENERS = (c.WOMAN, c.GRANDPA, c.MAN_GREEN, c.GRANDMA_ROSE, c.MAN, c.WOMAN_TAIL, c.GRANDMA, c.WOMAN_BUN, c.MAN_SHIRT)


def desk(x: float, base: float, w: float, h: float) -> str:
    """A school desk seen from behind the class."""
    return rect(x - w * 0.44, base - h, 7, h, WOOD_DEEP) + rect(x + w * 0.42, base - h, 7, h, WOOD_DEEP) + poly([(x - w * 0.46, base - h - 14), (x + w * 0.46, base - h - 14), (x + w * 0.5, base - h), (x - w * 0.5, base - h)], WOOD_LIGHT) + rect(x - w * 0.5, base - h, w, 8, dark(WOOD_LIGHT, 0.22)) + poly([(x - 24, base - h - 12), (x + 6, base - h - 12), (x + 8, base - h - 3), (x - 26, base - h - 3)], WHITE)


@picture("citizen-school", "lesson")
def lesson() -> str:
    """A teacher at the blackboard, residents at their desks."""
    ground = Ground(250, 2.0)
    wall = room(1200, 800, 500, "#f1e6cd", "#c9a47a", "#b9d0c2") + board(360, 110, 520, 260, "市民学校", "第三课  邻里相处") + window(40, 120, 240, 220) + clock(1010, 150, 46) + plate(1090, 130, 40, "学而时习")
    teacher = folk(ground, Actor(960, 548, c.WOMAN_LONG, c.POINT, True, props.pen))
    seats, rows = "", ((610, (160, 390, 620, 850)), (770, (80, 360, 640, 1080)))
    number = 0
    for y, xs in rows:
        for x in xs:
            look = LISTENERS[number % 9]
            tall = ground.tall(y)
            seats += desk(x, y - 30, tall * 0.62, tall * 0.4) + rect(x - tall * 0.13, y - tall * 0.26, tall * 0.26, tall * 0.05, RED) + line([(x - tall * 0.1, y - tall * 0.2), (x - tall * 0.12, y)], SLATE_DEEP, 5) + line([(x + tall * 0.1, y - tall * 0.2), (x + tall * 0.12, y)], SLATE_DEEP, 5)
            seats += folk(ground, Actor(x, y, look, Seat.hand if number == 5 else c.BACK_SIT))
            number += 1
    return wall + sunbeam(60, 130, 200, 500, 300, 260) + teacher + seats


class Seat:
    """Seated, seen from behind, with a hand up."""

    hand = c.Pose((12, -30), (156, 170), (24, -4), (24, -4), view="back", short=0.3)


@picture("citizen-school", "calligraphy")
def calligraphy() -> str:
    """A class at long tables writes with brushes under hanging scrolls."""
    ground = Ground(210, 1.95)
    wall = room(1200, 800, 500, "#efe4cf", "#b98f64")
    scrolls = "".join(rect(x - 8, 70, 116, 10, WOOD_DEEP) + rect(x, 78, 100, 270, "#fbf6ea") + rect(x + 10, 92, 80, 236, "#f3ead6") + text(x + 50, 180, a, 62, INK) + text(x + 50, 270, b, 62, INK) + rect(x + 66, 296, 18, 18, RED) + rect(x - 8, 346, 116, 10, WOOD_DEEP) for x, a, b in ((110, "和", "睦"), (300, "孝", "亲"), (800, "勤", "学"), (990, "友", "善")))
    light_ = window(470, 90, 260, 220)
    behind = folk(ground, Actor(240, 600, c.GRANDPA, Write.brush, False, props.pen), Actor(470, 600, c.GIRL_GREEN, Write.brush, False, props.pen), Actor(780, 600, c.MAN_SHIRT, Write.brush, True, props.pen), Actor(1000, 600, c.GRANDMA, Write.brush, True, props.pen))
    table_ = poly([(120, 560), (1080, 560), (1150, 660), (50, 660)], "#a9744c") + rect(50, 660, 1100, 28, dark("#a9744c", 0.22)) + rect(80, 688, 24, 112, WOOD_DEEP) + rect(1096, 688, 24, 112, WOOD_DEEP)
    felt = "".join(poly([(x, 576), (x + 150, 576), (x + 160, 640), (x - 10, 640)], "#c9cfc4") + poly([(x + 20, 580), (x + 120, 580), (x + 126, 636), (x + 14, 636)], WHITE) + text(x + 70, 622, w, 44, INK) for x, w in ((200, "邻"), (420, "里"), (660, "和"), (880, "美")))
    stones_ = "".join(ellipse(x, 616, 24, 9, INK) + ellipse(x, 613, 15, 5, "#3f4650") + rect(x + 26, 570, 20, 26, TEAL, 3) + line([(x + 32, 572), (x + 28, 540)], WOOD, 3) + line([(x + 40, 572), (x + 46, 544)], WOOD_LIGHT, 3) for x in (388, 620, 850))
    teacher = folk(ground, Actor(1110, 780, c.GRANDPA_BROWN, Write.brush, True), Actor(90, 780, c.BOY, c.STAND))
    return wall + scrolls + light_ + behind + table_ + felt + stones_ + sunbeam(470, 100, 260, 500, 250, 60) + teacher


class Write:
    """Standing and writing with a brush."""

    brush = c.Pose((30, 66), (26, 52), (-4, -6), (8, 2), 14, 10)


@picture("citizen-school", "reader-test")
def reader_test() -> str:
    """Residents fill in a test of the citizens' reader on the square."""
    ground = Ground(320, 2.3)
    back = haze(slab(-40, 470, 20, 5, 64, 60, "#ecd6b4", BRICK, 7, kind=0), "#f4ecda", 0.25)
    floor = gradient(0, 466, 1200, 334, "#d9ceb6", "#c2b69c")
    banner = rect(300, 230, 600, 92, PINE) + text(600, 292, "文明市民读本  知识测试", 40, CREAM, spacing=4) + rect(306, 322, 10, 220, SLATE_DEEP) + rect(884, 322, 10, 220, SLATE_DEEP) + rect(316, 322, 568, 150, CREAM) + "".join(rect(340 + i * 138, 340, 118, 114, t, 3) + rect(352 + i * 138, 356, 94, 8, WHITE) + rect(352 + i * 138, 376, 94, 6, WHITE, opacity=0.7) + rect(352 + i * 138, 392, 70, 6, WHITE, opacity=0.7) for i, t in enumerate((TEAL, OCHRE, ROSE, "#8a9a58")))
    tables = "".join(table(x, 700, 300, 110, c_) for x, c_ in ((110, VERMILION), (450, PINE), (790, VERMILION)))
    papers = "".join(poly([(x, 584), (x + 44, 582), (x + 50, 594), (x, 596)], WHITE) for x in (150, 250, 350, 490, 600, 690, 830, 930, 1030))
    behind = folk(ground, Actor(190, 640, c.WOMAN, Write.brush, False, props.pen), Actor(330, 640, c.GRANDPA, Write.brush, False, props.pen), Actor(530, 640, c.MAN_GREEN, Write.brush, False, props.pen), Actor(680, 640, c.WOMAN_TAIL, Write.brush, True, props.pen), Actor(880, 640, c.GRANDMA_ROSE, Write.brush, False, props.pen), Actor(1030, 640, c.MAN_SHIRT, Write.brush, True, props.pen))
    front = folk(ground, Actor(430, 770, c.VEST_WOMAN, c.HOLD, False, props.paper), Actor(760, 775, c.VEST_YOUTH, c.HOLD, True, props.paper), Actor(1130, 770, c.GIRL_PINK, c.HOLD, True, props.book), Actor(70, 770, c.GRANDPA_BROWN, c.HOLD, False, props.book))
    return sky(1200, 800, "#a5cdd9", "#f4ecda") + back + tree(90, 500, 330, GREEN, 3) + tree(1110, 500, 330, SPRING, 6) + floor + banner + behind + tables + papers + front


@picture("citizen-school", "elders-phone")
def elders_phone() -> str:
    """Young volunteers show elders how to use a phone at a round table."""
    ground = Ground(210, 1.95)
    wall = room(1200, 800, 510, "#eee6d6", "#c2a078", "#d9c3a5") + window(110, 110, 330, 230) + bookshelf(800, 510, 300, 360, 5, 4) + rect(520, 150, 220, 150, "#f7f3e8") + rect(520, 150, 220, 34, PINE) + text(630, 175, "手机课堂", 22, CREAM, spacing=4) + rect(560, 200, 46, 84, INK, 7) + rect(565, 208, 36, 66, "#bfe0e4") + "".join(rect(624, 206 + i * 20, 92 - i * 14, 8, "#b9b4a8") for i in range(4))
    behind = folk(ground, Actor(600, 610, c.GRANDMA, Tablet.front), Actor(470, 610, c.VEST_GIRL, c.OFFER), Actor(770, 612, c.GRANDPA, Tablet.front))
    top = ellipse(620, 640, 330, 70, dark(WOOD_LIGHT, 0.24)) + ellipse(620, 628, 330, 70, WOOD_LIGHT) + rect(590, 690, 60, 110, WOOD) + ellipse(620, 796, 130, 16, WOOD_DEEP)
    things = "".join(poly([(x, y), (x + 34, y - 5), (x + 42, y + 10), (x + 8, y + 16)], INK) + poly([(x + 5, y + 1), (x + 32, y - 3), (x + 37, y + 8), (x + 10, y + 12)], "#bfe0e4") for x, y in ((590, 610), (740, 616), (470, 650), (700, 660))) + "".join(rect(x, y - 20, 22, 20, CHALK, 3) + ellipse(x + 11, y - 20, 11, 4, "#a97f4f") for x, y in ((540, 660), (840, 630), (390, 640)))
    sides = chair(290, 740, 84, WOOD) + folk(ground, Actor(290, 740, c.GRANDPA_BROWN, c.SIT, False, props.phone)) + chair(960, 740, 84, WOOD, True) + folk(ground, Actor(960, 740, c.GRANDMA_ROSE, c.SIT, True, props.phone), Actor(1090, 770, c.VEST_YOUTH, c.OFFER, True), Actor(150, 770, c.VEST_WOMAN, c.OFFER))
    return wall + sunbeam(130, 120, 290, 510, 260, 240) + behind + top + things + sides + pot(60, 560, 70, 3)


class Tablet:
    """Looking at a phone, seen from the front."""

    front = c.Pose((16, -52), (16, -52), (2, 1), (2, 1), head=0, view="front")


@picture("citizen-school", "choir")
def choir() -> str:
    """A choir of residents on risers with its conductor and a piano."""
    ground = Ground(240, 2.1)
    wall = room(1200, 800, 560, "#f0dfc0", "#b98a5c") + "".join(path(f"M{x},0h70q-16,280 0,546h-70q16,-280 0,-546z", t) for x, t in ((0, "#8b1a1f"), (60, "#a8141b"), (1070, "#a8141b"), (1130, "#8b1a1f"))) + "".join(circle(300 + i * 200, 150, 60, "#e6cf9f") + circle(300 + i * 200, 150, 40, "#f0dfc0") for i in range(4))
    rows = ""
    for step, y in enumerate((530, 590, 650)):
        rows += rect(230 - step * 34, y - 10, 640 + step * 68, 70, ("#8a5c3c", "#96653f", "#a3714a")[step]) + rect(230 - step * 34, y - 10, 640 + step * 68, 8, "#c39a6b")
        looks = (Choir.red, Choir.white, Choir.green)
        rows += folk(Ground(y - 420, 2.9), *[Actor(275 - step * 16 + i * 92 + (step % 2) * 14, y + 4, looks[(i + step) % 3], Choir.sing) for i in range(7)])
    conductor = folk(ground, Actor(150, 740, c.MAN_SHIRT, Choir.lead))
    piano = rect(900, 560, 250, 150, INK) + rect(890, 548, 270, 18, "#34383d") + rect(880, 610, 180, 22, "#34383d") + rect(884, 606, 170, 8, CHALK) + "".join(rect(892 + i * 12, 606, 5, 5, INK) for i in range(14)) + rect(960, 510, 90, 42, CREAM)
    player = stool(870, 760, 90, WOOD) + folk(ground, Actor(860, 764, c.WOMAN_LONG, c.SIT, False))
    return wall + rows + piano + player + conductor + glow(560, 420, 520, "#fff1c4", 0.22)


class Choir:
    """Singers."""

    red = c.Look(RED, "#34495c", style="bob")
    white = c.Look("#f4efe2", "#34495c", c.SKIN_WARM, "#a7a49f")
    green = c.Look(PINE, "#34495c", c.SKIN_WARM, "#dedbd4", "bun", build="elder")
    sing = c.Pose((16, -50), (16, -50), (2, 1), (2, 1), view="front")
    lead = c.Pose((70, 128), (84, 140), (-4, -6), (10, 2), 4)


@picture("citizen-school", "story-hour")
def story_hour() -> str:
    """An old woman reads a picture book to children on a rug."""
    ground = Ground(240, 1.9)
    wall = room(1200, 800, 500, "#f3e5c8", "#c9a072", "#c9dccb") + bookshelf(60, 500, 320, 330, 4, 2) + bookshelf(830, 500, 320, 330, 4, 6) + window(450, 100, 300, 230) + "".join(_mobile(x, y, t) for x, y, t in ((430, 90, RED), (600, 60, GOLD), (780, 96, TEAL)))
    rug = ellipse(600, 690, 470, 96, "#c9604f") + ellipse(600, 688, 410, 80, "#e6c58a") + ellipse(600, 686, 340, 62, "#d98a6c")
    reader = rect(540, 420, 130, 170, PINE, 30) + rect(520, 500, 34, 100, dark(PINE, 0.1), 14) + rect(660, 500, 34, 100, dark(PINE, 0.2), 14) + rect(534, 556, 146, 50, light(PINE, 0.12), 12) + folk(ground, Actor(606, 646, c.GRANDMA, Story.read)) + poly([(560, 500), (606, 508), (606, 556), (556, 546)], CREAM) + poly([(652, 500), (606, 508), (606, 556), (656, 546)], light(CREAM, 0.4)) + poly([(552, 498), (560, 500), (556, 546), (606, 556), (656, 546), (652, 500), (660, 498), (662, 552), (606, 564), (550, 552)], VERMILION)
    kids = folk(ground, Actor(330, 690, c.BOY, Story.floor), Actor(420, 740, c.GIRL, Story.floor), Actor(540, 768, c.GIRL_GREEN, Story.back), Actor(680, 768, c.BOY_BLUE, Story.back), Actor(800, 740, c.GIRL_PINK, Story.floor, True), Actor(890, 690, c.BOY, Story.floor, True))
    parents = folk(ground, Actor(170, 640, c.WOMAN, c.STAND), Actor(1050, 640, c.MAN_GREEN, c.STAND, True))
    return wall + sunbeam(460, 110, 280, 500, 280, 40) + rug + parents + reader + kids


class Story:
    """Reader and listeners."""

    read = c.Pose((22, -34), (22, -34), (14, 2), (14, 2), view="front", short=0.3)
    floor = c.Pose((20, 70), (26, 76), (104, 62), (112, 60), 4, -12)
    back = c.Pose((14, -34), (14, -34), (60, -60), (60, -60), view="back", short=0.5)


def _mobile(x: float, y: float, tone: str) -> str:
    return line([(x, 0), (x, y)], SLATE, 1.4) + path(f"M{x-26},{y+20}L{x},{y}L{x+26},{y+20}L{x},{y+14}Z", tone) + path(f"M{x-12},{y+14}L{x},{y+40}L{x+12},{y+14}Z", dark(tone, 0.15))
