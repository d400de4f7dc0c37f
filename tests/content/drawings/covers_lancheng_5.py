"""Covers of the communities in Lancheng, part 5."""

from __future__ import annotations

import random

import cast as c
import props
from blocks import brick_wall
from buildings import pane, slab
from furniture import stool
from houses import TILE, cottage, tiled_roof
from nature import cloud, crown, sky, trunk
from objects import bicycle, tricycle
from palette import (
    CREAM,
    GOLD,
    INK,
    LEAF,
    LEAF_DEEP,
    LEAF_LIGHT,
    PINE,
    RED,
    SHADE,
    SLATE,
    SLATE_DEEP,
    STONE,
    VERMILION,
    WOOD,
    WOOD_DEEP,
    WOOD_LIGHT,
    dark,
    haze,
)
from plants import pot
from scene import Ground, cover
from staging import Actor, folk, paving, specks, wires
from svg import circle, ellipse, gradient, line, path, rect, text


@cover("huaishuxiang")
def huaishuxiang() -> str:
    """An ancient locust tree shades the alley's mouth and a chess game."""
    ground = Ground(410, 2.4)
    left = brick_wall(-20, 250, 330, 250, "#a9a298", 12, 3) + tiled_roof(-60, 256, 400, 70) + _gate(190, 500)
    right = (
        brick_wall(820, 270, 400, 220, "#b3aa9c", 12, 6)
        + tiled_roof(790, 276, 460, 66)
        + pane(930, 330, 90, 70, "#8fb0b4", WOOD_DEEP)
        + pane(1080, 330, 90, 70, "#a9c5cc", WOOD_DEEP)
    )
    far = haze(cottage(430, 450, 150, 130, "#cfc6b6", seed=3) + cottage(600, 450, 150, 140, "#d9d0bf", seed=5), "#e6ecdd", 0.35)
    floor = paving(1200, 448, 675, 410, "#c2b7a2", 8)
    stem = (
        trunk(640, 590, 400, 64, "#6a5040", -0.05)
        + line([(630, 320), (520, 220), (410, 170)], "#6a5040", 22)
        + line([(628, 300), (740, 200), (850, 170)], "#5d4638", 20)
    )
    rng = random.Random(4)
    second = trunk(356, 548, 370, 44, "#6f5444", -0.04) + ellipse(356, 550, 66, 11, "#7d6a55")
    leaves = "".join(
        crown(600, 120, 560, 150, LEAF_DEEP, 0.6, 22, 0.3, rng)
        + crown(560, 90, 470, 110, LEAF, 0.6, 18, 0.28, rng)
        + crown(480, 66, 330, 70, LEAF_LIGHT, 0.6, 12, 0.24, rng)
    )
    bloom = "".join(
        path(f"M{x},{y}q-9,14 0,30q9,-16 0,-30z", "#f6f2dc") for x, y in ((rng.uniform(120, 1080), rng.uniform(60, 225)) for _ in range(44))
    )
    people = folk(
        ground,
        Actor(452, 600, c.GRANDPA, c.SIT),
        Actor(560, 600, c.GRANDPA_BROWN, c.SIT, True),
        Actor(505, 575, c.MAN_SHIRT, c.FRONT_HOLD),
        Actor(820, 600, c.GRANDMA_ROSE, c.STROLL, True, props.fan),
        Actor(900, 540, c.GIRL, c.RUN, True),
    )
    chess = (
        stool(446, 602, 44, WOOD)
        + stool(566, 602, 44, WOOD)
        + rect(484, 556, 44, 5, WOOD_LIGHT)
        + rect(500, 560, 12, 40, WOOD_DEEP)
        + "".join(circle(492 + 7 * k, 554, 2.6, RED if k % 2 else INK) for k in range(5))
    )
    shade = ellipse(610, 608, 430, 48, SHADE, opacity=0.16)
    return (
        sky(1200, 675, "#a8d0da", "#eef1de")
        + far
        + left
        + right
        + floor
        + shade
        + second
        + stem
        + ellipse(640, 592, 90, 14, "#7d6a55")
        + people
        + chess
        + leaves
        + bloom
        + specks(1200, 560, 110, "#f3efd6", 90, 3, 4)
        + pot(300, 520, 40, 3)
        + bicycle(1060, 590, 84, VERMILION)
    )


