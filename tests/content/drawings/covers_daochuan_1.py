"""Covers of the communities in Daochuan, part 1."""

from __future__ import annotations

import cast as c
import props
from blocks import tower
from buildings import slab
from cast import Farm
from crops import wheat
from figures import person
from houses import cottage, gable
from nature import (
    AUTUMN,
    GREEN,
    SPRING,
    birds,
    cloud,
    hills,
    mist,
    ranges,
    reflected,
    sky,
    tree,
    water,
)
from objects import boat
from palette import CHALK, VERMILION, WHITE, WOOD_DEEP, WOOD_LIGHT, haze, light, toned
from plants import willow
from scene import Ground, cover
from staging import GREYDAY, Actor, folk
from svg import clipped, ellipse, gradient, line, path, poly, rect, stroke
from works import deck, stone_bridge


@cover("daoxiang")
def daoxiang() -> str:
    """Ripe rice to the edge of the new houses."""
    ground = Ground(310, 3.4)
    far = haze(ranges(1200, 300, 110, ["#9db8ae", "#86a893"], 8, 200), "#f0ead0", 0.4)
    homes = "".join(
        tower(x, 354, 78, 7 + (i * 5) % 4, 17, ("#efe2cb", "#e6d3b4", "#f3ece0")[i % 3], "#b97a5c", i, side=18)
        for i, x in enumerate(range(60, 1100, 116))
    ) + "".join(tree(x, 356, 80, GREEN, x, shadow=False) for x in (70, 214, 440, 664, 890, 1040, 1130))
    field = gradient(0, 346, 1200, 329, "#dcbf63", "#c99c3f") + "".join(
        poly(
            [(600 + (i - 6) * 70, 352), (600 + (i - 6) * 70 + 6, 352), (600 + (i - 6) * 270 + 26, 675), (600 + (i - 6) * 270 - 6, 675)],
            "#a8873a" if i % 2 else "#b8953f",
        )
        for i in range(13)
    )
    tufts = "".join(
        stroke(
            f"M0,{y}" + "".join(f"q{s},{-s * 0.5:.0f} {s * 2},0" for s in [w] * int(1210 / (w * 2) + 1)),
            "#ecd27c",
            1 + (y - 350) * 0.006,
            opacity=0.7,
        )
        for y, w in ((366, 6), (384, 8), (408, 11), (438, 14), (476, 18), (522, 23), (576, 30))
    )
    walk = path("M560,352L580,352L760,675L600,675Z", "#d8c69a") + path("M0,466L1200,440L1200,452L0,482Z", "#c7b98a")
    harvest = folk(
        ground,
        Actor(330, 474, Farm.man, c.BEND, False),
        Actor(420, 472, Farm.woman, c.BEND, True),
        Actor(900, 456, Farm.man, c.WALK, True),
        Actor(655, 560, c.BOY, c.RUN),
        Actor(620, 520, c.GRANDMA, c.STROLL),
    )
    return (
        sky(1200, 675, "#8fc3d8", "#f4ecd0")
        + cloud(300, 90, 300)
        + cloud(860, 60, 220)
        + birds(560, 150, 7)
        + far
        + homes
        + field
        + tufts
        + walk
        + harvest
        + wheat(-10, 690, 560, 120, 3)
        + wheat(790, 690, 430, 130, 6)
    )


@cover("heyan")
def heyan() -> str:
    """Grey drizzle on the stone steps where the river passes the doors."""
    homes = "".join(
        (cottage(x, 400, w, h, wall, floors=2, seed=i, lit=0.2) if k else gable(x, 400, w, h))
        for i, (k, x, w, h, wall) in enumerate(
            (
                (1, -30, 190, 190, CHALK),
                (0, 150, 120, 230, ""),
                (1, 262, 180, 170, "#e6dfd2"),
                (1, 440, 160, 190, CHALK),
                (0, 590, 110, 220, ""),
                (1, 690, 210, 180, "#e9e2d4"),
                (1, 896, 160, 160, CHALK),
                (0, 1050, 130, 240, ""),
            )
        )
    )
    quay = (
        rect(0, 396, 1200, 60, "#a7a398")
        + "".join(rect((i * 53 + (i % 3) * 9) % 1200, 402 + (i % 4) * 13, 40, 10, "#989488") for i in range(60))
        + rect(0, 392, 1200, 8, "#c9c5ba")
    )
    steps = "".join(
        rect(380 - i * 14, 396 + i * 15, 200 + i * 28, 16, light("#b2aea2", 0.05 * (6 - i)))
        + rect(380 - i * 14, 409 + i * 15, 200 + i * 28, 3, "#85817a")
        for i in range(7)
    )
    river = water(0, 456, 1200, 219, "#b3c4c4", "#7d9a9c", 4) + reflected(homes, 440, 0.25, 0.5)
    people = folk(
        Ground(180, 4.4),
        Actor(470, 488, c.GRANDMA, c.SQUAT),
        Actor(380, 404, c.WOMAN, c.STROLL),
        Actor(860, 402, c.MAN_GREEN, c.STROLL, True),
    )
    rings = "".join(
        ellipse(x, y, 12 + (y - 470) * 0.1, 3 + (y - 470) * 0.02, "none", stroke="#e9f0ee", stroke_width=1.4, opacity=0.7)
        for x, y in (((i * 211) % 1200, 480 + (i * 37) % 180) for i in range(26))
    )
    rain = "".join(
        line([((i * 131) % 1220, (i * 71) % 640), ((i * 131) % 1220 - 5, (i * 71) % 640 + 24)], WHITE, 1, opacity=0.4) for i in range(170)
    )
    trees = tree(1010, 400, 190, GREEN, 6) + tree(250, 400, 130, SPRING, 8, shadow=False)
    return (
        gradient(0, 0, 1200, 675, "#b4c0c6", "#dfe3df")
        + haze(ranges(1200, 330, 150, ["#94a6a6", "#84998f"], 5, 170), "#d4dbda", 0.55)
        + mist(1200, 320, 40, "#eef1ee", 0.6)
        + toned(homes + trees + quay, GREYDAY)
        + river
        + toned(steps + people, GREYDAY)
        + boat(820, 560, 240)
        + path("M1210,560Q1060,570 1000,640L990,675H1210Z", "#8c9c80")
        + rings
        + rain
        + toned(willow(1110, 650, 420, 3), GREYDAY)
    )


