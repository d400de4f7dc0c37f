"""More covers of the communities in Lancheng."""

from __future__ import annotations

import random

import cast as c
import props
from buildings import air_unit, brick_wall, entrance, pane, slab, tower
from houses import TILE, arch, cottage, gable, stone_bridge, tiled_roof
from nature import AUTUMN, BLOSSOM, DEEP, GREEN, PEAR, SPRING, birds, cloud, crown, hills, moon, poplar, ranges, sky, sun, tree, trunk, water, wisp
from objects import bench, bicycle, bin_, chair, fence, flag, garden_lamp, notice_board, plate, stool, street_lamp, string_of, table
from palette import BRICK, CHALK, CREAM, GOLD, GRASS, INK, LEAF, LEAF_DEEP, LEAF_LIGHT, OCHRE, PINE, RED, ROSE, SAND, SHADE, SKY_PALE, SLATE, SLATE_DEEP, STONE, STONE_DEEP, STONE_LIGHT, TERRACOTTA, VERMILION, WHITE, WOOD, WOOD_DEEP, WOOD_LIGHT, dark, haze, light, toned
from plants import bush, flowerbed, grass, hedge, pot, reeds, stones, willow
from scene import Ground, cover
from staging import DAWN, GOLDEN, Actor, folk, paving, plain, skyline, specks, wires
from svg import circle, ellipse, gradient, line, path, poly, rect, stroke, text


@cover("huaishuxiang")
def huaishuxiang() -> str:
    """An ancient locust tree shades the alley's mouth and a chess game."""
    ground = Ground(410, 2.4)
    left = brick_wall(-20, 250, 330, 250, "#a9a298", 12, 3) + tiled_roof(-60, 256, 400, 70) + _gate(190, 500)
    right = brick_wall(820, 270, 400, 220, "#b3aa9c", 12, 6) + tiled_roof(790, 276, 460, 66) + pane(930, 330, 90, 70, "#8fb0b4", WOOD_DEEP) + pane(1080, 330, 90, 70, "#a9c5cc", WOOD_DEEP)
    far = haze(cottage(430, 450, 150, 130, "#cfc6b6", seed=3) + cottage(600, 450, 150, 140, "#d9d0bf", seed=5), "#e6ecdd", 0.35)
    floor = paving(1200, 448, 675, 410, "#c2b7a2", 8)
    stem = trunk(640, 590, 400, 64, "#6a5040", -0.05) + line([(630, 320), (520, 220), (410, 170)], "#6a5040", 22) + line([(628, 300), (740, 200), (850, 170)], "#5d4638", 20)
    rng = random.Random(4)
    leaves = "".join(crown(600, 120, 560, 150, LEAF_DEEP, 0.6, 22, 0.3, rng) + crown(560, 90, 470, 110, LEAF, 0.6, 18, 0.28, rng) + crown(480, 66, 330, 70, LEAF_LIGHT, 0.6, 12, 0.24, rng))
    bloom = "".join(path(f"M{x},{y}q-9,14 0,30q9,-16 0,-30z", "#f6f2dc") for x, y in ((rng.uniform(120, 1080), rng.uniform(60, 225)) for _ in range(44)))
    people = folk(ground, Actor(452, 600, c.GRANDPA, c.SIT), Actor(560, 600, c.GRANDPA_BROWN, c.SIT, True), Actor(505, 575, c.MAN_SHIRT, c.FRONT_HOLD), Actor(820, 600, c.GRANDMA_ROSE, c.STROLL, True, props.fan), Actor(900, 540, c.GIRL, c.RUN, True))
    chess = stool(446, 602, 44, WOOD) + stool(566, 602, 44, WOOD) + rect(484, 556, 44, 5, WOOD_LIGHT) + rect(500, 560, 12, 40, WOOD_DEEP) + "".join(circle(492 + 7 * k, 554, 2.6, RED if k % 2 else INK) for k in range(5))
    shade = ellipse(610, 608, 430, 48, SHADE, opacity=0.16)
    return sky(1200, 675, "#a8d0da", "#eef1de") + far + left + right + floor + shade + stem + ellipse(640, 592, 90, 14, "#7d6a55") + people + chess + leaves + bloom + specks(1200, 560, 110, "#f3efd6", 90, 3, 4) + pot(340, 540, 44, 3) + bicycle(1060, 590, 84, VERMILION)


def _gate(x: float, base: float) -> str:
    frame = rect(x - 62, base - 168, 124, 168, "#8d867c") + rect(x - 44, base - 142, 88, 142, "#5c2d26") + rect(x - 40, base - 138, 38, 138, "#9a3c31") + rect(x + 2, base - 138, 38, 138, "#8d352c") + circle(x - 10, base - 70, 5, GOLD) + circle(x + 10, base - 70, 5, GOLD)
    return frame + tiled_roof(x - 80, base - 166, 160, 40, TILE, 0.08, 0.2) + rect(x - 56, base - 8, 112, 8, STONE)


