"""Events: days in order, what was planned and is over, and figures that prove what was held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from campaign.kinds.event import Event
from campaign.kinds.event.facts import State, days, is_proven, state
from campaign.kinds.event.record import Written
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.record import FormulaName
from campaign.problems import Problem
from campaign.site import Site


def days_in_order(site: Site) -> Iterator[Problem]:
    """V31a: an event that ends before it begins, or comes again only before it was."""
    for event in site.of(Event).values():
        if event.end is not None and event.end < event.start:
            yield site.problem(event, "V31a", "end", end=event.end, start=event.start)
        if event.repeats and event.repeats.until < event.start:
            until = event.repeats.until
            yield site.problem(event, "V31a", "repeats", "until", end=until, start=event.start)


def still_planned(site: Site) -> Iterator[Problem]:
    """V31b: the day is over, and nobody says whether it was held."""
    for event in site.of(Event).values():
        if state(event, site.today) is State.UNREPORTED:
            yield site.problem(event, "V31b", _state_at(site, event), day=event.last_day)


def _state_at(site: Site, event: Event) -> str:
    """The field that says it: the state, or the last day where nobody has written a state."""
    written = site.origin(event).lines
    names = ("state", "repeats", "end", "date")
    return next((name for name in names if (name,) in written), "date")


def held_ahead(site: Site) -> Iterator[Problem]:
    """V31c: an event that is said to have been held on a day that is still to come."""
    for event in site.of(Event).values():
        if event.state is Written.DONE and site.is_future(event.start):
            yield site.problem(event, "V31c", "state", day=event.start)


def called_off_without_reason(site: Site) -> Iterator[Problem]:
    """V31d: whoever wanted to come is not told why it does not take place."""
    for event in site.of(Event).values():
        is_off = event.state in (Written.POSTPONED, Written.CANCELLED)
        if is_off and not event.reason:
            yield site.problem(event, "V31d", "state", state=event.state.label)


def results_of_what_was_not_held(site: Site) -> Iterator[Problem]:
    """V31e: figures of an event that is not reported as held: they count nowhere."""
    for event in site.of(Event).values():
        filled = [n for n in ("participants", "results", "outcome") if getattr(event, n)]
        if filled and event.state is not Written.DONE:
            yield site.problem(event, "V31e", filled[0], state=event.state.label)


def counted_without_figures(site: Site) -> Iterator[Problem]:
    """V31f: an event that a standard counts, without a figure that proves it."""
    counting = {
        kind: indicator.name
        for indicator in site.of(Indicator).values()
        if indicator.formula and indicator.formula.name is FormulaName.EVENT_COUNT
        for kind in indicator.formula.kinds
    }
    for event in site.of(Event).values():
        is_held = state(event, site.today) is State.DONE
        if event.type in counting and is_held and not is_proven(event, site.today):
            yield site.problem(event, "V31f", "state", indicator=counting[event.type])


def skipped_for_nothing(site: Site) -> Iterator[Problem]:
    """V31g: a day that is left out, though the event would not have come on it."""
    for event in site.of(Event).values():
        if event.repeats is None:
            continue
        every = event.model_copy(
            update={"repeats": event.repeats.model_copy(update={"skipped": []})}
        )
        known: set[date] = set(days(every))
        for index, day in enumerate(event.repeats.skipped):
            if day not in known:
                yield site.problem(event, "V31g", "repeats", "skipped", index, day=day)


def more_than_places(site: Site) -> Iterator[Problem]:
    """V31h: more came than there was room for."""
    for event in site.of(Event).values():
        came, places = event.participants, event.capacity
        if came is not None and places is not None and came > places and not event.repeats:
            words = {"came": came, "places": places}
            yield site.problem(event, "V31h", "participants", **words)


CHECKS = (
    days_in_order,
    still_planned,
    held_ahead,
    called_off_without_reason,
    results_of_what_was_not_held,
    counted_without_figures,
    skipped_for_nothing,
    more_than_places,
)