def _gate(x: float, base: float) -> str:
    frame = (
        rect(x - 62, base - 168, 124, 168, "#8d867c")
        + rect(x - 44, base - 142, 88, 142, "#5c2d26")
        + rect(x - 40, base - 138, 38, 138, "#9a3c31")
        + rect(x + 2, base - 138, 38, 138, "#8d352c")
        + circle(x - 10, base - 70, 5, GOLD)
        + circle(x + 10, base - 70, 5, GOLD)
    )
    return frame + tiled_roof(x - 80, base - 166, 160, 40, TILE, 0.08, 0.2) + rect(x - 56, base - 8, 112, 8, STONE)


@cover("dongguan")
def dongguan() -> str:
    """Wholesale shops in old blocks; heaps of boxes go onto the tricycles."""
    ground = Ground(410, 2.5)
    houses = slab(-40, 392, 11, 5, 58, 62, "#cdb694", None, 5, kind=1, door=False) + slab(
        640, 392, 10, 4, 58, 62, "#bfae98", None, 9, kind=2, door=False
    )
    fronts = "".join(
        rect(x, 372, 148, 130, "#b9aa92")
        + rect(x + 10, 416, 128, 86, SHUTTER)
        + "".join(rect(x + 10, 420 + k * 10, 128, 2, SLATE) for k in range(8 if i % 2 else 3))
        + (
            ""
            if i % 2
            else rect(x + 10, 446, 128, 56, "#4b4440")
            + "".join(rect(x + 18 + k * 28, 466 + (k % 2) * 10, 24, 36 - (k % 2) * 10, "#b98f5f") for k in range(4))
        )
        + rect(x + 4, 384, 140, 28, t)
        + text(x + 74, 405, n, 19, CREAM, spacing=3)
        for i, (x, n, t) in enumerate(
            (
                (-10, "百货批发", PINE),
                (144, "鞋帽", VERMILION),
                (298, "文具批发", "#4f7d86"),
                (452, "土产", "#6b4a33"),
                (640, "布匹", VERMILION),
                (794, "五金批发", PINE),
                (948, "日杂", "#6b4a33"),
                (1102, "竹木", "#4f7d86"),
            )
        )
    )
    gap = rect(598, 150, 44, 352, "#8d877f")
    street = rect(0, 500, 1200, 24, STONE) + gradient(0, 524, 1200, 151, "#b3aa9c", "#98907f")
    heap = "".join(
        rect(x, y, 46, 36, ("#b98f5f", "#c9a06e", "#a97f50")[(x + y) % 3])
        + rect(x, y + 14, 46, 5, "#dcc39a")
        + rect(x + 36, y, 10, 36, dark("#b98f5f", 0.2))
        for x, y in ((540, 566), (588, 566), (636, 566), (684, 566), (562, 530), (610, 530), (658, 530), (586, 494), (634, 494))
    )
    load = "".join(rect(-94 + k * 30, -96 + (k % 2) * 6, 28, 32, "#c9a06e") for k in range(3))
    people = folk(
        ground,
        Actor(500, 606, c.VEST_MAN, c.OFFER),
        Actor(770, 606, c.VEST_YOUTH, c.OFFER, True),
        Actor(230, 560, c.GRANDMA, c.STROLL, False, props.bag),
        Actor(960, 570, c.VEST_WOMAN, c.SWEEP, True, props.broom),
        Actor(1060, 640, c.WOMAN, c.HOLD, True, props.clipboard),
        Actor(1115, 642, c.MAN_SHIRT, c.POINT, True),
    )
    sign = (
        rect(60, 540, 96, 60, CREAM)
        + rect(60, 540, 96, 20, VERMILION)
        + text(108, 556, "17号点", 15, CREAM)
        + "".join(rect(70, 568 + k * 10, 76 - k * 14, 4, "#9b978e") for k in range(3))
        + rect(104, 600, 8, 40, SLATE_DEEP)
    )
    return (
        sky(1200, 675, "#b5cdd6", "#efe7d6")
        + cloud(300, 60, 260)
        + houses
        + gap
        + fronts
        + street
        + heap
        + tricycle(330, 640, 96, load)
        + tricycle(900, 652, 92, load, True)
        + people
        + sign
        + wires([(0, 330, 600, 316), (640, 316, 1200, 336)])
    )


SHUTTER = "#aab2b4"
