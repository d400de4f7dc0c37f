"""What is asked of pairings: V32."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from campaign.kinds.pairing import Pairing
from campaign.kinds.pairing.lifecycle import ItemEventType
from campaign.kinds.pairing.record import ItemEvent
from campaign.model.promise import standing
from campaign.model.soundness import is_sound, leap
from campaign.model.walk import Loc
from campaign.problems import Problem
from campaign.site import Site

FAULTS = {
    ItemEventType.DELIVERED: "V32c",
    ItemEventType.DROPPED: "V32d",
    ItemEventType.DELAYED: "V32e",
}


def _is_told(event: ItemEvent) -> bool:
    """Whether an event says what has to be said of it."""
    if event.type is ItemEventType.DELIVERED:
        return event.is_proved
    return bool(event.note) and (event.type is ItemEventType.DROPPED or event.due is not None)


def late(site: Site) -> Iterator[Problem]:
    """V32a: an item past its due day, and nobody says why."""
    for pairing in site.of(Pairing).values():
        for promise in pairing.promises:
            item = standing(promise, site.today)
            if item.is_late and is_sound(promise, site.last_known):
                words = {"title": promise.title, "due": item.due, "days": item.days_late}
                yield site.problem(pairing, "V32a", *item.due_at, **words)


def without_items(site: Site) -> Iterator[Problem]:
    """V32b: paired, and nothing is promised."""
    for pairing in site.of(Pairing).values():
        if not pairing.items and pairing.is_active(site.today):
            yield site.problem(pairing, "V32b")


def untold(site: Site) -> Iterator[Problem]:
    """V32c to V32e: delivered without proof, dropped or delayed without a reason."""
    for pairing in site.of(Pairing).values():
        for index, item in enumerate(pairing.items):
            for number, event in enumerate(item.events):
                code = FAULTS.get(event.type)
                if code and not _is_told(event):
                    at = ("items", index, "events", number)
                    yield site.problem(pairing, code, *at, title=item.promise)


def outside(site: Site) -> Iterator[Problem]:
    """V32h: promised while the two were not paired."""
    for pairing in site.of(Pairing).values():
        if pairing.until and pairing.until < pairing.since:
            continue
        found = list(_outside(pairing, site.last_known))
        fields = {name for _, name, _ in found}
        if len(found) == len(pairing.items) > 1 and len(fields) == 1:
            index, name, day = found[0]  # then it is the pairing's own day that is wrong
            yield _out(site, pairing, index, name, day, (name,))
            continue
        for index, name, day in found:
            yield _out(site, pairing, index, name, day, ("items", index, "events", 0, "on"))


def _outside(pairing: Pairing, last_known: date) -> Iterator[tuple[int, str, date]]:
    """Items that were promised before or after, with the field and the day that say so."""
    for index, promise in enumerate(pairing.promises):
        on = promise.events[0].on if promise.events else last_known
        if on > last_known or leap(promise):
            continue
        if on < pairing.since:
            yield index, "since", pairing.since
        elif pairing.until and on > pairing.until:
            yield index, "until", pairing.until


def _out(site: Site, pairing: Pairing, index: int, name: str, day: date, loc: Loc) -> Problem:
    item = pairing.items[index]
    words = {"on": item.events[0].on, "field": name, "day": day, "title": item.promise}
    return site.problem(pairing, "V32h", *loc, **words)


def of_nothing(site: Site) -> Iterator[Problem]:
    """V32i: promised, and nobody says with what."""
    for pairing in site.of(Pairing).values():
        for index, item in enumerate(pairing.items):
            if item.amount is None and item.in_kind is None:
                yield site.problem(pairing, "V32i", "items", index, title=item.promise)


def spans(site: Site) -> Iterator[Problem]:
    """V32f and V32g: an end before the beginning, and a community that is paired twice."""
    first: dict[str, Pairing] = {}
    for pairing in site.of(Pairing).values():
        if pairing.until and pairing.until < pairing.since:
            words = {"until": pairing.until, "since": pairing.since}
            yield site.problem(pairing, "V32f", "until", **words)
        if not pairing.is_active(site.today):
            continue
        other = first.setdefault(pairing.community, pairing)
        if other is not pairing and other.department == pairing.department:
            yield site.problem(pairing, "V32g", other=site.origin(other).path)


CHECKS = (late, without_items, untold, outside, of_nothing, spans)
