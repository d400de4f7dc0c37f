"""Covers of the communities of the rice country."""

from __future__ import annotations

import random

import cast as c
import props
from buildings import brick_wall, shop, slab
from houses import cottage, gable, stone_bridge, tiled_roof
from nature import AUTUMN, GREEN, SPRING, birds, cloud, hills, mist, poplar, ranges, reflected, sky, sun, tree, water, wisp
from objects import bench, bicycle, boat, garden_lamp, notice_board, railing, shadow, stool, street_lamp, tricycle
from palette import BRICK, CHALK, CREAM, GOLD, GRASS, INK, LAMP, LEAF, LIT, OCHRE, PINE, RED, SAND, SHADE, SKY_PALE, SLATE, SLATE_DEEP, STONE, STONE_DEEP, STONE_LIGHT, STRAW, TEAL, TERRACOTTA, VERMILION, WHITE, WOOD, WOOD_DEEP, WOOD_LIGHT, dark, haze, light, toned
from plants import bamboo, bush, flowerbed, grass, hedge, reeds, stones, tea_rows, wheat, willow
from scene import Ground, cover
from staging import DUSK, GOLDEN, GREYDAY, Actor, folk, paving, plain, specks
from svg import circle, ellipse, gradient, line, path, poly, rect, stroke, text, veil


def town_house(x: float, base: float, w: float, floors: int, wall: str, seed: int, lit: float = 0.0) -> str:
    """A new village house of three storeys with a gabled front and a porch."""
    body = cottage(x, base, w, floors * w * 0.38 + w * 0.2, wall, "#8d5146", floors, seed, lit, plinth="#b5a894")
    return body + rect(x + w * 0.1, base - w * 0.4, w * 0.8, w * 0.035, light(wall, 0.3)) + "".join(rect(x + w * f, base - w * 0.38, w * 0.035, w * 0.38, light(wall, 0.2)) for f in (0.12, 0.85))


@cover("daoxiang")
def daoxiang() -> str:
    """Ripe rice to the edge of the new houses."""
    ground = Ground(310, 3.4)
    far = haze(ranges(1200, 300, 110, ["#9db8ae", "#86a893"], 8, 200), "#f0ead0", 0.4)
    homes = "".join(town_house(x, 352, 104, 3, ("#efe2cb", "#e6d3b4", "#f3ece0")[i % 3], i) for i, x in enumerate(range(110, 1000, 112))) + "".join(tree(x, 356, 80, GREEN, x, shadow=False) for x in (70, 214, 440, 664, 890, 1040, 1130))
    field = gradient(0, 346, 1200, 329, "#dcbf63", "#c99c3f") + "".join(poly([(600 + (i - 6) * 70, 352), (600 + (i - 6) * 70 + 6, 352), (600 + (i - 6) * 270 + 26, 675), (600 + (i - 6) * 270 - 6, 675)], "#a8873a" if i % 2 else "#b8953f") for i in range(13))
    tufts = "".join(stroke(f"M0,{y}" + "".join(f"q{s},{-s*.5:.0f} {s*2},0" for s in [w] * int(1210 / (w * 2) + 1)), "#ecd27c", 1 + (y - 350) * 0.006, opacity=0.7) for y, w in ((366, 6), (384, 8), (408, 11), (438, 14), (476, 18), (522, 23), (576, 30)))
    walk = path("M560,352L580,352L760,675L600,675Z", "#d8c69a") + path("M0,466L1200,440L1200,452L0,482Z", "#c7b98a")
    harvest = folk(ground, Actor(330, 474, Farm.man, c.BEND, False), Actor(420, 472, Farm.woman, c.BEND, True), Actor(900, 456, Farm.man, c.WALK, True), Actor(655, 560, c.BOY, c.RUN), Actor(620, 520, c.GRANDMA, c.STROLL))
    return sky(1200, 675, "#8fc3d8", "#f4ecd0") + cloud(300, 90, 300) + cloud(860, 60, 220) + birds(560, 150, 7) + far + homes + field + tufts + walk + harvest + wheat(-10, 690, 560, 120, 3) + wheat(790, 690, 430, 130, 6)


