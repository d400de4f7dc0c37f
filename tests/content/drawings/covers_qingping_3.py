"""Covers of the communities in Qingping, part 3."""

from __future__ import annotations

import cast as c
from blocks import tower
from buildings import slab
from furniture import lantern, stool, string_of
from houses import tiled_roof
from nature import moon, sky
from palette import BRICK, CREAM, LAMP, LIT, VERMILION, WOOD_DEEP, haze, toned
from plants import bamboo
from scene import Ground, cover
from staging import Actor, folk, paving, plain
from svg import circle, glow, gradient, path, poly, rect, text


@cover("zhuyuan")
def zhuyuan() -> str:
    """A path through bamboo leads to the new courtyards."""
    ground = Ground(370, 2.6)
    blocks = haze(
        tower(430, 430, 130, 9, 26, "#f2ece0", "#9a7c5e", 3, side=26, columns=4)
        + tower(640, 430, 130, 11, 26, "#f2ece0", "#9a7c5e", 5, side=26, columns=4),
        "#e3eed9",
        0.22,
    )
    gate = (
        rect(470, 300, 16, 150, WOOD_DEEP)
        + rect(716, 300, 16, 150, WOOD_DEEP)
        + tiled_roof(440, 310, 322, 46)
        + rect(540, 318, 122, 36, WOOD_DEEP)
        + text(601, 345, "竹园", 26, CREAM, spacing=10)
    )
    floor = (
        plain(1200, 426, 249, "#a3bd80", "#7f9f62")
        + path("M340,675C470,580 520,520 545,440L655,440C690,520 760,590 900,675Z", "#d6d1bd")
        + "".join(
            path(f"M{x},{y}h{w}l{w * 0.1},{h}h{-w * 1.2}z", "#bdb8a4")
            for x, y, w, h in (
                (560, 462, 80, 7),
                (550, 486, 108, 9),
                (536, 516, 136, 12),
                (518, 552, 172, 16),
                (490, 596, 226, 20),
                (456, 644, 290, 22),
            )
        )
    )
    left = "".join(
        bamboo(x, b, h, x, 7, s)
        for x, b, h, s in (
            (40, 470, 400, "#6f9a58"),
            (190, 480, 430, "#7fa862"),
            (320, 470, 340, "#8fb36c"),
            (90, 600, 620, "#5f8f50"),
            (250, 560, 480, "#6f9a58"),
        )
    )
    right = "".join(
        bamboo(x, b, h, x, 7, s)
        for x, b, h, s in (
            (880, 470, 340, "#8fb36c"),
            (1010, 480, 430, "#7fa862"),
            (1150, 480, 400, "#6f9a58"),
            (960, 560, 480, "#6f9a58"),
            (1120, 610, 640, "#5f8f50"),
        )
    )
    shafts = "".join(poly([(x, 0), (x + 60, 0), (x - 120, 675), (x - 260, 675)], "#fff7d6", opacity=0.1) for x in (420, 640, 860, 1080))
    people = folk(
        ground,
        Actor(590, 520, c.WOMAN, c.BACK_WALK),
        Actor(632, 524, c.GIRL, c.BACK_WALK),
        Actor(700, 590, c.GRANDPA, c.FRONT_DANCE),
        Actor(450, 620, c.MAN_GREEN, c.STROLL),
    )
    return sky(1200, 675, "#a3d0cf", "#f2f4de") + blocks + floor + left + right + gate + shafts + people


@cover("qianjin")
def qianjin() -> str:
    """A film night in the yard of the workers' club."""
    ground = Ground(410, 2.5)
    rows = slab(-40, 480, 6, 5, 56, 52, "#c08a6c", BRICK, 3, lit=0.45, kind=0, door=False) + slab(
        910, 480, 6, 5, 56, 52, "#c08a6c", BRICK, 6, lit=0.45, kind=1, door=False
    )
    club = (
        rect(340, 230, 520, 250, "#d9bf9a")
        + poly([(320, 230), (600, 150), (880, 230)], "#c9a87f")
        + rect(320, 226, 560, 12, CREAM)
        + "".join(rect(356 + i * 97, 244, 14, 236, "#c2a17a") for i in range(6))
        + text(600, 214, "工人俱乐部", 30, VERMILION, spacing=8)
    )
    floor = paving(1200, 474, 675, 410, "#9d938c", 7)
    scene = toned(rows + club + floor, "#6f76a4", 0.85)
    screen = (
        glow(600, 350, 330, "#fff1c4", 0.35)
        + rect(414, 262, 372, 190, "#20252d")
        + rect(424, 270, 352, 174, LAMP)
        + path("M424,444V380Q500,330 570,384T700,372Q740,360 776,376V444Z", EMBER_HILL)
        + circle(680, 316, 22, LIT)
    )
    beam = poly([(600, 668), (424, 270), (776, 270)], LAMP, opacity=0.1)
    crowd = [
        Actor(x, y, look, c.BACK) for x, y, look in ((300, 560, c.MAN), (900, 566, c.WOMAN), (250, 600, c.GRANDPA), (960, 610, c.MAN_GREEN))
    ]
    seats = "".join(stool(x, y + 2, ground.tall(y, 0.5)) for x, y in SEATED)
    sitting = [
        Actor(x, y, look, c.BACK_SIT)
        for (x, y), look in zip(
            SEATED,
            (
                c.WOMAN,
                c.MAN,
                c.GIRL,
                c.GRANDMA,
                c.BOY,
                c.MAN_SHIRT,
                c.WOMAN_BUN,
                c.GRANDPA,
                c.GIRL_GREEN,
                c.WOMAN_TAIL,
                c.MAN_GREEN,
                c.BOY_BLUE,
            ),
            strict=True,
        )
    ]
    return (
        gradient(0, 0, 1200, 480, "#27345a", "#55618a")
        + moon(1040, 90, 20)
        + "".join(circle((i * 173) % 1200, (i * 59) % 150 + 10, 1.3, LAMP) for i in range(40))
        + scene
        + screen
        + beam
        + toned(seats + folk(ground, *crowd, *sitting), "#8f8fb8", 0.75)
        + string_of(60, 240, 340, 250, 24, 6, lambda x, y, i: lantern(x, y, 9, True))
        + string_of(860, 250, 1140, 240, 24, 6, lambda x, y, i: lantern(x, y, 9, True))
    )


EMBER_HILL = "#7fae9a"


SEATED = tuple((x, y) for y, xs in ((540, (440, 520, 600, 680, 760)), (590, (380, 480, 700, 800)), (650, (420, 790, 900))) for x in xs)
