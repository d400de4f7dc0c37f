"""Covers of the communities in Lancheng, part 2."""

from __future__ import annotations

import cast as c
import props
from buildings import slab
from furniture import bench, stool
from houses import cottage, gable
from nature import (
    GINKGO,
    GREEN,
    SPRING,
    birds,
    cloud,
    hills,
    mist,
    reflected,
    sky,
    sun,
    tree,
    water,
)
from objects import boat
from palette import BRICK, CREAM, SHADE, SLATE, STONE, dark, haze, light, toned
from plants import pot, willow
from scene import Camera, Ground, cover
from staging import Actor, folk, paving, specks
from svg import circle, ellipse, gradient, line, path, poly, rect, text, veil
from works import arch, chimney, mill, stone_bridge


@cover("hepingfang")
def hepingfang() -> str:
    """A long lane between grey brick houses, seen along its paving."""
    cam = Camera(600, 372, 420, 2.0)
    out = [gradient(0, 0, 1200, 675, "#b9d3d8", "#f2ead8")]
    out.append(tree(590, 390, 170, GINKGO, 5) + tree(650, 392, 120, GREEN, 8))
    out.append(poly(cam.floor(-3, 3, 1.2, 25), "#c7bfae"))
    out += [poly(cam.floor(-3, 3, z, z + 0.06), "#b1a896") for z in (1.9, 2.3, 2.8, 3.4, 4.1, 5, 6, 7.4, 9, 11, 14)]
    out += [
        poly(cam.floor(-0.5, 0.5, 1.2, 40), "#d8d0bf"),
        poly(cam.floor(-3, -2.7, 1.2, 40), "#948c7d"),
        poly(cam.floor(2.7, 3, 1.2, 40), "#948c7d"),
    ]
    for side, shade in ((-1, 0.0), (1, 0.2)):
        out += [_lane_house(cam, side * 3, z, z + 4.6, 5.4, shade, i) for i, z in reversed(list(enumerate((0.9, 5.5, 10.1, 14.7, 19.3))))]
    ground = Ground(372, 2.0)
    people = folk(
        ground,
        Actor(480, 545, c.GRANDMA, c.SIT),
        Actor(700, 525, c.MAN_GREEN, c.STROLL, True, props.bag),
        Actor(610, 470, c.WOMAN_RED, c.WALK),
        Actor(560, 440, c.BOY_BLUE, c.RUN),
    )
    return (
        "".join(out)
        + stool(478, 546, 34, "#91623f")
        + pot(205, 612, 60, 3, flowers="#d98a8c")
        + pot(285, 572, 46, 5)
        + pot(340, 538, 36, 6, flowers="#e6b95c")
        + people
        + pot(985, 610, 60, 8, flowers="#d98a8c")
        + pot(915, 570, 46, 9)
    )


def _lane_house(cam: Camera, x: float, near: float, far: float, high: float, shade: float, seed: int) -> str:
    wall = dark(("#b5aea2", "#d9cdb8", "#a8a49b", "#c9b59a", "#b8b2a8")[seed % 5], shade)
    out = [poly(cam.quad(x, 0, high, near, far), wall), poly(cam.quad(x, 0, 0.6, near, far), dark(wall, 0.2))]
    over = x - 0.55 * (1 if x > 0 else -1)
    out.append(
        poly(
            [cam.at(x, high + 1.2, near), cam.at(over, high - 0.1, near), cam.at(over, high - 0.1, far), cam.at(x, high + 1.2, far)],
            dark("#5d676e", shade * 0.6),
        )
    )
    out.append(
        poly(
            [
                cam.at(over, high - 0.1, near),
                cam.at(over, high - 0.28, near),
                cam.at(over, high - 0.28, far),
                cam.at(over, high - 0.1, far),
            ],
            "#3f484f",
        )
    )
    out += [poly(cam.quad(x, 2.85, 3.0, near, far), light(wall, 0.3))] + [
        line([cam.at(x, h, near), cam.at(x, h, far)], dark(wall, 0.1), 1.2) for h in (0.9, 1.3, 1.7, 2.1, 2.5, 3.3, 3.7, 4.1, 4.5, 4.9)
    ]
    out.append(line([cam.at(x, 0, near), cam.at(x, high, near)], dark(wall, 0.25), 2.5))
    span = far - near
    for a, b, low, top, tone in (
        (0.12, 0.3, 1.1, 2.4, "#8fb0b4"),
        (0.42, 0.62, 0, 2.3, "#7a4233"),
        (0.74, 0.9, 1.1, 2.4, "#9bb7b8"),
        (0.14, 0.32, 3.4, 4.6, "#8fb0b4"),
        (0.66, 0.86, 3.4, 4.6, "#f0d9a4"),
    ):
        out.append(poly(cam.quad(x, low - 0.08, top + 0.1, near + span * (a - 0.008), near + span * (b + 0.008)), "#efe6d3"))
        out.append(poly(cam.quad(x, low, top, near + span * a, near + span * b), dark(tone, shade)))
    return "".join(out)


