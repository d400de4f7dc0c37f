"""Covers of the communities in the old centre."""

from __future__ import annotations

import cast as c
import props
from buildings import shop, skewed, slab, tower
from houses import arch, chimney, cottage, drum_tower, gable, mill, stone_bridge, tiled_roof
from nature import BLOSSOM, GINKGO, GREEN, PEAR, SPRING, bare_tree, birds, cloud, hills, mist, reflected, sky, sun, tree, water, wisp
from objects import bench, bicycle, boat, garden_lamp, lantern, notice_board, plate, railing, stool, street_lamp, string_of, table
from palette import BRICK, CHALK, CLAY, CREAM, GRASS, LEAF, MIST, OCHRE, PINE, SAND, SHADE, SKY, SKY_PALE, SLATE, STONE, STONE_LIGHT, TERRACOTTA, VERMILION, dark, haze, light, toned
from plants import bush, flowerbed, hedge, pot, willow
from scene import Camera, Ground, cover
from staging import GOLDEN, Actor, cast_shadow, folk, paving, plain, skyline, specks
from svg import circle, ellipse, gradient, line, path, poly, rect, text, veil


@cover("xingfuli")
def xingfuli() -> str:
    """A courtyard of old flats in spring, neighbours under the big tree."""
    ground = Ground(395, 3.2)
    back = haze(slab(-60, 432, 12, 6, 54, 46, "#e9cfa8", BRICK, 3, kind=1), SKY_PALE, 0.28)
    left = slab(-130, 478, 6, 6, 66, 62, CREAM, BRICK, 5, kind=0)
    right = slab(880, 478, 6, 6, 66, 62, "#efd9bd", BRICK, 9, kind=1)
    floor = plain(1200, 430, 245, "#d6cdb8", "#c6bca5") + cast_shadow(266, 478, 0, 60, 0.1)
    green = hedge(266, 500, 190, 26) + hedge(720, 500, 160, 26, SPRING) + flowerbed(300, 512, 150, 18, 4)
    yard = ellipse(600, 590, 330, 66, "#b9ae96") + ellipse(600, 584, 318, 60, "#d9ceb6")
    seat = ellipse(600, 566, 120, 20, dark(STONE, 0.1)) + rect(480, 536, 240, 30, STONE) + ellipse(600, 536, 120, 18, STONE_LIGHT) + ellipse(600, 534, 96, 12, "#8a6d4f")
    big = tree(600, 536, 400, GREEN, 12, wide=0.95, shadow=False)
    people = folk(ground, Actor(770, 606, c.GRANDPA, c.SIT, True), Actor(420, 600, c.GRANDMA, c.TALK), Actor(468, 612, c.WOMAN, c.TALK, True, props.bag), Actor(300, 560, c.BOY, c.RUN), Actor(250, 566, c.GIRL_PINK, c.RUN), Actor(920, 590, c.MAN_GREEN, c.STROLL, True))
    return sky(1200, 675, "#a9cdd8", "#eef1e4") + cloud(340, 70, 240) + back + left + right + floor + green + yard + seat + big + bench(760, 610, 90) + bicycle(1010, 540, 52) + notice_board(1040, 548, 120, 92, "幸福里") + people


