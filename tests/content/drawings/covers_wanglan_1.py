"""Covers of the communities in Wanglan, part 1."""

from __future__ import annotations

import random

import cast as c
import props
from blocks import tower
from buildings import slab
from crops import reeds
from furniture import bench
from nature import (
    AUTUMN,
    DEEP,
    GINKGO,
    GREEN,
    SPRING,
    birds,
    hills,
    mist,
    moon,
    ranges,
    reflected,
    sun,
    tree,
    water,
    wisp,
)
from objects import bicycle, boat, garden_lamp, railing
from palette import (
    BRICK,
    CREAM,
    LAMP,
    LIT,
    PINE,
    STONE,
    STONE_LIGHT,
    VERMILION,
    WOOD,
    WOOD_DEEP,
    WOOD_LIGHT,
    dark,
    haze,
    toned,
)
from plants import flowerbed
from scene import Camera, Ground, cover
from staging import DAWN, NIGHT, Actor, folk, plain, road, skyline, specks
from svg import ellipse, gradient, line, path, poly, rect, text
from works import pavilion


@cover("wanghu")
def wanghu() -> str:
    """Dawn over the lake: a pier, early walkers, hills in the mist."""
    ground = Ground(330, 2.6)
    far = haze(ranges(1200, 330, 120, ["#a9b3bb", "#94a5ad", "#7f979c"], 3, 210), "#f3d9c6", 0.45) + haze(
        skyline(420, 340, 30, 110, "#8b98a3", 5), "#f3d9c6", 0.3
    )
    lake = water(0, 336, 1200, 339, "#f1cdb2", "#7ba0ad", 5, "#fff3df") + "".join(
        rect(824 - w / 2, 342 + i * 12, w, 4, LAMP, 2, opacity=0.75) for i, w in enumerate((90, 60, 110, 48, 80, 36, 60, 30))
    )
    pier = poly([(330, 675), (700, 675), (560, 446), (520, 446)], WOOD_LIGHT) + "".join(
        line([(520 - (y - 446) * 0.83, y), (560 + (y - 446) * 0.61, y)], dark(WOOD_LIGHT, 0.22), 1 + (y - 446) * 0.008)
        for y in range(452, 675, 14)
    )
    hut = (
        rect(420, 438, 240, 12, WOOD) + pavilion(540, 440, 190, 150) + "".join(rect(x, 446, 8, 26, WOOD_DEEP) for x in (430, 500, 576, 642))
    )
    people = folk(
        ground, Actor(556, 500, c.GRANDPA, c.BACK), Actor(490, 640, c.GRANDMA, c.FRONT_DANCE), Actor(610, 580, c.WOMAN_TAIL, c.STROLL, True)
    )
    front = reeds(-10, 676, 300, 150, 5) + reeds(880, 676, 340, 120, 7) + toned(boat(980, 470, 130, cabin=True), DAWN)
    return (
        gradient(0, 0, 1200, 340, "#93aec4", "#edc4ae", "#fde3bd")
        + sun(824, 250, 32, LAMP, 7)
        + wisp(300, 110, 320, "#fff0e0")
        + birds(940, 160, 6)
        + far
        + lake
        + mist(1200, 338, 26, "#fff1e2", 0.6)
        + toned(pier + hut + people, DAWN, 0.7)
        + front
    )


@cover("guanlan")
def guanlan() -> str:
    """High towers lit at the blue hour, their lights in the water."""
    blocks = "".join(
        tower(x, 400, w, f, 19, "#8391ad", "#5c6a8a", s, lit=0.42, side=26, columns=4)
        for x, w, f, s in (
            (70, 100, 12, 1),
            (220, 110, 16, 2),
            (390, 96, 13, 3),
            (540, 120, 18, 4),
            (720, 104, 15, 5),
            (870, 110, 17, 6),
            (1030, 100, 12, 7),
        )
    )
    shore = "".join(tree(x, 408, 70, DEEP, x, shadow=False) for x in range(20, 1200, 96)) + rect(0, 400, 1200, 18, "#4c5873")
    lamps = "".join(garden_lamp(x, 410, 34, True) for x in range(60, 1200, 120))
    pool = water(0, 418, 1200, 170, "#6a7ca3", "#3c4d74", 6, "#cfd9f0") + reflected(blocks, 416, 0.42, 0.55)
    streaks = "".join(rect(x - 3, 420, 6, 74, LIT, 3, opacity=0.28) for x in range(60, 1200, 120))
    terrace = gradient(0, 576, 1200, 99, "#8b8294", "#645d74") + "".join(line([(0, y), (1200, y)], "#574f68", 1.2) for y in (594, 618, 650))
    rail = toned(railing(0, 584, 1200, 52, "#cfc9bc", 100), NIGHT, 0.55)
    people = toned(
        folk(
            Ground(360, 2.5),
            Actor(300, 640, c.WOMAN_LONG, c.BACK),
            Actor(350, 644, c.MAN, c.BACK),
            Actor(640, 650, c.GIRL, c.POINT),
            Actor(690, 652, c.GRANDMA_ROSE, c.STAND),
            Actor(960, 636, c.MAN_GREEN, c.STROLL, True),
        ),
        "#a9a6c4",
        0.8,
    )
    front = garden_lamp(500, 640, 150, True) + garden_lamp(1120, 640, 150, True) + garden_lamp(90, 640, 150, True)
    return (
        gradient(0, 0, 1200, 420, "#33456f", "#6f7fab", "#d9a9a4")
        + moon(1000, 90, 22)
        + wisp(420, 130, 300, "#a9b0cc", 0.5)
        + haze(hills(1200, 400, 110, "#5c6a8a", 8, 200), "#d9a9a4", 0.3)
        + toned(blocks + shore, "#e4d6ea", 0.8)
        + lamps
        + pool
        + streaks
        + terrace
        + rail
        + people
        + front
    )