@cover("fangzhicheng")
def fangzhicheng() -> str:
    """The red-brick spinning mill, its chimney and the ginkgo row."""
    ground = Ground(430, 2.4)
    far = haze(slab(760, 432, 9, 5, 50, 36, "#d9b08c", None, 4, kind=0), "#e9e3d2", 0.35)
    works = mill(60, 480, 7, 112, 190, BRICK, 0, 3) + chimney(940, 480, 66, 420)
    floor = paving(1200, 476, 675, 430, "#cdbda5", 8, 0.09)
    clock = (
        rect(404, 262, 106, 218, "#a45340")
        + poly([(396, 262), (457, 214), (518, 262)], SLATE)
        + circle(457, 300, 26, CREAM)
        + line([(457, 300), (457, 284)], SHADE, 3)
        + line([(457, 300), (468, 306)], SHADE, 3)
        + arch(457, 480, 60, 110, "#6b3529")
        + arch(457, 480, 48, 100, "#3f5c55")
        + text(457, 360, "纺织城", 22, CREAM, spacing=3)
    )
    trees = "".join(tree(x, 520 + (i % 2) * 8, 200, GINKGO, 30 + i) for i, x in enumerate((90, 640, 770, 1010, 1130)))
    people = folk(
        ground,
        Actor(320, 610, c.GRANDMA_ROSE, c.STROLL),
        Actor(250, 616, c.GRANDPA, c.STROLL),
        Actor(540, 590, c.WOMAN_LONG, c.TALK),
        Actor(590, 594, c.MAN, c.HOLD, True, props.phone),
        Actor(860, 600, c.GIRL_GREEN, c.RUN, True),
        Actor(905, 606, c.BOY, c.RUN, True),
    )
    return (
        sky(1200, 675, "#9cc3d0", "#f1e8d2")
        + cloud(260, 110, 260)
        + cloud(720, 70, 200)
        + birds(560, 110, 5)
        + far
        + works
        + clock
        + floor
        + trees
        + specks(1200, 520, 140, "#e6b95c", 170, 4, 5)
        + bench(680, 570, 100)
        + people
    )


@cover("shiqiao")
def shiqiao() -> str:
    """A humped stone bridge, its reflection and a boat in the morning."""
    bank = "".join(gable(x, 420, w, h) for x, w, h in ((-30, 130, 230), (250, 110, 200), (905, 120, 220)))
    rows = (
        cottage(90, 420, 170, 160, floors=2, seed=3)
        + cottage(740, 420, 175, 170, floors=2, seed=5)
        + cottage(1020, 420, 200, 180, floors=2, seed=8)
        + cottage(350, 420, 130, 130, floors=1, seed=9)
    )
    far = haze(hills(1200, 400, 150, "#8fae9c", 5, 170), "#e4ece4", 0.55) + haze(
        cottage(470, 420, 120, 100, seed=4) + cottage(600, 420, 140, 110, seed=6) + tree(560, 420, 120, SPRING, 3), "#e4ece4", 0.4
    )
    quay = rect(0, 414, 380, 30, STONE) + rect(820, 414, 400, 30, STONE)
    bridge = stone_bridge(600, 440, 640, 170, "#c2b9a8")
    span = ellipse(600, 454, 115, 108, "#a9c8c3")
    scene = far + bank + rows + quay
    pool = water(0, 444, 1200, 231, "#a5c6c3", "#5f9498", 7)
    people = folk(
        Ground(60, 4.2), Actor(600, 268, c.WOMAN_RED, c.STROLL), Actor(545, 272, c.GRANDPA, c.CANE), Actor(680, 276, c.BOY, c.RUN, True)
    )
    front = (
        path("M-10,560Q140,556 230,620Q260,650 262,675H-10Z", "#7fa066")
        + path("M-10,560Q140,556 230,620Q250,640 256,660Q150,590 -10,588Z", "#b9b08c")
        + willow(120, 640, 470, 5)
        + toned(boat(840, 560, 230), "#ffffff")
        + folk(Ground(300, 3.6), Actor(770, 556, c.MAN_GREEN, c.PUSH))
    )
    arch_light = ellipse(600, 452, 113, 106, "#cfe0d8") + haze(tree(590, 440, 90, SPRING, 14, shadow=False), "#cfe0d8", 0.5)
    return (
        gradient(0, 0, 1200, 675, "#a8ccd6", "#f4ead4")
        + sun(330, 150, 30)
        + scene
        + span
        + bridge
        + arch_light
        + people
        + pool
        + reflected(bridge + bank + rows, 446, 0.28, 0.55)
        + mist(1200, 446, 26, "#f6f1e4", 0.5)
        + front
        + veil(0, 560, 1200, 115, SHADE, 0, 0.12)
    )
