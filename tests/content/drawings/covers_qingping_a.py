"""Covers of the communities in the hills."""

from __future__ import annotations

import cast as c
import props
from buildings import brick_wall, shop, slab, tower
from houses import arch, cottage, gable, headframe, pavilion, tiled_roof
from nature import AUTUMN, DEEP, GREEN, PLUM, SNOWY, SPRING, bare_tree, birds, cloud, hills, mist, moon, peak, ranges, sky, sun, tree, water, wisp
from objects import bench, bicycle, garden_lamp, lantern, notice_board, stool, street_lamp, string_of
from palette import BRICK, CHALK, CREAM, GOLD, INK, LAMP, LIT, OCHRE, PINE, RED, SAND, SHADE, SKY_PALE, SLATE, SLATE_DEEP, STONE, STONE_DEEP, STONE_LIGHT, TEAL, TERRACOTTA, VERMILION, WHITE, WOOD, WOOD_DEEP, WOOD_LIGHT, dark, haze, light, toned
from plants import bamboo, bush, fir, flowerbed, grass, hedge, pine, pot, snow_cap, stones
from scene import Ground, cover
from staging import DAWN, DUSK, GOLDEN, NIGHT, SNOWLIGHT, Actor, folk, paving, plain, snowfall, specks
from svg import circle, ellipse, glow, gradient, line, path, poly, rect, stroke, text, veil


@cover("songlin")
def songlin() -> str:
    """Pines on the slopes, the settlement in the morning valley."""
    ridge = haze(peak(250, 330, 520, 240, "#7f9f98", 3) + peak(760, 330, 640, 290, "#77988f", 5) + peak(1120, 330, 480, 200, "#7f9f98", 7), "#f2e6d2", 0.35)
    forest = haze("".join(fir(x, 352 + (x * 7) % 26, 56 + (x * 3) % 34, "#3f7360") for x in range(-10, 1220, 26)), "#f2e6d2", 0.18)
    land = path("M0,350Q400,330 700,356T1200,350L1200,675L0,675Z", "#a9bd84") + path("M0,520Q500,460 1200,540L1200,675L0,675Z", "#8fab6e")
    rows = slab(330, 430, 8, 4, 34, 28, "#e6cfae", BRICK, 4, kind=0) + slab(640, 424, 8, 3, 36, 28, "#d9b490", BRICK, 6, kind=1) + slab(480, 486, 9, 4, 40, 33, "#ecd9b8", BRICK, 8, kind=2)
    lamp = rect(918, 500, 70, 20, STONE_DEEP) + path("M928,500L934,430Q953,408 972,430L978,500Z", "#a97f3f") + rect(936, 446, 34, 30, LIT) + path("M938,424Q953,392 968,424", "none", stroke="#7d5c2c", stroke_width=4) + glow(953, 460, 70, LIT, 0.5)
    walk = path("M620,675C600,600 760,580 800,530C830,496 900,520 980,522L980,536C900,540 850,536 830,560C800,600 700,620 760,675Z", "#dccfae")
    people = folk(Ground(330, 3.2), Actor(1020, 540, c.GRANDPA, c.POINT, True), Actor(1060, 546, c.BOY, c.STAND, True), Actor(780, 570, c.WOMAN, c.STROLL), Actor(690, 640, c.MAN_GREEN, c.WALK))
    return gradient(0, 0, 1200, 400, "#9cc0d0", "#f7e4c6") + sun(560, 200, 30, LAMP, 7) + ridge + mist(1200, 330, 36, "#fff6e6", 0.7) + forest + land + rows + mist(1200, 430, 22, "#fff6e6", 0.35) + walk + lamp + people + pine(90, 690, 560, 4) + pine(240, 650, 330, 7) + pine(1150, 690, 480, 9) + grass(300, 684, 560, 34, 5)


