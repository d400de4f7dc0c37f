"""Pictures of small streets and lanes, part 1."""

from __future__ import annotations

import cast as c
import props
from buildings import slab
from cast import Crew
from crops import grass
from lanes import CAM, LANE, lane
from nature import GREEN, cloud, sky, tree
from objects import bicycle, street_lamp
from palette import (
    BRICK,
    CREAM,
    GOLD,
    INK,
    MOSS,
    ROSE,
    SHADE,
    SLATE_DEEP,
    VERMILION,
    WHITE,
    WOOD_DEEP,
    dark,
    haze,
    toned,
)
from plants import pot
from scene import Ground, picture
from staging import Actor, folk, plain, road, wires
from svg import circle, ellipse, line, path, poly, rect, stroke


@picture("lane-roads", "lane-before")
def lane_before() -> str:
    """The lane full of holes and puddles."""
    mud = poly(CAM.floor(-3.3, 3.3, 1.2, 26), "#9c8a70") + poly(CAM.floor(-1.6, 1.4, 1.2, 26), "#a8977c")
    holes = "".join(
        _hole(x, z, w)
        for x, z, w in (
            (-1.2, 3.4, 1.5),
            (1.0, 4.4, 1.3),
            (-0.4, 6.2, 1.7),
            (1.3, 8.4, 1.2),
            (-1.2, 10.5, 1.5),
            (0.3, 14, 1.5),
            (1.9, 2.9, 0.9),
        )
    )
    stones_ = "".join(
        ellipse(
            *CAM.at(((i * 37) % 60 - 30) / 10, 0, 2.6 + (i * 13) % 90 / 8),
            3 + 14 / (2.6 + (i * 13) % 90 / 8),
            2 + 6 / (2.6 + (i * 13) % 90 / 8),
            ("#7d705c", "#c2b497")[i % 2],
        )
        for i in range(60)
    )
    weeds = "".join(
        grass(x, y, w, h, i, (MOSS, "#8d8a4f"), 5)
        for i, (x, y, w, h) in enumerate(((120, 700, 130, 60), (330, 560, 70, 34), (1010, 640, 120, 54), (880, 540, 60, 30)))
    )
    people = folk(LANE, Actor(560, 640, c.WOMAN, Step.over, False, props.bag), Actor(690, 500, c.GRANDPA, c.CANE, True, props.cane))
    over = wires([(330, 150, 900, 190), (300, 190, 930, 160), (420, 240, 850, 250)], sag=30)
    return toned(lane(False) + mud + stones_ + holes + weeds + over + people, "#e6dfd2", 0.6)


class Step:
    """A long step over a puddle."""

    over = c.Pose((-20, 10), (40, 60), (46, -4), (-24, -40), 4, 14)


def _hole(x: float, z: float, w: float) -> str:
    cx, cy = CAM.at(x, 0, z)
    rx, ry = CAM.metre(z) * w / 2, CAM.metre(z) * w * 0.52 / z
    return (
        ellipse(cx, cy, rx * 1.12, ry * 1.2, "#77674f")
        + ellipse(cx, cy + ry * 0.1, rx, ry, "#8fa3a6")
        + ellipse(cx - rx * 0.2, cy, rx * 0.5, ry * 0.4, "#c3cfd0")
    )


@picture("lane-roads", "lane-after")
def lane_after() -> str:
    """The same lane with an even surface, kerbs, drains and flowers."""
    surface = (
        road(CAM, 2.5, 1.2, 26, "#8f9192", "#dcd6c8")
        + poly(CAM.floor(-3.3, -2.75, 1.2, 26), "#cfc6b2")
        + poly(CAM.floor(2.75, 3.3, 1.2, 26), "#cfc6b2")
        + "".join(poly(CAM.floor(-0.05, 0.05, z, z + 1.2), "#f4efe2") for z in (2.6, 4.8, 7, 9.6, 12.6, 16, 20))
        + "".join(poly(CAM.floor(2.2, 2.45, z, z + 0.5), "#5d6266") for z in (3, 5.4, 8.4, 12))
    )
    beds = "".join(
        pot(x, y, w, i, flowers=(ROSE, GOLD, "#efc7c0")[i % 3])
        for i, (x, y, w) in enumerate(((150, 716, 96), (270, 610, 62), (360, 540, 40), (1080, 690, 90), (960, 596, 58), (870, 532, 38)))
    )
    people = folk(
        LANE,
        Actor(560, 640, c.WOMAN, c.STROLL, False, props.bag),
        Actor(610, 650, c.GIRL, c.WALK),
        Actor(690, 500, c.GRANDPA, c.STROLL, True),
    )
    rider = bicycle(760, 580, 96, VERMILION, True) + folk(LANE, Actor(766, 552, c.MAN_SHIRT, c.SIT, True))
    lamps = "".join(street_lamp(*CAM.at(-2.62, 0, z), CAM.metre(z) * 3.6) for z in (14, 8.4, 5.0))
    return lane(True) + surface + lamps + beds + rider + people


