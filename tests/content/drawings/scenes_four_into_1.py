"""Pictures of the four streams into communities, part 1."""

from __future__ import annotations

import cast as c
import props
from cast import Write
from furniture import banner, stool, table, tent
from nature import GREEN, SPRING, tree
from palette import (
    CHALK,
    CREAM,
    NAVY,
    OCHRE,
    PINE,
    RED,
    SLATE,
    SLATE_DEEP,
    TEAL,
    VERMILION,
    WHITE,
)
from plants import pot
from scene import Ground, picture
from squares import old_street, square, towers
from staging import Actor, folk
from svg import ellipse, path, poly, rect, text


@picture("four-into", "science-show")
def science_show() -> str:
    """Children watch coloured steam rise in a science demonstration."""
    ground = Ground(330, 2.35)
    table_ = table(380, 660, 440, 130, PINE, 20)
    flasks = "".join(
        _flask(x, 528, s, t) for x, s, t in ((450, 46, "#e0776a"), (530, 60, "#e6b95c"), (690, 46, "#6fae9a"), (760, 40, "#7fa8c9"))
    )
    cloud_ = "".join(
        ellipse(x, y, w, h, WHITE, opacity=0.82)
        for x, y, w, h in (
            (610, 500, 40, 24),
            (590, 460, 54, 34),
            (640, 420, 70, 46),
            (590, 370, 84, 52),
            (670, 340, 74, 48),
            (620, 290, 90, 54),
        )
    ) + rect(586, 500, 46, 30, SLATE, 3)
    show = folk(ground, Actor(430, 640, Lab.coat, c.POINT, False), Actor(800, 644, Lab.girl, c.OFFER, True))
    kids = folk(
        ground,
        Actor(250, 740, c.BOY, c.BACK),
        Actor(350, 755, c.GIRL, c.BACK_RAISE),
        Actor(460, 770, c.GIRL_GREEN, c.BACK),
        Actor(600, 775, c.BOY_BLUE, c.BACK_RAISE),
        Actor(730, 770, c.GIRL_PINK, c.BACK),
        Actor(850, 752, c.BOY, c.BACK),
        Actor(990, 730, c.WOMAN, c.STAND, True),
        Actor(1070, 736, c.GRANDPA, c.STAND, True),
        Actor(130, 720, c.MAN_GREEN, c.HOLD, False, props.phone),
    )
    return (
        square(3, wall="#efe8dc", behind=towers)
        + banner(330, 190, 540, 64, "科教进社区", PINE)
        + rect(336, 254, 9, 400, SLATE_DEEP)
        + rect(855, 254, 9, 400, SLATE_DEEP)
        + show
        + cloud_
        + table_
        + flasks
        + kids
    )


class Lab:
    """Demonstrators."""

    coat = c.Look("#f5f2ec", NAVY, c.SKIN_WARM, garment="coat")
    girl = c.Look("#f5f2ec", NAVY, style="ponytail", garment="coat")


def _flask(x: float, base: float, h: float, tone: str) -> str:
    return (
        path(
            f"M{x - h * 0.14},{base - h}V{base - h * 0.6}L{x - h * 0.42},{base}H{x + h * 0.42}L{x + h * 0.14},{base - h * 0.6}V{base - h}Z",
            "#e3eeee",
        )
        + path(f"M{x - h * 0.27},{base - h * 0.34}L{x - h * 0.42},{base}H{x + h * 0.42}L{x + h * 0.27},{base - h * 0.34}Z", tone)
        + rect(x - h * 0.18, base - h * 1.04, h * 0.36, h * 0.08, WHITE)
    )


