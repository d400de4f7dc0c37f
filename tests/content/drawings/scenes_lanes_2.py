"""Pictures of small streets and lanes, part 2."""

from __future__ import annotations

import cast as c
import props
from buildings import slab
from cast import Crew
from nature import GREEN, SPRING, cloud, moon, sky, tree
from objects import street_lamp
from palette import (
    BRICK,
    CREAM,
    GOLD,
    INK,
    LAMP,
    LIT,
    OCHRE,
    RED,
    ROSE,
    SLATE_DEEP,
    STONE,
    STONE_LIGHT,
    VERMILION,
    WOOD_DEEP,
    WOOD_LIGHT,
    dark,
    haze,
    toned,
)
from plants import pot
from rooms import house_wall
from scene import TALL, Camera, Ground, picture
from staging import Actor, folk, road
from svg import circle, ellipse, gradient, line, path, poly, rect

NIGHT_CAM = Camera(560, 400, 540, 2.0)


NIGHT_LANE = Ground(400, 2.0)


def _night_lane(lit: bool) -> str:
    walls = ""
    for i, z in reversed(list(enumerate((1.9, 6.3, 10.7, 15.1, 19.5)))):
        for side in (-1, 1):
            wall = dark(("#d9c3a0", "#c9b79c", "#e0d0b4", "#cdb08f", "#d6c7ae")[(i * 2 + (side > 0)) % 5], 0.1 if side > 0 else 0)
            walls += house_wall(NIGHT_CAM, side * 3.3, z, z + 4.3, 3.8, wall, i)
    floor = (
        road(NIGHT_CAM, 2.5, 1.2, 30, "#8f9192", "#cfc9bc")
        + poly(NIGHT_CAM.floor(-3.3, -2.75, 1.2, 30), "#b9b09d")
        + poly(NIGHT_CAM.floor(2.75, 3.3, 1.2, 30), "#b9b09d")
    )
    tint = "#9c93a8" if lit else "#4d587f"
    backdrop = gradient(0, 0, 1200, 800, "#1f2c50" if lit else "#141d38", "#5d6390" if lit else "#2f3b63")
    stars = "".join(circle((i * 211) % 1200, (i * 67) % 220, 1.4, LAMP, opacity=0.7) for i in range(36))
    return backdrop + stars + moon(820, 90, 20) + toned(tree(570, 412, 150, GREEN, 4, shadow=False) + walls + floor, tint, 0.95)


@picture("lane-roads", "lamp-before")
def lamp_before() -> str:
    """The dark lane: one torch finds the way."""
    posts = toned(
        "".join(line([NIGHT_CAM.at(-2.62, 0, z), NIGHT_CAM.at(-2.62, 4.4, z)], WOOD_DEEP, NIGHT_CAM.metre(z) * 0.12) for z in (14, 8.4, 5)),
        "#4d587f",
    )
    torch_light = ellipse(640, 700, 150, 34, LAMP, opacity=0.2)
    people = toned(folk(NIGHT_LANE, Actor(500, 690, c.WOMAN, c.STROLL, False, None, props.torch)), "#5a6690", 0.9)
    far = toned(folk(NIGHT_LANE, Actor(600, 500, c.MAN, c.BACK_WALK)), "#3f4a70", 0.95)
    windows = "".join(poly(NIGHT_CAM.quad(s * 3.28, 1.0, 2.2, z, z + 0.7), LIT, opacity=0.5) for s, z in ((1, 12), (-1, 16.2)))
    return _night_lane(False) + posts + windows + torch_light + far + people


@picture("lane-roads", "lamp-after")
def lamp_after() -> str:
    """The same lane under a row of warm lamps, people out for a walk."""
    pools = "".join(
        ellipse(
            NIGHT_CAM.at(-1.9, 0, z)[0],
            NIGHT_CAM.at(-1.9, 0, z)[1],
            NIGHT_CAM.metre(z) * 2.2,
            NIGHT_CAM.metre(z) * 2.4 / z * 0.9,
            LAMP,
            opacity=0.26,
        )
        for z in (20, 14, 8.4, 5)
    )
    lamps = "".join(street_lamp(*NIGHT_CAM.at(-2.62, 0, z), NIGHT_CAM.metre(z) * 4.4, True) for z in (20, 14, 8.4, 5))
    windows = "".join(
        poly(NIGHT_CAM.quad(s * 3.28, 1.0, 2.2, z, z + 0.7), LIT, opacity=0.85)
        for s, z in ((1, 12), (-1, 16.2), (1, 7.0), (-1, 9.5), (1, 4.9))
    )
    people = toned(
        folk(
            NIGHT_LANE,
            Actor(500, 690, c.WOMAN, c.STROLL),
            Actor(560, 700, c.GIRL, c.WALK),
            Actor(600, 500, c.MAN, c.BACK_WALK),
            Actor(720, 620, c.GRANDPA, c.STROLL, True),
            Actor(770, 628, c.GRANDMA_ROSE, c.STROLL, True),
        ),
        "#e3c9b0",
        0.6,
    )
    pots = toned(pot(1050, 700, 86, 3, flowers=ROSE) + pot(940, 610, 56, 5, flowers=GOLD), "#b9a4a8", 0.8)
    return _night_lane(True) + windows + pools + lamps + pots + people


