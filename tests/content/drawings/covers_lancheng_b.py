"""Covers of the communities around the old centre."""

from __future__ import annotations

import cast as c
import props
from buildings import brick_wall, entrance, shop, slab, striped_awning, tower
from houses import arch, cottage, pavilion, tiled_roof
from nature import AUTUMN, DEEP, GREEN, SPRING, birds, cloud, hills, moon, reflected, sky, sun, tree, water, wisp
from objects import banner, bench, bicycle, bin_, fence, garden_lamp, plate, railing, stool, street_lamp, table, tricycle
from palette import BRICK, CHALK, CREAM, GOLD, GRASS, INK, LEAF_DEEP, LIT, OCHRE, PINE, RED, SAND, SHADE, SKY_PALE, SLATE, SLATE_DEEP, STONE, STONE_DEEP, STONE_LIGHT, TEAL, TERRACOTTA, VERMILION, WHITE, WOOD, WOOD_DEEP, WOOD_LIGHT, dark, haze, light, toned
from plants import bush, flowerbed, grass, hedge, lotus, pine, pot, stones, willow
from scene import Ground, cover
from staging import DUSK, NIGHT, Actor, folk, paving, plain, skyline, specks, wires, zebra
from svg import circle, ellipse, glow, gradient, line, path, poly, rect, stroke, text


@cover("wenchang")
def wenchang() -> str:
    """A three-storey reading tower among pines at dusk, a school below."""
    ground = Ground(455, 2.8)
    pagoda, y = [rect(520, 430, 160, 40, STONE)], 430.0
    for share, tall in ((150, 84), (118, 74), (88, 64)):
        pagoda += [rect(600 - share / 2, y - tall, share, tall, "#8d4a3c")] + [rect(600 - share / 2 + share * (0.1 + 0.29 * k), y - tall * 0.72, share * 0.2, tall * 0.5, LIT) for k in range(3)]
        pagoda.append(tiled_roof(600 - share * 0.55, y - tall, share * 1.1, 34, "#4b565e", 0.16, 0.4))
        y -= tall + 26
    pagoda.append(poly([(560, y + 6), (600, y - 52), (640, y + 6)], "#4b565e") + line([(600, y - 52), (600, y - 84)], GOLD, 4) + circle(600, y - 84, 5, GOLD))
    school = slab(60, 470, 8, 3, 52, 46, "#d9b99a", BRICK, 4, lit=0.4, kind=2, door=False) + slab(770, 470, 8, 3, 52, 46, "#d9b99a", BRICK, 7, lit=0.5, kind=2, door=False)
    floor = paving(1200, 468, 675, 455, "#b9aea2", 7)
    green = pine(330, 520, 300, 3) + pine(880, 520, 330, 5) + pine(1090, 560, 420, 9) + hedge(0, 520, 280, 28) + hedge(960, 530, 240, 28)
    people = folk(ground, Actor(540, 545, c.GIRL_GREEN, c.BACK_WALK), Actor(580, 548, c.BOY, c.BACK_WALK), Actor(690, 580, c.WOMAN, c.HOLD, True, props.book), Actor(440, 600, c.MAN_SHIRT, c.STROLL))
    lamps = garden_lamp(440, 540, 84, True) + garden_lamp(760, 540, 84, True)
    return gradient(0, 0, 1200, 675, "#5c6f92", "#c79ca0", "#f0c9a0") + moon(940, 120, 20) + wisp(300, 150, 260, "#f0d0c0", 0.4) + toned(hills(1200, 440, 90, "#7b7f92", 6) + school + floor + "".join(pagoda) + green + people, DUSK, 0.75) + glow(600, 300, 260, LIT, 0.25) + lamps


