"""Neighbours' day, the second half."""

from __future__ import annotations

import cast as c
import props
from buildings import slab
from nature import AUTUMN, GINKGO, GREEN, cloud, moon, sky, sun, tree
from objects import banner, flag, lantern, stool, string_of, tent
from palette import BRICK, CHALK, CREAM, GOLD, INK, LAMP, LEAF, LIT, OCHRE, PINE, RED, ROSE, SHADE, SLATE_DEEP, STONE, TEAL, TERRACOTTA, VERMILION, WHITE, WOOD, WOOD_DEEP, WOOD_LIGHT, dark, haze, light, toned
from rooms import clock, pendant, room, window
from scene import Ground, picture
from staging import NIGHT, Actor, folk, paving, plain, specks
from svg import circle, ellipse, glow, gradient, line, path, poly, rect, text


@picture("neighbours-day", "children-race")
def children_race() -> str:
    """Children run for the tape while neighbours cheer."""
    ground = Ground(330, 2.6)
    back = haze(slab(-30, 440, 22, 5, 56, 48, "#efdcc0", BRICK, 5, kind=2), "#f3efdf", 0.3)
    lawn = plain(1200, 436, 364, "#b4c98a", "#8fb06a") + poly([(-80, 760), (1280, 760), (1280, 560), (-80, 560)], "#c6604c") + "".join(line([(0, y), (1200, y)], CREAM, 3) for y in (564, 622, 686, 756))
    crowd = folk(ground, *[Actor(x, 535, look, pose) for x, look, pose in ((90, c.WOMAN, c.FRONT_CHEER), (170, c.GRANDPA, c.FRONT), (250, c.MAN, c.FRONT_WAVE), (340, c.GRANDMA_ROSE, c.FRONT_HOLD), (430, c.WOMAN_BUN, c.FRONT_CHEER), (780, c.MAN_GREEN, c.FRONT_WAVE), (560, c.MAN_SHIRT, c.FRONT_HOLD), (670, c.GRANDMA, c.FRONT_WAVE))])
    runners = folk(ground, Actor(300, 620, c.BOY, c.RUN), Actor(560, 684, c.GIRL, c.RUN), Actor(420, 748, c.BOY_BLUE, c.RUN), Actor(760, 626, c.GIRL_GREEN, c.RUN), Actor(700, 752, c.GIRL_PINK, c.RUN))
    arch_ = rect(960, 330, 22, 240, RED) + rect(1120, 420, 26, 350, RED) + poly([(960, 330), (982, 330), (1146, 420), (1146, 486), (960, 380)], VERMILION) + line([(972, 520), (1130, 640)], WHITE, 6)
    judge = folk(ground, Actor(1040, 560, c.VEST_WOMAN, c.REACH_ONE, True, props.stop_flag))
    return sky(1200, 800, "#9ccbdc", "#f3efdf") + cloud(330, 100, 280) + cloud(860, 70, 200) + back + tree(900, 470, 260, GINKGO, 3) + tree(30, 470, 260, GREEN, 6) + lawn + crowd + judge + string_of(-20, 230, 960, 330, 40, 20, flag) + arch_ + runners + specks(1200, 450, 100, "#e6b95c", 60, 3, 4)


