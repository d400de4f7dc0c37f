"""Pictures of neighbours' day, part 1."""

from __future__ import annotations

import cast as c
import props
from buildings import slab
from furniture import banner, dish, flag, lantern, stool, string_of
from nature import AUTUMN, GINKGO, GREEN, moon, sky, sun, tree, wisp
from palette import (
    BRICK,
    CREAM,
    PINE,
    RED,
    ROSE,
    SHADE,
    STONE,
    VERMILION,
    WOOD,
    dark,
    haze,
    toned,
)
from scene import TALL, Ground, picture
from staging import GOLDEN, Actor, folk, paving
from svg import circle, ellipse, glow, gradient, line, poly, rect, text

FOOD = ("#c2563f", "#6f9c5e", "#e6b95c", "#b97a4a", "#dd7a62", "#93b36c")


@picture("neighbours-day", "long-table")
def long_table() -> str:
    """A long table with dishes between two rows of houses, neighbours all around."""
    ground = Ground(330, 2.7)
    back = haze(slab(-40, 440, 22, 6, 58, 52, "#eed7b2", BRICK, 4, kind=1), "#f6ecd6", 0.25)
    floor = paving(1200, 436, 800, 330, "#d6c7ab", 8)
    behind = [
        Actor(x, 585, look, pose, f, h)
        for x, look, pose, f, h in (
            (190, c.GRANDMA, c.FRONT_HOLD, False, None),
            (290, c.MAN, c.TALK, False, None),
            (380, c.WOMAN, c.FRONT_WAVE, False, None),
            (480, c.GRANDPA, c.FRONT_HOLD, False, None),
            (590, c.WOMAN_BUN, c.HOLD, False, props.tray),
            (700, c.MAN_SHIRT, c.FRONT_HOLD, False, None),
            (800, c.GRANDMA_ROSE, c.TALK, True, None),
            (900, c.MAN_GREEN, c.FRONT, False, None),
            (1010, c.WOMAN_LONG, c.FRONT_WAVE, False, None),
        )
    ]
    table = (
        poly([(110, 560), (1090, 560), (1150, 640), (50, 640)], "#c23a32")
        + rect(50, 640, 1100, 44, VERMILION)
        + rect(50, 678, 1100, 6, dark(VERMILION, 0.3))
        + poly([(110, 592), (1090, 592), (1112, 614), (88, 614)], CREAM)
        + "".join(rect(x, 684, 12, 46, WOOD) for x in (70, 590, 1118))
    )
    dishes = "".join(dish(150 + i * 82, 588 + (i % 2) * 30, 72, FOOD[i % 6], i % 3 == 0) for i in range(12)) + "".join(
        rect(120 + i * 105, 622, 12, 14, "#f4f1e8", 2) for i in range(10)
    )
    front = [Actor(x, 742, look, c.BACK, False) for x, look in ((150, c.BOY), (330, c.WOMAN_TAIL), (760, c.GIRL_GREEN))] + [
        Actor(1030, 752, c.WOMAN_RED, c.HOLD, True, props.tray),
        Actor(520, 758, c.GRANDPA_BROWN, c.OFFER, False, props.cup),
    ]
    bunting = string_of(-20, 190, 620, 170, 44, 15, flag) + string_of(580, 170, 1220, 190, 44, 15, flag)
    return (
        sky(1200, 800, "#a5cbd6", "#f6ecd6")
        + back
        + tree(60, 470, 320, GINKGO, 3)
        + tree(1150, 470, 340, AUTUMN, 5)
        + floor
        + banner(420, 300, 360, 66, "邻里节")
        + line([(420, 300), (380, 210)], WOOD, 2)
        + line([(780, 300), (820, 210)], WOOD, 2)
        + folk(ground, *behind)
        + table
        + dishes
        + folk(ground, *front)
        + bunting
    )