@cover("yulanyuan")
def yulanyuan() -> str:
    """Magnolias in white bloom before bright new houses."""
    ground = Ground(430, 2.8)
    far = haze(skyline(1200, 430, 60, 190, "#c9d3d0", 4), SKY_PALE, 0.4)
    houses = tower(120, 470, 170, 11, 30, "#f3ece0", TERRACOTTA, 2, side=36) + tower(500, 466, 180, 9, 30, "#efe6d6", SLATE, 5, side=34) + tower(850, 470, 170, 12, 30, "#f3ece0", TERRACOTTA, 8, side=40)
    lawn = plain(1200, 462, 213, "#a9c58a", "#86ad68")
    walk = path("M520,675C560,600 700,560 610,520C560,498 640,480 660,466L690,466C690,486 640,500 700,520C820,560 760,610 800,675Z", STONE_LIGHT)
    trees = bare_tree(205, 640, 560, "#6b5347", 21, PEAR, 240) + bare_tree(1010, 648, 600, "#6b5347", 8, ("#e7d9dc", "#f7eeee", "#fffaf5"), 260) + bare_tree(420, 505, 190, "#6b5347", 13, PEAR, 110) + bare_tree(820, 500, 170, "#6b5347", 31, BLOSSOM, 110)
    people = folk(ground, Actor(640, 560, c.WOMAN_LONG, c.STROLL), Actor(590, 566, c.GIRL, c.WAVE), Actor(700, 528, c.GRANDMA_ROSE, c.STROLL, True))
    low = hedge(0, 676, 420, 34, SPRING, 3) + hedge(880, 676, 320, 34, SPRING, 5) + specks(1200, 560, 110, "#fbf6f0", 110, 4, 5)
    return sky(1200, 675, "#9fcade", "#eaf1ea") + cloud(700, 90, 260) + cloud(380, 150, 160) + far + houses + lawn + walk + bush(470, 506, 120, 40, SPRING, 3) + trees + people + low


@cover("gulou")
def gulou() -> str:
    """The old gate closes a street of shops in the evening sun."""
    ground = Ground(450, 2.5)
    tower_ = haze(drum_tower(600, 478, 430), "#f3cf9e", 0.12)
    street = paving(1200, 470, 675, 450, "#cfbfa6", 8, 0.1)
    signs = (("文具", PINE), ("面馆", VERMILION), ("茶铺", "#6b4a33"), ("布店", "#4f7d86"), ("书局", PINE), ("药铺", "#6b4a33"))
    left = "".join(_shophouse(-40 + i * 128, 492 - i * 5, 140 - i * 10, 250 - i * 28, *signs[i], i) for i in range(3))
    right = "".join(_shophouse(1100 - i * 118, 492 - i * 5, 140 - i * 10, 250 - i * 28, *signs[3 + i], i + 4) for i in range(3))
    people = folk(ground, Actor(610, 520, c.MAN, c.BACK_WALK), Actor(560, 510, c.WOMAN, c.BACK_WALK), Actor(410, 590, c.GRANDPA_BROWN, c.CANE, far=props.cane), Actor(790, 600, c.WOMAN_TAIL, c.WALK, True, props.bag), Actor(840, 612, c.BOY, c.WALK, True), Actor(690, 545, c.MAN_SHIRT, c.STROLL))
    scene = tower_ + street + left + right + toned(cast_shadow(0, 492, 330, 60, 0.12), GOLDEN) + people + bicycle(930, 560, 66, PINE)
    strings = string_of(330, 300, 880, 300, 22, 9, lambda x, y, i: lantern(x, y, 9))
    return gradient(0, 0, 1200, 675, "#8fb6c4", "#f2cf9c", "#f7dcae") + sun(900, 330, 44, "#fff1c4", 6) + wisp(300, 120, 240, "#fff4dc") + birds(380, 170, 6) + toned(scene, GOLDEN, 0.8) + strings


def _shophouse(x: float, base: float, w: float, h: float, sign: str, board: str, seed: int) -> str:
    upper = rect(x, base - h, w, h, "#e3d2b4") + "".join(rect(x + w * f, base - h * 0.86, w * 0.2, h * 0.24, "#6b4a33") + rect(x + w * f + 4, base - h * 0.84, w * 0.2 - 8, h * 0.2, "#f0d9a4") for f in (0.1, 0.4, 0.7))
    return upper + shop(x, base, w, h * 0.55, sign, board, "#d9c4a0", seed=seed) + tiled_roof(x, base - h, w, h * 0.24, "#59636a", 0.05, 0.1)


