"""Pictures of neighbours' day, part 3."""

from __future__ import annotations

import cast as c
import props
from buildings import slab
from furniture import lantern, stool, string_of
from nature import moon
from palette import (
    BRICK,
    CHALK,
    GOLD,
    LAMP,
    ROSE,
    TEAL,
    WHITE,
    WOOD,
    WOOD_DEEP,
    WOOD_LIGHT,
    dark,
    toned,
)
from rooms import pendant, room, window
from scene import Ground, picture
from staging import Actor, folk, paving
from svg import circle, ellipse, glow, gradient, line, path, poly, rect, text


@picture("neighbours-day", "dumplings")
def dumplings() -> str:
    """Neighbours fold dumplings around the big board in the kitchen."""
    ground = Ground(210, 1.95)
    wall = (
        room(1200, 800, 540, "#e9e6da", "#bfae98", "#c9d9cf")
        + "".join(rect(60 + (i % 12) * 92, 430 + (i // 12) * 44, 88, 40, "#dfe8df") for i in range(24))
        + window(90, 110, 300, 200)
    )
    shelf = rect(760, 150, 380, 12, WOOD) + "".join(
        rect(780 + i * 60, 106, 42, 44, ("#c98563", "#5e9a94", "#cf9a4c", "#f1ede3", "#b4614b", "#6f9c5e")[i], 6)
        + ellipse(801 + i * 60, 106, 21, 6, dark("#c98563", 0.2))
        for i in range(6)
    )
    stove = (
        rect(820, 370, 300, 190, "#cfcac0")
        + rect(820, 360, 300, 14, "#b3aea4")
        + path("M880,360Q880,290 990,290Q1100,290 1100,360Z", "#6b7276")
        + ellipse(990, 296, 96, 14, "#8d9499")
        + "".join(
            path(f"M{940 + i * 40},280q-14,-26 0,-52t4,-50", "none", stroke=WHITE, stroke_width=9, stroke_linecap="round", opacity=0.55)
            for i in range(4)
        )
    )
    behind = folk(
        ground,
        Actor(250, 640, Kitchen.woman, c.OFFER),
        Actor(420, 630, c.GRANDMA, c.FRONT_HOLD),
        Actor(590, 634, Kitchen.man, c.FRONT_HOLD),
        Actor(740, 640, c.WOMAN_BUN, c.OFFER, True),
        Actor(1030, 600, Kitchen.cook, c.HOLD, True),
    )
    table = (
        poly([(140, 590), (860, 590), (940, 700), (60, 700)], "#e3cda4")
        + rect(60, 700, 880, 26, dark("#e3cda4", 0.22))
        + rect(90, 726, 20, 80, WOOD)
        + rect(890, 726, 20, 80, WOOD)
    )
    trays = "".join(
        ellipse(x, y, 104, 30, WOOD_LIGHT)
        + ellipse(x, y - 3, 96, 26, "#ead9b4")
        + "".join(
            _dumpling(x + dx, y + dy - 4) for dx, dy in ((-60, 0), (-30, -12), (-30, 10), (0, -16), (0, 2), (30, -12), (30, 10), (60, 0))
        )
        for x, y in ((250, 650), (690, 656))
    )
    dough = (
        ellipse(470, 654, 64, 24, "#f7f0e0")
        + rect(420, 672, 110, 9, WOOD, 4)
        + ellipse(560, 626, 46, 16, CHALK)
        + ellipse(560, 622, 36, 12, "#93a86a")
        + "".join(ellipse(380 + i * 22, 684 - (i % 2) * 10, 12, 5, "#f7f0e0") for i in range(5))
    )
    kid = folk(ground, Actor(1010, 770, c.GIRL, c.HOLD, True, props.tray), Actor(60, 780, c.BOY, c.POINT))
    return wall + shelf + stove + behind + table + trays + dough + pendant(600, 170, 54) + kid


class Kitchen:
    """People in aprons."""

    woman = c.Look(ROSE, "#34495c", style="bob", garment="apron")
    man = c.Look(TEAL, "#34495c", c.SKIN_WARM, garment="apron")
    cook = c.Look("#f4f1ea", "#64707a", c.SKIN_WARM, garment="apron", hat="nurse")


def _dumpling(x: float, y: float) -> str:
    return path(
        f"M{x - 13},{y + 4}Q{x - 12},{y - 9} {x},{y - 9}Q{x + 12},{y - 9} {x + 13},{y + 4}Q{x},{y + 9} {x - 13},{y + 4}Z", "#fbf6ea"
    ) + path(f"M{x - 9},{y - 5}q4,-5 9,-5t9,5", "none", stroke="#dccfb2", stroke_width=2)


@picture("neighbours-day", "evening-show")
def evening_show() -> str:
    """Residents sing and play on the lit stage of the courtyard."""
    ground = Ground(390, 2.6)
    rows = toned(
        slab(-40, 500, 7, 7, 58, 52, "#c99f7c", BRICK, 3, lit=0.5, kind=1, door=False)
        + slab(840, 500, 7, 7, 58, 52, "#c99f7c", BRICK, 8, lit=0.5, kind=0, door=False),
        "#6674a4",
        0.85,
    )
    floor = toned(paving(1200, 496, 800, 390, "#a5958c", 8), "#7f82ac", 0.8)
    stage = (
        rect(250, 180, 700, 330, "#8b1a1f")
        + "".join(path(f"M{250 + i * 50},180h50v330h-50q14,-165 0,-330z", dark("#a8141b", 0.12 + 0.1 * (i % 2))) for i in range(14))
        + rect(230, 160, 740, 34, "#5e1216")
        + text(600, 250, "邻里节", 54, GOLD, spacing=16)
        + poly([(220, 510), (980, 510), (1040, 566), (160, 566)], "#c08a5c")
        + rect(160, 566, 880, 40, "#7d5238")
    )
    beams = "".join(
        poly([(x, 176), (x + d - 70, 556), (x + d + 70, 556)], LAMP, opacity=0.16)
        for x, d in ((300, 90), (480, 50), (720, -50), (900, -90))
    ) + glow(600, 540, 420, LAMP, 0.3, 130)
    cast_ = folk(
        Ground(320, 2.75),
        Actor(420, 548, c.WOMAN_RED, Stage.sing),
        Actor(520, 548, c.MAN_SHIRT, Stage.sing),
        Actor(620, 548, c.WOMAN_LONG, Stage.sing),
        Actor(720, 548, c.GRANDPA, Stage.sing),
        Actor(330, 550, c.GRANDPA_BROWN, c.SIT, False, _fiddle),
        Actor(850, 550, c.WOMAN_BUN, c.FRONT_DANCE),
    )
    seats = [(x, y) for y, xs in ((690, (180, 320, 460, 740, 880, 1020)), (770, (110, 270, 430, 600, 770, 930, 1090))) for x in xs]
    looks = (
        c.WOMAN,
        c.MAN,
        c.GRANDMA,
        c.BOY,
        c.MAN_GREEN,
        c.WOMAN_TAIL,
        c.GRANDPA,
        c.GIRL,
        c.WOMAN_BUN,
        c.MAN_SHIRT,
        c.GRANDMA_ROSE,
        c.GIRL_GREEN,
        c.MAN,
    )
    audience = "".join(stool(x, y, ground.tall(y, 0.45)) for x, y in seats) + folk(
        ground, *[Actor(x, y, look, c.BACK_SIT) for (x, y), look in zip(seats, looks, strict=True)]
    )
    lights = string_of(-20, 130, 250, 160, 30, 5, lambda x, y, i: lantern(x, y, 15, True)) + string_of(
        950, 160, 1220, 130, 30, 5, lambda x, y, i: lantern(x, y, 15, True)
    )
    return (
        gradient(0, 0, 1200, 520, "#1f2c50", "#55618f")
        + moon(1080, 70, 22)
        + rows
        + floor
        + stage
        + stool(330, 550, 38, WOOD)
        + cast_
        + beams
        + toned(audience, "#7f82b0", 0.75)
        + lights
    )


class Stage:
    """On the stage and before it."""

    sing = c.Pose((20, -20), (20, -20), (3, 1), (3, 1), view="front")


def _fiddle(x: float, y: float) -> str:
    return (
        line([(x + 2, y + 16), (x + 6, y - 34)], WOOD_DEEP, 1.6)
        + circle(x + 2, y + 14, 5, WOOD)
        + line([(x - 12, y + 4), (x + 16, y + 2)], WOOD_LIGHT, 0.9)
    )
