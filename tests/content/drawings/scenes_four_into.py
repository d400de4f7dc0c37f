"""Four into communities: science, health, law, culture."""

from __future__ import annotations

import cast as c
import props
from buildings import slab
from nature import AUTUMN, GREEN, SPRING, cloud, moon, sky, tree
from objects import banner, bench, bookshelf, flag, lantern, notice_board, stool, string_of, table, tent, tricycle
from palette import BRICK, CHALK, CREAM, GOLD, INK, LAMP, LEAF, LIT, NAVY, OCHRE, PINE, RED, ROSE, SAND, SHADE, SKY_PALE, SLATE, SLATE_DEEP, STONE, STONE_LIGHT, TEAL, TERRACOTTA, VERMILION, WHITE, WOOD, WOOD_DEEP, WOOD_LIGHT, dark, haze, light, toned
from plants import flowerbed, hedge, pot
from scene import TALL, Ground, picture
from scenes_school import Write
from staging import GOLDEN, NIGHT, Actor, folk, paving, plain
from svg import circle, ellipse, glow, gradient, line, path, poly, rect, stroke, text


def square(seed: int, left: str = "", right: str = "", wall: str = "#ecd6b4") -> str:
    """The estate's square with houses and two trees behind it."""
    back = haze(slab(-40, 470, 20, 6, 64, 58, wall, BRICK, seed, kind=seed % 3), "#f4ecda", 0.26)
    return sky(1200, 800, "#a1cbda", "#f4ecda") + cloud(300 + seed * 60, 70, 240) + back + (left or tree(70, 500, 320, GREEN, seed)) + (right or tree(1130, 500, 340, SPRING, seed + 2)) + paving(1200, 466, 800, 330, "#d2c7b0", 7)


@picture("four-into", "science-show")
def science_show() -> str:
    """Children watch coloured steam rise in a science demonstration."""
    ground = Ground(330, 2.35)
    table_ = table(380, 660, 440, 130, PINE, 20)
    flasks = "".join(_flask(x, 528, s, t) for x, s, t in ((450, 46, "#e0776a"), (530, 60, "#e6b95c"), (690, 46, "#6fae9a"), (760, 40, "#7fa8c9")))
    cloud_ = "".join(ellipse(x, y, w, h, WHITE, opacity=0.82) for x, y, w, h in ((610, 500, 40, 24), (590, 460, 54, 34), (640, 420, 70, 46), (590, 370, 84, 52), (670, 340, 74, 48), (620, 290, 90, 54))) + rect(586, 500, 46, 30, SLATE, 3)
    show = folk(ground, Actor(430, 640, Lab.coat, c.POINT, False), Actor(800, 644, Lab.girl, c.OFFER, True))
    kids = folk(ground, Actor(250, 740, c.BOY, c.BACK), Actor(350, 755, c.GIRL, c.BACK_RAISE), Actor(460, 770, c.GIRL_GREEN, c.BACK), Actor(600, 775, c.BOY_BLUE, c.BACK_RAISE), Actor(730, 770, c.GIRL_PINK, c.BACK), Actor(850, 752, c.BOY, c.BACK), Actor(990, 730, c.WOMAN, c.STAND, True), Actor(1070, 736, c.GRANDPA, c.STAND, True), Actor(130, 720, c.MAN_GREEN, c.HOLD, False, props.phone))
    return square(3) + banner(330, 190, 540, 64, "科教进社区", PINE) + rect(336, 254, 9, 400, SLATE_DEEP) + rect(855, 254, 9, 400, SLATE_DEEP) + show + cloud_ + table_ + flasks + kids


class Lab:
    """Demonstrators."""

    coat = c.Look("#f5f2ec", NAVY, c.SKIN_WARM, garment="coat")
    girl = c.Look("#f5f2ec", NAVY, style="ponytail", garment="coat")


def _flask(x: float, base: float, h: float, tone: str) -> str:
    return path(f"M{x-h*.14},{base-h}V{base-h*.6}L{x-h*.42},{base}H{x+h*.42}L{x+h*.14},{base-h*.6}V{base-h}Z", "#e3eeee") + path(f"M{x-h*.27},{base-h*.34}L{x-h*.42},{base}H{x+h*.42}L{x+h*.27},{base-h*.34}Z", tone) + rect(x - h * 0.18, base - h * 1.04, h * 0.36, h * 0.08, WHITE)


