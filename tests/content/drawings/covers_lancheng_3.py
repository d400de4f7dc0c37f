"""Covers of the communities in Lancheng, part 3."""

from __future__ import annotations

import cast as c
import props
from blocks import shop, striped_awning
from buildings import slab
from crops import grass
from houses import tiled_roof
from nature import GREEN, birds, cloud, hills, moon, sky, sun, tree, wisp
from objects import fence, garden_lamp, tricycle
from palette import (
    BRICK,
    CREAM,
    GOLD,
    INK,
    LIT,
    PINE,
    SLATE_DEEP,
    STONE,
    STONE_DEEP,
    VERMILION,
    WHITE,
    WOOD,
    WOOD_LIGHT,
    haze,
    light,
    toned,
)
from plants import flowerbed, hedge, pine
from scene import Ground, cover
from staging import DUSK, Actor, folk, paving, specks
from svg import circle, ellipse, glow, gradient, line, path, poly, rect, stroke, text


@cover("wenchang")
def wenchang() -> str:
    """A three-storey reading tower among pines at dusk, a school below."""
    ground = Ground(455, 2.8)
    pagoda, y = [rect(520, 430, 160, 40, STONE)], 430.0
    for share, tall in ((150, 84), (118, 74), (88, 64)):
        pagoda += [rect(600 - share / 2, y - tall, share, tall, "#8d4a3c")] + [
            rect(600 - share / 2 + share * (0.1 + 0.29 * k), y - tall * 0.72, share * 0.2, tall * 0.5, LIT) for k in range(3)
        ]
        pagoda.append(tiled_roof(600 - share * 0.55, y - tall, share * 1.1, 34, "#4b565e", 0.16, 0.4))
        y -= tall + 26
    pagoda.append(
        poly([(560, y + 6), (600, y - 52), (640, y + 6)], "#4b565e")
        + line([(600, y - 52), (600, y - 84)], GOLD, 4)
        + circle(600, y - 84, 5, GOLD)
    )
    school = slab(60, 470, 8, 3, 52, 46, "#d9b99a", BRICK, 4, lit=0.4, kind=2, door=False) + slab(
        770, 470, 8, 3, 52, 46, "#d9b99a", BRICK, 7, lit=0.5, kind=2, door=False
    )
    floor = paving(1200, 468, 675, 455, "#b9aea2", 7)
    green = pine(330, 520, 300, 3) + pine(880, 520, 330, 5) + pine(1090, 560, 420, 9) + hedge(0, 520, 280, 28) + hedge(960, 530, 240, 28)
    people = folk(
        ground,
        Actor(540, 545, c.GIRL_GREEN, c.BACK_WALK),
        Actor(580, 548, c.BOY, c.BACK_WALK),
        Actor(690, 580, c.WOMAN, c.HOLD, True, props.book),
        Actor(440, 600, c.MAN_SHIRT, c.STROLL),
    )
    lamps = garden_lamp(440, 540, 84, True) + garden_lamp(760, 540, 84, True)
    return (
        gradient(0, 0, 1200, 675, "#5c6f92", "#c79ca0", "#f0c9a0")
        + moon(940, 120, 20)
        + wisp(300, 150, 260, "#f0d0c0", 0.4)
        + toned(hills(1200, 440, 90, "#7b7f92", 6) + school + floor + "".join(pagoda) + green + people, DUSK, 0.75)
        + glow(600, 300, 260, LIT, 0.25)
        + lamps
    )


@cover("nanmen")
def nanmen() -> str:
    """A morning market in the cross street, craft shops behind it."""
    ground = Ground(420, 2.5)
    shops = "".join(
        rect(x, 300, 236, 150, "#d9c8a8")
        + shop(x, 462, 236, 138, n, b, "#cdb994", seed=i)
        + tiled_roof(x, 302, 236, 62, "#59636a", 0.03, 0.08)
        for i, (x, n, b) in enumerate(
            (
                (-40, "豆腐坊", "#6b4a33"),
                (208, "弹棉花", PINE),
                (456, "茶馆", VERMILION),
                (704, "修秤", "#6b4a33"),
                (952, "竹器", "#4f7d86"),
            )
        )
    )
    floor = paving(1200, 458, 675, 420, "#c4beb2", 7)
    stalls = []
    for i, (x, colour, goods) in enumerate(
        (
            (30, VERMILION, ("#c23a32", "#e6b95c", "#6f9c5e")),
            (272, PINE, ("#a5bf75", "#f1ede3", "#dd7a62")),
            (732, "#4f7d86", ("#e6b95c", "#cf9a4c", "#93b36c")),
            (974, VERMILION, ("#6f9c5e", "#d98a8c", "#c98563")),
        )
    ):
        stalls.append(
            rect(x + 8, 392, 5, 150, STONE_DEEP)
            + rect(x + 188, 392, 5, 150, STONE_DEEP)
            + folk(Ground(386, 2.5), Actor(x + 70, 545, (c.WOMAN, c.MAN_SHIRT, c.GRANDMA, c.WOMAN_BUN)[i], c.FRONT_HOLD))
            + rect(x, 498, 200, 50, WOOD_LIGHT)
            + rect(x, 538, 200, 10, WOOD)
            + rect(x + 150, 506, 40, 24, CREAM)
            + text(x + 170, 525, f"{i + 7}号", 17, VERMILION)
        )
        stalls += [
            ellipse(x + 20 + k * 26, 496, 15, 11, goods[k % 3]) + ellipse(x + 16 + k * 26, 492, 5, 4, light(goods[k % 3], 0.3))
            for k in range(7)
        ]
        stalls.append(striped_awning(x - 8, 376, 216, 44, colour))
    steam = "".join(stroke(f"M{x},400q-14,-26 0,-52t4,-50", WHITE, 9, opacity=0.4) for x in (70, 96, 560))
    people = folk(
        ground,
        Actor(500, 600, c.GRANDMA_ROSE, c.STROLL, True, props.bag),
        Actor(560, 540, c.MAN, c.STROLL, False, props.bag),
        Actor(650, 520, c.WOMAN_TAIL, c.BACK_WALK),
        Actor(700, 620, c.MAN_GREEN, c.OFFER),
        Actor(330, 630, c.WOMAN_LONG, c.POINT, True),
        Actor(920, 630, c.GRANDPA_BROWN, c.OFFER, False),
        Actor(600, 645, c.BOY, c.WALK),
    )
    return (
        sky(1200, 675, "#b3ccd4", "#f4e6d0")
        + sun(640, 230, 26, LIT, 7)
        + haze(hills(1200, 320, 90, "#8fa6a0", 4), "#f4e6d0", 0.5)
        + shops
        + floor
        + steam
        + "".join(stalls)
        + people
        + tricycle(1070, 640, 76, ellipse(-60, -58, 36, 18, "#6f9c5e"), True)
    )


