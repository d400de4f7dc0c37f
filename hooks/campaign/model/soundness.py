"""Whether the days and the events of a promise can be: what follows from it is told only then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from campaign.model import lifecycle
from campaign.model.lifecycle import V
from campaign.model.promise import Promise
from campaign.model.walk import Loc


@dataclass(frozen=True)
class DueSlip:
    """A due day that cannot be, where it stands, and the day before which it cannot lie."""

    loc: Loc
    due: date
    other: date
    event: str
    """What happened on that other day; nothing where it is the due day of before."""


def out_of_order(events: Sequence[V], last_known: date) -> Iterator[tuple[int, V, V]]:
    """Events earlier than the one above that can have happened, each with its place."""
    numbers = [index for index, event in enumerate(events) if event.on <= last_known]
    known = [events[index] for index in numbers]
    for index, event, above in lifecycle.out_of_order(known):
        yield numbers[index], event, above


def is_orderly(events: Sequence[V], last_known: date) -> bool:
    """Whether all events can have happened, one after the other."""
    is_known = all(event.on <= last_known for event in events)
    return is_known and not any(lifecycle.out_of_order(events))


def due_slips(promise: Promise, last_known: date) -> Iterator[DueSlip]:
    """Due days before they were set, and later ones that are not later."""
    if not promise.events or not is_orderly(promise.events, last_known):
        return
    first = promise.events[0]
    if promise.due and promise.due < first.on:
        at = (*promise.loc, *promise.due_field)
        yield DueSlip(at, promise.due, first.on, first.type.label)
    holding = promise.due
    for index, event in enumerate(promise.events):
        if event.due is None:
            continue
        at = (*promise.loc, "events", index, "due")
        is_later = holding is None or event.due > holding
        if event.due < event.on:
            yield DueSlip(at, event.due, event.on, event.type.label)
        elif holding and not is_later and event.type in promise.cycle.postponing:
            yield DueSlip(at, event.due, holding, "")
        holding = event.due


LEAP = timedelta(days=5 * 366)
"""What is promised for later than this, or goes on so long, is most often a slip of the pen."""


def leap(promise: Promise) -> DueSlip | None:
    """The first day that is years away from the event before: a wrong digit in its year, mostly."""
    return next((slip for slip in _pairs(promise) if slip.due - slip.other > LEAP), None)


def _pairs(promise: Promise) -> Iterator[DueSlip]:
    """Each day with that of the event before it, and each due day with that of its event."""
    loc, events = promise.loc, promise.events
    for index, (above, event) in enumerate(pairwise(events), 1):
        yield DueSlip((*loc, "events", index, "on"), event.on, above.on, above.type.label)
    if events and promise.due:
        first = events[0]
        yield DueSlip((*loc, *promise.due_field), promise.due, first.on, first.type.label)
    for index, event in enumerate(events):
        if event.due:
            at = (*loc, "events", index, "due")
            yield DueSlip(at, event.due, event.on, event.type.label)


def is_sound(promise: Promise, last_known: date) -> bool:
    """Whether what follows from the promise at a day can be told: else it has slips of its own."""
    return (
        is_orderly(promise.events, last_known)
        and not any(lifecycle.illegal(promise.cycle, promise.events))
        and not any(due_slips(promise, last_known))
        and all(e.due for e in promise.events if e.type in promise.cycle.dating)
    )
