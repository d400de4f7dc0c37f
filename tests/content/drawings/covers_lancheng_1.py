"""Covers of the communities in Lancheng, part 1."""

from __future__ import annotations

import cast as c
import props
from blocks import shop, tower
from buildings import slab
from furniture import bench, lantern, string_of
from houses import tiled_roof
from nature import (
    BLOSSOM,
    GREEN,
    PEAR,
    SPRING,
    bare_tree,
    birds,
    cloud,
    sky,
    sun,
    tree,
    wisp,
)
from objects import bicycle, notice_board
from palette import (
    BRICK,
    CREAM,
    PINE,
    SKY_PALE,
    SLATE,
    STONE,
    STONE_LIGHT,
    TERRACOTTA,
    VERMILION,
    dark,
    haze,
    toned,
)
from plants import bush, flowerbed, hedge
from scene import Ground, cover
from staging import GOLDEN, Actor, cast_shadow, folk, paving, plain, skyline, specks
from svg import ellipse, gradient, path, rect
from works import drum_tower


@cover("xingfuli")
def xingfuli() -> str:
    """A courtyard of old flats in spring, neighbours under the big tree."""
    ground = Ground(395, 2.5)
    back = haze(slab(-60, 432, 12, 6, 54, 46, "#e9cfa8", BRICK, 3, kind=1), SKY_PALE, 0.28)
    left = slab(-130, 478, 6, 6, 66, 62, CREAM, BRICK, 5, kind=0)
    right = slab(880, 478, 6, 6, 66, 62, "#efd9bd", BRICK, 9, kind=1)
    floor = plain(1200, 430, 245, "#d6cdb8", "#c6bca5") + cast_shadow(266, 478, 0, 60, 0.1)
    green = hedge(266, 500, 190, 26) + hedge(720, 500, 160, 26, SPRING) + flowerbed(300, 512, 150, 18, 4)
    yard = ellipse(600, 590, 330, 66, "#b9ae96") + ellipse(600, 584, 318, 60, "#d9ceb6")
    seat = (
        ellipse(600, 566, 120, 20, dark(STONE, 0.1))
        + rect(480, 536, 240, 30, STONE)
        + ellipse(600, 536, 120, 18, STONE_LIGHT)
        + ellipse(600, 534, 96, 12, "#8a6d4f")
    )
    big = tree(600, 536, 400, GREEN, 12, wide=0.95, shadow=False)
    people = folk(
        ground,
        Actor(790, 612, c.GRANDPA, c.SIT, True),
        Actor(400, 604, c.GRANDMA, c.TALK),
        Actor(462, 616, c.WOMAN, c.TALK, True, props.bag),
        Actor(300, 560, c.BOY, c.RUN),
        Actor(250, 566, c.GIRL_PINK, c.RUN),
        Actor(920, 590, c.MAN_GREEN, c.STROLL, True),
    )
    return (
        sky(1200, 675, "#a9cdd8", "#eef1e4")
        + cloud(340, 70, 240)
        + back
        + left
        + right
        + floor
        + green
        + yard
        + seat
        + big
        + bench(760, 606, 110)
        + bicycle(1010, 540, 52)
        + notice_board(1040, 548, 120, 92, "幸福里")
        + people
        + bush(60, 690, 260, 90, GREEN, 4, "#f3e6cd")
        + flowerbed(960, 684, 260, 46, 6)
    )