@picture("four-into", "health-check")
def health_check() -> str:
    """Doctors measure, listen and advise at a row of tables under a tent."""
    ground = Ground(320, 2.3)
    booth = tent(150, 620, 900, 400, "健康进社区", PINE)
    desks = "".join(table(x, 690, 230, 110, CHALK) for x in (200, 490, 780))
    gear = rect(280, 560, 44, 22, SLATE, 4) + rect(286, 564, 26, 14, "#bfe0e4") + rect(560, 556, 60, 26, "#6fae9a", 3) + rect(850, 552, 30, 30, CREAM) + text(865, 576, "＋", 24, VERMILION) + "".join(rect(900 + i * 16, 566, 11, 16, t, 2) for i, t in enumerate((RED, TEAL, OCHRE)))
    doctors = folk(ground, Actor(300, 640, c.DOCTOR, c.OFFER, False), Actor(600, 640, c.DOCTOR_MAN, c.FRONT_HOLD), Actor(890, 640, c.DOCTOR, c.TALK, True))
    patients = "".join(stool(x, y, 66) for x, y in ((440, 744), (740, 748))) + folk(ground, Actor(430, 746, c.GRANDMA, c.SIT, True), Actor(730, 750, c.GRANDPA_BROWN, c.SIT, True), Actor(1000, 750, c.WOMAN_BUN, c.TALK, True), Actor(1080, 756, c.GIRL, c.STAND, True), Actor(180, 750, c.MAN, c.STAND), Actor(100, 744, c.GRANDMA_ROSE, c.CANE, False, props.cane))
    return square(5, wall="#e6d3b8") + booth + doctors + desks + gear + patients


@picture("four-into", "law-desk")
def law_desk() -> str:
    """A lawyer answers questions at a desk in the pavilion of the courtyard."""
    ground = Ground(310, 2.2)
    board = rect(110, 330, 250, 200, "#f3ead6") + rect(110, 330, 250, 46, NAVY) + text(235, 363, "法律进社区", 27, CREAM, spacing=4) + "".join(rect(130, 396 + i * 26, 210 - (i % 3) * 30, 9, "#b5aea0") for i in range(5)) + rect(130, 530, 10, 120, SLATE_DEEP) + rect(332, 530, 10, 120, SLATE_DEEP)
    desk = table(460, 690, 360, 130, NAVY, 22) + rect(520, 540, 60, 18, RED) + rect(514, 530, 66, 12, PINE) + rect(522, 520, 56, 12, OCHRE) + rect(660, 534, 70, 26, CREAM, 3) + text(695, 554, "咨询", 20, NAVY) + poly([(600, 552), (640, 549), (648, 560), (602, 562)], WHITE)
    lawyer = folk(ground, Actor(570, 640, Bar.man, c.TALK), Actor(730, 640, Bar.woman, Write.brush, True, props.pen))
    visitors = folk(ground, Actor(830, 740, c.GRANDPA, c.TALK, True), Actor(920, 746, c.WOMAN, c.STAND, True), Actor(1040, 720, c.MAN_WORK, c.HOLD, True, props.paper), Actor(420, 750, c.GRANDMA_ROSE, c.HOLD, False, props.book), Actor(310, 740, c.WOMAN_TAIL, c.HOLD, True, props.paper))
    shade = poly([(400, 300), (470, 250), (870, 250), (940, 300)], "#56616a") + rect(396, 298, 548, 14, "#454e55") + rect(420, 312, 14, 330, "#94443a") + rect(906, 312, 14, 330, "#94443a") + rect(434, 318, 472, 20, "#94443a")
    return square(7, tree(40, 510, 300, GREEN, 5), tree(1090, 510, 380, AUTUMN, 8), "#e3cfae") + shade + board + lawyer + desk + visitors + pot(1170, 760, 80, 4)


