"""What is asked of exposures: V34."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaign.kinds.exposure import Exposure
from campaign.kinds.exposure.facts import reported_by
from campaign.kinds.exposure.lifecycle import EventType, State
from campaign.model.soundness import is_sound
from campaign.problems import Problem
from campaign.site import Site

NUMERAL = "零〇一二三四五六七八九十百"
DOOR = re.compile(
    r"(?<![第〕\d])[\d０-９]+(?:[-－][\d０-９]+)?\s*(?:号(?:院|楼|门)?|栋|幢|单元|室)"
    rf"|(?<![第{NUMERAL}])[{NUMERAL}]+(?:号(?:院|楼|门|房)|单元)"
    rf"|(?<![每那这哪另同前后第{NUMERAL}])[{NUMERAL}]+[栋幢](?!楼房|老?楼)"
    rf"|(?<=[巷街路弄里道])[{NUMERAL}]+号"
    r"|(?<![A-Za-z])[A-Za-zＡ-Ｚ甲乙丙丁]\s?(?:座|栋|幢|单元|号楼)"
)
"""What names a house rather than a street: 18号, 三号楼, A座, 井巷三号; a count does not."""
TOLD = frozenset({"title", "place", "problem", "events"})
"""The fields whose texts readers see."""


def doors(site: Site) -> Iterator[Problem]:
    """V34a: a text that names a house: whoever lives there is no matter of the public."""
    for record in site.of(Exposure).values():
        for loc, _, text in site.look(record).texts:
            found = DOOR.search(text) if loc[0] in TOLD and loc[-1] != "doc" else None
            if found:
                yield site.problem(record, "V34a", *loc, value=found[0])


def unanswered(site: Site) -> Iterator[Problem]:
    """V34b and V34c: past the day until which it was to be put right, or without such a day."""
    for record in site.of(Exposure).values():
        item = reported_by(record, site.today).standing
        if not is_sound(item.promise, site.last_known):
            continue
        if item.is_late:
            words = {"due": item.due, "days": item.days_late}
            yield site.problem(record, "V34b", *item.due_at, **words)
        elif item.state is State.ANSWERED and item.due is None:
            yield site.problem(record, "V34c", "events", _answered(record))


def _answered(record: Exposure) -> int:
    """Where the last answer stands."""
    types = [event.type for event in record.events]
    return max(index for index, type in enumerate(types) if type is EventType.ANSWERED)


def untold(site: Site) -> Iterator[Problem]:
    """V34d and V34e: nobody says who answers or what; put right without proof."""
    for record in site.of(Exposure).values():
        for index, event in enumerate(record.events):
            if event.type is EventType.ANSWERED and not (event.by and event.note):
                yield site.problem(record, "V34d", "events", index)
            if event.type is EventType.RECTIFIED and not event.is_proved:
                yield site.problem(record, "V34e", "events", index)


CHECKS = (doors, unanswered, untold)