@cover("xueyuanlu")
def xueyuanlu() -> str:
    """A road of plane trees to the college gate, bicycles in autumn light."""
    cam = Camera(600, 380, 560, 2.3)
    ground = Ground(380, 2.3)
    gate = (
        rect(476, 306, 30, 90, "#b5694f")
        + rect(694, 306, 30, 90, "#b5694f")
        + rect(470, 296, 260, 24, "#8d4638")
        + text(600, 315, "学院路", 18, CREAM, spacing=6)
        + haze(slab(510, 392, 6, 4, 30, 26, "#b5694f", None, 5, kind=2), "#f4e3bd", 0.35)
    )
    lane = (
        poly(cam.floor(-14, 14, 2, 60), "#cdbb98")
        + road(cam, 4.2, 1.9, 60, "#9c9a97", "#dcd5c4")
        + "".join(poly(cam.floor(-0.08, 0.08, z, z + 1.4), "#f1ece0") for z in (4.6, 7.5, 10.4, 13.3, 17, 21, 26))
    )
    rows = []
    for z in (30, 23, 17.5, 13, 9.6, 6.9, 4.9):
        for side in (-1, 1):
            x, y = cam.at(side * 5.9, 0, z)
            rows.append(tree(x, y, cam.metre(z) * 7.4, (GINKGO, AUTUMN)[int(z * 2) % 2], int(z * 3) + side, "#8c7a66", 0.95))
    riders = "".join(
        bicycle(x, y, ground.tall(y, 1.05), col, f)
        + folk(ground, Actor(x - (4 if not f else -4), y - ground.tall(y, 0.34), look, c.SIT, f))
        for x, y, col, look, f in ((520, 470, PINE, c.WOMAN_TAIL, False), (700, 520, VERMILION, c.MAN_SHIRT, True))
    )
    people = folk(
        ground,
        Actor(330, 590, c.GIRL_GREEN, c.BACK_WALK),
        Actor(282, 596, c.MAN_GREEN, c.BACK_WALK),
        Actor(930, 610, c.WOMAN_LONG, c.TALK),
        Actor(990, 614, c.WOMAN, c.HOLD, True, props.book),
    )
    return (
        gradient(0, 0, 1200, 675, "#a9cfdb", "#f8ebcb")
        + gate
        + lane
        + "".join(rows)
        + specks(1200, 430, 240, "#e0a94a", 260, 3, 6)
        + riders
        + people
    )


@cover("chunhui")
def chunhui() -> str:
    """A wisteria walk in an old courtyard on a spring morning."""
    rng = random.Random(8)
    ground = Ground(400, 2.5)
    back = haze(slab(-60, 470, 23, 6, 56, 46, "#efdcc0", BRICK, 4, kind=1), "#f2efe0", 0.25)
    lawn = (
        plain(1200, 464, 211, "#b7cc8b", "#93b36c")
        + path("M250,675L420,500L800,500L960,675Z", STONE_LIGHT)
        + "".join(line([(420 - (y - 500), y), (800 + (y - 500) * 0.91, y)], STONE, 1.4) for y in (516, 536, 562, 598, 640))
    )
    frame = "".join(
        rect(x, 300, w, h, "#c7a678") + rect(x + w * 0.65, 300, w * 0.35, h, "#a8875b")
        for x, w, h in ((440, 10, 206), (770, 10, 206), (360, 14, 258), (846, 14, 258), (240, 20, 350), (950, 20, 350))
    )
    beams = (
        poly([(210, 286), (1000, 286), (800, 306), (420, 306)], "#b8966a")
        + rect(190, 270, 830, 16, "#c7a678")
        + rect(330, 296, 560, 10, "#b8966a")
    )
    bloom = "".join(
        path(
            f"M{x - 9},{y}Q{x - 13},{y + h * 0.4} {x},{y + h}Q{x + 13},{y + h * 0.4} {x + 9},{y}Z",
            rng.choice(("#a98fc0", "#c3acd2", "#dccbe3", "#b79cc9")),
        )
        for x, y, h in ((rng.uniform(200, 1010), rng.uniform(270, 300), rng.uniform(34, 86)) for _ in range(64))
    )
    leaf = "".join(ellipse(rng.uniform(180, 1030), rng.uniform(244, 284), 22, 12, rng.choice(SPRING)) for _ in range(110))
    people = folk(
        ground,
        Actor(560, 545, c.GRANDMA, c.SIT),
        Actor(660, 560, c.GIRL_PINK, c.RUN),
        Actor(620, 520, c.WOMAN_BUN, c.BACK_WALK),
        Actor(740, 620, c.GRANDPA_BROWN, c.CANE, True, props.cane),
        Actor(330, 640, c.VEST_GIRL, c.OFFER, True, props.hose),
    )
    return (
        gradient(0, 0, 1200, 675, "#a5cfdc", "#fbf0d8")
        + sun(180, 120, 30, LAMP, 7)
        + back
        + tree(90, 520, 280, SPRING, 4)
        + tree(1110, 530, 300, GREEN, 9)
        + lawn
        + flowerbed(0, 560, 330, 30, 3)
        + flowerbed(880, 560, 320, 30, 6)
        + frame
        + beams
        + bench(520, 548, 90)
        + people
        + bloom
        + leaf
        + flowerbed(40, 680, 250, 54, 9)
    )