@picture("lane-roads", "paving")
def paving_work() -> str:
    """A roller and workers lay the new surface."""
    ground = Ground(330, 2.35)
    back = haze(slab(-40, 460, 20, 5, 64, 60, "#e6cfa8", BRICK, 6, kind=0), "#f1ead8", 0.2) + "".join(
        tree(x, 470, 240, GREEN, x) for x in (90, 420, 760, 1120)
    )
    floor = (
        plain(1200, 456, 70, "#a9b884", "#9aab74")
        + rect(0, 520, 1200, 280, "#b3a58d")
        + path("M0,540H760L700,800H0Z", "#54585c")
        + path("M760,540L700,800H740L790,540Z", "#3f4346")
        + "".join(circle((i * 71) % 690, 556 + (i * 37) % 236, 2.2, "#6b7074") for i in range(120))
        + "".join(ellipse((i * 53) % 440 + 770, 560 + (i * 29) % 220, 8, 4, "#9a8c74") for i in range(60))
    )
    roller = _roller(330, 700)
    steam = "".join(stroke(f"M{x},{560 + i * 14}q-18,-34 0,-64t6,-60", WHITE, 12, opacity=0.28) for i, x in enumerate((620, 660, 690)))
    people = folk(
        ground,
        Actor(640, 640, c.MAN_WORK, c.SWEEP, True, props.rake),
        Actor(790, 690, Crew.orange, c.SWEEP, True, props.spade),
        Actor(910, 640, Crew.orange, c.PUSH, True),
        Actor(1060, 740, c.VEST_MAN, c.HOLD, True, props.clipboard),
        Actor(1120, 740, c.GRANDPA, c.POINT, True),
    )
    barrow = (
        path("M820,580H890L872,622H838Z", "#5c8c94")
        + ellipse(855, 580, 34, 9, "#3f4346")
        + circle(828, 632, 12, INK)
        + line([(888, 584), (930, 590)], WOOD_DEEP, 6)
    )
    cones = "".join(
        poly([(x - 18, y), (x + 18, y), (x + 4, y - 56), (x - 4, y - 56)], "#d8742f")
        + poly([(x - 11, y - 22), (x + 11, y - 22), (x + 8, y - 36), (x - 8, y - 36)], CREAM)
        + rect(x - 24, y - 4, 48, 7, "#b95c24")
        for x, y in ((960, 780), (840, 790))
    )
    return sky(1200, 800, "#9fcadb", "#f4ecd8") + cloud(620, 80, 300) + back + floor + steam + roller + barrow + people + cones


def _roller(x: float, base: float) -> str:
    body = (
        rect(x - 110, base - 150, 220, 76, GOLD, 8)
        + rect(x - 110, base - 96, 220, 22, dark(GOLD, 0.18), 6)
        + rect(x - 64, base - 270, 130, 16, dark(GOLD, 0.1), 4)
        + "".join(rect(x + d, base - 258, 8, 112, SLATE_DEEP) for d in (-58, 50))
    )
    wheels = "".join(
        circle(x + d, base - 62, 62, "#5d6266") + circle(x + d, base - 62, 48, "#7d8388") + circle(x + d, base - 62, 12, "#3f4346")
        for d in (-130, 130)
    )
    driver = folk(Ground(base - 360, 2.3), Actor(x - 6, base - 100, Crew.orange, c.SIT))
    return ellipse(x, base, 210, 12, SHADE, opacity=0.25) + driver + body + wheels