@cover("tieluxincun")
def tieluxincun() -> str:
    """A green train passes the railway workers' rows."""
    ground = Ground(360, 3.0)
    rows = haze(slab(-40, 372, 12, 4, 46, 40, "#d8b894", BRICK, 3, kind=1), "#d7e2de", 0.35) + slab(
        560, 384, 13, 5, 52, 44, "#dcbb92", BRICK, 6, kind=0
    )
    trees = "".join(tree(x, 396, 110, GREEN, x) for x in (60, 220, 400, 520))
    bed = (
        gradient(0, 384, 1200, 291, "#b5b58a", "#8f9560")
        + poly([(0, 470), (1200, 470), (1200, 545), (0, 545)], "#a39a8b")
        + specks(1200, 470, 72, "#857d70", 260, 3, 4)
    )
    ties = "".join(rect(i * 30, 506, 16, 26, "#6d5a49") for i in range(41))
    rails = rect(0, 507, 1200, 5, "#5e6167") + rect(0, 525, 1200, 6, "#5e6167")
    train = "".join(_carriage(-80 + i * 332, 512) for i in range(3)) + _engine(916, 512)
    post = (
        rect(250, 300, 8, 210, SLATE_DEEP)
        + rect(236, 286, 36, 66, INK, 8)
        + circle(254, 304, 9, "#4a2a28")
        + circle(254, 332, 9, "#8fd49a")
    )
    front = fence(0, 640, 1200, 62, "#ddd8cb", 26) + grass(0, 676, 1200, 46, 4) + flowerbed(820, 676, 380, 34, 5)
    people = folk(ground, Actor(420, 600, c.GRANDPA, c.WAVE), Actor(468, 604, c.BOY_BLUE, c.WAVE), Actor(700, 604, c.WOMAN, c.STROLL, True))
    return (
        sky(1200, 675, "#8fc0d4", "#eef0e0")
        + cloud(260, 110, 300)
        + cloud(760, 70, 220)
        + birds(520, 190, 5)
        + rows
        + trees
        + bed
        + ties
        + rails
        + train
        + post
        + path("M0,560H1200V600H0Z", "#c6b994")
        + people
        + front
        + tree(1110, 676, 300, GREEN, 41)
    )


def _carriage(x: float, base: float) -> str:
    body = (
        rect(x, base - 108, 322, 92, "#3d6b57", 6)
        + rect(x, base - 50, 322, 8, GOLD)
        + rect(x, base - 108, 322, 12, "#2c5143", 6)
        + rect(x + 6, base - 118, 310, 12, "#6b7276", 5)
    )
    wins = "".join(rect(x + 22 + i * 36, base - 90, 25, 32, "#cfe0dd", 3) for i in range(8))
    wheels = "".join(circle(x + d, base - 8, 13, INK) + circle(x + d, base - 8, 6, STONE_DEEP) for d in (40, 76, 246, 282))
    return rect(x + 20, base - 18, 282, 10, SLATE_DEEP) + wheels + body + wins + rect(x + 322, base - 60, 12, 36, SLATE_DEEP)


def _engine(x: float, base: float) -> str:
    body = (
        path(f"M{x},{base - 16}V{base - 118}H{x + 200}Q{x + 252},{base - 112} {x + 262},{base - 60}V{base - 16}Z", "#3d6b57")
        + path(f"M{x + 186},{base - 104}H{x + 206}Q{x + 236},{base - 100} {x + 244},{base - 66}H{x + 186}Z", "#cfe0dd")
        + rect(x, base - 50, 262, 8, GOLD)
    )
    return (
        "".join(circle(x + d, base - 8, 14, INK) + circle(x + d, base - 8, 6, STONE_DEEP) for d in (36, 76, 190, 230))
        + body
        + "".join(rect(x + 20 + 40 * i, base - 100, 26, 30, "#2c5143") for i in range(3))
        + circle(x + 254, base - 36, 6, LIT)
    )
