"""Promises of any kind of record: their events are facts, in order, and legal where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from campaign.model import lifecycle, soundness
from campaign.model.lifecycle import Slip
from campaign.model.promise import Promise, PromisingRecord
from campaign.problems import Problem
from campaign.site import Site

SLIPS: Mapping[Slip, tuple[str, tuple[str, ...]]] = {
    Slip.UNSAID: ("V47d", ()),
    Slip.EARLY: ("V47e", ("on",)),
    Slip.TWICE: ("V47f", ("corrects",)),
}


def promises(site: Site) -> Iterator[tuple[PromisingRecord, Promise]]:
    """Every promise with the record that holds it."""
    for record in site.everything():
        if isinstance(record, PromisingRecord):
            yield from ((record, promise) for promise in record.promises)


def order_of_dates(site: Site) -> Iterator[Problem]:
    """V47a: events out of order; the same day keeps the order of the file."""
    for record, promise in promises(site):
        found = soundness.out_of_order(promise.events, site.last_known)
        for index, event, above in found:
            words = {"on": event.on, "previous": above.on}
            yield site.problem(record, "V47a", *promise.loc, "events", index, "on", **words)


def transitions(site: Site) -> Iterator[Problem]:
    """V47b: an event that cannot follow, with those that can."""
    for record, promise in promises(site):
        for index, step in lifecycle.illegal(promise.cycle, promise.events):
            words = {
                "state": step.before.label,
                "event": step.event.type.label,
                "legal": promise.cycle.legal_words(step.before),
            }
            yield site.problem(record, "V47b", *promise.loc, "events", index, "type", **words)


def in_the_future(site: Site) -> Iterator[Problem]:
    """V47c: events are facts, not plans."""
    for record, promise in promises(site):
        for index, event in enumerate(promise.events):
            if site.is_future(event.on):
                at = (*promise.loc, "events", index, "on")
                yield site.problem(record, "V47c", *at, on=event.on)


def due_days(site: Site) -> Iterator[Problem]:
    """V47m and V47n: due before it was asked for, or put off to a day that is not later."""
    for record, promise in promises(site):
        for slip in soundness.due_slips(promise, site.last_known):
            code = "V47m" if slip.event else "V47n"
            words = {"due": slip.due, "other": slip.other, "event": slip.event}
            yield site.problem(record, code, *slip.loc, **words)


def leaps(site: Site) -> Iterator[Problem]:
    """V47o: a day that is more than five years behind the event before it, once a promise."""
    for record, promise in promises(site):
        slip = soundness.leap(promise)
        if slip and soundness.is_orderly(promise.events, site.last_known):
            words = {"day": slip.due, "other": slip.other, "event": slip.event}
            yield site.problem(record, "V47o", *slip.loc, **words)


def corrections(site: Site) -> Iterator[Problem]:
    """V47d to V47f: a correction says what and who, comes after it, and is no correction's."""
    for record, promise in promises(site):
        for index, event, slip in lifecycle.slips(promise.events):
            code, field = SLIPS[slip]
            at = (*promise.loc, "events", index, *field)
            words = {"on": event.on, "corrected": event.corrects.on if event.corrects else ""}
            yield site.problem(record, code, *at, **words)


def keys(site: Site) -> Iterator[Problem]:
    """V47g: two promises of a record under one number."""
    for record in site.everything():
        if not isinstance(record, PromisingRecord):
            continue
        seen: set[str] = set()
        for promise in record.promises:
            if promise.key in seen:
                yield site.problem(record, "V47g", *promise.loc, value=promise.key)
            seen.add(promise.key)


CHECKS = (order_of_dates, transitions, in_the_future, due_days, leaps, corrections, keys)