@cover("yulanyuan")
def yulanyuan() -> str:
    """Magnolias in white bloom before bright new houses."""
    ground = Ground(430, 2.8)
    far = haze(skyline(1200, 430, 60, 190, "#c9d3d0", 4), SKY_PALE, 0.4)
    houses = (
        tower(120, 470, 170, 11, 30, "#f3ece0", TERRACOTTA, 2, side=36)
        + tower(500, 466, 180, 9, 30, "#efe6d6", SLATE, 5, side=34)
        + tower(850, 470, 170, 12, 30, "#f3ece0", TERRACOTTA, 8, side=40)
    )
    lawn = plain(1200, 462, 213, "#a9c58a", "#86ad68")
    walk = path(
        "M520,675C560,600 700,560 610,520C560,498 640,480 660,466L690,466C690,486 640,500 700,520C820,560 760,610 800,675Z", STONE_LIGHT
    )
    trees = (
        bare_tree(205, 640, 560, "#6b5347", 21, PEAR, 240)
        + bare_tree(1010, 648, 600, "#6b5347", 8, ("#e7d9dc", "#f7eeee", "#fffaf5"), 260)
        + bare_tree(420, 505, 190, "#6b5347", 13, PEAR, 110)
        + bare_tree(820, 500, 170, "#6b5347", 31, BLOSSOM, 110)
    )
    people = folk(
        ground, Actor(640, 560, c.WOMAN_LONG, c.STROLL), Actor(590, 566, c.GIRL, c.WAVE), Actor(700, 528, c.GRANDMA_ROSE, c.STROLL, True)
    )
    low = hedge(0, 676, 420, 34, SPRING, 3) + hedge(880, 676, 320, 34, SPRING, 5) + specks(1200, 560, 110, "#fbf6f0", 110, 4, 5)
    return (
        sky(1200, 675, "#9fcade", "#eaf1ea")
        + cloud(700, 90, 260)
        + cloud(380, 150, 160)
        + far
        + houses
        + lawn
        + walk
        + bush(470, 506, 120, 40, SPRING, 3)
        + trees
        + people
        + low
    )


@cover("gulou")
def gulou() -> str:
    """The old gate closes a street of shops in the evening sun."""
    ground = Ground(450, 2.5)
    tower_ = haze(drum_tower(600, 478, 430), "#f3cf9e", 0.12)
    street = paving(1200, 470, 675, 450, "#cfbfa6", 8, 0.1)
    signs = (("文具", PINE), ("面馆", VERMILION), ("茶铺", "#6b4a33"), ("布店", "#4f7d86"), ("书局", PINE), ("药铺", "#6b4a33"))
    left = "".join(_shophouse(-40 + i * 128, 492 - i * 5, 140 - i * 10, 250 - i * 28, *signs[i], i) for i in range(3))
    right = "".join(_shophouse(1100 - i * 118, 492 - i * 5, 140 - i * 10, 250 - i * 28, *signs[3 + i], i + 4) for i in range(3))
    people = folk(
        ground,
        Actor(610, 520, c.MAN, c.BACK_WALK),
        Actor(560, 510, c.WOMAN, c.BACK_WALK),
        Actor(400, 640, c.GRANDPA_BROWN, c.CANE, far=props.cane),
        Actor(230, 600, c.GRANDMA, c.TALK),
        Actor(285, 606, c.WOMAN_BUN, c.TALK, True),
        Actor(790, 600, c.WOMAN_TAIL, c.WALK, True, props.bag),
        Actor(840, 612, c.BOY, c.WALK, True),
        Actor(690, 545, c.MAN_SHIRT, c.STROLL),
    )
    scene = tower_ + street + left + right + toned(cast_shadow(0, 492, 330, 60, 0.12), GOLDEN) + people + bicycle(930, 560, 66, PINE)
    strings = string_of(330, 300, 880, 300, 22, 9, lambda x, y, i: lantern(x, y, 9))
    return (
        gradient(0, 0, 1200, 675, "#8fb6c4", "#f2cf9c", "#f7dcae")
        + sun(900, 330, 44, "#fff1c4", 6)
        + wisp(300, 120, 240, "#fff4dc")
        + birds(380, 170, 6)
        + toned(scene, GOLDEN, 0.8)
        + strings
    )


def _shophouse(x: float, base: float, w: float, h: float, sign: str, board: str, seed: int) -> str:
    upper = rect(x, base - h, w, h, "#e3d2b4") + "".join(
        rect(x + w * f, base - h * 0.86, w * 0.2, h * 0.24, "#6b4a33")
        + rect(x + w * f + 4, base - h * 0.84, w * 0.2 - 8, h * 0.2, "#f0d9a4")
        for f in (0.1, 0.4, 0.7)
    )
    return (
        upper + shop(x, base, w, h * 0.55, sign, board, "#d9c4a0", seed=seed) + tiled_roof(x, base - h, w, h * 0.24, "#59636a", 0.05, 0.1)
    )
