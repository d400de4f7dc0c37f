"""Volunteers."""

from __future__ import annotations

import cast as c
import props
from buildings import brick_wall, entrance, pane, shop, slab
from nature import AUTUMN, GREEN, SPRING, cloud, moon, sky, tree
from objects import banner, bench, bicycle, bookshelf, chair, garden_lamp, notice_board, plate, stool, street_lamp, table, tent
from palette import BRICK, CHALK, CREAM, GOLD, INK, LAMP, LEAF, LIT, NAVY, OCHRE, PINE, RED, ROSE, SAND, SHADE, SLATE, SLATE_DEEP, STONE, STONE_DEEP, STONE_LIGHT, TEAL, TERRACOTTA, VERMILION, WHITE, WOOD, WOOD_DEEP, WOOD_LIGHT, dark, haze, light, toned
from plants import flowerbed, hedge, pot
from rooms import clock, pendant, room, sofa, sunbeam, window
from scene import TALL, Camera, Ground, picture
from scenes_four_into import square
from staging import NIGHT, Actor, folk, paving, plain, road, specks, zebra
from svg import circle, ellipse, glow, gradient, line, path, poly, rect, stroke, text


@picture("volunteers", "station")
def station() -> str:
    """The volunteer station by the gate: people register and take tools."""
    ground = Ground(330, 2.3)
    house = rect(240, 230, 720, 360, "#efe0c4") + poly([(210, 234), (270, 170), (930, 170), (990, 234)], "#56616a") + rect(206, 230, 788, 14, "#454e55") + rect(280, 254, 640, 62, VERMILION) + text(600, 299, "志愿服务站", 44, CREAM, spacing=14) + rect(300, 346, 330, 160, WOOD_DEEP) + rect(310, 356, 310, 140, "#f6e7c3") + rect(286, 500, 358, 24, WOOD_LIGHT) + rect(700, 346, 120, 244, SLATE) + rect(712, 358, 46, 232, "#bcd3d6") + rect(764, 358, 46, 232, "#a9c5cc") + plate(860, 350, 44, "社区", CREAM)
    inside = bookshelf(330, 496, 90, 120, 2, 3) + folk(Ground(300, 2.0), Actor(520, 590, c.VEST_WOMAN, c.FRONT_HOLD)) + rect(286, 500, 358, 24, WOOD_LIGHT) + rect(240, 524, 720, 66, "#d9c39c") + rect(700, 524, 120, 66, SLATE) + rect(712, 524, 46, 66, "#bcd3d6") + rect(764, 524, 46, 66, "#a9c5cc") + rect(430, 482, 60, 18, CREAM) + rect(560, 476, 24, 24, PINE, 3)
    rack = rect(150, 430, 70, 10, WOOD) + "".join(line([(160 + i * 18, 440), (154 + i * 18, 610)], WOOD_LIGHT, 5) + poly([(146 + i * 18, 610), (164 + i * 18, 610), (168 + i * 18, 640), (140 + i * 18, 640)], OCHRE) for i in range(3))
    people = folk(ground, Actor(470, 690, c.MAN_GREEN, Desk.sign, False, props.pen), Actor(390, 700, c.WOMAN_TAIL, c.STAND), Actor(680, 720, c.VEST_MAN, c.WALK, False, props.rake), Actor(830, 690, c.VEST_GIRL, c.WALK, False, props.bag), Actor(1090, 750, c.VEST_ELDER, c.TALK, True), Actor(985, 752, c.VEST_YOUTH, c.TALK), Actor(190, 750, c.BOY, c.WAVE))
    return square(4) + house + inside + rack + flowerbed(830, 620, 150, 34, 3) + pot(270, 640, 60, 5, flowers=ROSE) + people


class Desk:
    """Leaning on a counter to write."""

    sign = c.Pose((60, 96), (64, 92), (-4, -6), (8, 2), 8, 8)