class Bar:
    """Lawyers in dark suits."""

    man = c.Look("#3a4654", "#2c3642", c.SKIN_WARM)
    woman = c.Look("#4a5563", "#2c3642", style="bob")


@picture("four-into", "film-night")
def film_night() -> str:
    """An open-air film between the houses on a summer night."""
    ground = Ground(400, 2.5)
    rows = toned(slab(-60, 520, 7, 8, 56, 54, "#c99f7c", BRICK, 5, lit=0.45, kind=1, door=False) + slab(880, 520, 7, 8, 56, 54, "#c99f7c", BRICK, 9, lit=0.45, kind=0, door=False) + tree(400, 520, 240, GREEN, 3, shadow=False) + tree(820, 520, 250, GREEN, 4, shadow=False), "#5d6a9c", 0.9)
    floor = toned(paving(1200, 516, 800, 400, "#9d938c", 8), "#6f78a8", 0.9)
    screen = glow(600, 330, 420, "#fff1c4", 0.4) + rect(340, 150, 12, 410, SLATE_DEEP) + rect(848, 150, 12, 410, SLATE_DEEP) + rect(352, 160, 496, 290, "#f6eed6") + "".join(f'<g opacity="0.9">{p}</g>' for p in (path("M352,450V360Q460,300 560,360T760,330Q810,322 848,350V450Z", "#8fb3a0"), path("M352,450V400Q520,360 640,410T848,390V450Z", "#6f9c8a"))) + circle(740, 230, 30, "#ffdd94") + toned(folk(Ground(60, 4.2), Actor(520, 430, c.WOMAN_RED, c.STROLL), Actor(560, 432, c.BOY, c.RUN)), "#fff4e0")
    beam = poly([(600, 760), (352, 160), (848, 160)], LAMP, opacity=0.08)
    seats = [(x, y) for y, xs in ((620, (250, 370, 490, 710, 830, 950)), (700, (180, 320, 460, 740, 880, 1020))) for x in xs]
    looks = (c.MAN, c.GIRL, c.WOMAN, c.GRANDPA, c.GRANDMA, c.BOY, c.WOMAN_TAIL, c.BOY_BLUE, c.MAN_GREEN, c.WOMAN_BUN, c.GIRL_GREEN, c.MAN_SHIRT)
    crowd = "".join(stool(x, y, ground.tall(y, 0.42)) for x, y in seats) + folk(ground, *[Actor(x, y, look, c.BACK_SIT) for (x, y), look in zip(seats, looks, strict=True)])
    projector = rect(560, 720, 80, 46, SLATE_DEEP, 5) + circle(586, 700, 22, SLATE) + circle(624, 706, 16, SLATE) + circle(600, 742, 12, LAMP) + rect(574, 766, 8, 34, INK) + rect(620, 766, 8, 34, INK)
    return gradient(0, 0, 1200, 540, "#18244a", "#4f5c90") + "".join(circle((i * 193) % 1200, (i * 71) % 260, 1.5, LAMP, opacity=0.8) for i in range(60)) + moon(1010, 90, 24) + rows + floor + screen + beam + toned(crowd + folk(ground, Actor(700, 790, c.VEST_MAN, c.OFFER, True)), "#8088b8", 0.8) + projector


