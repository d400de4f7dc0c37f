"""Pictures of the clean-ups, part 1."""

from __future__ import annotations

import cast as c
import props
from buildings import slab
from crops import grass, reeds
from nature import AUTUMN, GREEN, cloud, hills, sky, tree, water
from objects import boat, tricycle
from palette import (
    BRICK,
    CREAM,
    GOLD,
    LAMP,
    OCHRE,
    PINE,
    RED,
    ROSE,
    SLATE_DEEP,
    STONE_LIGHT,
    WHITE,
    WOOD,
    WOOD_LIGHT,
    haze,
    toned,
)
from plants import pot, willow
from scene import TALL, Ground, picture
from staging import Actor, folk, plain, specks
from svg import circle, ellipse, glow, gradient, line, path, poly, rect, text


@picture("clean-up", "sweeping-team")
def sweeping_team() -> str:
    """Volunteers in red vests sweep leaves along the road of the estate."""
    ground = Ground(330, 2.4)
    back = haze(slab(-40, 450, 22, 6, 58, 50, "#ecd6b4", BRICK, 4, kind=0), "#f3ecda", 0.22)
    trees = "".join(tree(x, 470, 260, AUTUMN if i % 2 else GREEN, i + 3) for i, x in enumerate((70, 310, 560, 830, 1110)))
    floor = (
        plain(1200, 446, 60, "#a9b884", "#97aa70")
        + rect(0, 500, 1200, 14, STONE_LIGHT)
        + gradient(0, 514, 1200, 286, "#b3aea5", "#98938b")
        + line([(0, 516), (1200, 516)], "#7d7a74", 3)
    )
    leaves = (
        specks(1200, 530, 250, "#d39245", 150, 4, 6)
        + specks(1200, 530, 250, "#b56a35", 90, 6, 6)
        + "".join(
            ellipse(x + (i * 17) % 100 - 50, y - (i * 11) % 22, 10, 5, ("#d39245", "#b56a35", "#ebbb67")[i % 3])
            for x, y in ((470, 660), (860, 720))
            for i in range(36)
        )
    )
    people = folk(
        ground,
        Actor(380, 650, c.VEST_MAN, c.SWEEP, False, props.broom),
        Actor(620, 600, c.VEST_WOMAN, c.SWEEP, True, props.broom),
        Actor(180, 720, c.VEST_ELDER, c.SWEEP, False, props.broom),
        Actor(740, 715, c.VEST_YOUTH, c.SWEEP, False, props.broom),
        Actor(980, 640, c.VEST_GIRL, c.WALK, True, props.sack),
        Actor(1080, 730, c.GIRL_PINK, c.SQUAT, True),
    )
    return (
        sky(1200, 800, "#a9cfdb", "#f6efdc")
        + cloud(500, 80, 260)
        + back
        + trees
        + floor
        + leaves
        + tricycle(150, 560, 92, ellipse(-72, -70, 46, 24, "#b9803a"))
        + people
    )


@picture("clean-up", "river-bank")
def river_bank() -> str:
    """People pick litter from the bank and from a boat."""
    ground = Ground(290, 2.7)
    far = haze(
        hills(1200, 300, 110, "#8fae9c", 6, 190)
        + slab(80, 330, 9, 5, 34, 28, "#e3cfae", None, 4, kind=2, door=False)
        + slab(700, 330, 8, 4, 34, 28, "#e9d6b8", None, 7, kind=0, door=False),
        "#e6efe6",
        0.42,
    ) + "".join(tree(x, 336, 70, GREEN, x, shadow=False) for x in range(20, 1200, 84))
    river = water(0, 330, 1200, 260, "#a9d0d2", "#639fa6", 8)
    crew = toned(boat(800, 440, 250, cabin=False), "#ffffff") + folk(
        Ground(300, 2.3), Actor(740, 442, c.VEST_MAN, c.PUSH, True), Actor(870, 444, c.VEST_YOUTH, c.OFFER, False, _net)
    )
    floats = "".join(rect(x, y, 16, 7, t, 3) for x, y, t in ((980, 470, WHITE), (1010, 486, "#5e9a94"), (940, 496, OCHRE)))
    bank = (
        path("M0,520Q300,480 620,560T1200,610L1200,800L0,800Z", "#a9c07c")
        + path("M0,520Q300,480 620,560T1200,610L1200,622Q900,640 620,576T0,536Z", "#c7b98a")
        + grass(0, 800, 1200, 30, 4)
    )
    litter = "".join(
        rect(x, y, 15, 8, t, 2, transform=f"rotate({r} {x} {y})")
        for x, y, t, r in (
            (260, 640, WHITE, 20),
            (470, 660, RED, -15),
            (640, 690, "#5e9a94", 30),
            (380, 740, WHITE, 5),
            (900, 720, OCHRE, -20),
        )
    )
    people = folk(
        ground,
        Actor(220, 640, c.VEST_WOMAN, c.BEND, False, props.tongs, None),
        Actor(430, 690, c.VEST_ELDER, c.BEND, False, props.tongs),
        Actor(610, 640, c.VEST_GIRL, c.WALK, False, props.sack),
        Actor(860, 730, c.VEST_MAN, c.BEND, True, props.tongs),
        Actor(1040, 690, c.VEST_WOMAN, c.HOLD, True, props.sack),
    )
    return (
        sky(1200, 800, "#93c6d8", "#e9f1e6")
        + cloud(320, 90, 260)
        + far
        + river
        + crew
        + floats
        + bank
        + litter
        + people
        + reeds(-20, 800, 190, 170, 3)
        + willow(1120, 690, 480, 6)
    )