@picture("neighbours-day", "lantern-riddles", TALL)
def lantern_riddles() -> str:
    """Rows of lanterns with riddle slips; people read them at dusk."""
    ground = Ground(640, 2.4)
    back = toned(
        slab(-60, 790, 6, 9, 78, 70, "#cba98a", BRICK, 4, lit=0.5, kind=1, door=False)
        + slab(500, 800, 6, 8, 78, 70, "#c9a182", BRICK, 7, lit=0.5, kind=0, door=False),
        "#8f8fb4",
        0.8,
    )
    floor = toned(paving(800, 780, 1200, 640, "#b9a79a", 8), "#b9a4ae", 0.7)
    rows = "".join(
        string_of(-20, y, 820, y + 10, sag, n, lambda x, yy, i, r=r: lantern(x, yy, r, True) + _slip(x, yy + r * 3.9, r))
        for y, sag, n, r in ((120, 60, 6, 34), (330, 50, 8, 27), (500, 36, 9, 20))
    )
    people = folk(
        ground,
        Actor(220, 1010, c.GRANDPA, c.POINT),
        Actor(310, 1000, c.WOMAN, c.STAND, True),
        Actor(520, 940, c.MAN_GREEN, c.REACH_ONE),
        Actor(560, 1085, c.GIRL, c.FRONT_WAVE),
        Actor(705, 1070, c.WOMAN_BUN, c.POINT, True),
        Actor(120, 1120, c.BOY, c.HOLD, False, props.lantern_on_stick),
        Actor(400, 880, c.WOMAN_TAIL, c.BACK),
    )
    return (
        gradient(0, 0, 800, 800, "#2d3d66", "#7d7397", "#e0a58c")
        + moon(650, 80, 26)
        + back
        + floor
        + glow(400, 800, 520, "#ffb765", 0.28)
        + toned(people, "#f0c8b0", 0.55)
        + rows
    )


def _slip(x: float, y: float, r: float) -> str:
    words = "谜"
    return (
        rect(x - r * 0.4, y - r * 0.5, r * 0.8, r * 1.8, "#f7e3b4", 2)
        + text(x, y + r * 0.3, words, r * 0.55, VERMILION)
        + "".join(rect(x - r * 0.22, y + r * (0.55 + k * 0.22), r * 0.44, 2, "#b98a5a") for k in range(3))
    )


@picture("neighbours-day", "square-dance")
def square_dance() -> str:
    """Women dance with fans on the square in the evening sun."""
    ground = Ground(360, 2.5)
    back = haze(
        slab(-30, 470, 10, 6, 56, 50, "#ecd2a9", BRICK, 3, kind=0) + slab(690, 470, 10, 6, 56, 50, "#e3c39c", BRICK, 6, kind=2),
        "#f7dfb8",
        0.3,
    )
    floor = paving(1200, 466, 800, 360, "#dcc7a3", 9) + ellipse(600, 700, 560, 90, "#c9ac84", opacity=0.5)
    dancers = []
    for row, (y, xs) in enumerate(((560, (280, 440, 600, 760, 920)), (640, (200, 400, 600, 800, 1000)), (748, (330, 600, 870)))):
        for i, x in enumerate(xs):
            look = (Dance.rose, Dance.red, Dance.grey)[(i + row) % 3]
            dancers.append(Actor(x, y, look, Dance.fan, bool(row % 2), props.fan, props.fan))
    player = (
        rect(1060, 600, 84, 120, "#3d4854", 6)
        + circle(1102, 636, 26, SHADE)
        + circle(1102, 688, 20, SHADE)
        + circle(1102, 636, 10, STONE)
        + circle(1102, 688, 8, STONE)
    )
    watch = folk(ground, Actor(110, 570, c.GRANDPA, c.SIT), Actor(60, 580, c.BOY, c.FRONT_CHEER))
    scene = toned(
        back + tree(600, 480, 300, GREEN, 7) + tree(60, 490, 260, AUTUMN, 8) + tree(1150, 490, 270, GREEN, 9) + floor, GOLDEN, 0.6
    )
    return (
        gradient(0, 0, 1200, 480, "#8fb0c6", "#f6cf9e")
        + sun(930, 210, 38)
        + wisp(360, 110, 340, "#fff0d6")
        + scene
        + stool(112, 572, 40)
        + watch
        + folk(ground, *dancers)
        + player
    )


class Dance:
    """Dancers and their steps."""

    rose = c.Look(ROSE, "#f3e6cd", hair="#4a362c", style="bun")
    red = c.Look(RED, "#34495c", style="bun", hair="#2c2827")
    grey = c.Look(PINE, "#f3e6cd", hair="#a7a49f", style="curly")
    fan = c.Pose((128, 150), (80, 118), (14, -6), (6, 2), view="front")