@cover("gaoqiao")
def gaoqiao() -> str:
    """Market day on the old three-arched bridge, new houses on the far bank."""
    far = (
        haze(hills(1200, 330, 130, "#8fae9c", 12, 190), "#f0ecd8", 0.5)
        + haze(
            "".join(
                slab(x, 400, 5, 6, 38, 32, w, None, x, kind=k, door=False)
                for x, w, k in ((20, "#e9d3ac", 0), (240, "#efdfc2", 2), (760, "#e9d3ac", 1), (990, "#efdfc2", 0))
            ),
            "#f0ecd8",
            0.22,
        )
        + "".join(tree(x, 404, 110, AUTUMN if x % 4 else GREEN, x, shadow=False) for x in (10, 222, 470, 560, 640, 738, 970, 1190))
    )
    river = water(0, 484, 1200, 191, "#a9cbc6", "#5f9092", 5)
    bridge = stone_bridge(600, 470, 1020, 210, "#c4b79f", 3)
    arches = "".join(
        ellipse(x, 484, w, h, "#dbe6da")
        + clipped(ellipse(x, 484, w, h, "#000000"), rect(x - w, 448, 2 * w, 40, "#93ab78"), rect(x - w, 440, 2 * w, 10, "#b3c39a"))
        for x, w, h in ((600, 118, 118), (335, 72, 78), (865, 72, 78))
    )
    crowd = [
        Actor(x, deck(470, 210, (x - 600) / 510) + 6, look, pose, f, held)
        for x, look, pose, f, held in (
            (330, c.GRANDMA, c.STROLL, False, props.bag),
            (400, c.MAN, c.WALK, False, None),
            (465, c.WOMAN, c.STROLL, False, props.bag),
            (540, c.GRANDPA_BROWN, c.CANE, False, None),
            (600, c.WOMAN_RED, c.WALK, True, None),
            (655, c.BOY, c.RUN, False, None),
            (720, c.MAN_GREEN, c.STROLL, True, props.bag),
            (790, c.GRANDMA_ROSE, c.STROLL, True, None),
            (860, c.WOMAN_BUN, c.WALK, True, props.bag),
        )
    ]
    bank = path("M-10,600Q160,560 330,640L340,675H-10Z", "#b3a98a") + path("M1210,590Q1040,560 870,644L860,675H1210Z", "#b3a98a")
    stalls = "".join(
        rect(x + 6, 560, 5, 84, WOOD_DEEP)
        + rect(x + 134, 560, 5, 84, WOOD_DEEP)
        + rect(x, 612, 144, 36, WOOD_LIGHT)
        + "".join(ellipse(x + 16 + k * 22, 610, 13, 9, ("#c2563f", "#e6b95c", "#6f9c5e")[k % 3]) for k in range(6))
        + poly([(x - 12, 572), (x + 16, 530), (x + 128, 530), (x + 156, 572)], t)
        for x, t in ((30, "#4f7d86"), (1010, VERMILION))
    )
    sellers = folk(Ground(380, 3.7), Actor(210, 645, Farm.woman, c.STAND), Actor(960, 648, Farm.man, c.STAND, True))
    return (
        sky(1200, 675, "#9fc9d6", "#f4e9cf")
        + cloud(420, 80, 260)
        + birds(760, 120, 6)
        + far
        + rect(0, 404, 1200, 84, "#93ab78")
        + bridge
        + arches
        + river
        + reflected(bridge, 484, 0.25, 0.5)
        + "".join(person(a.x, a.y, 78 if a.look.build != "child" else 54, a.look, a.pose, a.flip, a.near, shadow=0) for a in crowd)
        + bank
        + stalls
        + sellers
    )