def _net(x: float, y: float) -> str:
    return (
        line([(x - 10, y - 12), (x + 30, y + 20)], WOOD_LIGHT, 1.6)
        + ellipse(x + 36, y + 25, 9, 5, "none", stroke=PINE, stroke_width=1.6)
        + path(f"M{x + 28},{y + 27}Q{x + 36},{y + 40} {x + 44},{y + 27}", "#9fbfb2", opacity=0.8)
    )


@picture("clean-up", "stairwell-lamp", TALL)
def stairwell_lamp() -> str:
    """A man on a ladder fits a new lamp in the stairwell, a neighbour holds the ladder."""
    wall = gradient(0, 0, 800, 1200, "#f0e4c8", "#e3d2ae") + rect(0, 640, 800, 560, "#a9c3b2") + rect(0, 632, 800, 10, CREAM)
    door = (
        rect(80, 470, 230, 470, "#7d4a36")
        + rect(96, 486, 198, 454, "#99603f")
        + rect(116, 510, 158, 180, "#8a5437")
        + rect(116, 720, 158, 190, "#8a5437")
        + circle(280, 720, 9, GOLD)
        + text(195, 450, "201", 30, SLATE_DEEP)
    )
    landing = poly([(0, 940), (800, 940), (800, 1200), (0, 1200)], "#b9b1a2") + rect(0, 936, 800, 10, "#d6cfc1")
    steps = "".join(
        poly(
            [(560 + i * 40, 940 - i * 56), (800, 940 - i * 56), (800, 940 - (i + 1) * 56), (560 + i * 40, 940 - (i + 1) * 56)],
            ("#c9c1b2", "#bdb5a5")[i % 2],
        )
        + rect(560 + i * 40, 940 - (i + 1) * 56, 240, 8, "#dcd5c7")
        for i in range(6)
    )
    rail = "".join(rect(566 + i * 40, 800 - i * 56, 5, 140, SLATE_DEEP) for i in range(7)) + line([(556, 806), (850, 396)], WOOD, 12)
    lamp = (
        glow(420, 190, 420, "#fff1c4", 0.8)
        + rect(392, 100, 56, 16, SLATE_DEEP)
        + path("M384,116H456L480,176H360Z", "#e8e2d2")
        + ellipse(420, 180, 44, 20, LAMP)
    )
    ladder = (
        line([(380, 1080), (420, 560)], "#b9873f", 12)
        + line([(560, 1080), (500, 560)], "#a97833", 12)
        + "".join(line([(384 + i * 9, 1020 - i * 84), (552 - i * 11, 1020 - i * 84)], "#c99a50", 9) for i in range(6))
    )
    ground = Ground(200, 2.9)
    worker = folk(Ground(0, 2.1), Actor(455, 612, c.MAN_WORK, Lamp.up, True, None, None))
    helper = folk(ground, Actor(300, 1090, c.VEST_WOMAN, Lamp.hold), Actor(690, 1120, c.GRANDMA, c.TALK, True))
    return (
        wall
        + door
        + landing
        + steps
        + rail
        + lamp
        + ladder
        + worker
        + helper
        + poly([(420, 190), (60, 1200), (760, 1200)], "#fff1c4", opacity=0.12)
        + pot(70, 1090, 80, 3, flowers=ROSE)
    )


class Lamp:
    """On the ladder and below it."""

    up = c.Pose((160, 176), (152, 172), (-4, -4), (12, -10), 0, -14)
    hold = c.Pose((60, 96), (66, 100), (-8, -10), (12, 4), 6, -20)
