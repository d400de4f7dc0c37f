"""Covers of the communities in Wanglan, part 4."""

from __future__ import annotations

import cast as c
from buildings import slab
from furniture import stool
from houses import cottage, gable
from nature import bare_tree, cloud, sky
from palette import (
    SHADE,
    STONE,
    STONE_DEEP,
    STONE_LIGHT,
    WOOD,
    WOOD_DEEP,
    WOOD_LIGHT,
    haze,
)
from scene import Ground, cover
from staging import Actor, folk, plain, specks
from svg import ellipse, line, rect


@cover("gantang")
def gantang() -> str:
    """One great wild pear in blossom beside the well."""
    ground = Ground(400, 2.5)
    homes = (
        gable(-20, 470, 160, 210)
        + cottage(130, 470, 240, 170, "#efe6d6", floors=2, seed=3)
        + cottage(840, 470, 220, 160, "#e6d8c0", floors=2, seed=5)
        + gable(1050, 470, 170, 200)
    )
    far = haze(slab(380, 450, 9, 6, 50, 34, "#e9d9c2", None, 7, kind=2, door=False), "#edf1e4", 0.55)
    floor = plain(1200, 462, 213, "#c9c59a", "#a6a878") + ellipse(640, 590, 420, 70, "#cfc2a2")
    big = bare_tree(640, 590, 640, "#5c483c", 17, ("#e6e8dc", "#fbfaf2", "#ffffff", "#dfe7cf"), 620)
    well = (
        ellipse(400, 600, 62, 20, STONE_DEEP)
        + rect(340, 560, 120, 42, STONE)
        + ellipse(400, 560, 60, 18, STONE_LIGHT)
        + ellipse(400, 560, 44, 12, "#3f5c66")
        + rect(330, 470, 8, 100, WOOD_DEEP)
        + rect(462, 470, 8, 100, WOOD_DEEP)
        + line([(324, 484), (476, 484)], WOOD, 9)
        + line([(400, 484), (400, 540)], WOOD_LIGHT, 3)
    )
    people = folk(
        ground,
        Actor(500, 606, c.GRANDMA, c.OFFER, True),
        Actor(800, 600, c.GRANDPA, c.SIT, True),
        Actor(850, 612, c.GIRL_GREEN, c.REACH_ONE, True),
        Actor(730, 640, c.BOY, c.RUN, True),
        Actor(960, 560, c.MAN_GREEN, c.STROLL, True),
    )
    return (
        sky(1200, 675, "#9ccbdb", "#f1f1e0")
        + cloud(260, 110, 240)
        + far
        + homes
        + floor
        + ellipse(660, 594, 240, 26, SHADE, opacity=0.14)
        + big
        + well
        + stool(800, 600, 38, WOOD)
        + people
        + specks(1200, 540, 130, "#ffffff", 170, 5, 4)
    )