@picture("neighbours-day", "dumplings")
def dumplings() -> str:
    """Neighbours fold dumplings around the big board in the kitchen."""
    ground = Ground(210, 1.95)
    wall = room(1200, 800, 540, "#e9e6da", "#bfae98", "#c9d9cf") + "".join(rect(60 + (i % 12) * 92, 430 + (i // 12) * 44, 88, 40, "#dfe8df") for i in range(24)) + window(90, 110, 300, 200)
    shelf = rect(760, 150, 380, 12, WOOD) + "".join(rect(780 + i * 60, 106, 42, 44, ("#c98563", "#5e9a94", "#cf9a4c", "#f1ede3", "#b4614b", "#6f9c5e")[i], 6) + ellipse(801 + i * 60, 106, 21, 6, dark("#c98563", 0.2)) for i in range(6))
    stove = rect(820, 370, 300, 190, "#cfcac0") + rect(820, 360, 300, 14, "#b3aea4") + path("M880,360Q880,290 990,290Q1100,290 1100,360Z", "#6b7276") + ellipse(990, 296, 96, 14, "#8d9499") + "".join(path(f"M{940+i*40},280q-14,-26 0,-52t4,-50", "none", stroke=WHITE, stroke_width=9, stroke_linecap="round", opacity=0.55) for i in range(4))
    behind = folk(ground, Actor(250, 640, Kitchen.woman, c.OFFER), Actor(420, 630, c.GRANDMA, c.FRONT_HOLD), Actor(590, 634, Kitchen.man, c.FRONT_HOLD), Actor(740, 640, c.WOMAN_BUN, c.OFFER, True), Actor(1030, 600, Kitchen.cook, c.HOLD, True))
    table = poly([(140, 590), (860, 590), (940, 700), (60, 700)], "#e3cda4") + rect(60, 700, 880, 26, dark("#e3cda4", 0.22)) + rect(90, 726, 20, 80, WOOD) + rect(890, 726, 20, 80, WOOD)
    trays = "".join(ellipse(x, y, 104, 30, WOOD_LIGHT) + ellipse(x, y - 3, 96, 26, "#ead9b4") + "".join(_dumpling(x + dx, y + dy - 4) for dx, dy in ((-60, 0), (-30, -12), (-30, 10), (0, -16), (0, 2), (30, -12), (30, 10), (60, 0))) for x, y in ((250, 650), (690, 656)))
    dough = ellipse(470, 654, 64, 24, "#f7f0e0") + rect(420, 672, 110, 9, WOOD, 4) + ellipse(560, 626, 46, 16, CHALK) + ellipse(560, 622, 36, 12, "#93a86a") + "".join(ellipse(380 + i * 22, 684 - (i % 2) * 10, 12, 5, "#f7f0e0") for i in range(5))
    kid = folk(ground, Actor(1010, 770, c.GIRL, c.HOLD, True, props.tray), Actor(60, 780, c.BOY, c.POINT))
    return wall + shelf + stove + behind + table + trays + dough + pendant(600, 170, 54) + kid


class Kitchen:
    """People in aprons."""

    woman = c.Look(ROSE, "#34495c", style="bob", garment="apron")
    man = c.Look(TEAL, "#34495c", c.SKIN_WARM, garment="apron")
    cook = c.Look("#f4f1ea", "#64707a", c.SKIN_WARM, garment="apron", hat="nurse")


def _dumpling(x: float, y: float) -> str:
    return path(f"M{x-13},{y+4}Q{x-12},{y-9} {x},{y-9}Q{x+12},{y-9} {x+13},{y+4}Q{x},{y+9} {x-13},{y+4}Z", "#fbf6ea") + path(f"M{x-9},{y-5}q4,-5 9,-5t9,5", "none", stroke="#dccfb2", stroke_width=2)


@picture("neighbours-day", "evening-show")
def evening_show() -> str:
    """Residents sing and play on the lit stage of the courtyard."""
    ground = Ground(390, 2.6)
    rows = toned(slab(-40, 500, 7, 7, 58, 52, "#c99f7c", BRICK, 3, lit=0.5, kind=1, door=False) + slab(840, 500, 7, 7, 58, 52, "#c99f7c", BRICK, 8, lit=0.5, kind=0, door=False), "#6674a4", 0.85)
    floor = toned(paving(1200, 496, 800, 390, "#a5958c", 8), "#7f82ac", 0.8)
    stage = rect(250, 180, 700, 330, "#8b1a1f") + "".join(path(f"M{250+i*50},180h50v330h-50q14,-165 0,-330z", dark("#a8141b", 0.12 + 0.1 * (i % 2))) for i in range(14)) + rect(230, 160, 740, 34, "#5e1216") + text(600, 250, "邻里节", 54, GOLD, spacing=16) + poly([(220, 510), (980, 510), (1040, 566), (160, 566)], "#c08a5c") + rect(160, 566, 880, 40, "#7d5238")
    beams = "".join(poly([(x, 176), (x + d - 70, 556), (x + d + 70, 556)], LAMP, opacity=0.16) for x, d in ((300, 90), (480, 50), (720, -50), (900, -90))) + glow(600, 540, 420, LAMP, 0.3, 130)
    cast_ = folk(Ground(320, 2.75), Actor(420, 548, c.WOMAN_RED, Stage.sing), Actor(520, 548, c.MAN_SHIRT, Stage.sing), Actor(620, 548, c.WOMAN_LONG, Stage.sing), Actor(720, 548, c.GRANDPA, Stage.sing), Actor(330, 550, c.GRANDPA_BROWN, c.SIT, False, _fiddle), Actor(850, 550, c.WOMAN_BUN, c.FRONT_DANCE))
    seats = [(x, y) for y, xs in ((690, (180, 320, 460, 740, 880, 1020)), (770, (110, 270, 430, 600, 770, 930, 1090))) for x in xs]
    looks = (c.WOMAN, c.MAN, c.GRANDMA, c.BOY, c.MAN_GREEN, c.WOMAN_TAIL, c.GRANDPA, c.GIRL, c.WOMAN_BUN, c.MAN_SHIRT, c.GRANDMA_ROSE, c.GIRL_GREEN, c.MAN)
    audience = "".join(stool(x, y, ground.tall(y, 0.45)) for x, y in seats) + folk(ground, *[Actor(x, y, look, c.BACK_SIT) for (x, y), look in zip(seats, looks, strict=True)])
    lights = string_of(-20, 130, 250, 160, 30, 5, lambda x, y, i: lantern(x, y, 15, True)) + string_of(950, 160, 1220, 130, 30, 5, lambda x, y, i: lantern(x, y, 15, True))
    return gradient(0, 0, 1200, 520, "#1f2c50", "#55618f") + moon(1080, 70, 22) + rows + floor + stage + stool(330, 550, 38, WOOD) + cast_ + beams + toned(audience, "#7f82b0", 0.75) + lights


class Stage:
    """On the stage and before it."""

    sing = c.Pose((20, -20), (20, -20), (3, 1), (3, 1), view="front")


def _fiddle(x: float, y: float) -> str:
    return line([(x + 2, y + 16), (x + 6, y - 34)], WOOD_DEEP, 1.6) + circle(x + 2, y + 14, 5, WOOD) + line([(x - 12, y + 4), (x + 16, y + 2)], WOOD_LIGHT, 0.9)


@picture("neighbours-day", "photo-wall")
def photo_wall() -> str:
    """Neighbours look for themselves on a wall of old photographs."""
    ground = Ground(330, 2.2)
    wall = rect(0, 0, 1200, 560, "#c98f73") + "".join(rect((i % 21) * 60 - (30 if (i // 21) % 2 else 0), (i // 21) * 28, 56, 24, ("#c4876b", "#cd9679", "#bf8166")[i % 3]) for i in range(21 * 20)) + rect(0, 548, 1200, 16, "#8d5a48")
    board = rect(120, 80, 960, 400, "#f5ecd9", 4) + rect(120, 80, 960, 56, PINE) + text(600, 121, "我们的老照片", 34, CREAM, spacing=10)
    prints = ""
    for i in range(24):
        x, y = 150 + (i % 8) * 116, 156 + (i // 8) * 104
        prints += f'<g transform="rotate({(i*37)%9-4} {x+46} {y+40})">{rect(x, y, 96, 84, WHITE)}{rect(x+6, y+6, 84, 60, ("#b9a98c", "#9aa5a3", "#c4b18f", "#a99a88")[i%4])}{_snapshot(x+48, y+66, i)}{circle(x+48, y+3, 4, RED)}</g>'
    floor = paving(1200, 560, 800, 330, "#cdbfa6", 6)
    people = folk(ground, Actor(300, 690, c.GRANDPA, c.POINT), Actor(210, 700, c.BOY, c.POINT), Actor(390, 700, c.WOMAN, c.BACK), Actor(640, 690, c.MAN_GREEN, c.BACK), Actor(720, 700, c.WOMAN_LONG, c.BACK_RAISE), Actor(900, 720, c.GRANDMA_ROSE, c.TALK), Actor(980, 724, c.GRANDMA, c.TALK, True))
    return wall + board + prints + floor + people + string_of(0, 20, 1200, 20, 24, 24, flag)


def _snapshot(x: float, base: float, i: int) -> str:
    """A tiny photograph: a few figures or a house in brown tones."""
    if i % 3 == 0:
        return rect(x - 26, base - 36, 52, 36, "#7d6f5c") + poly([(x - 32, base - 36), (x, base - 54), (x + 32, base - 36)], "#5f5446")
    return "".join(circle(x + d, base - 36, 7, "#6b5d4c") + path(f"M{x+d-11},{base}Q{x+d-11},{base-28} {x+d},{base-28}Q{x+d+11},{base-28} {x+d+11},{base}Z", ("#7d6f5c", "#5f5446", "#8d7f6a")[(i + k) % 3]) for k, d in enumerate((-24, 0, 24)[: 2 + i % 2]))
