"""Pictures of the citizens' school, part 2."""

from __future__ import annotations

import cast as c
import props
from furniture import bookshelf, chair, stool
from palette import (
    CHALK,
    CREAM,
    GOLD,
    INK,
    PINE,
    RED,
    SLATE,
    TEAL,
    VERMILION,
    WOOD,
    WOOD_DEEP,
    WOOD_LIGHT,
    dark,
    light,
)
from plants import pot
from rooms import room, sunbeam, window
from scene import Ground, picture
from staging import Actor, folk
from svg import circle, ellipse, glow, line, path, poly, rect, text


@picture("citizen-school", "elders-phone")
def elders_phone() -> str:
    """Young volunteers show elders how to use a phone at a round table."""
    ground = Ground(210, 1.95)
    wall = (
        room(1200, 800, 510, "#eee6d6", "#c2a078", "#d9c3a5")
        + window(110, 110, 330, 230)
        + bookshelf(800, 510, 300, 360, 5, 4)
        + rect(520, 150, 220, 150, "#f7f3e8")
        + rect(520, 150, 220, 34, PINE)
        + text(630, 175, "手机课堂", 22, CREAM, spacing=4)
        + rect(560, 200, 46, 84, INK, 7)
        + rect(565, 208, 36, 66, "#bfe0e4")
        + "".join(rect(624, 206 + i * 20, 92 - i * 14, 8, "#b9b4a8") for i in range(4))
    )
    behind = folk(
        ground, Actor(600, 610, c.GRANDMA, Tablet.front), Actor(470, 610, c.VEST_GIRL, c.OFFER), Actor(770, 612, c.GRANDPA, Tablet.front)
    )
    top = (
        ellipse(620, 640, 330, 70, dark(WOOD_LIGHT, 0.24))
        + ellipse(620, 628, 330, 70, WOOD_LIGHT)
        + rect(590, 690, 60, 110, WOOD)
        + ellipse(620, 796, 130, 16, WOOD_DEEP)
    )
    things = "".join(
        poly([(x, y), (x + 34, y - 5), (x + 42, y + 10), (x + 8, y + 16)], INK)
        + poly([(x + 5, y + 1), (x + 32, y - 3), (x + 37, y + 8), (x + 10, y + 12)], "#bfe0e4")
        for x, y in ((590, 610), (740, 616), (470, 650), (700, 660))
    ) + "".join(
        rect(x, y - 20, 22, 20, CHALK, 3) + ellipse(x + 11, y - 20, 11, 4, "#a97f4f") for x, y in ((540, 660), (840, 630), (390, 640))
    )
    sides = (
        chair(290, 740, 84, WOOD)
        + folk(ground, Actor(290, 740, c.GRANDPA_BROWN, c.SIT, False, props.phone))
        + chair(960, 740, 84, WOOD, True)
        + folk(
            ground,
            Actor(960, 740, c.GRANDMA_ROSE, c.SIT, True, props.phone),
            Actor(1130, 770, c.VEST_YOUTH, c.HOLD, True, props.phone),
            Actor(120, 770, c.VEST_WOMAN, c.HOLD, False, props.phone),
        )
    )
    return wall + sunbeam(130, 120, 290, 510, 260, 240) + behind + top + things + sides + pot(60, 560, 70, 3)


class Tablet:
    """Looking at a phone, seen from the front."""

    front = c.Pose((16, -52), (16, -52), (2, 1), (2, 1), head=0, view="front")


@picture("citizen-school", "choir")
def choir() -> str:
    """A choir of residents on risers with its conductor and a piano."""
    ground = Ground(240, 2.1)
    wall = (
        room(1200, 800, 560, "#f0dfc0", "#b98a5c")
        + "".join(
            path(f"M{x},0h70q-16,280 0,546h-70q16,-280 0,-546z", t)
            for x, t in ((0, "#8b1a1f"), (60, "#a8141b"), (1070, "#a8141b"), (1130, "#8b1a1f"))
        )
        + "".join(circle(300 + i * 200, 150, 60, "#e6cf9f") + circle(300 + i * 200, 150, 40, "#f0dfc0") for i in range(4))
    )
    rows = ""
    for step, y in enumerate((530, 590, 650)):
        rows += rect(230 - step * 34, y - 10, 640 + step * 68, 70, ("#8a5c3c", "#96653f", "#a3714a")[step]) + rect(
            230 - step * 34, y - 10, 640 + step * 68, 8, "#c39a6b"
        )
        looks = (Choir.red, Choir.white, Choir.green)
        rows += folk(
            Ground(y - 420, 2.9),
            *[Actor(275 - step * 16 + i * 92 + (step % 2) * 14, y + 4, looks[(i + step) % 3], Choir.sing) for i in range(7)],
        )
    conductor = folk(ground, Actor(150, 740, c.MAN_SHIRT, Choir.lead))
    piano = (
        rect(900, 560, 250, 150, INK)
        + rect(890, 548, 270, 18, "#34383d")
        + rect(880, 610, 180, 22, "#34383d")
        + rect(884, 606, 170, 8, CHALK)
        + "".join(rect(892 + i * 12, 606, 5, 5, INK) for i in range(14))
        + rect(960, 510, 90, 42, CREAM)
    )
    player = stool(870, 760, 90, WOOD) + folk(ground, Actor(860, 764, c.WOMAN_LONG, c.SIT, False))
    return wall + rows + piano + player + conductor + glow(560, 420, 520, "#fff1c4", 0.22)