@picture("volunteers", "crossing")
def crossing() -> str:
    """Volunteers with flags help pupils and elders over the crossing."""
    ground = Ground(320, 2.3)
    back = "".join(shop(-20 + i * 210, 470, 210, 170, n, b, "#d9c4a0", seed=i) for i, (n, b) in enumerate((("早点", VERMILION), ("文具", PINE), ("药房", TEAL), ("水果", VERMILION), ("书店", PINE), ("修车", "#6b4a33")))) + slab(-30, 306, 20, 3, 64, 56, "#e3cfae", None, 5, kind=2, door=False)
    street = rect(0, 468, 1200, 46, STONE_LIGHT) + rect(0, 508, 1200, 10, STONE) + gradient(0, 518, 1200, 230, "#8f9296", "#7a7e83") + rect(0, 744, 1200, 56, STONE_LIGHT) + rect(0, 740, 1200, 8, STONE)
    stripes = "".join(poly([(210 + i * 92, 740), (262 + i * 92, 740), (268 + i * 80 + 40, 524), (226 + i * 80 + 40, 524)], "#f4f1e8") for i in range(9))
    car = rect(1010, 600, 240, 60, "#5c8c94", 16) + path("M1050,604Q1080,548 1130,548H1220V604Z", "#5c8c94") + path("M1066,600Q1090,560 1130,560H1160V600Z", "#cfe0dd") + circle(1070, 662, 26, INK) + circle(1070, 662, 12, STONE) + rect(1008, 626, 18, 14, LIT, 4)
    light_ = rect(96, 250, 12, 300, SLATE_DEEP) + rect(80, 230, 44, 104, INK, 10) + circle(102, 254, 13, "#4a2a28") + circle(102, 282, 13, "#4a4228") + circle(102, 310, 13, "#7fd49a") + glow(102, 310, 40, "#9ff0b8", 0.5)
    people = folk(ground, Actor(290, 620, c.VEST_MAN, Flag.hold, False, None, props.stop_flag), Actor(420, 640, c.GIRL, c.WALK), Actor(500, 650, c.BOY, c.WALK), Actor(580, 660, c.GIRL_PINK, c.WALK), Actor(700, 690, c.GRANDMA, c.STROLL), Actor(640, 700, c.VEST_WOMAN, c.STROLL), Actor(880, 720, c.VEST_YOUTH, Flag.hold, True, None, props.stop_flag))
    return sky(1200, 800, "#a1cbda", "#f4ecda") + back + street + stripes + tree(190, 510, 200, GREEN, 3) + light_ + car + people


class Flag:
    """An arm held out with a flag."""

    hold = c.Pose((-10, 6), (84, 96), (-3, -4), (5, 2))


@picture("volunteers", "visit-elder")
def visit_elder() -> str:
    """Two volunteers sit with an old couple at home over tea."""
    ground = Ground(220, 1.9)
    wall = room(1200, 800, 510, "#efe0c6", "#b98f64") + window(90, 110, 320, 250) + rect(70, 96, 40, 290, "#c98563") + rect(392, 96, 40, 290, "#c98563") + rect(560, 130, 120, 90, WOOD) + rect(570, 140, 100, 70, "#cfdcd8") + path("M570,210V180Q600,160 630,184T670,176V210Z", "#8fb38a") + clock(760, 170, 40) + rect(880, 310, 240, 200, WOOD) + rect(890, 320, 106, 180, dark(WOOD, 0.12)) + rect(1004, 320, 106, 180, dark(WOOD, 0.12)) + rect(900, 230, 130, 80, INK, 4) + rect(908, 238, 114, 62, "#7f9fa6") + pot(1080, 310, 50, 4, flowers=ROSE)
    sofa_ = sofa(300, 640, 440, 230, "#7fa08f") + folk(ground, Actor(430, 690, c.GRANDMA, Home.sit), Actor(590, 690, c.GRANDPA, Home.sit))
    rug = ellipse(600, 720, 460, 64, "#d9b48a") + ellipse(600, 718, 400, 50, "#e6cba3")
    tea = ellipse(640, 706, 150, 30, WOOD) + ellipse(640, 698, 150, 30, WOOD_LIGHT) + rect(560, 716, 12, 60, WOOD_DEEP) + rect(708, 716, 12, 60, WOOD_DEEP) + path("M600,660h60v22q0,14 -14,14h-32q-14,0 -14,-14z", TEAL) + stroke("M660,668q18,-2 16,14q-2,8 -16,8", TEAL, 5) + "".join(rect(x, 684, 22, 16, CHALK, 3) for x in (560, 700)) + ellipse(730, 692, 26, 8, OCHRE)
    guests = stool(860, 752, 84, WOOD) + folk(ground, Actor(850, 756, c.VEST_GIRL, c.SIT, True), Actor(230, 740, c.VEST_MAN, c.OFFER, False, props.bag)) + folk(ground, Actor(1020, 700, c.VEST_WOMAN, c.REACH_ONE))
    return wall + sunbeam(110, 120, 290, 510, 260, 220) + rug + sofa_ + tea + guests