@cover("nanmen")
def nanmen() -> str:
    """A morning market under awnings outside the old south gate."""
    ground = Ground(420, 2.5)
    wall = brick_wall(0, 250, 1200, 200, "#9a958c", 14, 4) + "".join(rect(i * 48, 228, 30, 24, "#9a958c") for i in range(26)) + arch(600, 450, 190, 176, "#6e6a64") + arch(600, 450, 166, 164, "#cfdedd") + rect(560, 258, 80, 26, SLATE_DEEP) + text(600, 278, "南门", 20, CREAM, spacing=5)
    inside = haze(tree(600, 450, 120, GREEN, 3, shadow=False), "#cfdedd", 0.5)
    floor = paving(1200, 448, 675, 420, "#c4beb2", 7)
    stalls = []
    for i, (x, colour, goods) in enumerate(((40, VERMILION, ("#c23a32", "#e6b95c", "#6f9c5e")), (262, PINE, ("#a5bf75", "#f1ede3", "#dd7a62")), (742, "#4f7d86", ("#e6b95c", "#cf9a4c", "#93b36c")), (964, VERMILION, ("#6f9c5e", "#d98a8c", "#c98563")))):
        stalls.append(rect(x + 8, 372, 5, 170, STONE_DEEP) + rect(x + 188, 372, 5, 170, STONE_DEEP) + folk(Ground(380, 2.5), Actor(x + 70, 540, (c.WOMAN, c.MAN_SHIRT, c.GRANDMA, c.WOMAN_BUN)[i], c.FRONT_HOLD)) + rect(x, 496, 200, 50, WOOD_LIGHT) + rect(x, 536, 200, 10, WOOD))
        stalls += [ellipse(x + 22 + k * 31, 494, 17, 12, goods[k % 3]) + ellipse(x + 17 + k * 31, 490, 6, 4, light(goods[k % 3], 0.3)) for k in range(6)]
        stalls.append(striped_awning(x - 8, 352, 216, 48, colour))
    people = folk(ground, Actor(480, 600, c.GRANDMA_ROSE, c.STROLL, True, props.bag), Actor(540, 540, c.MAN, c.STROLL, False, props.bag), Actor(640, 520, c.WOMAN_TAIL, c.BACK_WALK), Actor(700, 610, c.MAN_GREEN, c.OFFER), Actor(330, 622, c.WOMAN_LONG, c.POINT, True), Actor(900, 626, c.GRANDPA_BROWN, c.OFFER, False), Actor(600, 640, c.BOY, c.WALK))
    return sky(1200, 675, "#b9cdd2", "#ece8dc") + cloud(250, 100, 300, WHITE, 0.6) + cloud(880, 70, 340, WHITE, 0.6) + tree(1080, 300, 230, GREEN, 5, shadow=False) + tree(90, 290, 200, DEEP, 6, shadow=False) + wall + inside + floor + "".join(stalls) + people + tricycle(1060, 640, 70, ellipse(-55, -52, 30, 16, "#6f9c5e"), True)


@cover("tieluxincun")
def tieluxincun() -> str:
    """A green train passes the railway workers' rows."""
    ground = Ground(360, 3.0)
    rows = haze(slab(-40, 372, 12, 4, 46, 40, "#d8b894", BRICK, 3, kind=1), "#d7e2de", 0.35) + slab(560, 384, 13, 5, 52, 44, "#dcbb92", BRICK, 6, kind=0)
    trees = "".join(tree(x, 396, 110, GREEN, x) for x in (60, 220, 400, 520))
    bed = gradient(0, 384, 1200, 291, "#b5b58a", "#8f9560") + poly([(0, 470), (1200, 470), (1200, 545), (0, 545)], "#a39a8b") + specks(1200, 470, 72, "#857d70", 260, 3, 4)
    ties = "".join(rect(i * 30, 506, 16, 26, "#6d5a49") for i in range(41))
    rails = rect(0, 507, 1200, 5, "#5e6167") + rect(0, 525, 1200, 6, "#5e6167")
    train = "".join(_carriage(-80 + i * 332, 512) for i in range(3)) + _engine(916, 512)
    post = rect(250, 300, 8, 210, SLATE_DEEP) + rect(236, 286, 36, 66, INK, 8) + circle(254, 304, 9, "#4a2a28") + circle(254, 332, 9, "#8fd49a")
    front = fence(0, 640, 1200, 62, "#ddd8cb", 26) + grass(0, 676, 1200, 46, 4) + flowerbed(820, 676, 380, 34, 5)
    people = folk(ground, Actor(420, 600, c.GRANDPA, c.WAVE), Actor(468, 604, c.BOY_BLUE, c.WAVE), Actor(700, 604, c.WOMAN, c.STROLL, True))
    return sky(1200, 675, "#8fc0d4", "#eef0e0") + cloud(260, 110, 300) + cloud(760, 70, 220) + birds(520, 190, 5) + rows + trees + bed + ties + rails + train + post + path("M0,560H1200V600H0Z", "#c6b994") + people + front + tree(1110, 676, 300, GREEN, 41)


