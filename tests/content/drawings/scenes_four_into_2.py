"""Pictures of the four streams into communities, part 2."""

from __future__ import annotations

import cast as c
import props
from buildings import slab
from furniture import bookshelf, flag, stool, string_of
from nature import GREEN, SPRING, cloud, moon, sky, tree
from palette import (
    BRICK,
    CREAM,
    GOLD,
    INK,
    LAMP,
    PINE,
    RED,
    SHADE,
    SLATE,
    SLATE_DEEP,
    STONE_LIGHT,
    VERMILION,
    WOOD,
    WOOD_DEEP,
    dark,
    haze,
    toned,
)
from plants import flowerbed
from scene import TALL, Ground, picture
from squares import square
from staging import Actor, folk, paving
from svg import circle, ellipse, glow, gradient, path, poly, rect, stroke, text


@picture("four-into", "film-night")
def film_night() -> str:
    """An open-air film between the houses on a summer night."""
    ground = Ground(400, 2.5)
    rows = toned(
        slab(-60, 520, 7, 8, 56, 54, "#c99f7c", BRICK, 5, lit=0.45, kind=1, door=False)
        + slab(880, 520, 7, 8, 56, 54, "#c99f7c", BRICK, 9, lit=0.45, kind=0, door=False)
        + tree(400, 520, 240, GREEN, 3, shadow=False)
        + tree(820, 520, 250, GREEN, 4, shadow=False),
        "#5d6a9c",
        0.9,
    )
    floor = toned(paving(1200, 516, 800, 400, "#9d938c", 8), "#6f78a8", 0.9)
    screen = (
        glow(600, 330, 420, "#fff1c4", 0.4)
        + rect(340, 150, 12, 410, SLATE_DEEP)
        + rect(848, 150, 12, 410, SLATE_DEEP)
        + rect(352, 160, 496, 290, "#f6eed6")
        + "".join(
            f'<g opacity="0.9">{p}</g>'
            for p in (
                path("M352,450V360Q460,300 560,360T760,330Q810,322 848,350V450Z", "#8fb3a0"),
                path("M352,450V400Q520,360 640,410T848,390V450Z", "#6f9c8a"),
            )
        )
        + circle(740, 230, 30, "#ffdd94")
        + toned(folk(Ground(60, 4.2), Actor(520, 430, c.WOMAN_RED, c.STROLL), Actor(560, 432, c.BOY, c.RUN)), "#fff4e0")
    )
    beam = poly([(600, 760), (352, 160), (848, 160)], LAMP, opacity=0.08)
    seats = [(x, y) for y, xs in ((620, (250, 370, 490, 710, 830, 950)), (700, (180, 320, 460, 740, 880, 1020))) for x in xs]
    looks = (
        c.MAN,
        c.GIRL,
        c.WOMAN,
        c.GRANDPA,
        c.GRANDMA,
        c.BOY,
        c.WOMAN_TAIL,
        c.BOY_BLUE,
        c.MAN_GREEN,
        c.WOMAN_BUN,
        c.GIRL_GREEN,
        c.MAN_SHIRT,
    )
    crowd = "".join(stool(x, y, ground.tall(y, 0.42)) for x, y in seats) + folk(
        ground, *[Actor(x, y, look, c.BACK_SIT) for (x, y), look in zip(seats, looks, strict=True)]
    )
    projector = (
        rect(560, 720, 80, 46, SLATE_DEEP, 5)
        + circle(586, 700, 22, SLATE)
        + circle(624, 706, 16, SLATE)
        + circle(600, 742, 12, LAMP)
        + rect(574, 766, 8, 34, INK)
        + rect(620, 766, 8, 34, INK)
    )
    return (
        gradient(0, 0, 1200, 540, "#18244a", "#4f5c90")
        + "".join(circle((i * 193) % 1200, (i * 71) % 260, 1.5, LAMP, opacity=0.8) for i in range(60))
        + moon(1010, 90, 24)
        + rows
        + floor
        + screen
        + beam
        + toned(crowd + folk(ground, Actor(700, 790, c.VEST_MAN, c.OFFER, True)), "#8088b8", 0.8)
        + projector
    )


