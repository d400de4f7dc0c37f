"""Pictures of the volunteers, part 2."""

from __future__ import annotations

import cast as c
import props
from buildings import slab
from furniture import banner, bench, chair, stool
from nature import BLOSSOM, GREEN, SPRING, moon, tree
from objects import garden_lamp
from palette import (
    BRICK,
    INK,
    LAMP,
    NAVY,
    PINE,
    RED,
    ROSE,
    SLATE_DEEP,
    WHITE,
    WOOD,
    WOOD_DEEP,
    WOOD_LIGHT,
    dark,
    haze,
    light,
    toned,
)
from plants import hedge, pot
from scene import TALL, Ground, picture
from squares import red_brick, square
from staging import Actor, folk, paving, specks
from svg import circle, ellipse, gradient, path, poly, rect, stroke, text


@picture("volunteers", "blood-pressure")
def blood_pressure() -> str:
    """A volunteer nurse takes an old man's blood pressure in the courtyard."""
    ground = Ground(290, 1.75)
    desk = (
        poly([(480, 580), (820, 580), (850, 620), (450, 620)], light(WOOD_LIGHT, 0.1))
        + rect(450, 620, 400, 22, dark(WOOD_LIGHT, 0.2))
        + rect(480, 642, 18, 140, WOOD)
        + rect(802, 642, 18, 140, WOOD)
    )
    meter = (
        rect(610, 540, 84, 52, "#e9ebe6", 6)
        + rect(620, 548, 52, 24, "#8fb6a4")
        + text(646, 568, "120", 20, INK)
        + stroke("M610,570Q560,600 540,574", SLATE_DEEP, 5)
        + rect(740, 580, 60, 12, RED)
        + rect(744, 568, 56, 12, PINE)
    )
    nurse = folk(ground, Actor(790, 730, Nurse.look, c.SIT_WRITE, True))
    man = folk(ground, Actor(460, 735, c.GRANDPA, Nurse.arm))
    cuff = rect(506, 552, 34, 30, NAVY, 6)
    waiting = folk(
        Ground(290, 2.0),
        Actor(200, 690, c.GRANDMA_ROSE, c.STAND),
        Actor(290, 700, c.MAN_GREEN, c.STAND),
        Actor(1060, 690, c.VEST_YOUTH, c.HOLD, True, props.clipboard),
    )
    seats = stool(450, 736, 118, WOOD) + stool(800, 732, 118, WOOD)
    return (
        square(6, tree(90, 520, 420, GREEN, 3), tree(1120, 520, 420, SPRING, 7), "#b9725a", red_brick)
        + bench(130, 600, 160)
        + waiting
        + seats
        + nurse
        + man
        + desk
        + meter
        + cuff
        + pot(1010, 780, 90, 4, flowers=ROSE)
    )


class Nurse:
    """The nurse and an arm on the table."""

    look = c.Look("#f5f2ec", "#7f9fb0", style="bun", garment="vest", hat="nurse")
    arm = c.Pose((30, 74), (46, 84), (86, 2), (80, -6), 4, 4)


