"""A city with a long roll, as values: communities, and honours of every level and state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

import values
from campaign.kinds.district import District
from campaign.kinds.honour import Honour
from campaign.model.origin import Origin, Prose
from campaign.render.edition import Edition

FIRST = "幸望稻纺鼓松春观和青百滨茶东甘高槐湖建矿"
SECOND = "福湖香织楼林晖澜平石花江林关棠桥树滨设山"
LEVELS = ("national", "province", "city", "district", "street")
PER_HOLDER = 2
LIVES = (
    "{y} named",
    "{y}-03-02 recommended, {y}-03-16 publicised, {y}-03-27 named, {n}-03-27 retained",
    "{y} named, {n}-02-18 rectify",
    "{y} named, {n}-09-18 revoked",
    "2026-03-02 recommended",
    "2025-03-02 recommended, 2025-04-01 withdrawn",
    "{y} named",
)
ORDERS = ("level", "kind", "year", "district")


def name(number: int) -> str:
    """A name of two syllables, and of more where those run out."""
    ends = ("社区", "里社区", "园社区", "坊社区", "新村社区", "苑社区")
    first, second = FIRST[number % 20], SECOND[number // 20 % 20]
    return f"{first}{second}{ends[number // 400 % 6]}"


def honours(size: int) -> Iterator[Honour]:
    """Of different levels for each holder, from days and with lives that dice decide."""
    dice = Random(1)
    for number in range(size):
        holder, turn = divmod(number, PER_HOLDER)
        level = LEVELS[(holder * 2 + turn) % len(LEVELS)]
        year, month, day = dice.randrange(2016, 2025), dice.randrange(1, 13), dice.randrange(1, 28)
        life = dice.choice(LIVES).replace("{y} ", f"{year}-{month:02}-{day:02} ")
        honour = values.honour(life.format(y=year, n=year + 1), kind=level, to=f"c{holder}")
        yield honour.model_copy(update={"batch": f"{year} 年度"})


def edition(size: int, pages: dict[str, str] | None = None, districts: int = 12) -> Edition:
    """A city with `size` honours; `pages` is the Markdown below `docs/` by its file."""
    places = [
        District(id=f"d{n}", name=f"示例{FIRST[n]}街道", kind="office", order=n)
        for n in range(districts)
    ]
    dice = Random(2)
    count = (size + PER_HOLDER - 1) // PER_HOLDER
    called = dice.sample(range(2400), count) if count <= 2400 else range(count)
    holders = [
        values.community(
            f"c{n}",
            name=name(number),
            district=f"d{n % districts}",
            type=("old", "new", "village")[n % 3],
            households=dice.randrange(300, 4000),
        )
        for n, number in enumerate(called)
    ]
    kinds = [
        values.honour_kind(level, name=f"{level}文明社区", level=level, ladder=True, valid_years=3)
        for level in LEVELS
    ]
    site = values.site(*places, *holders, *kinds, *honours(size), today=date(2026, 4, 20))
    asked = pages or {f"honours/by-{by}.md": f"[[honours by={by}]]" for by in ORDERS}
    prose = {
        uri: Prose(Origin(f"docs/{uri}", body=body), "页", True) for uri, body in asked.items()
    }
    return Edition(replace(site, prose=prose), {})