def _carriage(x: float, base: float) -> str:
    body = rect(x, base - 108, 322, 92, "#3d6b57", 6) + rect(x, base - 50, 322, 8, GOLD) + rect(x, base - 108, 322, 12, "#2c5143", 6) + rect(x + 6, base - 118, 310, 12, "#6b7276", 5)
    wins = "".join(rect(x + 22 + i * 36, base - 90, 25, 32, "#cfe0dd", 3) for i in range(8))
    wheels = "".join(circle(x + d, base - 8, 13, INK) + circle(x + d, base - 8, 6, STONE_DEEP) for d in (40, 76, 246, 282))
    return rect(x + 20, base - 18, 282, 10, SLATE_DEEP) + wheels + body + wins + rect(x + 322, base - 60, 12, 36, SLATE_DEEP)


def _engine(x: float, base: float) -> str:
    body = path(f"M{x},{base-16}V{base-118}H{x+200}Q{x+252},{base-112} {x+262},{base-60}V{base-16}Z", "#3d6b57") + path(f"M{x+186},{base-104}H{x+206}Q{x+236},{base-100} {x+244},{base-66}H{x+186}Z", "#cfe0dd") + rect(x, base - 50, 262, 8, GOLD)
    return "".join(circle(x + d, base - 8, 14, INK) + circle(x + d, base - 8, 6, STONE_DEEP) for d in (36, 76, 190, 230)) + body + "".join(rect(x + 20 + 40 * i, base - 100, 26, 30, "#2c5143") for i in range(3)) + circle(x + 254, base - 36, 6, LIT)


@cover("shuiyunju")
def shuiyunju() -> str:
    """Towers around a lily pond with a red bridge."""
    blocks = "".join(tower(x, 400, w, f, 24, wall, trim, s, side=30, columns=5) for x, w, f, wall, trim, s in ((40, 130, 11, "#e6ded2", TEAL, 1), (240, 120, 9, "#efe8dc", SLATE, 2), (470, 140, 12, "#e6ded2", TEAL, 3), (760, 130, 10, "#efe8dc", SLATE, 4), (980, 150, 12, "#e6ded2", TEAL, 5)))
    shore = hedge(0, 420, 1200, 30, GREEN, 3) + "".join(tree(x, 416, 90, SPRING, x) for x in (200, 420, 690, 930))
    pond = water(0, 420, 1200, 255, "#a7c9c4", "#56908f", 4)
    deck = "M250,520Q600,350 950,520"
    bridge = stroke(deck, dark(RED, 0.15), 18, stroke_linecap="butt") + f'<g transform="translate(0 -34)">{stroke(deck, RED, 6)}</g>' + "".join(line([(250 + 700 * t, 520 - 170 * 2 * t * (1 - t) - 36), (250 + 700 * t, 520 - 170 * 2 * t * (1 - t))], RED, 5) for t in (i / 16 for i in range(17)))
    people = folk(Ground(300, 2.6), Actor(560, 432, c.WOMAN_LONG, c.STROLL), Actor(610, 432, c.GIRL, c.POINT), Actor(690, 440, c.MAN_SHIRT, c.STROLL, True))
    pads = "".join(lotus(x, y, w, 1, b) for x, y, w, b in ((120, 560, 110, True), (250, 610, 130, False), (60, 640, 150, True), (370, 650, 130, True), (880, 600, 110, False), (1000, 560, 120, True), (1120, 630, 160, True), (760, 655, 120, False)))
    banks = path("M180,500Q240,498 280,530L260,540Q180,530 120,540Q140,505 180,500Z", STONE_DEEP) + path("M1020,500Q960,498 920,530L940,540Q1020,530 1080,540Q1060,505 1020,500Z", STONE_DEEP)
    return sky(1200, 675, "#93c4d6", "#e4efe8") + cloud(600, 60, 300) + blocks + shore + pond + reflected(blocks, 420, 0.22, 0.5) + banks + people + bridge + pads + willow(1130, 560, 420, 9)