@picture("volunteers", "hair-cut")
def hair_cut() -> str:
    """Barbers among the volunteers cut elders' hair under a tree."""
    ground = Ground(310, 2.1)
    mirror = (
        rect(880, 330, 130, 210, WOOD)
        + rect(890, 340, 110, 190, "#cfe0e0")
        + poly([(900, 500), (980, 345), (1000, 345), (1000, 380), (930, 530), (900, 530)], WHITE, opacity=0.4)
        + rect(890, 540, 10, 110, WOOD_DEEP)
        + rect(990, 540, 10, 110, WOOD_DEEP)
    )
    first = (
        chair(420, 700, 96, "#7d4a36")
        + folk(ground, Actor(424, 704, c.GRANDPA_BROWN, c.SIT))
        + path("M386,560Q424,536 462,560L500,668Q430,690 372,668Z", "#f4f1ea")
        + path("M440,548Q456,552 462,560L500,668Q470,678 446,680Z", "#dcd8cd")
        + folk(ground, Actor(318, 712, c.VEST_MAN, Barber.cut, False, props.scissors))
    )
    second = (
        chair(720, 720, 96, "#7d4a36", True)
        + folk(ground, Actor(716, 724, c.GRANDMA, c.SIT, True))
        + path("M676,576Q714,552 752,576L766,688Q700,706 640,688Z", "#dfe9e4")
        + path("M694,566Q680,570 676,576L640,688Q664,696 690,698Z", "#c6d3cd")
        + folk(ground, Actor(828, 730, c.VEST_WOMAN, Barber.cut, True, props.scissors))
    )
    waiting = (
        bench(110, 640, 150)
        + folk(Ground(310, 2.3), Actor(150, 650, c.GRANDPA, c.SIT), Actor(215, 652, c.GRANDMA_ROSE, c.SIT))
        + folk(ground, Actor(1080, 720, c.BOY, c.STAND, True), Actor(1140, 716, c.WOMAN_BUN, c.STAND, True))
    )
    return (
        square(8, tree(560, 520, 470, GREEN, 6), tree(1130, 510, 330, BLOSSOM, 9), "#c07c60", red_brick)
        + banner(60, 380, 300, 58, "便民理发", PINE)
        + rect(66, 438, 7, 200, SLATE_DEEP)
        + rect(347, 438, 7, 160, SLATE_DEEP)
        + mirror
        + waiting
        + first
        + second
        + specks(1200, 690, 60, "#6b665f", 40, 4, 3)
    )


class Barber:
    """Cutting hair."""

    cut = c.Pose((68, 100), (78, 108), (-4, -6), (8, 2), 5, 6)


@picture("volunteers", "night-patrol", TALL)
def night_patrol() -> str:
    """Three volunteers with torches walk their round between lit houses."""
    ground = Ground(620, 1.8)
    left = toned(slab(-190, 860, 6, 11, 78, 72, "#c99f7c", BRICK, 5, lit=0.4, kind=1, door=False), "#5d6a9c", 0.9)
    right = toned(slab(540, 840, 5, 10, 78, 72, "#c9a182", BRICK, 8, lit=0.4, kind=0, door=False), "#56628f", 0.9)
    far = toned(haze(slab(270, 800, 6, 6, 48, 44, "#b9937a", None, 3, lit=0.5, kind=2, door=False), "#4f5c90", 0.4), "#7f88b4", 0.7)
    floor = toned(
        paving(800, 796, 1200, 620, "#a59a90", 8)
        + hedge(0, 890, 250, 46, GREEN, 3)
        + hedge(570, 880, 240, 44, GREEN, 4)
        + tree(60, 900, 330, GREEN, 4)
        + tree(760, 890, 300, GREEN, 6),
        "#5d6a9c",
        0.9,
    )
    lamps = garden_lamp(250, 940, 190, True) + garden_lamp(590, 900, 150, True)
    pool = ellipse(520, 1110, 250, 50, LAMP, opacity=0.22)
    people = toned(
        folk(
            ground,
            Actor(300, 1050, c.VEST_MAN, c.STROLL, False, None, props.torch),
            Actor(210, 1090, c.VEST_WOMAN, c.STROLL, False),
            Actor(400, 1120, c.VEST_ELDER, c.STROLL, False, None, props.torch),
        ),
        "#b5a9b8",
        0.7,
    )
    cat = path("M640,1100q-6,-34 14,-40l4,-14l8,10h10l8,-10l2,18q10,20 2,36z", "#3a4258") + stroke("M690,1096q22,-6 16,-30", "#3a4258", 6)
    return (
        gradient(0, 0, 800, 860, "#121b38", "#4f5c90")
        + "".join(circle((i * 149) % 800, (i * 83) % 420, 1.6, LAMP, opacity=0.8) for i in range(50))
        + moon(420, 130, 34)
        + far
        + left
        + right
        + floor
        + lamps
        + pool
        + people
        + cat
    )