class Home:
    """Seated on the sofa, seen from the front."""

    sit = c.Pose((14, -36), (14, -36), (14, 2), (14, 2), view="front", short=0.4)


@picture("volunteers", "blood-pressure")
def blood_pressure() -> str:
    """A volunteer nurse takes an old man's blood pressure in the courtyard."""
    ground = Ground(290, 1.75)
    desk = poly([(480, 580), (820, 580), (850, 620), (450, 620)], light(WOOD_LIGHT, 0.1)) + rect(450, 620, 400, 22, dark(WOOD_LIGHT, 0.2)) + rect(480, 642, 18, 140, WOOD) + rect(802, 642, 18, 140, WOOD)
    meter = rect(610, 540, 84, 52, "#e9ebe6", 6) + rect(620, 548, 52, 24, "#8fb6a4") + text(646, 568, "120", 20, INK) + stroke("M610,570Q560,600 540,574", SLATE_DEEP, 5) + rect(740, 580, 60, 12, RED) + rect(744, 568, 56, 12, PINE)
    nurse = folk(ground, Actor(790, 730, Nurse.look, c.SIT_WRITE, True))
    man = folk(ground, Actor(460, 735, c.GRANDPA, Nurse.arm)) 
    cuff = rect(506, 552, 34, 30, NAVY, 6)
    waiting = folk(Ground(290, 2.0), Actor(200, 690, c.GRANDMA_ROSE, c.STAND), Actor(280, 700, c.WOMAN, c.STAND), Actor(1060, 690, c.VEST_YOUTH, c.HOLD, True, props.clipboard))
    seats = stool(450, 736, 118, WOOD) + stool(800, 732, 118, WOOD)
    return square(6, tree(90, 520, 420, GREEN, 3), tree(1120, 520, 420, SPRING, 7)) + bench(130, 600, 160) + waiting + seats + nurse + man + desk + meter + cuff + pot(1010, 780, 90, 4, flowers=ROSE)


class Nurse:
    """The nurse and an arm on the table."""

    look = c.Look("#f5f2ec", "#7f9fb0", style="bun", garment="vest", hat="nurse")
    arm = c.Pose((30, 74), (46, 84), (86, 2), (80, -6), 4, 4)