@picture("four-into", "book-cart", TALL)
def book_cart() -> str:
    """A cart of books under the trees; children and elders choose."""
    ground = Ground(560, 2.0)
    back = haze(slab(-60, 730, 7, 8, 84, 78, "#ecd6b4", BRICK, 6, kind=2), "#f4ecda", 0.28)
    floor = paving(800, 726, 1200, 560, "#d2c7b0", 7) + ellipse(400, 1000, 460, 120, SHADE, opacity=0.1)
    big = tree(120, 900, 780, GREEN, 4, wide=0.8) + tree(760, 800, 520, SPRING, 9)
    cart = rect(270, 660, 330, 300, WOOD) + bookshelf(280, 950, 310, 280, 3, 5) + poly([(230, 660), (290, 590), (580, 590), (640, 660)], VERMILION) + "".join(path(f"M{230+i*51.2},660h51.2q0,26 -25.6,26t-25.6,-26z", CREAM if i % 2 else VERMILION) for i in range(8)) + text(435, 640, "流动书屋", 38, CREAM, spacing=8) + "".join(circle(x, 986, 40, INK) + circle(x, 986, 28, STONE_LIGHT) + circle(x, 986, 8, INK) for x in (320, 550)) + rect(270, 950, 330, 16, WOOD_DEEP)
    people = folk(ground, Actor(200, 1060, c.GIRL, c.REACH_ONE), Actor(740, 1100, c.GRANDPA, c.HOLD, True, props.book), Actor(480, 1120, c.BOY, c.HOLD, True, props.book), Actor(640, 990, c.VEST_WOMAN, c.OFFER, True, props.book), Actor(90, 1130, c.WOMAN_LONG, c.HOLD, False, props.book))
    return sky(800, 1200, "#a1cbda", "#f4ecda") + cloud(560, 120, 260) + back + floor + big + cart + people


@picture("four-into", "may-performance")
def may_performance() -> str:
    """Dancers with red ribbons on the May stage before a full square."""
    ground = Ground(340, 2.45)
    stage = rect(200, 190, 800, 340, "#f3ead6") + gradient(212, 202, 776, 300, "#a5d0da", "#f6ecd6") + path("M212,502V420Q360,350 520,410T820,380Q920,370 988,400V502Z", "#93b36c") + path("M212,502V460Q420,410 600,460T988,440V502Z", "#6f9c5e") + text(600, 290, "四进社区", 66, VERMILION, spacing=16) + text(600, 344, "五月文艺演出", 30, PINE, spacing=8) + poly([(170, 502), (1030, 502), (1090, 566), (110, 566)], "#c08a5c") + rect(110, 566, 980, 40, VERMILION) + rect(110, 600, 980, 8, dark(VERMILION, 0.3)) + "".join(flowerbed(116 + i * 122, 612, 118, 24, i) for i in range(8))
    dancers = "".join(_ribbon(x, y, f) for x, y, f in ((330, 440, False), (470, 420, True), (620, 440, False), (760, 420, True), (890, 440, False))) + folk(Ground(290, 2.75), *[Actor(x, y, (Ribbon.red, Ribbon.gold)[i % 2], Ribbon.turn, bool(i % 2)) for i, (x, y) in enumerate(((320, 552), (460, 532), (600, 552), (740, 532), (880, 552)))])
    heads = folk(ground, *[Actor(60 + i * 98, 880 + (i % 3) * 16, look, (c.BACK, c.BACK_RAISE, c.BACK, c.BACK)[i % 4]) for i, look in enumerate((c.MAN, c.WOMAN, c.GRANDPA, c.WOMAN_TAIL, c.MAN_SHIRT, c.GRANDMA_ROSE, c.WOMAN_BUN, c.MAN_GREEN, c.GRANDMA, c.WOMAN_LONG, c.GRANDPA_BROWN, c.WOMAN_RED))]) + folk(ground, Actor(208, 800, c.GIRL, c.BACK_RAISE), Actor(510, 805, c.BOY, c.BACK), Actor(898, 804, c.GIRL_GREEN, c.BACK_RAISE))
    return square(9, tree(60, 500, 340, SPRING, 5), tree(1140, 500, 360, GREEN, 7)) + string_of(-20, 140, 600, 160, 40, 14, flag) + string_of(600, 160, 1220, 140, 40, 14, flag) + stage + dancers + heads


class Ribbon:
    """Ribbon dancers."""

    red = c.Look(RED, RED, style="bun", legs="skirt")
    gold = c.Look(GOLD, "#c98563", style="bun", legs="skirt")
    turn = c.Pose((112, 136), (70, 96), (12, -8), (6, 3), view="front")


def _ribbon(x: float, y: float, flip: bool) -> str:
    d = -1 if flip else 1
    return stroke(f"M{x-34*d},{y-46}C{x-110*d},{y-130} {x-150*d},{y-20} {x-96*d},{y-30}S{x-60*d},{y+40} {x-118*d},{y+60}", CORAL, 7)


CORAL = "#d8574c"