class Choir:
    """Singers."""

    red = c.Look(RED, "#34495c", style="bob")
    white = c.Look("#f4efe2", "#34495c", c.SKIN_WARM, "#a7a49f")
    green = c.Look(PINE, "#34495c", c.SKIN_WARM, "#dedbd4", "bun", build="elder")
    sing = c.Pose((16, -50), (16, -50), (2, 1), (2, 1), view="front")
    lead = c.Pose((70, 128), (84, 140), (-4, -6), (10, 2), 4)


CHAIR = "#c98563"


@picture("citizen-school", "story-hour")
def story_hour() -> str:
    """An old woman reads a picture book to children on a rug."""
    ground = Ground(240, 1.9)
    wall = (
        room(1200, 800, 500, "#f3e5c8", "#c9a072", "#c9dccb")
        + bookshelf(60, 500, 320, 330, 4, 2)
        + bookshelf(830, 500, 320, 330, 4, 6)
        + window(450, 100, 300, 230)
        + "".join(_mobile(x, y, t) for x, y, t in ((430, 90, RED), (600, 60, GOLD), (780, 96, TEAL)))
    )
    rug = ellipse(600, 690, 470, 96, "#c9604f") + ellipse(600, 688, 410, 80, "#e6c58a") + ellipse(600, 686, 340, 62, "#d98a6c")
    reader = (
        rect(540, 420, 130, 170, CHAIR, 30)
        + rect(520, 500, 34, 100, dark(CHAIR, 0.1), 14)
        + rect(660, 500, 34, 100, dark(CHAIR, 0.2), 14)
        + rect(534, 556, 146, 50, light(CHAIR, 0.12), 12)
        + folk(ground, Actor(606, 646, c.GRANDMA, Story.read))
        + poly([(560, 500), (606, 508), (606, 556), (556, 546)], CREAM)
        + poly([(652, 500), (606, 508), (606, 556), (656, 546)], light(CREAM, 0.4))
        + poly(
            [(552, 498), (560, 500), (556, 546), (606, 556), (656, 546), (652, 500), (660, 498), (662, 552), (606, 564), (550, 552)],
            VERMILION,
        )
    )
    kids = folk(
        ground,
        Actor(330, 690, c.BOY, Story.floor),
        Actor(420, 740, c.GIRL, Story.floor),
        Actor(540, 768, c.GIRL_GREEN, Story.back),
        Actor(680, 768, c.BOY_BLUE, Story.back),
        Actor(800, 740, c.GIRL_PINK, Story.floor, True),
        Actor(890, 690, c.BOY, Story.floor, True),
    )
    parents = folk(ground, Actor(170, 640, c.WOMAN, c.STAND), Actor(1050, 640, c.MAN_GREEN, c.STAND, True))
    return wall + sunbeam(460, 110, 280, 500, 280, 40) + rug + parents + reader + kids


class Story:
    """Reader and listeners."""

    read = c.Pose((22, -34), (22, -34), (14, 2), (14, 2), view="front", short=0.3)
    floor = c.Pose((20, 70), (26, 76), (104, 62), (112, 60), 4, -12)
    back = c.Pose((14, -66), (14, -66), (60, -60), (60, -60), view="back", short=0.5)


def _mobile(x: float, y: float, tone: str) -> str:
    return (
        line([(x, 0), (x, y)], SLATE, 1.4)
        + path(f"M{x - 26},{y + 20}L{x},{y}L{x + 26},{y + 20}L{x},{y + 14}Z", tone)
        + path(f"M{x - 12},{y + 14}L{x},{y + 40}L{x + 12},{y + 14}Z", dark(tone, 0.15))
    )
