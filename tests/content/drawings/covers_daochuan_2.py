"""Covers of the communities in Daochuan, part 2."""

from __future__ import annotations

import cast as c
import props
from crops import grass, reeds, stones, tea_rows
from houses import cottage, tiled_roof
from nature import GREEN, birds, cloud, mist, ranges, sky, sun, tree, water, wisp
from objects import bicycle, street_lamp
from palette import (
    CREAM,
    LAMP,
    PINE,
    SLATE_DEEP,
    STONE_LIGHT,
    VERMILION,
    WHITE,
    WOOD,
    WOOD_DEEP,
    WOOD_LIGHT,
    haze,
    toned,
)
from plants import bamboo
from scene import Ground, cover
from staging import GOLDEN, Actor, folk
from svg import circle, ellipse, gradient, line, path, poly, rect, stroke, text


@cover("xinmin")
def xinmin() -> str:
    """People ride home to the rented houses after the shift."""
    ground = Ground(410, 2.5)
    cols = ("#e9cfa8", "#d9b795", "#efe0c4", "#cfae90", "#e3c7a4")
    homes = "".join(
        cottage(-30 + i * 250, 486, 226, 330 + (i * 53) % 60, cols[i], "#7d564a", 4, i + 3, 0.45)
        + rect(-30 + i * 250 + 150, 410, 60, 30, "#3f6d8c")
        + text(-30 + i * 250 + 180, 431, "五看", 18, CREAM)
        for i in range(5)
    )
    alleys = "".join(rect(196 + i * 250, 250, 24, 236, "#6b5f63") for i in range(4))
    rails = "".join(
        "".join(
            rect(-10 + i * 250 + k * 58, 250 + r * 66, 34, 26, ("#d98a8c", "#9fc6d6", "#f3e6cd", "#cf9a4c", "#6f9c5e")[(i + k + r) % 5], 2)
            for k in range(3)
            if (i + k + r) % 3
        )
        + line([(-20 + i * 250, 250 + r * 66), (172 + i * 250, 250 + r * 66)], SLATE_DEEP, 2)
        for r in range(2)
        for i in range(5)
    )
    street = rect(0, 484, 1200, 26, STONE_LIGHT) + gradient(0, 510, 1200, 165, "#a39a92", "#8d857f")
    riders = "".join(
        bicycle(x, y, ground.tall(y, 1.05), t, f) + folk(ground, Actor(x + (5 if f else -5), y - ground.tall(y, 0.33), look, c.SIT, f))
        for x, y, t, look, f in (
            (300, 590, PINE, c.MAN, False),
            (720, 560, VERMILION, c.WOMAN_TAIL, True),
            (930, 625, "#4f7d86", c.MAN_WORK, True),
        )
    )
    people = folk(
        ground,
        Actor(470, 560, c.GIRL, c.RUN, True),
        Actor(540, 566, c.GRANDMA, c.WAVE, True),
        Actor(120, 560, c.WOMAN_BUN, c.STROLL, False, props.bag),
        Actor(1080, 560, c.GRANDMA_ROSE, c.STAND, True),
        Actor(1120, 568, c.BOY, c.WAVE, True),
    )
    scene = toned(homes + alleys + rails + street + riders + people, GOLDEN, 0.7)
    return (
        gradient(0, 0, 1200, 480, "#7f9cc0", "#edbf9f", "#ffe0ad")
        + wisp(420, 70, 320, "#f7d5bd", 0.6)
        + sun(1010, 130, 30, LAMP, 6)
        + birds(640, 90, 5)
        + scene
        + street_lamp(60, 530, 230, True)
        + street_lamp(830, 522, 220, True)
    )