@cover("qingshi")
def qingshi() -> str:
    """A stair street of blue stone climbs between houses."""
    ridge = haze(ranges(1200, 200, 120, ["#9db8b0", "#88a99b"], 9, 200), "#eaf0e6", 0.4)
    sides = ""
    for i in range(4):
        y, w = 330 + i * 90, 200 + i * 60
        sides += cottage(360 - i * 100 - w, y, w, 190 + i * 40, ("#d9d3c5", "#c6c4ba", "#e3d9c6", "#bfbdb4")[i], floors=2, seed=i + 2, plinth="#7d8b8f") + cottage(830 + i * 100, y, w, 190 + i * 40, ("#c6c4ba", "#e3d9c6", "#cdc9be", "#d9d3c5")[i], floors=2, seed=i + 7, plinth="#7d8b8f")
    count = 22
    steps = ""
    for i in range(count):
        t = (i / count) ** 1.35
        y, half, thick = 262 + 420 * t, 116 + 330 * t, 8 + 24 * t
        steps += rect(596 - half, y, 2 * half, thick * 0.6, "#a9bcc0") + rect(596 - half, y + thick * 0.55, 2 * half, thick * 0.6, "#76898f")
    top = rect(480, 246, 232, 18, "#8fa3a8") + tree(596, 256, 190, GREEN, 5, shadow=False)
    people = folk(Ground(170, 3.4), Actor(560, 360, c.MAN, c.BACK_WALK), Actor(650, 420, c.GRANDMA, c.STROLL, True, props.bag), Actor(480, 520, c.GIRL_PINK, c.BACK_WALK), Actor(530, 530, c.WOMAN_LONG, c.BACK_WALK), Actor(760, 610, c.GRANDPA_BROWN, c.SIT, True))
    pots = pot(260, 560, 50, 3, flowers="#d98a8c") + pot(310, 520, 40, 4) + pot(930, 560, 50, 7, flowers="#e6b95c") + pot(890, 520, 40, 6)
    return sky(1200, 675, "#98c5d4", "#eff0e2") + cloud(300, 80, 220) + cloud(860, 60, 200) + ridge + top + steps + sides + stool(762, 612, 46, WOOD) + people + pots + string_of(330, 250, 870, 250, 26, 7, lambda x, y, i: lantern(x, y, 9))


@cover("kuangshan")
def kuangshan() -> str:
    """The winding tower stands over miners' terraces on a winter evening."""
    ridge = peak(300, 400, 760, 270, "#7c7f95", 3) + peak(900, 400, 700, 210, "#868aa0", 5) + path("M262,204Q300,136 330,140Q380,200 400,232Q350,220 320,240Q290,214 262,204Z", "#e9ebf2") + path("M850,258Q890,190 920,200Q960,240 980,262Q930,256 900,274Z", "#e9ebf2")
    slope = path("M0,400Q500,330 1200,420L1200,675L0,675Z", "#b3aeb5") + path("M0,520Q400,470 1200,560L1200,675L0,675Z", "#d9d6dc")
    terraces = slab(70, 440, 8, 3, 40, 32, "#b9876c", "#8d4638", 3, lit=0.5, kind=2) + snow_cap(66, 336, 330, 8) + slab(30, 530, 9, 3, 46, 36, "#c4937a", "#8d4638", 5, lit=0.5, kind=0) + snow_cap(26, 412, 424, 9) + slab(480, 500, 5, 3, 42, 34, "#b9876c", "#8d4638", 9, lit=0.5, kind=2) + snow_cap(476, 388, 218, 8)
    frame = headframe(870, 520, 400, "#574a52") + rect(1010, 440, 150, 90, "#96705f") + snow_cap(1004, 440, 162, 10) + rect(1030, 464, 40, 30, LIT) + rect(1090, 464, 40, 30, LIT)
    rails = stroke("M560,640Q800,590 1200,612", "#6a625f", 5) + stroke("M560,660Q800,606 1200,630", "#6a625f", 5) + "".join(rect(600 + i * 40, 612 - i * 0.6, 8, 30, "#7d6a5c") for i in range(15))
    cart = path("M940,566H1040L1026,606H954Z", "#5d6268") + path("M946,566Q990,536 1034,566Z", "#34383d") + circle(966, 610, 11, INK) + circle(1014, 610, 11, INK)
    people = folk(Ground(420, 2.6), Actor(470, 600, Miner.man, c.WALK), Actor(530, 606, Miner.man, c.WALK), Actor(620, 590, c.WOMAN_RED, c.WAVE, True), Actor(660, 600, c.BOY_BLUE, c.RUN, True))
    scene = toned(ridge + slope + terraces + frame + rails + cart + people, "#bfb6d0", 0.75)
    return gradient(0, 0, 1200, 420, "#55618a", "#b294a6", "#f0c3a4") + wisp(760, 90, 300, "#d9b3b4", 0.5) + scene + glow(524, 548, 30, LAMP, 0.8) + glow(466, 544, 30, LAMP, 0.8) + street_lamp(720, 580, 220, True) + snowfall(1200, 675, 60, 5)


class Miner:
    """Miners with lamps on their helmets."""

    man = c.Look("#4f6477", "#3d4854", c.SKIN_DEEP, hat="helmet")