class Farm:
    """Field workers."""

    man = c.Look("#5d7f92", "#4b5560", c.SKIN_DEEP, hat="straw")
    woman = c.Look("#c98585", "#4b5560", hat="straw", style="bob")


@cover("heyan")
def heyan() -> str:
    """Grey drizzle on the stone steps where the river passes the doors."""
    homes = "".join((cottage(x, 400, w, h, wall, floors=2, seed=i, lit=0.2) if k else gable(x, 400, w, h)) for i, (k, x, w, h, wall) in enumerate(((1, -30, 190, 190, CHALK), (0, 150, 120, 230, ""), (1, 262, 180, 170, "#e6dfd2"), (1, 440, 160, 190, CHALK), (0, 590, 110, 220, ""), (1, 690, 210, 180, "#e9e2d4"), (1, 896, 160, 160, CHALK), (0, 1050, 130, 240, ""))))
    quay = rect(0, 396, 1200, 60, "#a7a398") + "".join(rect((i * 53 + (i % 3) * 9) % 1200, 402 + (i % 4) * 13, 40, 10, "#989488") for i in range(60)) + rect(0, 392, 1200, 8, "#c9c5ba")
    steps = "".join(rect(380 - i * 14, 396 + i * 15, 200 + i * 28, 16, light("#b2aea2", 0.05 * (6 - i))) + rect(380 - i * 14, 409 + i * 15, 200 + i * 28, 3, "#85817a") for i in range(7))
    river = water(0, 456, 1200, 219, "#b3c4c4", "#7d9a9c", 4) + reflected(homes, 440, 0.25, 0.5)
    people = folk(Ground(180, 4.4), Actor(470, 488, c.GRANDMA, c.SQUAT), Actor(380, 404, c.WOMAN, c.STROLL), Actor(860, 402, c.MAN_GREEN, c.STROLL, True))
    rings = "".join(ellipse(x, y, 12 + (y - 470) * 0.1, 3 + (y - 470) * 0.02, "none", stroke="#e9f0ee", stroke_width=1.4, opacity=0.7) for x, y in (((i * 211) % 1200, 480 + (i * 37) % 180) for i in range(26)))
    rain = "".join(line([((i * 131) % 1220, (i * 71) % 640), ((i * 131) % 1220 - 5, (i * 71) % 640 + 24)], WHITE, 1, opacity=0.4) for i in range(170))
    trees = tree(1010, 400, 190, GREEN, 6) + tree(250, 400, 130, SPRING, 8, shadow=False)
    return gradient(0, 0, 1200, 675, "#b4c0c6", "#dfe3df") + haze(ranges(1200, 330, 150, ["#94a6a6", "#84998f"], 5, 170), "#d4dbda", 0.55) + mist(1200, 320, 40, "#eef1ee", 0.6) + toned(homes + trees + quay, GREYDAY) + river + toned(steps + people, GREYDAY) + boat(870, 560, 240) + rings + rain + toned(willow(1120, 690, 420, 3), GREYDAY)


