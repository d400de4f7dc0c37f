"""More covers of the communities in the hills."""

from __future__ import annotations

import cast as c
import props
from buildings import shop, slab, tower
from houses import arch, cottage, gable, pavilion, tiled_roof
from nature import AUTUMN, DEEP, GREEN, PEAR, SPRING, bare_tree, birds, cloud, hills, mist, moon, peak, ranges, reflected, sky, sun, tree, water, wisp
from objects import banner, bench, bicycle, garden_lamp, lantern, notice_board, stool, street_lamp, string_of
from palette import BRICK, CHALK, CREAM, GOLD, INK, LAMP, LIT, OCHRE, PINE, RED, SAND, SHADE, SKY_PALE, SLATE, SLATE_DEEP, STONE, STONE_DEEP, STONE_LIGHT, TEAL, TERRACOTTA, VERMILION, WHITE, WOOD, WOOD_DEEP, WOOD_LIGHT, dark, haze, light, toned
from plants import bamboo, bush, fir, flowerbed, grass, hedge, pine, pot, stones, willow
from scene import Ground, cover
from staging import DAWN, GOLDEN, NIGHT, Actor, folk, paving, plain, specks
from svg import circle, ellipse, glow, gradient, line, path, poly, rect, stroke, text, veil


@cover("longtan")
def longtan() -> str:
    """A waterfall drops into a deep green pool under the houses."""
    cliff = path("M0,120Q160,60 300,110L420,150L470,470L0,470Z", "#7d8f86") + path("M1200,90Q980,40 820,120L740,160L690,470L1200,470Z", "#8a9a8e") + path("M300,110L420,150L470,470L380,470Z", dark("#7d8f86", 0.2)) + path("M820,120L740,160L690,470L790,470Z", dark("#8a9a8e", 0.16)) + path("M420,190Q580,150 740,196L700,470L460,470Z", "#5f7670")
    fall = path("M520,186Q580,176 640,188L664,470L500,470Z", "#e3f1f0") + "".join(stroke(f"M{530+i*16},188Q{528+i*17},320 {516+i*20},468", "#bcdcdd", 4, opacity=0.8) for i in range(7)) + "".join(stroke(f"M{538+i*22},190Q{536+i*23},330 {528+i*25},466", WHITE, 3) for i in range(5))
    pool = gradient(0, 464, 1200, 211, "#6fa79f", "#2f6f70") + water(0, 464, 1200, 211, "#6fa79f", "#2f6f70", 6, "#d6efe9") + "".join(ellipse(582, 472 + i * 12, 110 + i * 46, 9 + i * 3, WHITE, opacity=0.5 - 0.11 * i) for i in range(4)) + mist(1160, 462, 26, WHITE, 0.5)
    homes = cottage(60, 130, 150, 110, floors=2, seed=3) + cottage(930, 106, 160, 116, floors=2, seed=5) + tree(240, 130, 110, GREEN, 4, shadow=False) + tree(880, 124, 110, SPRING, 7, shadow=False) + bamboo(1130, 110, 160, 3)
    hang = "".join(bush(x, y, w, 50, DEEP, x) for x, y, w in ((90, 300, 150), (270, 250, 120), (1010, 280, 160), (860, 330, 130), (400, 400, 100), (1130, 420, 150), (40, 430, 160)))
    rocks = stones(120, 520, 260, 70, "#8d978f", 3, 4) + stones(800, 530, 300, 80, "#8d978f", 6, 5)
    deck = path("M-10,610Q260,560 560,604L560,640Q260,600 -10,660Z", WOOD_LIGHT) + path("M-10,648Q260,592 560,630L560,644Q260,606 -10,664Z", dark(WOOD_LIGHT, 0.3)) + stroke("M-10,556Q260,508 560,552", WOOD, 5) + "".join(line([(i * 70, 606 - 24 * (1 - abs(i - 4) / 4) + (i * 0)), (i * 70, 554 - 22 * (1 - abs(i - 4) / 4))], WOOD, 6) for i in range(9))
    people = folk(Ground(250, 3.6), Actor(330, 604, c.WOMAN_LONG, c.POINT), Actor(270, 602, c.BOY, c.WAVE), Actor(440, 612, c.GRANDPA, c.STAND))
    return sky(1200, 675, "#8fc1cf", "#e4eee2") + haze(ranges(1200, 140, 90, ["#94b3a6"], 5), "#e4eee2", 0.4) + homes + cliff + fall + hang + pool + rocks + deck + people + pine(1120, 690, 330, 5)