@cover("hepingfang")
def hepingfang() -> str:
    """A long lane between grey brick houses, seen along its paving."""
    cam = Camera(600, 372, 420, 2.0)
    out = [gradient(0, 0, 1200, 675, "#b9d3d8", "#f2ead8")]
    out.append(tree(590, 390, 170, GINKGO, 5) + tree(650, 392, 120, GREEN, 8))
    out.append(poly(cam.floor(-3, 3, 1.2, 25), "#c7bfae"))
    out += [poly(cam.floor(-3, 3, z, z + 0.06), "#b1a896") for z in (1.9, 2.3, 2.8, 3.4, 4.1, 5, 6, 7.4, 9, 11, 14)]
    out += [poly(cam.floor(-0.5, 0.5, 1.2, 40), "#d8d0bf"), poly(cam.floor(-3, -2.7, 1.2, 40), "#948c7d"), poly(cam.floor(2.7, 3, 1.2, 40), "#948c7d")]
    for side, shade in ((-1, 0.0), (1, 0.2)):
        out += [_lane_house(cam, side * 3, z, z + 4.6, 5.4, shade, i) for i, z in reversed(list(enumerate((0.9, 5.5, 10.1, 14.7, 19.3))))]
    ground = Ground(372, 2.0)
    people = folk(ground, Actor(480, 545, c.GRANDMA, c.SIT), Actor(700, 525, c.MAN_GREEN, c.STROLL, True, props.bag), Actor(610, 470, c.WOMAN_RED, c.WALK), Actor(560, 440, c.BOY_BLUE, c.RUN))
    return "".join(out) + stool(478, 546, 34, "#91623f") + pot(205, 612, 60, 3, flowers="#d98a8c") + pot(285, 572, 46, 5) + pot(340, 538, 36, 6, flowers="#e6b95c") + people + pot(985, 610, 60, 8, flowers="#d98a8c") + pot(915, 570, 46, 9)


def _lane_house(cam: Camera, x: float, near: float, far: float, high: float, shade: float, seed: int) -> str:
    wall = dark(("#b5aea2", "#d9cdb8", "#a8a49b", "#c9b59a", "#b8b2a8")[seed % 5], shade)
    out = [poly(cam.quad(x, 0, high, near, far), wall), poly(cam.quad(x, 0, 0.6, near, far), dark(wall, 0.2))]
    over = x - 0.55 * (1 if x > 0 else -1)
    out.append(poly([cam.at(x, high + 1.2, near), cam.at(over, high - 0.1, near), cam.at(over, high - 0.1, far), cam.at(x, high + 1.2, far)], dark("#5d676e", shade * 0.6)))
    out.append(poly([cam.at(over, high - 0.1, near), cam.at(over, high - 0.28, near), cam.at(over, high - 0.28, far), cam.at(over, high - 0.1, far)], "#3f484f"))
    span = far - near
    for a, b, low, top, tone in ((0.12, 0.3, 1.1, 2.4, "#8fb0b4"), (0.42, 0.62, 0, 2.3, "#7a4233"), (0.74, 0.9, 1.1, 2.4, "#9bb7b8"), (0.14, 0.32, 3.4, 4.6, "#8fb0b4"), (0.66, 0.86, 3.4, 4.6, "#f0d9a4")):
        out.append(poly(cam.quad(x, low - 0.08, top + 0.1, near + span * (a - 0.015), near + span * (b + 0.015)), "#efe6d3"))
        out.append(poly(cam.quad(x, low, top, near + span * a, near + span * b), dark(tone, shade)))
    return "".join(out)


