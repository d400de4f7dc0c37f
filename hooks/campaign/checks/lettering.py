"""Characters that a share card cannot show, and names of which nobody knows the reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaign.kinds import BY_NAME
from campaign.model.origin import Origin
from campaign.problems import Problem, problem
from campaign.site import Site

RARE = re.compile("[\u3400-\u4dbf\uf900-\ufaff\U00020000-\U0003ffff]")
"""Han characters beside the block of the common ones, whose readings are known."""
USUAL = re.compile("[\\x00-\u024f\u2000-\u206f\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]*")
"""What the font of the cards has, so that it need not be opened."""


def boxes(site: Site) -> Iterator[Problem]:
    """V07e: the page is shared with its bare photo, since its card would show an empty box."""
    unusual = [found for found in _titles(site) if not USUAL.fullmatch(found[0])]
    if not unusual:
        return
    from campaign.images import lettering  # with Pillow, for those who have such a title

    font = lettering.font_at(site.root)
    for title, origin, key in unusual:
        if font and (lacked := lettering.lacking(font, title)):
            yield problem(origin.path, origin.line((key,)), "V07e", value=lacked, title=title)


def _titles(site: Site) -> Iterator[tuple[str, Origin, str]]:
    """What stands on cards, where it was written and under which key: names and titles."""
    yield site.settings.name, site.origin(site.settings), "name"
    for record in site.everything():
        kind = BY_NAME.get(record.kind)
        if kind and kind.folder and site.is_out(record):
            key = "name" if getattr(record, "name", None) else "title"
            yield record.heading, site.origin(record), key
    for page in site.shown_prose.values():
        yield page.title, page.origin, "title"


def unreadable(site: Site) -> Iterator[Problem]:
    """V07f: a name has its place in lists by its reading, and nobody knows it."""
    for record in site.everything():
        name = getattr(record, "name", "")
        can_say = "pinyin" in type(record).model_fields
        if can_say and not getattr(record, "pinyin", None) and RARE.search(name):
            from pypinyin import lazy_pinyin  # slow to import, and few names ask for it

            unknown = [sign for sign in RARE.findall(name) if lazy_pinyin(sign) == [sign]]
            if unknown:
                yield site.problem(record, "V07f", "name", value="".join(unknown), name=name)