@cover("zhuyuan")
def zhuyuan() -> str:
    """A path through bamboo leads to the new courtyards."""
    ground = Ground(370, 2.6)
    blocks = haze(tower(430, 430, 130, 9, 26, "#f2ece0", "#9a7c5e", 3, side=26, columns=4) + tower(640, 430, 130, 11, 26, "#f2ece0", "#9a7c5e", 5, side=26, columns=4), "#e3eed9", 0.22)
    gate = rect(470, 300, 16, 150, WOOD_DEEP) + rect(716, 300, 16, 150, WOOD_DEEP) + tiled_roof(440, 310, 322, 46) + rect(540, 318, 122, 36, WOOD_DEEP) + text(601, 345, "竹园", 26, CREAM, spacing=10)
    floor = plain(1200, 426, 249, "#a3bd80", "#7f9f62") + path("M340,675C470,580 520,520 545,440L655,440C690,520 760,590 900,675Z", "#d6d1bd") + "".join(path(f"M{x},{y}h{w}l{w*.1},{h}h{-w*1.2}z", "#bdb8a4") for x, y, w, h in ((560, 462, 80, 7), (550, 486, 108, 9), (536, 516, 136, 12), (518, 552, 172, 16), (490, 596, 226, 20), (456, 644, 290, 22)))
    left = "".join(bamboo(x, b, h, x, 7, s) for x, b, h, s in ((40, 470, 400, "#6f9a58"), (190, 480, 430, "#7fa862"), (320, 470, 340, "#8fb36c"), (90, 600, 620, "#5f8f50"), (250, 560, 480, "#6f9a58")))
    right = "".join(bamboo(x, b, h, x, 7, s) for x, b, h, s in ((880, 470, 340, "#8fb36c"), (1010, 480, 430, "#7fa862"), (1150, 480, 400, "#6f9a58"), (960, 560, 480, "#6f9a58"), (1120, 610, 640, "#5f8f50")))
    shafts = "".join(poly([(x, 0), (x + 60, 0), (x - 120, 675), (x - 260, 675)], "#fff7d6", opacity=0.1) for x in (420, 640, 860, 1080))
    people = folk(ground, Actor(590, 520, c.WOMAN, c.BACK_WALK), Actor(632, 524, c.GIRL, c.BACK_WALK), Actor(700, 590, c.GRANDPA, c.FRONT_DANCE), Actor(450, 620, c.MAN_GREEN, c.STROLL))
    return sky(1200, 675, "#a3d0cf", "#f2f4de") + blocks + floor + left + right + gate + shafts + people


