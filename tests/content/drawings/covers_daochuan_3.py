"""Covers of the communities in Daochuan, part 3."""

from __future__ import annotations

import cast as c
import props
from crops import reeds
from houses import tiled_roof
from nature import AUTUMN, birds, cloud, poplar, ranges, sky, sun, water, wisp
from objects import street_lamp
from palette import (
    CREAM,
    LIT,
    SHADE,
    SLATE_DEEP,
    VERMILION,
    WOOD_DEEP,
    WOOD_LIGHT,
    dark,
    haze,
    light,
    toned,
)
from scene import Ground, cover
from staging import Actor, folk, paving
from svg import circle, ellipse, gradient, line, path, poly, rect, text


@cover("duchuan")
def duchuan() -> str:
    """The ferry comes in at dusk to the landing with its lamp."""
    far = haze(ranges(1200, 330, 130, ["#8f93ac", "#76809c"], 12, 220), "#e9b39c", 0.35) + "".join(
        circle(90 + i * 37, 334 - (i * 7) % 9, 1.8, LIT) for i in range(22)
    )
    river = gradient(0, 338, 1200, 337, "#e5ab94", "#54688a") + water(0, 338, 1200, 337, "#e5ab94", "#54688a", 3, "#ffe6cf")
    ferry = (
        path("M420,462L960,462L920,506L470,506Z", "#3f5a6c")
        + rect(424, 452, 536, 12, CREAM)
        + rect(520, 380, 300, 74, "#e9dfcc")
        + "".join(rect(534 + i * 46, 394, 32, 30, LIT) for i in range(6))
        + rect(500, 366, 340, 16, "#b5483a")
        + rect(700, 322, 70, 46, "#e9dfcc")
        + rect(710, 330, 50, 20, LIT)
        + rect(540, 330, 22, 38, "#b5483a")
        + ellipse(690, 512, 290, 9, SHADE, opacity=0.35)
        + circle(458, 480, 11, "#d8572f")
        + circle(458, 480, 5, "#3f5a6c")
    )
    riders = folk(
        Ground(330, 3.4),
        Actor(470, 456, c.MAN, c.STAND, True),
        Actor(880, 456, c.WOMAN, c.STAND, True),
        Actor(920, 456, c.BOY_BLUE, c.WAVE, True),
    )
    landing = (
        path("M0,560L330,528L420,556L420,590L300,675L0,675Z", "#8d7f78")
        + path("M0,560L330,528L420,556L110,596L0,600Z", "#b3a298")
        + poly([(330, 528), (470, 500), (486, 510), (410, 556)], WOOD_LIGHT)
    )
    hut = (
        rect(30, 420, 190, 150, "#cdb59a")
        + rect(60, 470, 60, 100, "#5c4a40")
        + rect(140, 466, 60, 50, LIT)
        + tiled_roof(18, 424, 214, 56)
        + rect(46, 430, 160, 26, SLATE_DEEP)
        + text(126, 450, "渡口", 19, CREAM, spacing=8)
    )
    people = folk(
        Ground(360, 2.8),
        Actor(300, 560, c.GRANDMA, c.STAND),
        Actor(350, 566, c.GIRL_PINK, c.WAVE),
        Actor(250, 590, c.MAN_GREEN, c.STAND, False, props.bag),
    )
    return (
        gradient(0, 0, 1200, 340, "#4f628c", "#c88f95", "#f7c9a0")
        + sun(980, 300, 36, "#fff1c4", 6)
        + wisp(360, 120, 340, "#e6b3a8", 0.6)
        + birds(700, 150, 6)
        + far
        + river
        + toned(ferry + riders, "#e9c3b8", 0.7)
        + toned(landing + hut + people, "#d3a8a6", 0.75)
        + street_lamp(390, 560, 250, True)
        + toned(reeds(820, 684, 400, 120, 8), "#a98f9c", 0.8)
    )


@cover("liangku")
def liangku() -> str:
    """Round granaries and a yard of drying grain."""
    ground = Ground(390, 3.0)
    silos = "".join(_silo(x, 440, 142, 196, i) for i, x in enumerate((70, 226, 382, 824, 980, 1136))) + _silo(600, 446, 176, 236, 6)
    shed = (
        rect(470, 360, 60, 84, "#d9b08c")
        + rect(672, 360, 60, 84, "#d9b08c")
        + rect(484, 380, 32, 64, WOOD_DEEP)
        + rect(686, 380, 32, 64, WOOD_DEEP)
        + tiled_roof(462, 362, 76, 30, "#6b5a52")
        + tiled_roof(664, 362, 76, 30, "#6b5a52")
    )
    yard = (
        paving(1200, 438, 675, 390, "#cfc3aa", 6)
        + poly([(150, 620), (640, 620), (600, 500), (260, 500)], "#e3bd5c")
        + "".join(line([(170 + i * 4 + i * 34, 616), (268 + i * 25, 504)], "#cfa441", 2.4) for i in range(13))
        + path("M700,600Q830,480 960,600Z", "#e3bd5c")
        + path("M830,538Q900,540 960,600L850,600Z", "#c9a044")
    )
    people = folk(
        ground,
        Actor(300, 590, c.GRANDPA_BROWN, c.SWEEP, False, props.rake),
        Actor(520, 560, c.WOMAN, c.SWEEP, True, props.rake),
        Actor(680, 610, c.MAN_SHIRT, c.SWEEP, False, props.spade),
        Actor(1040, 610, c.GRANDMA, c.STROLL, True),
        Actor(1000, 620, c.BOY, c.RUN, True),
    )
    birdies = "".join(
        ellipse(x, y, 7, 5, "#8d6a4a") + circle(x + 6, y - 4, 3.6, "#6b4a33") for x, y in ((420, 640), (450, 648), (480, 638), (640, 646))
    )
    return (
        sky(1200, 675, "#88bfd8", "#f3ecd6")
        + cloud(250, 80, 260)
        + cloud(820, 110, 300)
        + poplar(30, 446, 250, AUTUMN, 3)
        + poplar(1180, 446, 260, AUTUMN, 5)
        + poplar(715, 446, 200, AUTUMN, 7)
        + shed
        + silos
        + yard
        + people
        + birdies
    )


def _silo(x: float, base: float, w: float, h: float, seed: int) -> str:
    wall = ("#e9dcc0", "#e3d2b2")[seed % 2]
    body = gradient(x - w / 2, base - h, w, h, dark(wall, 0.08), light(wall, 0.3), dark(wall, 0.24), across=True) + "".join(
        rect(x - w / 2, base - h * f, w, 4, dark(wall, 0.18)) for f in (0.3, 0.62, 0.93)
    )
    roof = path(
        f"M{x - w * 0.57},{base - h}Q{x - w * 0.2},{base - h * 1.16} {x},{base - h * 1.36}Q{x + w * 0.2},{base - h * 1.16} {x + w * 0.57},{base - h}Q{x},{base - h * 0.92} {x - w * 0.57},{base - h}Z",
        "#8d6a4f",
    ) + path(
        f"M{x},{base - h * 1.36}Q{x + w * 0.2},{base - h * 1.16} {x + w * 0.57},{base - h}Q{x + w * 0.3},{base - h * 0.95} {x + w * 0.1},{base - h * 0.95}Z",
        dark("#8d6a4f", 0.22),
    )
    return body + roof + rect(x - 16, base - 56, 32, 56, WOOD_DEEP) + text(x, base - h * 0.74, f"{seed + 1}", 24, VERMILION)