@cover("shuikou")
def shuikou() -> str:
    """The sluice and the old water wheel."""
    ridge = haze(ranges(1200, 280, 150, ["#a3bfb8", "#84a896", "#6f9a80"], 21, 190), "#e6efe2", 0.3)
    homes = (
        cottage(760, 380, 200, 160, floors=2, seed=3)
        + cottage(970, 384, 220, 170, "#ecdfc8", floors=2, seed=6)
        + tree(740, 384, 150, GREEN, 3)
        + bamboo(1150, 400, 260, 4)
    )
    bank = path("M0,380Q240,350 480,376L480,470L0,470Z", "#8fb06a") + path("M700,372L1200,380L1200,500L700,460Z", "#9dba74")
    dam = (
        rect(430, 330, 300, 150, "#bdb6a7")
        + "".join(
            rect(450 + i * 96, 360, 64, 120, "#4f7d86")
            + rect(450 + i * 96, 392, 64, 88, "#e3eff0")
            + "".join(rect(456 + i * 96 + k * 14, 392, 5, 88, "#c3dde0") for k in range(4))
            for i in range(3)
        )
        + rect(420, 318, 320, 16, "#d3cdc0")
        + "".join(
            rect(444 + i * 96, 262, 76, 58, CREAM) + tiled_roof(440 + i * 96, 264, 84, 20) + rect(468 + i * 96, 280, 28, 24, "#8fb0b4")
            for i in range(3)
        )
    )
    pool = water(0, 470, 1200, 205, "#a5d0d3", "#589aa2", 9) + "".join(
        ellipse(482 + i * 96, 482, 52, 12, WHITE, opacity=0.8) + ellipse(470 + i * 96, 500, 70, 9, WHITE, opacity=0.4) for i in range(3)
    )
    rim = "".join(
        f'<g transform="rotate({i * 22.5} 230 400)">{rect(227, 250, 6, 150, WOOD)}{rect(214, 240, 32, 26, WOOD_LIGHT)}</g>'
        for i in range(16)
    )
    wheel = (
        circle(230, 400, 150, "none", stroke=WOOD_DEEP, stroke_width=9)
        + circle(230, 400, 118, "none", stroke=WOOD, stroke_width=6)
        + rim
        + circle(230, 400, 16, WOOD_DEEP)
        + poly([(222, 404), (238, 404), (290, 560), (270, 560)], WOOD_DEEP)
        + poly([(222, 404), (238, 404), (190, 560), (170, 560)], WOOD_DEEP)
    )
    drops = "".join(stroke(f"M{330 + i * 7},{330 + i * 16}q8,40 4,{120 - i * 10}", "#dff0f1", 3, opacity=0.8) for i in range(5))
    people = folk(
        Ground(200, 3.6), Actor(610, 320, c.VEST_MAN, c.POINT), Actor(560, 320, c.MAN_WORK, c.HOLD, False, props.clipboard)
    ) + folk(Ground(240, 3), Actor(850, 420, c.GRANDPA, c.STROLL), Actor(900, 424, c.GIRL, c.RUN))
    front = stones(360, 676, 320, 60, "#a8a498", 5, 6) + reeds(860, 680, 340, 120, 4) + grass(0, 680, 360, 60, 3)
    return sky(1200, 675, "#8ec3d6", "#eaf1e4") + cloud(600, 90, 280) + ridge + bank + homes + dam + pool + wheel + drops + people + front


@cover("chalin")
def chalin() -> str:
    """Tea rows on the hill in the spring mist, pickers at work."""
    ground = Ground(250, 4.2)
    ridge = haze(ranges(1200, 270, 170, ["#b4cbc2", "#9abaa6", "#82aa8c"], 17, 200), "#eef3e8", 0.4)
    homes = haze(
        cottage(820, 306, 130, 96, floors=2, seed=2)
        + cottage(950, 312, 120, 90, floors=1, seed=3)
        + tree(800, 310, 80, GREEN, 2)
        + bamboo(1080, 316, 150, 3),
        "#eef3e8",
        0.2,
    )
    slope = path("M0,300Q400,260 700,310T1200,300L1200,675L0,675Z", "#7ba267")
    pickers = folk(
        ground,
        Actor(330, 446, Tea.woman, c.OFFER),
        Actor(640, 420, Tea.girl, c.OFFER, True),
        Actor(860, 520, Tea.woman, c.HOLD, True),
        Actor(480, 590, Tea.girl, c.OFFER),
        Actor(210, 580, c.GRANDPA_BROWN, c.STROLL),
    )
    baskets = "".join(
        path(f"M{x - 15},{y - 24}H{x + 15}L{x + 11},{y}H{x - 11}Z", WOOD_LIGHT) + ellipse(x, y - 24, 15, 5, "#86b067")
        for x, y in ((560, 596), (280, 452), (920, 526))
    )
    return (
        gradient(0, 0, 1200, 675, "#b9d6da", "#f2f4e6")
        + ridge
        + mist(1200, 270, 44, WHITE, 0.7)
        + slope
        + homes
        + tea_rows(1200, 330, 700, 9)
        + pickers
        + baskets
        + mist(1200, 350, 26, WHITE, 0.35)
    )


class Tea:
    """Tea pickers."""

    woman = c.Look("#4d7f9a", "#3b4a58", hat="straw", style="bob", garment="apron")
    girl = c.Look("#c25c54", "#3b4a58", hat="straw", style="ponytail", garment="apron")