@cover("qianjin")
def qianjin() -> str:
    """A film night in the yard of the workers' club."""
    ground = Ground(410, 2.5)
    rows = slab(-40, 480, 6, 5, 56, 52, "#c08a6c", BRICK, 3, lit=0.45, kind=0, door=False) + slab(910, 480, 6, 5, 56, 52, "#c08a6c", BRICK, 6, lit=0.45, kind=1, door=False)
    club = rect(340, 230, 520, 250, "#d9bf9a") + poly([(320, 230), (600, 150), (880, 230)], "#c9a87f") + rect(320, 226, 560, 12, CREAM) + "".join(rect(356 + i * 97, 244, 14, 236, "#c2a17a") for i in range(6)) + text(600, 214, "工人俱乐部", 30, VERMILION, spacing=8)
    floor = paving(1200, 474, 675, 410, "#9d938c", 7)
    scene = toned(rows + club + floor, "#6f76a4", 0.85)
    screen = glow(600, 350, 330, "#fff1c4", 0.35) + rect(414, 262, 372, 190, "#20252d") + rect(424, 270, 352, 174, LAMP) + path("M424,444V380Q500,330 570,384T700,372Q740,360 776,376V444Z", EMBER_HILL) + circle(680, 316, 22, LIT)
    beam = poly([(600, 668), (424, 270), (776, 270)], LAMP, opacity=0.1)
    crowd = [Actor(x, y, look, c.BACK) for x, y, look in ((300, 560, c.MAN), (900, 566, c.WOMAN), (250, 600, c.GRANDPA), (960, 610, c.MAN_GREEN))]
    seats = "".join(stool(x, y + 2, ground.tall(y, 0.5)) for x, y in SEATED)
    sitting = [Actor(x, y, look, c.BACK_SIT) for (x, y), look in zip(SEATED, (c.WOMAN, c.MAN, c.GIRL, c.GRANDMA, c.BOY, c.MAN_SHIRT, c.WOMAN_BUN, c.GRANDPA, c.GIRL_GREEN, c.WOMAN_TAIL, c.MAN_GREEN, c.BOY_BLUE), strict=True)]
    return gradient(0, 0, 1200, 480, "#27345a", "#55618a") + moon(1040, 90, 20) + "".join(circle((i * 173) % 1200, (i * 59) % 150 + 10, 1.3, LAMP) for i in range(40)) + scene + screen + beam + toned(seats + folk(ground, *crowd, *sitting), "#8f8fb8", 0.75) + string_of(60, 240, 340, 250, 24, 6, lambda x, y, i: lantern(x, y, 9, True)) + string_of(860, 250, 1140, 240, 24, 6, lambda x, y, i: lantern(x, y, 9, True))


EMBER_HILL = "#7fae9a"
SEATED = tuple((x, y) for y, xs in ((540, (440, 520, 600, 680, 760)), (590, (380, 480, 700, 800)), (650, (420, 790, 900))) for x in xs)


@cover("yunjiao")
def yunjiao() -> str:
    """A village above a sea of clouds at daybreak."""
    peaks = haze(peak(180, 520, 420, 260, "#8a9fb0", 3) + peak(620, 520, 360, 330, "#7d94a6", 5) + peak(1050, 520, 460, 280, "#8a9fb0", 7), "#f6d9c4", 0.3)
    sea = "".join(ellipse(x, y, w, h, t) for x, y, w, h, t in ((100, 470, 300, 50, "#f3e6df"), (480, 460, 330, 46, "#f7ebe2"), (880, 470, 360, 54, "#f3e6df"), (1180, 460, 240, 44, "#f7ebe2"), (260, 510, 380, 54, "#fbf3ea"), (700, 506, 380, 50, "#fbf3ea"), (1080, 512, 330, 54, "#fdf8f2")))
    land = path("M-10,675L-10,420Q120,400 300,440Q480,480 560,560Q620,620 640,675Z", "#8ba36c") + path("M-10,675L-10,560Q200,520 420,600Q520,640 560,675Z", "#76955e") + path("M-10,470Q160,440 330,490" + "L330,500Q160,452 -10,482Z", "#d3c79a") + path("M1200,675V520Q1060,540 960,620Q920,650 910,675Z", "#7f9a64")
    homes = cottage(20, 430, 130, 110, "#e9d9bd", "#6a5d55", floors=2, seed=2, lit=0.4) + cottage(170, 446, 120, 96, "#e3d0ae", "#6a5d55", floors=1, seed=3, lit=0.5) + cottage(310, 484, 120, 100, "#e9d9bd", "#6a5d55", floors=2, seed=5, lit=0.4) + cottage(90, 540, 150, 130, "#e9d9bd", "#6a5d55", floors=2, seed=7, lit=0.3) + cottage(290, 590, 150, 120, "#e3d0ae", "#6a5d55", floors=1, seed=9, lit=0.4)
    smoke = stroke("M110,316q-14,-22 0,-44t4,-46", WHITE, 9, opacity=0.4) + stroke("M370,380q-14,-22 0,-44t4,-46", WHITE, 9, opacity=0.4)
    people = folk(Ground(360, 3.6), Actor(480, 600, c.GRANDPA_BROWN, c.CANE, far=props.cane), Actor(530, 606, c.GIRL, c.POINT))
    return rect(0, 500, 1200, 175, "#fdf8f2") + gradient(0, 0, 1200, 520, "#86a4c6", "#f2c0ae", "#ffe6c2") + sun(840, 270, 40, LAMP, 8) + wisp(380, 120, 360, "#fbdccb", 0.7) + birds(640, 180, 7) + peaks + sea + toned(land + homes, DAWN, 0.8) + smoke + people + pine(1080, 690, 420, 6) + pine(1000, 670, 220, 8) + tree(20, 660, 200, GREEN, 4) + mist(1200, 640, 30, "#fff6ee", 0.3)


