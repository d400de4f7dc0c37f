"""Pictures of neighbours' day, part 2."""

from __future__ import annotations

import cast as c
import props
from buildings import slab
from furniture import flag, string_of
from nature import GINKGO, GREEN, cloud, sky, tree
from palette import BRICK, CREAM, RED, VERMILION, WHITE, WOOD, dark, haze
from rooms import room, window
from scene import Ground, picture
from staging import Actor, folk, plain, specks
from svg import circle, ellipse, line, poly, rect


@picture("neighbours-day", "paper-cut")
def paper_cut() -> str:
    """Old and young cut red paper at one table."""
    ground = Ground(220, 1.9)
    wall = room(1200, 800, 520, "#f0e4cb", "#c9a47a") + window(430, 110, 340, 220)
    hung = "".join(rect(x, 110, 150, 190, "#fbf6ea") + _cutting(x + 75, 205, 58, k) for x, k in ((60, 6), (230, 8), (820, 5), (990, 7)))
    behind = folk(
        ground,
        Actor(330, 690, c.GRANDMA, Cut.seated, False, props.scissors),
        Actor(600, 640, c.GIRL, c.FRONT_HOLD),
        Actor(880, 690, c.GRANDPA_BROWN, Cut.seated, True, props.scissors),
    )
    table = (
        poly([(170, 600), (1030, 600), (1110, 690), (90, 690)], "#a8744d")
        + rect(90, 690, 1020, 26, dark("#a8744d", 0.2))
        + rect(120, 716, 22, 84, WOOD)
        + rect(1060, 716, 22, 84, WOOD)
    )
    papers = (
        "".join(poly([(x, y), (x + 90, y - 6), (x + 104, y + 30), (x + 8, y + 36)], RED) for x, y in ((230, 626), (700, 634), (880, 626)))
        + "".join(_cutting(x, y, 30, k, 0.45) for x, y, k in ((420, 650, 6), (560, 636, 8), (640, 664, 5)))
        + "".join(rect(x, y, 12, 5, CORAL_BITS) for x, y in ((470, 662), (505, 640), (600, 676), (760, 676), (350, 672)))
    )
    stand = folk(ground, Actor(1090, 770, c.WOMAN_LONG, c.HOLD, True, _held_cutting), Actor(120, 760, c.BOY_BLUE, c.OFFER))
    return wall + hung + behind + table + papers + stand


CORAL_BITS = "#dd7a62"


class Cut:
    """Seated behind the table."""

    seated = c.Pose((30, 78), (38, 86), (86, 2), (80, -6), 6, 8)


def _held_cutting(x: float, y: float) -> str:
    return rect(x - 2, y - 22, 22, 22, "#fbf6ea") + _cutting(x + 9, y - 11, 9, 6)


def _cutting(x: float, y: float, r: float, petals: int, squash: float = 1.0) -> str:
    """A round window flower of red paper."""
    turn = 360 / petals
    leaves = "".join(
        f'<g transform="rotate({turn * i})">{ellipse(0, -r * 0.62, r * 0.24, r * 0.36, VERMILION)}{ellipse(0, -r * 0.62, r * 0.1, r * 0.2, "#fbf6ea")}</g>'
        for i in range(petals)
    )
    ring = (
        circle(0, 0, r * 0.46, VERMILION)
        + circle(0, 0, r * 0.3, "#fbf6ea")
        + circle(0, 0, r * 0.18, VERMILION)
        + circle(0, 0, r, "none", stroke=VERMILION, stroke_width=r * 0.07)
    )
    return f'<g transform="translate({x} {y}) scale(1 {squash})">{ring}{leaves}</g>'


@picture("neighbours-day", "children-race")
def children_race() -> str:
    """Children run for the tape while neighbours cheer."""
    ground = Ground(330, 2.6)
    back = haze(slab(-30, 440, 22, 5, 56, 48, "#efdcc0", BRICK, 5, kind=2), "#f3efdf", 0.3)
    lawn = (
        plain(1200, 436, 364, "#b4c98a", "#8fb06a")
        + poly([(-80, 760), (1280, 760), (1280, 560), (-80, 560)], "#c6604c")
        + "".join(line([(0, y), (1200, y)], CREAM, 3) for y in (564, 622, 686, 756))
    )
    crowd = folk(
        ground,
        *[
            Actor(x, 535, look, pose)
            for x, look, pose in (
                (90, c.WOMAN, c.FRONT_CHEER),
                (170, c.GRANDPA, c.FRONT),
                (250, c.MAN, c.FRONT_WAVE),
                (340, c.GRANDMA_ROSE, c.FRONT_HOLD),
                (430, c.WOMAN_BUN, c.FRONT_CHEER),
                (780, c.MAN_GREEN, c.FRONT_WAVE),
                (560, c.MAN_SHIRT, c.FRONT_HOLD),
                (670, c.GRANDMA, c.FRONT_WAVE),
            )
        ],
    )
    runners = folk(
        ground,
        Actor(300, 620, c.BOY, c.RUN),
        Actor(560, 684, c.GIRL, c.RUN),
        Actor(420, 748, c.BOY_BLUE, c.RUN),
        Actor(760, 626, c.GIRL_GREEN, c.RUN),
        Actor(700, 752, c.GIRL_PINK, c.RUN),
    )
    arch_ = (
        rect(946, 290, 18, 270, RED)
        + rect(1088, 232, 26, 536, RED)
        + poly([(946, 282), (1114, 226), (1114, 300), (946, 338)], VERMILION)
        + poly([(946, 328), (1114, 288), (1114, 300), (946, 338)], dark(VERMILION, 0.25))
        + line([(956, 490), (1098, 620)], WHITE, 6)
    )
    judge = folk(ground, Actor(1030, 548, c.VEST_WOMAN, c.REACH_ONE, True, props.stop_flag))
    return (
        sky(1200, 800, "#9ccbdc", "#f3efdf")
        + cloud(330, 100, 280)
        + cloud(860, 70, 200)
        + back
        + tree(900, 470, 260, GINKGO, 3)
        + tree(30, 470, 260, GREEN, 6)
        + lawn
        + crowd
        + judge
        + string_of(-20, 230, 952, 300, 40, 20, flag)
        + arch_
        + runners
        + specks(1200, 450, 100, "#e6b95c", 60, 3, 4)
    )
