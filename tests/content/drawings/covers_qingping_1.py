"""Covers of the communities in Qingping, part 1."""

from __future__ import annotations

from itertools import pairwise

import cast as c
import props
from buildings import slab
from crops import grass, snow_cap
from furniture import lantern, stool, string_of
from houses import cottage
from nature import GREEN, birds, cloud, peak, ranges, sky, tree, wisp
from objects import street_lamp
from palette import BRICK, INK, LAMP, LIT, SLATE_DEEP, WOOD, haze, toned
from plants import fir, pine, pot
from scene import Ground, cover
from staging import Actor, folk, snowfall
from svg import circle, glow, gradient, line, path, rect, stroke
from works import headframe


@cover("songlin")
def songlin() -> str:
    """A string of miners' lamps climbs the old coal road at nightfall."""
    ridge = haze(
        peak(250, 330, 520, 240, "#6d7f92", 3) + peak(760, 330, 640, 290, "#64788c", 5) + peak(1120, 330, 480, 200, "#6d7f92", 7),
        "#e3b49a",
        0.3,
    )
    slope = path("M0,390Q300,330 560,250Q800,190 1200,230L1200,675L0,675Z", "#8aa274") + path(
        "M0,560Q500,500 1200,560L1200,675L0,675Z", "#7a9366"
    )
    bends = [(250, 640), (860, 560), (420, 486), (900, 424), (540, 366), (860, 314)]
    track = stroke("M" + "L".join(f"{x},{y}" for x, y in bends), "#d3c3a0", 20) + stroke(
        "M" + "L".join(f"{x},{y}" for x, y in bends[2:]), "#d3c3a0", 14
    )
    rows = (
        slab(690, 300, 6, 3, 32, 26, "#d9b490", BRICK, 4, lit=0.4, kind=2)
        + slab(900, 372, 6, 3, 38, 31, "#e6cfae", BRICK, 6, lit=0.4, kind=1)
        + slab(290, 424, 6, 3, 42, 34, "#ecd9b8", BRICK, 8, lit=0.4, kind=0)
        + slab(930, 500, 6, 3, 48, 39, "#d9b490", BRICK, 9, lit=0.45, kind=2)
    )
    forest = "".join(
        fir(x, y, s, "#35614f")
        for x, y, s in (
            (40, 410, 90),
            (110, 400, 100),
            (180, 396, 90),
            (240, 372, 80),
            (430, 330, 74),
            (500, 300, 70),
            (580, 282, 64),
            (640, 262, 60),
            (960, 244, 66),
            (1040, 246, 76),
            (1110, 250, 80),
            (1170, 256, 88),
        )
    )
    lights = ""
    for (ax, ay), (bx, by) in pairwise(bends):
        for k in range(6):
            x, y = ax + (bx - ax) * (k + 0.5) / 6, ay + (by - ay) * (k + 0.5) / 6
            h = 12 + (y - 300) * 0.12
            lights += (
                line([(x, y - 4), (x, y - 4 - h)], SLATE_DEEP, 2)
                + glow(x, y - 4 - h, h * 0.9 + 10, LAMP, 0.75)
                + circle(x, y - 4 - h, 2.6 + (y - 300) * 0.008, LAMP)
            )
    people = folk(
        Ground(330, 4.4),
        Actor(520, 600, c.GRANDPA, c.CANE, False, props.cane),
        Actor(570, 596, c.GRANDMA, c.STROLL),
        Actor(700, 590, c.BOY, c.RUN),
    )
    scene = toned(
        ridge + slope + track + rows + forest + people + pine(80, 690, 480, 4) + pine(1130, 690, 420, 9) + grass(250, 684, 700, 30, 5),
        "#b9a6b4",
        0.7,
    )
    return (
        gradient(0, 0, 1200, 420, "#4d6290", "#c88f92", "#f6c79c")
        + wisp(420, 90, 340, "#e9b9a4", 0.5)
        + birds(620, 130, 5)
        + scene
        + lights
    )


