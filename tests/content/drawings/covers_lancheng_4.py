"""Covers of the communities in Lancheng, part 4."""

from __future__ import annotations

import cast as c
from blocks import shop, tower
from buildings import slab
from crops import grass, lotus
from nature import GREEN, SPRING, cloud, reflected, sky, tree, water
from objects import street_lamp
from palette import INK, LIT, PINE, RED, SLATE, STONE_DEEP, TEAL, VERMILION, dark, toned
from plants import hedge, willow
from scene import Ground, cover
from staging import Actor, folk, zebra
from svg import gradient, line, path, rect, stroke


@cover("shuiyunju")
def shuiyunju() -> str:
    """Towers around a lily pond with a red bridge."""
    blocks = "".join(
        tower(x, 400, w, f, 24, wall, trim, s, side=30, columns=5)
        for x, w, f, wall, trim, s in (
            (40, 130, 11, "#e6ded2", TEAL, 1),
            (240, 120, 9, "#efe8dc", SLATE, 2),
            (470, 140, 12, "#e6ded2", TEAL, 3),
            (760, 130, 10, "#efe8dc", SLATE, 4),
            (980, 150, 12, "#e6ded2", TEAL, 5),
        )
    )
    shore = hedge(0, 420, 1200, 30, GREEN, 3) + "".join(tree(x, 416, 90, SPRING, x) for x in (200, 420, 690, 930))
    pond = water(0, 420, 1200, 255, "#a7c9c4", "#56908f", 4)
    deck = "M250,520Q600,350 950,520"
    bridge = (
        stroke(deck, dark(RED, 0.15), 18, stroke_linecap="butt")
        + f'<g transform="translate(0 -34)">{stroke(deck, RED, 6)}</g>'
        + "".join(
            line([(250 + 700 * t, 520 - 170 * 2 * t * (1 - t) - 36), (250 + 700 * t, 520 - 170 * 2 * t * (1 - t))], RED, 5)
            for t in (i / 16 for i in range(17))
        )
    )
    people = folk(
        Ground(300, 2.6),
        Actor(560, 432, c.WOMAN_LONG, c.STROLL),
        Actor(610, 432, c.GIRL, c.POINT),
        Actor(690, 440, c.MAN_SHIRT, c.STROLL, True),
    )
    pads = "".join(
        lotus(x, y, w, 1, b)
        for x, y, w, b in (
            (120, 560, 110, True),
            (250, 610, 130, False),
            (60, 640, 150, True),
            (370, 650, 130, True),
            (880, 600, 110, False),
            (1000, 560, 120, True),
            (1120, 630, 160, True),
            (760, 655, 120, False),
        )
    )
    banks = path("M180,500Q240,498 280,530L260,540Q180,530 120,540Q140,505 180,500Z", STONE_DEEP) + path(
        "M1020,500Q960,498 920,530L940,540Q1020,530 1080,540Q1060,505 1020,500Z", STONE_DEEP
    )
    return (
        sky(1200, 675, "#93c4d6", "#e4efe8")
        + cloud(600, 60, 300)
        + blocks
        + shore
        + pond
        + reflected(blocks, 420, 0.22, 0.5)
        + banks
        + people
        + bridge
        + pads
        + path("M1200,520Q1080,530 1040,590Q1020,640 1060,675L1200,675Z", "#8fae6c")
        + path("M1200,520Q1080,530 1040,590Q1030,610 1032,626Q1060,560 1200,540Z", "#c7bd9c")
        + grass(1070, 676, 130, 40, 5)
        + willow(1130, 610, 450, 9)
    )


@cover("zhongxinjie")
def zhongxinjie() -> str:
    """Rain at nightfall on a street of shops: umbrellas and wet light."""
    ground = Ground(400, 2.6)
    names = (
        ("书店", PINE),
        ("药房", "#4f7d86"),
        ("面馆", VERMILION),
        ("钟表", "#6b4a33"),
        ("鞋店", PINE),
        ("布艺", "#4f7d86"),
        ("小吃", VERMILION),
    )
    upper = slab(-30, 360, 24, 4, 52, 50, "#cdb59a", None, 12, lit=0.45, kind=2, door=False)
    shops = "".join(
        shop(-10 + i * 174, 490, 174, 150, n, b, "#c9b394", lit=True, seed=i, awning=VERMILION if i % 3 == 1 else None)
        for i, (n, b) in enumerate(names)
    )
    walk = rect(0, 488, 1200, 34, "#8f8c8b") + gradient(0, 522, 1200, 153, "#5f6470", "#4a505e") + rect(0, 518, 1200, 6, "#b9b4aa")
    night = toned(upper + shops + walk + zebra(430, 530, 360, 145, 7, 0), "#8d93b8", 0.9)
    shine = "".join(
        rect(40 + i * 174, 524, 90, 120, LIT, opacity=0.13) + rect(66 + i * 174, 524, 40, 90, LIT, opacity=0.12) for i in range(7)
    )
    walkers = (
        (300, 505, c.MAN, False, RED),
        (520, 570, c.WOMAN, False, "#e6b95c"),
        (640, 590, c.MAN_GREEN, True, PINE),
        (700, 548, c.GRANDMA, True, "#9fc6d6"),
        (900, 508, c.WOMAN_TAIL, True, VERMILION),
        (180, 512, c.WOMAN_BUN, False, TEAL),
        (1040, 640, c.MAN_SHIRT, True, "#34495c"),
    )
    people = "".join(
        toned(folk(ground, Actor(x, y, look, c.STROLL, f)), "#a9acc6", 0.8)
        + _umbrella(x, y - ground.tall(y) * 0.93, ground.tall(y) * 0.42, col)
        for x, y, look, f, col in sorted(walkers, key=lambda v: v[1])
    )
    rain = "".join(
        line([((i * 97) % 1230, (i * 61) % 660), ((i * 97) % 1230 - 4, (i * 61) % 660 + 20)], "#dfe8ee", 1, opacity=0.3) for i in range(150)
    )
    return (
        gradient(0, 0, 1200, 675, "#3f4a68", "#6f7391")
        + night
        + shine
        + street_lamp(120, 516, 230, True)
        + street_lamp(1090, 516, 230, True, True)
        + people
        + rain
    )


def _umbrella(x: float, y: float, r: float, colour: str) -> str:
    ribs = path(
        f"M{x - r},{y}Q{x - r},{y - r * 0.95} {x},{y - r}Q{x + r},{y - r * 0.95} {x + r},{y}Q{x + r * 0.75},{y - r * 0.16} {x + r * 0.5},{y}Q{x + r * 0.25},{y - r * 0.16} {x},{y}Q{x - r * 0.25},{y - r * 0.16} {x - r * 0.5},{y}Q{x - r * 0.75},{y - r * 0.16} {x - r},{y}Z",
        colour,
    )
    return (
        line([(x, y - r), (x, y + r * 1.1)], INK, 1.6)
        + ribs
        + path(
            f"M{x},{y - r}Q{x + r},{y - r * 0.95} {x + r},{y}Q{x + r * 0.75},{y - r * 0.16} {x + r * 0.5},{y}Q{x + r * 0.5},{y - r * 0.6} {x},{y - r}Z",
            dark(colour, 0.2),
        )
    )