@cover("lishu")
def lishu() -> str:
    """White pear orchards follow a bend of the stream."""
    ridge = haze(ranges(1200, 260, 140, ["#a3bfb8", "#8bb09a"], 11, 210), "#f0f3e4", 0.35)
    land = gradient(0, 250, 1200, 425, "#bcd08e", "#8db366")
    river = path("M0,330C260,300 420,330 620,380C800,424 1000,400 1200,370L1200,430C1010,470 800,500 590,450C400,406 240,380 0,420Z", "#9ccbd3") + path("M0,356C260,326 420,356 620,404C800,444 1000,424 1200,396L1200,404C1000,436 800,456 610,412C420,366 260,336 0,368Z", "#d3e9ea", opacity=0.8)
    far_trees = "".join(bare_tree(x, 300 + (x * 3) % 40, 80, "#6a574a", x, PEAR, 46) for x in range(30, 1200, 92))
    homes = cottage(800, 318, 120, 96, floors=2, seed=3) + cottage(930, 324, 130, 90, "#ecdfc8", floors=1, seed=4) + cottage(1070, 316, 120, 100, floors=2, seed=6)
    near = "".join(bare_tree(x, y, s, "#5f4c40", x, ("#e3e8da", "#fbfaf2", "#ffffff"), int(s * 0.8)) for x, y, s in ((330, 500, 170), (560, 540, 190), (900, 540, 200), (1090, 600, 270), (140, 650, 380)))
    bridge = poly([(676, 376), (700, 376), (666, 494), (632, 494)], WOOD_LIGHT) + line([(676, 364), (632, 480)], WOOD, 4) + line([(700, 364), (666, 480)], WOOD, 4)
    walk = path("M632,494L666,494C690,540 640,580 760,675L600,675C560,600 640,560 632,494Z", "#e3d6b2")
    people = folk(Ground(300, 3.4), Actor(650, 470, c.WOMAN_RED, c.STROLL), Actor(690, 590, c.GRANDPA, c.CANE, True, props.cane), Actor(470, 600, c.MAN_SHIRT, c.REACH_ONE), Actor(430, 604, Orchard.woman, c.HOLD), Actor(820, 620, c.BOY, c.RUN, True))
    bees = "".join(rect(x, y, 40, 30, t) + poly([(x - 5, y), (x + 20, y - 14), (x + 45, y)], SLATE) + rect(x + 12, y + 20, 16, 4, INK) for x, y, t in ((960, 590, OCHRE), (1010, 604, "#5e9a94")))
    return sky(1200, 675, "#8fc6da", "#f1f4e2") + cloud(300, 80, 280) + cloud(860, 110, 200) + birds(560, 130, 5) + ridge + land + far_trees + homes + river + bridge + walk + near + bees + people + specks(1200, 500, 170, "#ffffff", 150, 5, 4)


class Orchard:
    """An orchard keeper."""

    woman = c.Look("#b97a72", "#4b5560", hat="straw", style="bob", garment="apron")
