"""Pictures of neighbours' day, part 4."""

from __future__ import annotations

import cast as c
from furniture import flag, string_of
from palette import CREAM, PINE, RED, WHITE
from scene import Ground, picture
from staging import Actor, folk, paving
from svg import circle, path, poly, rect, text


@picture("neighbours-day", "photo-wall")
def photo_wall() -> str:
    """Neighbours look for themselves on a wall of old photographs."""
    ground = Ground(330, 2.2)
    wall = (
        rect(0, 0, 1200, 560, "#c98f73")
        + "".join(
            rect((i % 21) * 60 - (30 if (i // 21) % 2 else 0), (i // 21) * 28, 56, 24, ("#c4876b", "#cd9679", "#bf8166")[i % 3])
            for i in range(21 * 20)
        )
        + rect(0, 548, 1200, 16, "#8d5a48")
    )
    board = rect(120, 80, 960, 400, "#f5ecd9", 4) + rect(120, 80, 960, 56, PINE) + text(600, 121, "我们的老照片", 34, CREAM, spacing=10)
    prints = ""
    for i in range(24):
        x, y = 150 + (i % 8) * 116, 156 + (i // 8) * 104
        prints += f'<g transform="rotate({(i * 37) % 9 - 4} {x + 46} {y + 40})">{rect(x, y, 96, 84, WHITE)}{rect(x + 6, y + 6, 84, 60, ("#b9a98c", "#9aa5a3", "#c4b18f", "#a99a88")[i % 4])}{_snapshot(x + 48, y + 66, i)}{circle(x + 48, y + 3, 4, RED)}</g>'
    floor = paving(1200, 560, 800, 330, "#cdbfa6", 6)
    people = folk(
        ground,
        Actor(300, 690, c.GRANDPA, c.POINT),
        Actor(210, 700, c.BOY, c.POINT),
        Actor(390, 700, c.WOMAN, c.BACK),
        Actor(640, 690, c.MAN_GREEN, c.BACK),
        Actor(720, 700, c.WOMAN_LONG, c.BACK_RAISE),
        Actor(900, 720, c.GRANDMA_ROSE, c.TALK),
        Actor(980, 724, c.GRANDMA, c.TALK, True),
    )
    return wall + board + prints + floor + people + string_of(0, 20, 1200, 20, 24, 24, flag)


def _snapshot(x: float, base: float, i: int) -> str:
    """A tiny photograph: a few figures or a house in brown tones."""
    if i % 3 == 0:
        return rect(x - 26, base - 36, 52, 36, "#7d6f5c") + poly([(x - 32, base - 36), (x, base - 54), (x + 32, base - 36)], "#5f5446")
    return "".join(
        circle(x + d, base - 36, 7, "#6b5d4c")
        + path(
            f"M{x + d - 11},{base}Q{x + d - 11},{base - 28} {x + d},{base - 28}Q{x + d + 11},{base - 28} {x + d + 11},{base}Z",
            ("#7d6f5c", "#5f5446", "#8d7f6a")[(i + k) % 3],
        )
        for k, d in enumerate((-24, 0, 24)[: 2 + i % 2])
    )