@cover("gaoqiao")
def gaoqiao() -> str:
    """A tall viaduct strides over the valley and its roofs."""
    ridge = ranges(1200, 300, 190, ["#a9c2bd", "#8fb0a2", "#77a088"], 14, 230)
    deck = rect(-10, 150, 1220, 22, "#d3cdc0") + rect(-10, 168, 1220, 8, "#aaa497") + rect(-10, 142, 1220, 4, "#b9b4a8")
    piers = "".join(poly([(x - 14, 172), (x + 14, 172), (x + 22, b), (x - 22, b)], "#c9c2b4") + poly([(x + 4, 172), (x + 14, 172), (x + 22, b), (x + 6, b)], "#a8a295") for x, b in ((110, 380), (330, 450), (560, 470), (790, 452), (1010, 400)))
    spans = "".join(path(f"M{a},176Q{(a+b)/2},{262} {b},176Z", "none", stroke="#b9b3a6", stroke_width=9) for a, b in ((124, 316), (344, 546), (574, 776), (804, 996)))
    bus = rect(640, 112, 96, 34, VERMILION, 6) + rect(640, 130, 96, 6, CREAM) + "".join(rect(648 + i * 17, 117, 12, 11, "#cfe0dd", 2) for i in range(5)) + circle(662, 146, 8, INK) + circle(714, 146, 8, INK)
    valley = path("M0,400Q300,340 600,450T1200,400L1200,675L0,675Z", "#9dbb78") + path("M0,520Q300,440 640,520T1200,500L1200,675L0,675Z", "#86aa68")
    homes = "".join(cottage(x, y, w, w * 0.78, wall, floors=2, seed=i) for i, (x, y, w, wall) in enumerate(((180, 446, 90, CHALK), (420, 470, 100, "#e9dcc4"), (640, 486, 104, CHALK), (860, 470, 96, "#e9dcc4"), (60, 500, 120, CHALK), (270, 520, 126, "#ecd9ba"), (950, 520, 130, CHALK))))
    stream = path("M560,450C600,490 520,540 590,590C640,624 640,650 620,675L760,675C780,640 720,610 680,580C620,540 680,500 600,450Z", "#a5cdd2")
    trees = "".join(tree(x, y, s, (GREEN, SPRING)[x % 2], x) for x, y, s in ((30, 470, 90), (390, 480, 80), (545, 500, 80), (800, 500, 90), (1110, 480, 120), (470, 560, 120), (1000, 640, 190), (120, 650, 230)))
    people = folk(Ground(380, 5), Actor(440, 610, c.GRANDPA, c.STROLL), Actor(480, 614, c.BOY, c.RUN), Actor(860, 600, c.WOMAN, c.STROLL, True))
    return sky(1200, 675, "#83bcd6", "#e9f0e2") + cloud(300, 90, 280) + cloud(930, 70, 200) + haze(ridge, "#e9f0e2", 0.3) + valley + piers + spans + deck + bus + stream + homes + trees + people


@cover("xinmin")
def xinmin() -> str:
    """A summer evening on the basketball court of the new village."""
    ground = Ground(380, 2.8)
    homes = "".join(town_house(x, 440, 140, 3, ("#f1e4d0", "#e9d5ba")[i % 2], i, 0.3) for i, x in enumerate(range(-40, 1200, 152)))
    court = plain(1200, 436, 239, "#b2c088", "#94a86c") + poly([(180, 660), (1020, 660), (860, 470), (340, 470)], "#4f8a72") + poly([(180, 660), (1020, 660), (860, 470), (340, 470)], "none", stroke=CREAM, stroke_width=4) + line([(600, 470), (600, 660)], CREAM, 4) + ellipse(600, 556, 92, 32, "none", stroke=CREAM, stroke_width=4) + poly([(262, 562), (330, 480), (420, 480), (380, 562)], "#c06a52") + poly([(940, 562), (870, 480), (780, 480), (822, 562)], "#c06a52")
    hoop = "".join(line([(x, 560), (x + d * 0, 330), (x + d * 54, 316)], SLATE_DEEP, 9) + rect(x + d * 54 - 8, 258, 16, 84, CHALK) + ellipse(x + d * 84, 336, 22, 6, "none", stroke="#d8572f", stroke_width=4) + path(f"M{x+d*84-20},338L{x+d*84-10},372H{x+d*84+10}L{x+d*84+20},338", "none", stroke=WHITE, stroke_width=2) for x, d in ((206, 1), (994, -1)))
    players = folk(ground, Actor(540, 590, Teams.red, c.RUN), Actor(430, 560, Teams.blue, c.RUN, True), Actor(345, 540, Teams.red, c.REACH), Actor(650, 540, Teams.blue, c.WALK, True), Actor(760, 590, Teams.red, c.OFFER, True))
    ball = circle(382, 372, 11, "#d8742f") + path("M371,372H393M382,361V383", "none", stroke="#8d4638", stroke_width=1.6)
    watch = folk(ground, Actor(1090, 560, c.GRANDPA, c.SIT, True), Actor(1140, 575, c.GRANDMA_ROSE, c.SIT, True, props.fan), Actor(100, 600, c.WOMAN_BUN, c.STAND), Actor(136, 606, c.GIRL, c.WAVE))
    return gradient(0, 0, 1200, 480, "#7f9cc0", "#edbf9f", "#ffe0ad") + wisp(420, 90, 320, "#f7d5bd", 0.6) + sun(980, 240, 30, LAMP, 6) + toned(homes + court, GOLDEN, 0.7) + hoop + stool(1094, 562, 40) + stool(1144, 577, 42, PINE) + players + ball + watch + street_lamp(70, 640, 300) + tree(1170, 690, 330, GREEN, 8)