@picture("four-into", "health-check")
def health_check() -> str:
    """Doctors measure, listen and advise at a row of tables under a tent."""
    ground = Ground(320, 2.3)
    booth = tent(150, 620, 900, 400, "健康进社区", PINE)
    desks = "".join(table(x, 690, 230, 110, CHALK) for x in (200, 490, 780))
    gear = (
        rect(280, 560, 44, 22, SLATE, 4)
        + rect(286, 564, 26, 14, "#bfe0e4")
        + rect(560, 556, 60, 26, "#6fae9a", 3)
        + rect(850, 552, 30, 30, CREAM)
        + text(865, 576, "＋", 24, VERMILION)
        + "".join(rect(900 + i * 16, 566, 11, 16, t, 2) for i, t in enumerate((RED, TEAL, OCHRE)))
    )
    doctors = folk(
        ground,
        Actor(300, 640, c.DOCTOR, c.OFFER, False),
        Actor(600, 640, c.DOCTOR_MAN, c.FRONT_HOLD),
        Actor(890, 640, c.DOCTOR, c.TALK, True),
    )
    patients = "".join(stool(x, y, 66) for x, y in ((440, 744), (740, 748))) + folk(
        ground,
        Actor(430, 746, c.GRANDMA, c.SIT, True),
        Actor(730, 750, c.GRANDPA_BROWN, c.SIT, True),
        Actor(1000, 750, c.WOMAN_BUN, c.TALK, True),
        Actor(1080, 756, c.GIRL, c.STAND, True),
        Actor(180, 750, c.MAN, c.STAND),
        Actor(100, 744, c.GRANDMA_ROSE, c.CANE, False, props.cane),
    )
    return square(5, wall="#e6d3b8") + booth + doctors + desks + gear + patients


@picture("four-into", "law-desk")
def law_desk() -> str:
    """A lawyer answers questions at a desk in the pavilion of the courtyard."""
    ground = Ground(310, 2.2)
    board = (
        rect(110, 330, 250, 200, "#f3ead6")
        + rect(110, 330, 250, 46, NAVY)
        + text(235, 363, "法律进社区", 27, CREAM, spacing=4)
        + "".join(rect(130, 396 + i * 26, 210 - (i % 3) * 30, 9, "#b5aea0") for i in range(5))
        + rect(130, 530, 10, 120, SLATE_DEEP)
        + rect(332, 530, 10, 120, SLATE_DEEP)
    )
    desk = (
        table(460, 690, 360, 130, NAVY, 22)
        + rect(520, 540, 60, 18, RED)
        + rect(514, 530, 66, 12, PINE)
        + rect(522, 520, 56, 12, OCHRE)
        + rect(660, 534, 70, 26, CREAM, 3)
        + text(695, 554, "咨询", 20, NAVY)
        + poly([(600, 552), (640, 549), (648, 560), (602, 562)], WHITE)
    )
    lawyer = folk(ground, Actor(545, 640, Bar.man, c.TALK), Actor(775, 640, Bar.woman, Write.brush, True, props.pen))
    visitors = folk(
        ground,
        Actor(830, 740, c.GRANDPA, c.TALK, True),
        Actor(920, 746, c.WOMAN, c.STAND, True),
        Actor(1040, 720, c.MAN_WORK, c.HOLD, True, props.paper),
        Actor(420, 750, c.GRANDMA_ROSE, c.HOLD, False, props.book),
        Actor(310, 740, c.WOMAN_TAIL, c.HOLD, True, props.paper),
    )
    shade = (
        poly([(400, 300), (470, 250), (870, 250), (940, 300)], "#56616a")
        + rect(396, 298, 548, 14, "#454e55")
        + rect(420, 312, 14, 330, "#94443a")
        + rect(906, 312, 14, 330, "#94443a")
        + rect(434, 318, 472, 20, "#94443a")
    )
    return (
        square(7, tree(40, 510, 300, GREEN, 5), tree(1090, 510, 380, SPRING, 8), "#e3d6be", old_street)
        + shade
        + board
        + lawyer
        + desk
        + visitors
        + pot(1170, 760, 80, 4)
    )


class Bar:
    """Lawyers in dark suits."""

    man = c.Look("#3a4654", "#2c3642", c.SKIN_WARM)
    woman = c.Look("#4a5563", "#2c3642", style="bob")