@picture("four-into", "book-cart", TALL)
def book_cart() -> str:
    """A cart of books under the trees; children and elders choose."""
    ground = Ground(560, 2.0)
    back = haze(slab(-60, 730, 7, 8, 84, 78, "#ecd6b4", BRICK, 6, kind=2), "#f4ecda", 0.28)
    floor = paving(800, 726, 1200, 560, "#d2c7b0", 7) + ellipse(400, 1000, 460, 120, SHADE, opacity=0.1)
    big = tree(120, 900, 780, GREEN, 4, wide=0.8) + tree(760, 800, 520, SPRING, 9)
    cart = (
        rect(270, 660, 330, 300, WOOD)
        + bookshelf(280, 950, 310, 280, 3, 5)
        + poly([(230, 660), (290, 590), (580, 590), (640, 660)], VERMILION)
        + "".join(path(f"M{230 + i * 51.2},660h51.2q0,26 -25.6,26t-25.6,-26z", CREAM if i % 2 else VERMILION) for i in range(8))
        + text(435, 640, "流动书屋", 38, CREAM, spacing=8)
        + "".join(circle(x, 986, 40, INK) + circle(x, 986, 28, STONE_LIGHT) + circle(x, 986, 8, INK) for x in (320, 550))
        + rect(270, 950, 330, 16, WOOD_DEEP)
    )
    people = folk(
        ground,
        Actor(262, 1030, c.GIRL, c.BACK_RAISE),
        Actor(740, 1100, c.GRANDPA, c.HOLD, True, props.book),
        Actor(480, 1120, c.BOY, c.HOLD, True, props.book),
        Actor(640, 990, c.VEST_WOMAN, c.OFFER, True, props.book),
        Actor(90, 1130, c.WOMAN_LONG, c.HOLD, False, props.book),
    )
    return sky(800, 1200, "#a1cbda", "#f4ecda") + cloud(560, 120, 260) + back + floor + big + cart + people


@picture("four-into", "may-performance")
def may_performance() -> str:
    """Dancers with red ribbons on the May stage before a full square."""
    ground = Ground(340, 2.45)
    stage = (
        rect(200, 190, 800, 340, "#f3ead6")
        + gradient(212, 202, 776, 300, "#a5d0da", "#f6ecd6")
        + path("M212,502V420Q360,350 520,410T820,380Q920,370 988,400V502Z", "#93b36c")
        + path("M212,502V460Q420,410 600,460T988,440V502Z", "#6f9c5e")
        + text(600, 290, "四进社区", 66, VERMILION, spacing=16)
        + text(600, 344, "五月文艺演出", 30, PINE, spacing=8)
        + poly([(170, 502), (1030, 502), (1090, 566), (110, 566)], "#c08a5c")
        + rect(110, 566, 980, 40, VERMILION)
        + rect(110, 600, 980, 8, dark(VERMILION, 0.3))
        + "".join(flowerbed(116 + i * 122, 612, 118, 24, i) for i in range(8))
    )
    dancers = "".join(
        _ribbon(x, y, f) for x, y, f in ((330, 440, False), (470, 420, True), (620, 440, False), (760, 420, True), (890, 440, False))
    ) + folk(
        Ground(290, 2.75),
        *[
            Actor(x, y, (Ribbon.red, Ribbon.gold)[i % 2], Ribbon.turn, bool(i % 2))
            for i, (x, y) in enumerate(((320, 552), (460, 532), (600, 552), (740, 532), (880, 552)))
        ],
    )
    heads = folk(
        ground,
        *[
            Actor(60 + i * 98, 880 + (i % 3) * 16, look, (c.BACK, c.BACK_RAISE, c.BACK, c.BACK)[i % 4])
            for i, look in enumerate(
                (
                    c.MAN,
                    c.WOMAN,
                    c.GRANDPA,
                    c.WOMAN_TAIL,
                    c.MAN_SHIRT,
                    c.GRANDMA_ROSE,
                    c.WOMAN_BUN,
                    c.MAN_GREEN,
                    c.GRANDMA,
                    c.WOMAN_LONG,
                    c.GRANDPA_BROWN,
                    c.WOMAN_RED,
                )
            )
        ],
    ) + folk(ground, Actor(208, 800, c.GIRL, c.BACK_RAISE), Actor(510, 805, c.BOY, c.BACK), Actor(898, 804, c.GIRL_GREEN, c.BACK_RAISE))
    return (
        square(9, tree(60, 500, 340, SPRING, 5), tree(1140, 500, 360, GREEN, 7))
        + string_of(-20, 140, 600, 160, 40, 14, flag)
        + string_of(600, 160, 1220, 140, 40, 14, flag)
        + stage
        + dancers
        + heads
    )


class Ribbon:
    """Ribbon dancers."""

    red = c.Look(RED, RED, style="bun", legs="skirt")
    gold = c.Look(GOLD, "#c98563", style="bun", legs="skirt")
    turn = c.Pose((112, 136), (70, 96), (12, -8), (6, 3), view="front")


def _ribbon(x: float, y: float, flip: bool) -> str:
    d = -1 if flip else 1
    return stroke(
        f"M{x - 34 * d},{y - 46}C{x - 110 * d},{y - 130} {x - 150 * d},{y - 20} {x - 96 * d},{y - 30}S{x - 60 * d},{y + 40} {x - 118 * d},{y + 60}",
        CORAL,
        7,
    )


CORAL = "#d8574c"