class Teams:
    """Players."""

    red = c.Look(RED, "#8b1a1f", c.SKIN_DEEP, sleeve="short", legs="shorts")
    blue = c.Look("#3f7086", "#2e4f60", c.SKIN_WARM, sleeve="short", legs="shorts")


@cover("shuikou")
def shuikou() -> str:
    """The sluice and the old water wheel."""
    ridge = haze(ranges(1200, 280, 150, ["#a3bfb8", "#84a896", "#6f9a80"], 21, 190), "#e6efe2", 0.3)
    homes = cottage(760, 380, 200, 160, floors=2, seed=3) + cottage(970, 384, 220, 170, "#ecdfc8", floors=2, seed=6) + tree(740, 384, 150, GREEN, 3) + bamboo(1150, 400, 260, 4)
    bank = path("M0,380Q240,350 480,376L480,470L0,470Z", "#8fb06a") + path("M700,372L1200,380L1200,500L700,460Z", "#9dba74")
    dam = rect(430, 330, 300, 150, "#bdb6a7") + "".join(rect(450 + i * 96, 360, 64, 120, "#4f7d86") + rect(450 + i * 96, 392, 64, 88, "#e3eff0") + "".join(rect(456 + i * 96 + k * 14, 392, 5, 88, "#c3dde0") for k in range(4)) for i in range(3)) + rect(420, 318, 320, 16, "#d3cdc0") + "".join(rect(444 + i * 96, 262, 76, 58, CREAM) + tiled_roof(440 + i * 96, 264, 84, 20) + rect(468 + i * 96, 280, 28, 24, "#8fb0b4") for i in range(3))
    pool = water(0, 470, 1200, 205, "#a5d0d3", "#589aa2", 9) + "".join(ellipse(482 + i * 96, 482, 52, 12, WHITE, opacity=0.8) + ellipse(470 + i * 96, 500, 70, 9, WHITE, opacity=0.4) for i in range(3))
    rim = "".join(f'<g transform="rotate({i*22.5} 230 400)">{rect(227, 250, 6, 150, WOOD)}{rect(214, 240, 32, 26, WOOD_LIGHT)}</g>' for i in range(16))
    wheel = circle(230, 400, 150, "none", stroke=WOOD_DEEP, stroke_width=9) + circle(230, 400, 118, "none", stroke=WOOD, stroke_width=6) + rim + circle(230, 400, 16, WOOD_DEEP) + poly([(222, 404), (238, 404), (290, 560), (270, 560)], WOOD_DEEP) + poly([(222, 404), (238, 404), (190, 560), (170, 560)], WOOD_DEEP)
    drops = "".join(stroke(f"M{330+i*7},{330+i*16}q8,40 4,{120-i*10}", "#dff0f1", 3, opacity=0.8) for i in range(5))
    people = folk(Ground(200, 3.6), Actor(610, 320, c.VEST_MAN, c.POINT), Actor(560, 320, c.MAN_WORK, c.HOLD, False, props.clipboard)) + folk(Ground(240, 3), Actor(850, 420, c.GRANDPA, c.STROLL), Actor(900, 424, c.GIRL, c.RUN))
    front = stones(360, 676, 320, 60, "#a8a498", 5, 6) + reeds(860, 680, 340, 120, 4) + grass(0, 680, 360, 60, 3)
    return sky(1200, 675, "#8ec3d6", "#eaf1e4") + cloud(600, 90, 280) + ridge + bank + homes + dam + pool + wheel + drops + people + front