@picture("volunteers", "hair-cut")
def hair_cut() -> str:
    """Barbers among the volunteers cut elders' hair under a tree."""
    ground = Ground(310, 2.1)
    mirror = rect(880, 330, 130, 210, WOOD) + rect(890, 340, 110, 190, "#cfe0e0") + poly([(900, 500), (980, 345), (1000, 345), (1000, 380), (930, 530), (900, 530)], WHITE, opacity=0.4) + rect(890, 540, 10, 110, WOOD_DEEP) + rect(990, 540, 10, 110, WOOD_DEEP)
    first = chair(420, 700, 96, "#7d4a36") + folk(ground, Actor(424, 704, c.GRANDPA_BROWN, c.SIT)) + path("M386,560Q424,536 462,560L500,668Q430,690 372,668Z", "#f4f1ea") + path("M440,548Q456,552 462,560L500,668Q470,678 446,680Z", "#dcd8cd") + folk(ground, Actor(340, 712, c.VEST_MAN, Barber.cut, False, props.scissors))
    second = chair(720, 720, 96, "#7d4a36", True) + folk(ground, Actor(716, 724, c.GRANDMA, c.SIT, True)) + path("M676,576Q714,552 752,576L766,688Q700,706 640,688Z", "#dfe9e4") + path("M694,566Q680,570 676,576L640,688Q664,696 690,698Z", "#c6d3cd") + folk(ground, Actor(810, 730, c.VEST_WOMAN, Barber.cut, True, props.scissors))
    waiting = bench(110, 640, 150) + folk(Ground(310, 2.3), Actor(150, 650, c.GRANDPA, c.SIT), Actor(215, 652, c.GRANDMA_ROSE, c.SIT)) + folk(ground, Actor(1080, 720, c.BOY, c.STAND, True), Actor(1140, 716, c.WOMAN_BUN, c.STAND, True))
    return square(8, tree(560, 520, 470, GREEN, 6), tree(1130, 510, 330, AUTUMN, 9)) + banner(60, 380, 300, 58, "便民理发", PINE) + rect(66, 438, 7, 200, SLATE_DEEP) + rect(347, 438, 7, 160, SLATE_DEEP) + mirror + waiting + first + second + specks(1200, 690, 60, "#6b665f", 40, 4, 3)


class Barber:
    """Cutting hair."""

    cut = c.Pose((56, 86), (66, 92), (-4, -6), (8, 2), 5, 6)


@picture("volunteers", "night-patrol", TALL)
def night_patrol() -> str:
    """Three volunteers with torches walk their round between lit houses."""
    ground = Ground(620, 1.8)
    left = toned(slab(-190, 860, 6, 11, 78, 72, "#c99f7c", BRICK, 5, lit=0.4, kind=1, door=False), "#5d6a9c", 0.9)
    right = toned(slab(540, 840, 5, 10, 78, 72, "#c9a182", BRICK, 8, lit=0.4, kind=0, door=False), "#56628f", 0.9)
    far = toned(haze(slab(270, 800, 6, 6, 48, 44, "#b9937a", None, 3, lit=0.5, kind=2, door=False), "#4f5c90", 0.4), "#7f88b4", 0.7)
    floor = toned(paving(800, 796, 1200, 620, "#a59a90", 8) + hedge(0, 890, 250, 46, GREEN, 3) + hedge(570, 880, 240, 44, GREEN, 4) + tree(60, 900, 330, GREEN, 4) + tree(760, 890, 300, GREEN, 6), "#5d6a9c", 0.9)
    lamps = garden_lamp(250, 940, 190, True) + garden_lamp(590, 900, 150, True)
    pool = ellipse(520, 1110, 250, 50, LAMP, opacity=0.22)
    people = toned(folk(ground, Actor(300, 1050, c.VEST_MAN, c.STROLL, False, None, props.torch), Actor(210, 1090, c.VEST_WOMAN, c.STROLL, False), Actor(400, 1120, c.VEST_ELDER, c.STROLL, False, None, props.torch)), "#b5a9b8", 0.7)
    cat = path("M640,1100q-6,-34 14,-40l4,-14l8,10h10l8,-10l2,18q10,20 2,36z", "#3a4258") + stroke("M690,1096q22,-6 16,-30", "#3a4258", 6)
    return gradient(0, 0, 800, 860, "#121b38", "#4f5c90") + "".join(circle((i * 149) % 800, (i * 83) % 420, 1.6, LAMP, opacity=0.8) for i in range(50)) + moon(420, 130, 34) + far + left + right + floor + lamps + pool + people + cat