@picture("lane-roads", "survey")
def survey() -> str:
    """Surveyors measure the lane with a level; residents look on."""
    ground = Ground(340, 2.2)
    back = (
        slab(-40, 500, 7, 5, 78, 70, "#d9bf98", BRICK, 3, kind=2)
        + slab(660, 500, 9, 5, 78, 70, "#e6cfa8", BRICK, 8, kind=0)
        + haze(tree(560, 500, 250, GREEN, 4), "#e9ede0", 0.3)
    )
    floor = (
        gradient(0, 496, 1200, 304, "#b5a88f", "#a08f74")
        + "".join(
            path(f"M{x},{y}l{w * 0.3},-8l{w * 0.4},6l{w * 0.3},-4", "none", stroke="#7d6f58", stroke_width=3)
            for x, y, w in ((120, 600, 140), (420, 680, 180), (760, 620, 160), (860, 740, 200))
        )
        + ellipse(330, 740, 90, 14, "#8d7d64")
    )
    tripod = (
        line([(430, 560), (380, 720)], OCHRE, 8)
        + line([(430, 560), (486, 720)], OCHRE, 8)
        + line([(430, 560), (436, 700)], dark(OCHRE, 0.2), 7)
        + rect(398, 520, 66, 34, "#5c8c94", 6)
        + rect(386, 528, 20, 18, SLATE_DEEP)
        + rect(412, 552, 36, 10, SLATE_DEEP)
    )
    staff = rect(946, 340, 14, 300, CREAM) + "".join(rect(946, 340 + i * 20, 14, 10, RED if i % 2 else INK) for i in range(15))
    tape = path("M470,536L946,470", "none", stroke=VERMILION, stroke_width=1.6, stroke_dasharray="8 8", opacity=0.7)
    people = folk(
        ground,
        Actor(350, 726, Crew.orange, Peering.peer),
        Actor(985, 646, c.MAN_WORK, c.OFFER, True),
        Actor(600, 690, c.VEST_WOMAN, c.HOLD, False, props.clipboard),
        Actor(670, 690, c.GRANDMA, c.POINT, False),
        Actor(180, 690, c.GRANDPA_BROWN, c.STAND),
        Actor(1110, 730, c.BOY, c.STAND, True),
    )
    return sky(1200, 800, "#a9cfdb", "#efeadb") + cloud(500, 90, 260) + back + floor + tape + tripod + staff + people


class Peering:
    """Bent over the level."""

    peer = c.Pose((40, 100), (46, 104), (-6, -8), (12, 4), 22, 4)


@picture("lane-roads", "kerb-trees", TALL)
def kerb_trees() -> str:
    """Workers set a young tree at the new kerb."""
    cam = Camera(130, 470, 640, 2.1)
    ground = Ground(470, 2.1)
    walls = "".join(
        house_wall(cam, 6.4, z, z + 4.3, 4.6, ("#d9c3a0", "#e0d0b4", "#cdb08f")[i % 3], i)
        for i, z in reversed(list(enumerate((2.6, 7.0, 11.4, 15.8, 20.2))))
    )
    surface = (
        rect(0, 486, 800, 714, "#a9b884") + poly(cam.floor(-3.2, 6.4, 1.3, 40), "#c9bfa9") + road(cam, 1.7, 1.3, 40, "#8f9192", "#e0dacb")
    )
    pits = "".join(
        poly(cam.floor(2.5, 3.5, z, z + 1), "#6b5240")
        + poly(cam.floor(2.4, 3.6, z + 1, z + 1.1), STONE)
        + poly(cam.floor(2.4, 3.6, z - 0.1, z), STONE_LIGHT)
        for z in (11, 7.6, 4.7)
    )
    row = "".join(tree(*cam.at(3, 0, z + 0.5), cam.metre(z) * 3.4, SPRING, int(z)) for z in (18, 13.5, 11, 7.6))
    x, y = cam.at(3, 0, 5.2)
    sapling = (
        tree(x, y, 560, SPRING, 21, wide=0.5)
        + line([(x - 46, y), (x - 6, y - 250)], WOOD_LIGHT, 7)
        + line([(x + 50, y), (x + 6, y - 250)], WOOD_LIGHT, 7)
        + rect(x - 16, y - 246, 32, 12, "#e9dcc0")
        + ellipse(x, y + 4, 66, 15, "#6b5240")
    )
    people = folk(
        ground,
        Actor(x - 130, y + 50, Crew.orange, c.SWEEP, False, props.spade),
        Actor(x + 110, y + 10, c.VEST_MAN, c.OFFER, True),
        Actor(610, 880, c.GIRL_GREEN, c.OFFER, True, props.hose),
        Actor(710, 960, c.GRANDPA, c.STAND, True),
    )
    return (
        sky(800, 1200, "#9ccbdb", "#f4eedb")
        + cloud(480, 160, 300)
        + tree(170, 492, 130, GREEN, 3, shadow=False)
        + walls
        + surface
        + pits
        + row
        + sapling
        + people
    )