@cover("chalin")
def chalin() -> str:
    """Tea rows on the hill in the spring mist, pickers at work."""
    ground = Ground(250, 4.2)
    ridge = haze(ranges(1200, 270, 170, ["#b4cbc2", "#9abaa6", "#82aa8c"], 17, 200), "#eef3e8", 0.4)
    homes = haze(cottage(820, 306, 130, 96, floors=2, seed=2) + cottage(950, 312, 120, 90, floors=1, seed=3) + tree(800, 310, 80, GREEN, 2) + bamboo(1080, 316, 150, 3), "#eef3e8", 0.2)
    slope = path("M0,300Q400,260 700,310T1200,300L1200,675L0,675Z", "#7ba267")
    pickers = folk(ground, Actor(330, 446, Tea.woman, c.OFFER), Actor(640, 420, Tea.girl, c.OFFER, True), Actor(860, 520, Tea.woman, c.HOLD, True), Actor(480, 590, Tea.girl, c.OFFER), Actor(210, 580, c.GRANDPA_BROWN, c.STROLL))
    baskets = "".join(path(f"M{x-15},{y-24}H{x+15}L{x+11},{y}H{x-11}Z", WOOD_LIGHT) + ellipse(x, y - 24, 15, 5, "#86b067") for x, y in ((560, 596), (280, 452), (920, 526)))
    return gradient(0, 0, 1200, 675, "#b9d6da", "#f2f4e6") + ridge + mist(1200, 270, 44, WHITE, 0.7) + slope + homes + tea_rows(1200, 330, 700, 9) + pickers + baskets + mist(1200, 350, 26, WHITE, 0.35)


class Tea:
    """Tea pickers."""

    woman = c.Look("#4d7f9a", "#3b4a58", hat="straw", style="bob", garment="apron")
    girl = c.Look("#c25c54", "#3b4a58", hat="straw", style="ponytail", garment="apron")


@cover("duchuan")
def duchuan() -> str:
    """The ferry comes in at dusk to the landing with its lamp."""
    far = haze(ranges(1200, 330, 130, ["#8f93ac", "#76809c"], 12, 220), "#e9b39c", 0.35) + "".join(circle(90 + i * 37, 334 - (i * 7) % 9, 1.8, LIT) for i in range(22))
    river = gradient(0, 338, 1200, 337, "#e5ab94", "#54688a") + water(0, 338, 1200, 337, "#e5ab94", "#54688a", 3, "#ffe6cf")
    ferry = path("M420,462L960,462L920,506L470,506Z", "#3f5a6c") + rect(424, 452, 536, 12, CREAM) + rect(520, 380, 300, 74, "#e9dfcc") + "".join(rect(534 + i * 46, 394, 32, 30, LIT) for i in range(6)) + rect(500, 366, 340, 16, "#b5483a") + rect(700, 322, 70, 46, "#e9dfcc") + rect(710, 330, 50, 20, LIT) + rect(540, 330, 22, 38, "#b5483a") + ellipse(690, 512, 290, 9, SHADE, opacity=0.35) + circle(458, 480, 11, "#d8572f") + circle(458, 480, 5, "#3f5a6c")
    riders = folk(Ground(330, 3.4), Actor(470, 456, c.MAN, c.STAND, True), Actor(880, 456, c.WOMAN, c.STAND, True), Actor(920, 456, c.BOY_BLUE, c.WAVE, True))
    landing = path("M0,560L330,528L420,556L420,590L300,675L0,675Z", "#8d7f78") + path("M0,560L330,528L420,556L110,596L0,600Z", "#b3a298") + poly([(330, 528), (470, 500), (486, 510), (410, 556)], WOOD_LIGHT)
    hut = rect(30, 420, 190, 150, "#cdb59a") + rect(60, 470, 60, 100, "#5c4a40") + rect(140, 466, 60, 50, LIT) + tiled_roof(18, 424, 214, 56) + rect(46, 430, 160, 26, SLATE_DEEP) + text(126, 450, "渡口", 19, CREAM, spacing=8)
    people = folk(Ground(360, 2.8), Actor(300, 560, c.GRANDMA, c.STAND), Actor(350, 566, c.GIRL_PINK, c.WAVE), Actor(250, 590, c.MAN_GREEN, c.STAND, False, props.bag))
    return gradient(0, 0, 1200, 340, "#4f628c", "#c88f95", "#f7c9a0") + sun(980, 300, 36, "#fff1c4", 6) + wisp(360, 120, 340, "#e6b3a8", 0.6) + birds(700, 150, 6) + far + river + toned(ferry + riders, "#e9c3b8", 0.7) + toned(landing + hut + people, "#d3a8a6", 0.75) + street_lamp(390, 560, 250, True) + toned(reeds(820, 684, 400, 120, 8), "#a98f9c", 0.8)