@cover("dongguan")
def dongguan() -> str:
    """Old rows under repair: scaffolding, fresh paint and new pipes."""
    ground = Ground(440, 2.6)
    old = slab(-40, 478, 9, 5, 60, 58, "#bfb3a0", STONE, 5, kind=1)
    new = slab(500, 478, 13, 5, 60, 58, "#ecd2a9", BRICK, 9, kind=0)
    poles = "".join(rect(470 + i * 62, 150, 4, 328, "#a98b52") for i in range(6)) + "".join(rect(460, 176 + i * 62, 330, 5, "#8f7341") + rect(460, 182 + i * 62, 330, 3, "#c9ab6c") for i in range(5)) + "".join(line([(474 + i * 124, 470), (534 + i * 124, 160)], "#a98b52", 3) for i in range(3))
    net = rect(464, 148, 326, 92, "#5f9479", opacity=0.45)
    workers = "".join(folk(Ground(b - 88, 2.0), Actor(x, b, c.MAN_WORK, p, f, h)) for x, b, p, f, h in ((560, 362, c.REACH_ONE, False, props.brush), (690, 362, c.POINT, True, None), (620, 424, c.REACH_ONE, True, props.brush)))
    floor = plain(1200, 474, 201, "#c5bba8", "#a99f8d")
    trench = path("M0,590L1200,560L1200,582L0,616Z", "#7d6a55") + stroke("M-10,606L1210,572", "#4f7d86", 9)
    piles = path("M80,560Q150,486 240,560Z", "#c9ab6c") + path("M150,524Q190,520 240,560L170,560Z", "#ab8f55") + "".join(rect(900 + (i % 4) * 34, 548 - (i // 4) * 15, 32, 13, BRICK) for i in range(12))
    people = folk(ground, Actor(330, 560, c.MAN_WORK, c.SWEEP, False, props.spade), Actor(420, 640, c.WOMAN, c.HOLD, False, props.clipboard), Actor(470, 642, c.GRANDPA, c.POINT), Actor(860, 640, c.GRANDMA, c.STROLL, True, props.bag), Actor(1080, 556, c.MAN_WORK, c.BEND, True))
    return sky(1200, 675, "#b5cdd6", "#efe7d6") + cloud(300, 80, 260) + old + new + net + poles + workers + floor + piles + trench + people + wires([(0, 130, 470, 120), (0, 146, 470, 134)])


@cover("baihuayuan")
def baihuayuan() -> str:
    """A garden of flowers in bands before pale towers."""
    ground = Ground(380, 3.2)
    blocks = haze("".join(tower(x, 392, 110, f, 24, "#efe6da", TERRACOTTA, x, side=26) for x, f in ((60, 8), (230, 10), (760, 11), (950, 9), (1090, 12))), SKY_PALE, 0.18)
    trees = "".join(tree(x, 404, 120, (GREEN, SPRING, BLOSSOM)[x % 3], x) for x in (20, 190, 390, 520, 700, 900, 1060, 1190))
    field = plain(1200, 396, 279, "#a9c889", "#7fab62")
    bands = "".join(flowerbed(-30, y, 640 - i * 30, 20 + i * 7, i + 2, cols) + flowerbed(690 + i * 26, y, 560, 20 + i * 7, i + 20, cols) for i, (y, cols) in enumerate(((440, (ROSE, "#efc7c0")), (484, (GOLD, "#f3e6cd")), (540, (RED, "#dd7a62")), (610, ("#b98bb0", "#e3cfe0")), (690, (GOLD, RED, "#fff6e8")))))
    walk = path("M700,396C640,430 640,450 650,480C662,520 640,580 560,675L800,675C760,590 730,520 716,480C706,446 720,420 726,396Z", STONE_LIGHT)
    people = folk(ground, Actor(672, 470, c.WOMAN_BUN, c.BACK_WALK), Actor(690, 560, c.GRANDMA, c.SQUAT, True), Actor(640, 590, c.GIRL_PINK, c.OFFER), Actor(480, 520, c.VEST_WOMAN, c.OFFER, True, props.hose))
    return sky(1200, 675, "#9ccbdc", "#eff2e4") + cloud(430, 90, 280) + cloud(900, 60, 160) + blocks + trees + field + walk + bands + people


@cover("jianshe")
def jianshe() -> str:
    """A workers' compound: gate, brick rows, a water tower, poplars in autumn."""
    ground = Ground(430, 2.6)
    water_tower = poly([(884, 440), (902, 200), (948, 200), (966, 440)], "#b9a48a") + path("M866,200L850,130Q925,86 1000,130L984,200Z", "#c9b59a") + path("M930,104Q980,110 1000,130L984,200H940Z", dark("#c9b59a", 0.14)) + rect(846, 124, 158, 8, STONE_DEEP)
    rows = slab(-30, 470, 8, 4, 58, 54, "#b5694f", "#8d4638", 3, kind=2) + slab(760, 470, 8, 4, 58, 54, "#b5694f", "#8d4638", 8, kind=1)
    gate = rect(452, 300, 46, 176, "#c9b59a") + rect(702, 300, 46, 176, "#c9b59a") + rect(440, 288, 320, 44, "#b09a7c") + rect(440, 284, 320, 8, CREAM) + text(600, 322, "建设路社区", 30, VERMILION, spacing=6) + plate(462, 350, 26, "居委会")
    inside = haze(slab(500, 462, 4, 3, 50, 42, "#b5694f", None, 4, kind=0), "#ead9bb", 0.4)
    avenue = "".join(poplar(x, 500 + abs(600 - x) * 0.02, 330, AUTUMN, x) for x in (60, 180, 300, 400, 800, 900, 1020, 1140))
    floor = paving(1200, 468, 675, 430, "#c2b59e", 7) + specks(1200, 500, 170, "#cf8f3d", 240, 3, 5)
    people = folk(ground, Actor(560, 520, c.MAN, c.BACK_WALK), Actor(650, 560, c.WOMAN, c.WALK, True, props.bag), Actor(380, 590, c.GRANDPA, c.CANE, False, props.cane), Actor(300, 600, c.GRANDMA, c.STROLL), Actor(820, 590, c.VEST_MAN, c.SWEEP, True, props.broom))
    return sky(1200, 675, "#a4c6d2", "#f4e7cb") + birds(480, 120, 7) + water_tower + inside + rows + gate + floor + avenue + people + bicycle(960, 620, 84, PINE)


@cover("xihewan")
def xihewan() -> str:
    """From above: a river bends around roofs at sunset."""
    ridges = ranges(1200, 240, 100, ["#c9a49c", "#b08a8c", "#8f8580"], 4, 180)
    land = gradient(0, 232, 1200, 443, "#b3b27e", "#7f9a5c")
    river = path("M1200,262C980,262 800,276 700,306C560,350 420,372 420,430C420,500 760,520 900,590C960,620 980,650 984,675L420,675C400,640 300,600 210,560C90,506 80,420 240,352C400,290 760,250 1200,246Z", "#e9b98a")
    gleam = path("M1200,256C980,256 760,272 660,302C500,350 340,372 330,436C320,520 640,550 760,675L600,675C560,620 420,590 300,540C180,490 160,420 300,356C440,300 800,262 1200,254Z", "#f6d7a4", opacity=0.75)
    homes = [cottage(x, y, w, w * 0.72, ("#ece2d0", "#e0cdb0", "#d9b99a")[i % 3], floors=2, seed=i) for i, (x, y, w) in enumerate(((620, 372, 60), (700, 366, 64), (790, 372, 66), (880, 368, 70), (980, 374, 76), (640, 424, 74), (740, 420, 80), (850, 424, 84), (960, 432, 90), (1080, 440, 100), (700, 478, 92), (820, 486, 100), (950, 500, 110), (1085, 520, 124)))]
    towers = tower(560, 350, 44, 9, 11, "#e6d6c2", SLATE, 2, columns=3) + tower(512, 346, 40, 7, 11, "#e6d6c2", SLATE, 3, columns=3)
    trees = "".join(tree(x, y, s, AUTUMN if x % 2 else GREEN, x, shadow=False) for x, y, s in ((585, 398, 40), (681, 396, 44), (1040, 470, 70), (915, 470, 60), (80, 420, 80), (40, 560, 150), (150, 640, 190), (1130, 610, 140)))
    walk = stroke("M470,440C500,492 760,512 930,584C990,612 1020,640 1030,680", "#ece0c8", 12)
    scene = toned(land + river + gleam + towers + "".join(homes) + walk + trees, "#ffd9b0", 0.55)
    people = folk(Ground(300, 12), Actor(812, 548, c.WOMAN_RED, c.STROLL), Actor(836, 554, c.MAN, c.STROLL), Actor(640, 506, c.GRANDPA, c.STROLL, True))
    return gradient(0, 0, 1200, 300, "#7f93ad", "#e7a98a", "#ffd9a0") + sun(300, 196, 34, "#fff1c4", 6) + wisp(700, 90, 340, "#f7cdb0", 0.6) + birds(820, 150, 6) + ridges + scene + people
