"""Pictures of small streets and lanes, part 3."""

from __future__ import annotations

import cast as c
import props
from blocks import brick_wall
from buildings import entrance
from cast import Crew
from nature import GREEN, sky, tree
from palette import SLATE_DEEP, STONE, STONE_DEEP
from scene import Ground, picture
from staging import Actor, folk
from svg import circle, ellipse, gradient, line, path, poly, rect, stroke


@picture("lane-roads", "drain")
def drain() -> str:
    """New drain pipes go into the trench along the lane."""
    ground = Ground(330, 2.2)
    back = (
        brick_wall(0, 150, 1200, 350, "#c4ad93", 15, 6)
        + rect(0, 138, 1200, 16, STONE_DEEP)
        + "".join(
            rect(x, 250, 110, 100, "#efe6d3") + rect(x + 8, 258, 94, 84, "#a9c5cc") + rect(x + 51, 258, 8, 84, "#efe6d3")
            for x in (120, 470, 860)
        )
        + entrance(740, 500, 110, 170, "#8d4a3c")
    )
    floor = gradient(0, 496, 1200, 304, "#bcae94", "#a3937a")
    trench = poly([(0, 660), (1200, 590), (1200, 672), (0, 770)], "#5f4a3a") + poly(
        [(0, 660), (1200, 590), (1200, 612), (0, 690)], "#7d6450"
    )
    pipe = (
        stroke("M-10,738L860,662", "#b9b4a8", 40, stroke_linecap="butt")
        + stroke("M-10,726L860,650", "#d3cec3", 12, stroke_linecap="butt")
        + "".join(line([(x, 738 - x * 0.0874 - 22), (x + 4, 738 - x * 0.0874 + 22)], "#918b80", 9) for x in (160, 380, 600))
        + ellipse(862, 661, 9, 21, "#6b665d")
    )
    waiting = "".join(circle(x, y, 34, "#b9b4a8") + circle(x, y, 22, "#57524a") for x, y in ((960, 548), (1034, 548), (997, 486)))
    soil = (
        path("M60,630Q190,520 350,612Z", "#8d7258")
        + path("M210,556Q290,560 350,612L250,620Z", "#775f48")
        + path("M380,612Q470,552 560,600Z", "#8d7258")
    )
    people = folk(
        ground,
        Actor(640, 640, Crew.orange, c.BEND, False),
        Actor(900, 640, c.MAN_WORK, c.OFFER, True),
        Actor(210, 790, Crew.orange, c.SWEEP, False, props.spade),
        Actor(1090, 700, c.VEST_WOMAN, c.HOLD, True, props.clipboard),
        Actor(470, 580, c.GRANDMA_ROSE, c.STAND),
    )
    grate = poly([(520, 780), (680, 770), (690, 800), (520, 800)], SLATE_DEEP) + "".join(
        line([(536 + i * 22, 782), (540 + i * 22, 800)], STONE, 5) for i in range(7)
    )
    return sky(1200, 800) + tree(1060, 190, 240, GREEN, 4, shadow=False) + back + floor + soil + waiting + trench + pipe + people + grate