@cover("zhongxinjie")
def zhongxinjie() -> str:
    """Rain at nightfall on a street of shops: umbrellas and wet light."""
    ground = Ground(400, 2.6)
    names = (("书店", PINE), ("药房", "#4f7d86"), ("面馆", VERMILION), ("钟表", "#6b4a33"), ("鞋店", PINE), ("布艺", "#4f7d86"), ("小吃", VERMILION))
    upper = slab(-30, 360, 24, 4, 52, 50, "#cdb59a", None, 12, lit=0.45, kind=2, door=False)
    shops = "".join(shop(-10 + i * 174, 490, 174, 150, n, b, "#c9b394", lit=True, seed=i, awning=VERMILION if i % 3 == 1 else None) for i, (n, b) in enumerate(names))
    walk = rect(0, 488, 1200, 34, "#8f8c8b") + gradient(0, 522, 1200, 153, "#5f6470", "#4a505e") + rect(0, 518, 1200, 6, "#b9b4aa")
    night = toned(upper + shops + walk + zebra(430, 530, 360, 145, 7, 0), "#8d93b8", 0.9)
    shine = "".join(rect(40 + i * 174, 524, 90, 120, LIT, opacity=0.13) + rect(66 + i * 174, 524, 40, 90, LIT, opacity=0.12) for i in range(7))
    walkers = ((300, 505, c.MAN, False, RED), (520, 570, c.WOMAN, False, "#e6b95c"), (640, 590, c.MAN_GREEN, True, PINE), (700, 548, c.GRANDMA, True, "#9fc6d6"), (900, 508, c.WOMAN_TAIL, True, VERMILION), (180, 512, c.WOMAN_BUN, False, TEAL), (1040, 640, c.MAN_SHIRT, True, "#34495c"))
    people = "".join(toned(folk(ground, Actor(x, y, look, c.STROLL, f)), "#a9acc6", 0.8) + _umbrella(x, y - ground.tall(y) * 0.93, ground.tall(y) * 0.42, col) for x, y, look, f, col in sorted(walkers, key=lambda v: v[1]))
    rain = "".join(line([((i * 97) % 1230, (i * 61) % 660), ((i * 97) % 1230 - 4, (i * 61) % 660 + 20)], "#dfe8ee", 1, opacity=0.3) for i in range(150))
    return gradient(0, 0, 1200, 675, "#3f4a68", "#6f7391") + night + shine + street_lamp(120, 516, 230, True) + street_lamp(1090, 516, 230, True, True) + people + rain


def _umbrella(x: float, y: float, r: float, colour: str) -> str:
    ribs = path(f"M{x-r},{y}Q{x-r},{y-r*.95} {x},{y-r}Q{x+r},{y-r*.95} {x+r},{y}Q{x+r*.75},{y-r*.16} {x+r*.5},{y}Q{x+r*.25},{y-r*.16} {x},{y}Q{x-r*.25},{y-r*.16} {x-r*.5},{y}Q{x-r*.75},{y-r*.16} {x-r},{y}Z", colour)
    return line([(x, y - r), (x, y + r * 1.1)], INK, 1.6) + ribs + path(f"M{x},{y-r}Q{x+r},{y-r*.95} {x+r},{y}Q{x+r*.75},{y-r*.16} {x+r*.5},{y}Q{x+r*.5},{y-r*.6} {x},{y-r}Z", dark(colour, 0.2))
