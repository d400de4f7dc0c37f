"""A map of the city is shown only with its review number.

地图管理条例 (2015) article 15 has public maps reviewed, and article 16 lays it on whoever
shows one; simple plans of streets and sights are exempt, and so is a schematic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaign.problems import Problem
from campaign.site import Site

REVIEW_NO = re.compile(
    r"(?:审图号[：:]?)?[\u4e00-\u9fff]{0,3}[A-Z]{0,3}S[\u4e00-\u9fff]?[(（〔【\[]\d{4}[)）〕】\]]\d+号"
)
"""GS（2023）1234号, GS京（2023）1234号, 苏S（2024）12号, 苏AS〔2024〕12号, 川S【2021】00059号."""


def without_review(site: Site) -> Iterator[Problem]:
    """V44a and V44b: no review number, or none that could be one."""
    shown = site.settings.map
    if shown is None:
        return
    if not shown.review_no:
        yield site.problem(site.settings, "V44a", "map")
    elif not REVIEW_NO.fullmatch("".join(shown.review_no.split())):
        yield site.problem(site.settings, "V44b", "map", "review_no", value=shown.review_no)


def number_elsewhere(site: Site) -> Iterator[Problem]:
    """V44c: the map's photo is seen in its gallery, too, and must say its number there."""
    shown = site.settings.map
    photo = site.photos.get(shown.photo) if shown else None
    if shown is None or photo is None or not shown.review_no:
        return
    if shown.review_no not in (photo.caption or ""):
        words = {"photo": shown.photo, "value": shown.review_no}
        yield site.problem(site.settings, "V44c", "map", "photo", **words)