@cover("meiling")
def meiling() -> str:
    """Plum blossom over snow-covered roofs."""
    ridge = haze(ranges(1200, 320, 190, ["#b7c6cf", "#a3b5bf", "#93a8b0"], 4, 210), "#f0ecec", 0.35)
    slope = path("M0,380Q300,300 640,380T1200,350L1200,675L0,675Z", "#e6ebef") + path("M0,500Q440,420 800,500T1200,490L1200,675L0,675Z", "#f5f7f9")
    homes = "".join(cottage(x, y, w, h, "#e3d8c8", "#6a747c", floors=f, seed=x, lit=0.2) + _roof_snow(x, y - h, w, h * (0.36 if f == 1 else 0.26)) for x, y, w, h, f in ((480, 420, 130, 110, 2), (640, 416, 150, 100, 1), (820, 430, 150, 130, 2)))
    trees = "".join(bare_tree(x, y, s, "#4a3a38", i + 3, ("#b23d4e", "#cf5f70", "#e6929c"), int(40 + s * 0.55)) for i, (x, y, s) in enumerate(((330, 430, 130), (440, 440, 120), (1000, 440, 140), (1100, 470, 170), (590, 500, 170), (760, 510, 160), (930, 540, 220), (120, 640, 560), (1120, 690, 430))))
    walk = path("M560,675C620,600 500,560 600,510C660,480 640,450 630,420L650,420C670,450 700,480 650,520C580,560 700,610 690,675Z", "#d5dde4")
    people = folk(Ground(370, 2.8), Actor(620, 540, c.GRANDMA_ROSE, c.STROLL), Actor(660, 548, c.GIRL, c.POINT), Actor(540, 640, Snow.coat, c.REACH_ONE, True), Actor(800, 600, c.GRANDPA, c.SWEEP, True, props.broom))
    return gradient(0, 0, 1200, 675, "#b3c3d2", "#f2ece8") + ridge + mist(1200, 340, 30, WHITE, 0.6) + slope + homes + walk + trees + people + snowfall(1200, 675, 120, 8) + specks(1200, 520, 150, "#d4707f", 90, 4, 3.4)


def _roof_snow(x: float, y: float, w: float, h: float) -> str:
    return path(f"M{x-w*.05},{y+h*.94}Q{x},{y+h*.8} {x+w*.05},{y-2}L{x+w*.95},{y-2}Q{x+w},{y+h*.8} {x+w*1.05},{y+h*.94}Q{x+w*.8},{y+h*.72} {x+w*.6},{y+h*.84}Q{x+w*.4},{y+h*.7} {x+w*.2},{y+h*.86}Q{x+w*.1},{y+h*.8} {x-w*.05},{y+h*.94}Z", WHITE)


class Snow:
    """A winter coat."""

    coat = c.Look("#34605a", "#34495c", style="long", garment="coat")


@cover("xishan")
def xishan() -> str:
    """The sun goes down behind the western hill; the street lights its windows."""
    ground = Ground(450, 2.6)
    big = peak(820, 440, 900, 300, "#7d6d84", 4) + peak(330, 440, 620, 190, "#8d7d90", 6)
    town = slab(-30, 470, 7, 4, 50, 44, "#b9937a", None, 3, lit=0.5, kind=0) + cottage(330, 470, 170, 150, "#c9ab92", floors=2, seed=4, lit=0.6) + cottage(510, 470, 160, 140, "#bfa08a", floors=2, seed=5, lit=0.6) + slab(690, 470, 6, 5, 48, 42, "#c29c80", None, 8, lit=0.5, kind=2) + cottage(990, 470, 220, 160, "#c9ab92", floors=2, seed=9, lit=0.6)
    street = paving(1200, 468, 675, 450, "#a08d8c", 7)
    people = folk(ground, Actor(300, 560, c.GRANDPA, c.STROLL), Actor(345, 562, c.GRANDMA, c.STROLL), Actor(620, 600, c.MAN, c.PUSH), Actor(860, 570, c.WOMAN_TAIL, c.WALK, True, props.bag), Actor(910, 580, c.GIRL, c.WALK, True), Actor(180, 620, c.BOY, c.RUN))
    scene = toned(town + street + people + bicycle(690, 604, 84), "#d3a5a0", 0.7)
    rays = "".join(poly([(760, 262), (760 + dx, -40), (760 + dx + 70, -40)], "#ffe2b0", opacity=0.1) for dx in (-620, -420, -220, -20, 180, 380))
    return gradient(0, 0, 1200, 470, "#5d6b94", "#d98f82", "#ffd08c") + rays + sun(760, 190, 52, "#fff1c4", 6) + wisp(280, 110, 330, "#f2b79c", 0.6) + wisp(1020, 150, 240, "#f2b79c", 0.5) + birds(430, 190, 6) + haze(big, "#e9a184", 0.25) + scene + street_lamp(90, 560, 260, True) + street_lamp(1110, 560, 260, True, True) + street_lamp(520, 500, 160, True)
