"""Clean-ups: green corners, sorting, and one corner before and after."""

from __future__ import annotations

import cast as c
import props
from buildings import brick_wall, entrance, slab
from nature import BLOSSOM, GREEN, SPRING, cloud, sky, tree
from objects import bench, bin_, bicycle, fence, garden_lamp, notice_board, rubbish, stool
from palette import BRICK, CHALK, CREAM, GOLD, INK, LEAF, LEAF_DEEP, LEAF_LIGHT, MOSS, OCHRE, PINE, RED, ROSE, SAND, SHADE, SLATE, SLATE_DEEP, STONE, STONE_DEEP, STONE_LIGHT, TERRACOTTA, VERMILION, WHITE, WOOD, WOOD_DEEP, WOOD_LIGHT, dark, haze, light, toned
from plants import bamboo, bush, flowerbed, grass, hedge, pot, stones
from scene import Ground, picture
from staging import Actor, folk, paving, plain, specks, wires
from svg import circle, ellipse, gradient, line, path, poly, rect, stroke, text


@picture("clean-up", "green-corner")
def green_corner() -> str:
    """Families plant flowers in a raised bed beside the stairs."""
    ground = Ground(300, 2.3)
    back = slab(-60, 500, 16, 6, 84, 80, "#edd6b0", BRICK, 4, kind=0)
    floor = plain(1200, 496, 304, "#cfc4ad", "#bdb097")
    bed = path("M330,560H1010L1080,660H260Z", "#7d5f48") + rect(258, 656, 824, 34, "#b9694f") + "".join(rect(262 + i * 52, 660, 48, 26, ("#b9694f", "#c27558")[i % 2]) for i in range(16)) + "".join(rect(x, 556, 8, 12, "#b9694f") for x in (326, 1006))
    plants = flowerbed(360, 592, 250, 34, 3) + bush(700, 600, 110, 70, GREEN, 4) + bush(820, 604, 100, 60, SPRING, 5, "#f3e6cd") + flowerbed(320, 640, 200, 36, 8) + "".join(line([(x, y), (x, y - 26)], LEAF_DEEP, 3) + ellipse(x - 8, y - 24, 9, 5, LEAF) + ellipse(x + 8, y - 28, 9, 5, LEAF_LIGHT) for x, y in ((580, 640), (630, 646), (690, 642), (750, 648), (930, 610), (880, 650)))
    behind = folk(ground, Actor(480, 556, c.MAN_GREEN, c.BEND, False, props.spade), Actor(930, 556, c.WOMAN_TAIL, c.OFFER, True, props.hose))
    front = folk(ground, Actor(300, 740, c.GRANDMA, c.SQUAT), Actor(430, 750, c.GIRL, c.OFFER), Actor(690, 745, c.WOMAN_BUN, c.BEND, True), Actor(880, 750, c.BOY, c.OFFER, True, props.tool), Actor(1080, 760, c.GRANDPA_BROWN, c.STAND, True))
    pots = pot(130, 700, 70, 3, flowers=ROSE) + pot(200, 740, 60, 5, flowers=GOLD) + pot(90, 760, 76, 7)
    return sky(1200, 800) + back + tree(1110, 540, 380, GREEN, 6) + floor + behind + bed + plants + pots + front


@picture("clean-up", "waste-sorting")
def waste_sorting() -> str:
    """Residents bring sorted waste to the four bins under a shelter."""
    ground = Ground(310, 2.25)
    back = haze(slab(-40, 470, 18, 6, 74, 66, "#e6cfa8", BRICK, 7, kind=1), "#f1ead8", 0.25)
    floor = paving(1200, 466, 800, 310, "#cbc2b0", 7)
    shelter = rect(250, 300, 12, 330, SLATE_DEEP) + rect(938, 300, 12, 330, SLATE_DEEP) + rect(262, 380, 676, 240, "#dfe4da") + rect(262, 380, 676, 60, PINE) + text(600, 422, "垃圾分类  举手之劳", 32, CREAM, spacing=6) + poly([(210, 306), (270, 256), (930, 256), (990, 306)], "#6b7f78") + rect(210, 302, 780, 14, dark("#6b7f78", 0.2))
    bins = "".join(bin_(338 + i * 174, 640, 112, t, w, 0) for i, (t, w) in enumerate((("#4d86ad", "可回收"), ("#4f9a6a", "厨余"), ("#c2453c", "有害"), ("#6b7278", "其他"))))
    people = folk(ground, Actor(205, 700, c.GRANDMA_ROSE, c.OFFER, False, props.bag), Actor(430, 735, c.BOY, c.BACK_RAISE), Actor(596, 740, c.GIRL, c.BACK), Actor(965, 690, c.MAN_SHIRT, c.OFFER, True, props.sack), Actor(1090, 720, c.WOMAN, c.WALK, True, props.bag), Actor(90, 730, c.VEST_ELDER, c.HOLD, False, props.clipboard), Actor(778, 760, c.GIRL_PINK, c.STAND, True, props.bag))
    return sky(1200, 800, "#a5cdd9", "#f1ead8") + back + tree(90, 520, 340, GREEN, 3) + tree(1120, 510, 320, SPRING, 5) + floor + shelter + bins + people


