"""The people who come back in the pictures, and how they stand."""

from __future__ import annotations

from figures import Look, Pose
from palette import (
    CHALK,
    CLAY,
    CREAM,
    GOLD,
    HAIR_BROWN,
    HAIR_GREY,
    HAIR_WHITE,
    LAKE,
    LEAF,
    MOSS,
    NAVY,
    OCHRE,
    PINE,
    PINK,
    RED,
    ROSE,
    SAND,
    SKIN_DEEP,
    SKIN_WARM,
    SKY,
    SLATE,
    SLATE_DEEP,
    STONE,
    TEAL,
    TERRACOTTA,
    WOOD,
)

MAN = Look(TEAL, SLATE_DEEP, SKIN_WARM)
MAN_WORK = Look(OCHRE, NAVY, SKIN_DEEP, hat="helmet")
MAN_SHIRT = Look(CHALK, NAVY, SKIN_WARM, sleeve="short")
MAN_GREEN = Look(PINE, STONE, SKIN_WARM, HAIR_BROWN)
WOMAN = Look(ROSE, NAVY, style="bob")
WOMAN_LONG = Look(CREAM, TERRACOTTA, style="long", legs="skirt")
WOMAN_BUN = Look(GOLD, PINE, style="bun", hair=HAIR_BROWN)
WOMAN_TAIL = Look(LAKE, SLATE_DEEP, style="ponytail", sleeve="short")
WOMAN_RED = Look(RED, NAVY, style="ponytail")
GRANDPA = Look(SLATE, SLATE_DEEP, SKIN_WARM, HAIR_WHITE, "bald", build="elder")
GRANDPA_BROWN = Look(WOOD, NAVY, SKIN_DEEP, HAIR_GREY, "short", build="elder")
GRANDMA = Look(PINE, SLATE_DEEP, SKIN_WARM, HAIR_WHITE, "bun", build="elder", garment="tunic")
GRANDMA_ROSE = Look(ROSE, SLATE_DEEP, hair=HAIR_GREY, style="curly", build="elder", garment="tunic")
BOY = Look(GOLD, NAVY, style="short", build="child", sleeve="short", legs="shorts")
BOY_BLUE = Look(SKY, SLATE_DEEP, SKIN_WARM, build="child")
GIRL = Look(RED, RED, style="tails", build="child", legs="skirt", sleeve="short")
GIRL_GREEN = Look(LEAF, LEAF, style="bob", build="child", legs="skirt")
GIRL_PINK = Look(PINK, CLAY, style="ponytail", build="child")
VEST_MAN = Look(SAND, NAVY, SKIN_WARM, garment="vest", hat="cap")
VEST_WOMAN = Look(CHALK, SLATE_DEEP, style="ponytail", garment="vest")
VEST_GIRL = Look(SKY, NAVY, style="bob", garment="vest")
VEST_ELDER = Look(STONE, SLATE_DEEP, SKIN_WARM, HAIR_GREY, garment="vest", build="elder")
VEST_YOUTH = Look(MOSS, SLATE_DEEP, SKIN_DEEP, HAIR_BROWN, garment="vest")
DOCTOR = Look("#f5f2ec", NAVY, style="bun", garment="coat")
DOCTOR_MAN = Look("#f5f2ec", SLATE_DEEP, SKIN_WARM, garment="coat")
OFFICER = Look("#5f8099", "#2e4359", SKIN_WARM, hat="police")

STAND = Pose()
IDLE = Pose(near_arm=(-4, 30), far_arm=(6, 36))
WALK = Pose((-24, -6), (24, 40), (24, 10), (-16, -36), 3)
STROLL = Pose((-14, 4), (14, 26), (13, 6), (-10, -20), 2)
RUN = Pose((-50, 30), (40, 120), (52, -12), (-22, -72), 14)
WAVE = Pose((150, 172), (8, 16))
TALK = Pose((14, 84), (18, 62), lean=2)
HOLD = Pose((12, 86), (20, 88), lean=2)
POINT = Pose((86, 92), (6, 14))
OFFER = Pose((48, 80), (40, 76), (-4, -6), (8, 0), 7)
SWEEP = Pose((34, 62), (58, 50), (-12, -14), (17, 4), 15, -4)
REACH = Pose((158, 172), (150, 168), (-3, -3), (5, 1), -2, -8)
REACH_ONE = Pose((150, 164), (14, 30), (-3, -3), (5, 1), -1, -8)
BEND = Pose((30, 12), (42, 24), (6, -8), (16, -2), 52, -10)
SQUAT = Pose((44, 62), (54, 70), (112, -38), (96, -26), 26, -8)
SIT = Pose((14, 66), (20, 70), (86, 2), (82, -6), 3)
SIT_BACK = Pose((6, 54), (12, 60), (88, 10), (84, 2), -5)
SIT_WRITE = Pose((34, 78), (40, 84), (86, 2), (80, -8), 14, 8)
SIT_TOAST = Pose((70, 118), (18, 66), (86, 2), (82, -6), 0, -4)
CANE = Pose((4, 46), (14, 44), (-2, -4), (8, 2), 9)
PUSH = Pose((36, 74), (42, 76), (22, 4), (-16, -30), 10)
FRONT = Pose((8, 3), (8, 3), (2, 1), (2, 1), view="front")
FRONT_HOLD = Pose((14, -48), (14, -48), (2, 1), (2, 1), view="front")
FRONT_WAVE = Pose((10, 4), (140, 168), (2, 1), (2, 1), view="front")
FRONT_CHEER = Pose((146, 168), (146, 168), (4, 3), (4, 3), view="front")
FRONT_DANCE = Pose((104, 96), (62, 132), (14, -2), (5, 3), view="front")
FRONT_SIT = Pose((16, -42), (16, -42), (14, 2), (14, 2), view="front", short=0.3)
BACK_SIT = Pose((14, -64), (14, -64), (24, -4), (24, -4), view="back", short=0.3)
BACK = Pose((8, 4), (8, 4), (2, 1), (2, 1), view="back")
BACK_WALK = Pose((10, 4), (12, 6), (4, 2), (3, 8), view="back")
BACK_RAISE = Pose((8, 4), (158, 172), (2, 1), (2, 1), view="back")
BACK_DANCE = Pose((100, 110), (70, 130), (10, 0), (4, 2), view="back")


class Teams:
    """Players."""

    red = Look(RED, "#8b1a1f", SKIN_DEEP, sleeve="short", legs="shorts")
    blue = Look("#3f7086", "#2e4f60", SKIN_WARM, sleeve="short", legs="shorts")


class Crew:
    """Road workers."""

    orange = Look("#d8742f", "#34495c", SKIN_DEEP, hat="helmet")


class Write:
    """Standing and writing with a brush."""

    brush = Pose((30, 66), (26, 52), (-4, -6), (8, 2), 14, 10)


class Farm:
    """Field workers."""

    man = Look("#5d7f92", "#4b5560", SKIN_DEEP, hat="straw")
    woman = Look("#c98585", "#4b5560", hat="straw", style="bob")