@cover("liangku")
def liangku() -> str:
    """Round granaries and a yard of drying grain."""
    ground = Ground(390, 3.0)
    silos = "".join(_silo(x, 440, 150, 200, i) for i, x in enumerate((90, 260, 430, 760, 930, 1100)))
    barn = rect(506, 300, 180, 146, "#d9b08c") + tiled_roof(490, 304, 212, 54, "#6b5a52") + rect(560, 352, 74, 94, WOOD_DEEP) + rect(564, 356, 32, 90, WOOD) + rect(600, 356, 32, 90, dark(WOOD, 0.1)) + text(597, 336, "粮库", 24, VERMILION, spacing=8)
    yard = paving(1200, 438, 675, 390, "#cfc3aa", 6) + poly([(150, 620), (640, 620), (600, 500), (260, 500)], "#e3bd5c") + "".join(line([(170 + i * 4 + i * 34, 616), (268 + i * 25, 504)], "#cfa441", 2.4) for i in range(13)) + path("M700,600Q830,480 960,600Z", "#e3bd5c") + path("M830,538Q900,540 960,600L850,600Z", "#c9a044")
    people = folk(ground, Actor(300, 590, c.GRANDPA_BROWN, c.SWEEP, False, props.rake), Actor(520, 560, c.WOMAN, c.SWEEP, True, props.rake), Actor(680, 610, c.MAN_SHIRT, c.SWEEP, False, props.spade), Actor(1040, 610, c.GRANDMA, c.STROLL, True), Actor(1000, 620, c.BOY, c.RUN, True))
    birdies = "".join(ellipse(x, y, 7, 5, "#8d6a4a") + circle(x + 6, y - 4, 3.6, "#6b4a33") for x, y in ((420, 640), (450, 648), (480, 638), (640, 646)))
    return sky(1200, 675, "#88bfd8", "#f3ecd6") + cloud(250, 80, 260) + cloud(820, 110, 300) + poplar(30, 446, 250, AUTUMN, 3) + poplar(1180, 446, 260, AUTUMN, 5) + poplar(715, 446, 200, AUTUMN, 7) + silos + barn + yard + people + birdies


def _silo(x: float, base: float, w: float, h: float, seed: int) -> str:
    wall = ("#e9dcc0", "#e3d2b2")[seed % 2]
    body = gradient(x - w / 2, base - h, w, h, dark(wall, 0.08), light(wall, 0.3), dark(wall, 0.24), across=True) + "".join(rect(x - w / 2, base - h * f, w, 4, dark(wall, 0.18)) for f in (0.3, 0.62, 0.93))
    roof = path(f"M{x-w*.57},{base-h}Q{x-w*.2},{base-h*1.16} {x},{base-h*1.36}Q{x+w*.2},{base-h*1.16} {x+w*.57},{base-h}Q{x},{base-h*.92} {x-w*.57},{base-h}Z", "#8d6a4f") + path(f"M{x},{base-h*1.36}Q{x+w*.2},{base-h*1.16} {x+w*.57},{base-h}Q{x+w*.3},{base-h*.95} {x+w*.1},{base-h*.95}Z", dark("#8d6a4f", 0.22))
    return body + roof + rect(x - 16, base - 56, 32, 56, WOOD_DEEP) + text(x, base - h * 0.74, f"{seed + 1}", 24, VERMILION)