def _corner() -> str:
    """What stays the same between the two views of the corner."""
    side = brick_wall(0, 180, 430, 400, "#b39c86", 15, 3) + rect(0, 168, 440, 16, STONE_DEEP)
    house = slab(420, 560, 12, 6, 84, 76, "#e0c9a3", BRICK, 9, kind=2, door=False) + entrance(1010, 562, 96, 130, SLATE, "3 单元")
    return sky(1200, 800, "#a9cbd6", "#efeadb") + house + side


@picture("clean-up", "corner-before")
def corner_before() -> str:
    """The corner with rubbish, weeds and bills on the wall."""
    ground = gradient(0, 556, 1200, 244, "#a39680", "#8d8069") + "".join(ellipse(x, y, w, h, "#6f6654", opacity=0.55) for x, y, w, h in ((300, 700, 150, 22), (760, 730, 190, 24), (1060, 640, 110, 14)))
    bills = "".join(rect(x, y, w, h, t, transform=f"rotate({r} {x} {y})") + "".join(rect(x + 6, y + 10 + k * 11, w - 14, 4, "#a9a398", transform=f"rotate({r} {x} {y})") for k in range(4)) for x, y, w, h, t, r in ((60, 260, 60, 76, "#e9e2cf", -4), (140, 290, 54, 70, "#dcd0a8", 5), (230, 250, 62, 80, "#e3dccb", 2), (320, 300, 52, 66, "#d8c7b8", -6), (180, 390, 58, 66, "#e3dccb", -3)))
    stains = "".join(path(f"M{x},184q{w},90 0,{h}q{-w},-70 0,{-h}z", "#6f6456", opacity=0.25) for x, w, h in ((120, 22, 240), (300, 16, 180), (390, 20, 260)))
    weeds = "".join(grass(x, y, w, h, i + 1, (MOSS, "#8d8a4f", "#6f7a45"), 4) for i, (x, y, w, h) in enumerate(((0, 590, 260, 70), (330, 600, 200, 60), (600, 600, 190, 54), (860, 640, 110, 60), (40, 800, 330, 90), (700, 800, 340, 70), (1080, 700, 130, 80))))
    heap = rubbish(90, 690, 400, 170, 4) + rubbish(560, 680, 240, 110, 8) + rect(500, 560, 130, 84, "#8d6a4b", transform="rotate(-8 500 560)") + rect(506, 574, 118, 34, "#a58560", transform="rotate(-8 500 560)") + circle(860, 700, 40, "none", stroke=INK, stroke_width=16) + line([(880, 760), (1000, 690)], WOOD_DEEP, 12)
    bike = toned(bicycle(700, 600, 110, "#7a5a45"), "#c9b8a4")
    lines = wires([(430, 210, 1200, 190), (430, 224, 1200, 232), (430, 230, 1200, 250)], sag=30)
    return toned(_corner() + stains + bills + ground + weeds + bike + heap + lines, "#e3dccd", 0.8) + specks(1200, 640, 150, "#cfc8b6", 22, 3, 8)


@picture("clean-up", "corner-after")
def corner_after() -> str:
    """The same corner as a small garden with a bench and a mural."""
    ground = Ground(300, 2.3)
    floor = paving(1200, 556, 800, 300, "#d6cbb5", 6)
    mural = rect(30, 220, 370, 300, "#f3ead6", 4) + gradient(36, 226, 358, 160, "#a5d0da", "#f3ead6") + path("M36,430Q140,350 230,410T394,390V514H36Z", "#8fb36c") + circle(110, 290, 28, GOLD) + tree(300, 480, 150, BLOSSOM, 4, shadow=False) + text(215, 500, "好邻居", 34, PINE, spacing=10)
    beds = rect(0, 596, 470, 30, "#b9694f") + path("M0,596H470L440,560H0Z", "#7d5f48") + flowerbed(10, 596, 440, 44, 4) + bush(60, 590, 130, 80, GREEN, 5) + bush(380, 592, 120, 70, SPRING, 6, "#f3e6cd") + hedge(560, 596, 360, 34, GREEN, 3) + flowerbed(560, 612, 360, 26, 9)
    trees = tree(500, 600, 300, SPRING, 8) + bamboo(1160, 600, 260, 4, 4)
    people = folk(ground, Actor(330, 735, c.GRANDPA, c.SIT), Actor(270, 738, c.GRANDMA, c.SIT), Actor(720, 700, c.GIRL, c.RUN), Actor(800, 712, c.BOY, c.RUN), Actor(980, 690, c.WOMAN, c.STROLL, True, props.bag))
    return _corner() + mural + floor + beds + trees + bench(200, 740, 220) + garden_lamp(560, 690, 190) + pot(930, 600, 60, 3, flowers=ROSE) + pot(1090, 604, 56, 5, flowers=GOLD) + people