@cover("qingshi")
def qingshi() -> str:
    """A stair street of blue stone climbs between houses."""
    ridge = haze(ranges(1200, 200, 120, ["#9db8b0", "#88a99b"], 9, 200), "#eaf0e6", 0.4)
    sides = ""
    for i in range(4):
        y, w = 330 + i * 90, 200 + i * 60
        sides += cottage(
            360 - i * 100 - w, y, w, 190 + i * 40, ("#d9d3c5", "#c6c4ba", "#e3d9c6", "#bfbdb4")[i], floors=2, seed=i + 2, plinth="#7d8b8f"
        ) + cottage(
            830 + i * 100, y, w, 190 + i * 40, ("#c6c4ba", "#e3d9c6", "#cdc9be", "#d9d3c5")[i], floors=2, seed=i + 7, plinth="#7d8b8f"
        )
    count = 22
    steps = ""
    for i in range(count):
        t = (i / count) ** 1.35
        y, half, thick = 262 + 420 * t, 116 + 330 * t, 8 + 24 * t
        steps += rect(596 - half, y, 2 * half, thick * 0.6, "#a9bcc0") + rect(
            596 - half, y + thick * 0.55, 2 * half, thick * 0.6, "#76898f"
        )
    top = rect(480, 246, 232, 18, "#8fa3a8") + tree(596, 256, 190, GREEN, 5, shadow=False)
    people = folk(
        Ground(170, 3.4),
        Actor(560, 360, c.MAN, c.BACK_WALK),
        Actor(650, 420, c.GRANDMA, c.STROLL, True, props.bag),
        Actor(480, 520, c.GIRL_PINK, c.BACK_WALK),
        Actor(530, 530, c.WOMAN_LONG, c.BACK_WALK),
        Actor(760, 610, c.GRANDPA_BROWN, c.SIT, True),
    )
    pots = pot(260, 560, 50, 3, flowers="#d98a8c") + pot(310, 520, 40, 4) + pot(930, 560, 50, 7, flowers="#e6b95c") + pot(890, 520, 40, 6)
    return (
        sky(1200, 675, "#98c5d4", "#eff0e2")
        + cloud(300, 80, 220)
        + cloud(860, 60, 200)
        + ridge
        + path("M-10,300Q240,262 480,250L700,250Q960,262 1210,300L1210,675L-10,675Z", "#a3b08e")
        + path("M480,250L120,675H-10V430Q200,330 480,250Z", "#8f9f86")
        + path("M712,250L1080,675H1210V430Q1000,330 712,250Z", "#86967e")
        + top
        + steps
        + sides
        + stool(762, 612, 46, WOOD)
        + people
        + pots
        + string_of(330, 250, 870, 250, 26, 7, lambda x, y, i: lantern(x, y, 9))
    )


@cover("kuangshan")
def kuangshan() -> str:
    """The winding tower stands over miners' terraces on a winter evening."""
    ridge = ranges(1200, 400, 210, ["#9a9cb2", "#868aa2", "#777b94"], 3, 190)
    slope = path("M0,400Q500,330 1200,420L1200,675L0,675Z", "#b3aeb5") + path("M0,520Q400,470 1200,560L1200,675L0,675Z", "#d9d6dc")
    terraces = (
        slab(70, 440, 8, 3, 40, 32, "#b9876c", "#8d4638", 3, lit=0.5, kind=2)
        + snow_cap(66, 336, 330, 8)
        + slab(30, 530, 9, 3, 46, 36, "#c4937a", "#8d4638", 5, lit=0.5, kind=0)
        + snow_cap(26, 412, 424, 9)
        + slab(480, 500, 5, 3, 42, 34, "#b9876c", "#8d4638", 9, lit=0.5, kind=2)
        + snow_cap(476, 388, 218, 8)
    )
    frame = (
        headframe(870, 520, 400, "#574a52")
        + rect(1010, 440, 150, 90, "#96705f")
        + snow_cap(1004, 440, 162, 10)
        + rect(1030, 464, 40, 30, LIT)
        + rect(1090, 464, 40, 30, LIT)
    )
    rails = (
        stroke("M560,640Q800,590 1200,612", "#6a625f", 5)
        + stroke("M560,660Q800,606 1200,630", "#6a625f", 5)
        + "".join(rect(600 + i * 40, 612 - i * 0.6, 8, 30, "#7d6a5c") for i in range(15))
    )
    cart = (
        path("M940,566H1040L1026,606H954Z", "#5d6268")
        + path("M946,566Q990,536 1034,566Z", "#34383d")
        + circle(966, 610, 11, INK)
        + circle(1014, 610, 11, INK)
    )
    people = folk(
        Ground(420, 2.6),
        Actor(470, 600, c.GRANDPA_BROWN, c.STROLL),
        Actor(530, 606, c.GRANDMA, c.STROLL),
        Actor(620, 590, c.WOMAN_RED, c.WAVE, True),
        Actor(660, 600, c.BOY_BLUE, c.RUN, True),
    )
    scene = toned(ridge + slope + terraces + frame + rails + cart + people, "#bfb6d0", 0.75)
    return (
        gradient(0, 0, 1200, 420, "#55618a", "#b294a6", "#f0c3a4")
        + wisp(760, 90, 300, "#d9b3b4", 0.5)
        + scene
        + street_lamp(720, 580, 220, True)
        + snowfall(1200, 675, 60, 5)
    )