@cover("fangzhicheng")
def fangzhicheng() -> str:
    """The red-brick spinning mill, its chimney and the ginkgo row."""
    ground = Ground(430, 2.8)
    far = haze(slab(760, 432, 9, 5, 50, 36, "#d9b08c", None, 4, kind=0), "#e9e3d2", 0.35)
    works = mill(60, 480, 7, 112, 190, BRICK, 0, 3) + chimney(940, 480, 66, 420)
    floor = paving(1200, 476, 675, 430, "#cdbda5", 8, 0.09)
    clock = rect(404, 262, 106, 218, "#a45340") + poly([(396, 262), (457, 214), (518, 262)], SLATE) + circle(457, 300, 26, CREAM) + line([(457, 300), (457, 284)], SHADE, 3) + line([(457, 300), (468, 306)], SHADE, 3) + arch(457, 480, 60, 110, "#6b3529") + arch(457, 480, 48, 100, "#3f5c55") + text(457, 360, "纺织城", 22, CREAM, spacing=3)
    trees = "".join(tree(x, 520 + (i % 2) * 8, 200, GINKGO, 30 + i) for i, x in enumerate((90, 640, 770, 1010, 1130)))
    people = folk(ground, Actor(330, 560, c.GRANDMA_ROSE, c.STROLL), Actor(290, 562, c.GRANDPA, c.STROLL), Actor(540, 590, c.WOMAN_LONG, c.TALK), Actor(590, 594, c.MAN, c.HOLD, True, props.phone), Actor(860, 600, c.GIRL_GREEN, c.RUN, True), Actor(905, 606, c.BOY, c.RUN, True))
    return sky(1200, 675, "#9cc3d0", "#f1e8d2") + cloud(260, 110, 260) + cloud(720, 70, 200) + birds(560, 110, 5) + far + works + clock + floor + trees + specks(1200, 520, 140, "#e6b95c", 170, 4, 5) + bench(680, 570, 100) + people


@cover("shiqiao")
def shiqiao() -> str:
    """A humped stone bridge, its reflection and a boat in the morning."""
    bank = "".join(gable(x, 420, w, h) for x, w, h in ((-30, 130, 230), (250, 110, 200), (905, 120, 220)))
    rows = cottage(90, 420, 170, 160, floors=2, seed=3) + cottage(740, 420, 175, 170, floors=2, seed=5) + cottage(1020, 420, 200, 180, floors=2, seed=8) + cottage(350, 420, 130, 130, floors=1, seed=9)
    far = haze(hills(1200, 400, 150, "#8fae9c", 5, 170), "#e4ece4", 0.55) + haze(cottage(470, 420, 120, 100, seed=4) + cottage(600, 420, 140, 110, seed=6) + tree(560, 420, 120, SPRING, 3), "#e4ece4", 0.4)
    quay = rect(0, 414, 380, 30, STONE) + rect(820, 414, 400, 30, STONE)
    bridge = stone_bridge(600, 440, 640, 170, "#c2b9a8")
    span = ellipse(600, 454, 115, 108, "#a9c8c3")
    scene = far + bank + rows + quay
    pool = water(0, 444, 1200, 231, "#a5c6c3", "#5f9498", 7)
    ground = Ground(180, 8)
    people = folk(Ground(60, 6.2), Actor(600, 268, c.WOMAN_RED, c.STROLL), Actor(545, 272, c.GRANDPA, c.CANE), Actor(680, 276, c.BOY, c.RUN, True))
    del ground
    front = willow(130, 690, 470, 5) + toned(boat(840, 560, 230), "#ffffff") + folk(Ground(300, 3.6), Actor(770, 556, c.MAN_GREEN, c.PUSH))
    arch_light = ellipse(600, 452, 113, 106, "#cfe0d8") + haze(tree(590, 440, 90, SPRING, 14, shadow=False), "#cfe0d8", 0.5)
    return gradient(0, 0, 1200, 675, "#a8ccd6", "#f4ead4") + sun(330, 150, 30) + scene + span + bridge + arch_light + people + pool + reflected(bridge + bank + rows, 446, 0.28, 0.55) + mist(1200, 446, 26, "#f6f1e4", 0.5) + front + veil(0, 560, 1200, 115, SHADE, 0, 0.12)
