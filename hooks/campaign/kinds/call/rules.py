"""Calls: days in order, care for personal data, and a result."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from campaign.kinds.call import Call
from campaign.kinds.call.facts import State, state
from campaign.kinds.call.record import FieldKind
from campaign.problems import Problem
from campaign.site import Site

OWED = timedelta(days=60)
"""How long after its end a call may be without a result."""


def days_in_order(site: Site) -> Iterator[Problem]:
    """V51a: a call that ends before it begins."""
    for call in site.of(Call).values():
        if call.period.end < call.period.start:
            words = {"end": call.period.end, "start": call.period.start}
            yield site.problem(call, "V51a", "period", "to", **words)


def result_owed(site: Site) -> Iterator[Problem]:
    """V51b: those who answered were never told what came of it."""
    for call in site.of(Call).values():
        since = site.today - call.period.end
        if state(call, site.today) is State.CLOSED and since > OWED:
            yield site.problem(call, "V51b", "period", "to", days=since.days)


def without_privacy(site: Site) -> Iterator[Problem]:
    """V51c: a form asks for personal things, and nobody says what becomes of them."""
    for call in site.of(Call).values():
        for index, field in enumerate(call.fields):
            if field.personal and not call.privacy:
                yield site.problem(call, "V51c", "fields", index, value=field.label)
                break


def result_too_early(site: Site) -> Iterator[Problem]:
    """V51d: a result of a day to come, or from before the call closed."""
    for call in site.of(Call).values():
        if call.outcome and (
            site.is_future(call.outcome.on) or call.outcome.on <= call.period.start
        ):
            words = {"day": call.outcome.on, "start": call.period.start}
            yield site.problem(call, "V51d", "outcome", "on", **words)


def no_options(site: Site) -> Iterator[Problem]:
    """V51e: something to tick, with nothing to choose from; or options that are never shown."""
    for call in site.of(Call).values():
        for index, field in enumerate(call.fields):
            least = 2 if field.kind is FieldKind.CHOICE else 0
            most = len(set(field.options)) if least else 0
            if not least <= len(field.options) <= most:
                yield site.problem(call, "V51e", "fields", index, value=field.label)


def more_taken_than_received(site: Site) -> Iterator[Problem]:
    """V51f: more was taken up than came in."""
    for call in site.of(Call).values():
        found = call.outcome
        if found and found.received is not None and (found.taken or 0) > found.received:
            words = {"taken": found.taken, "received": found.received}
            yield site.problem(call, "V51f", "outcome", "taken", **words)


CHECKS = (
    days_in_order,
    result_owed,
    without_privacy,
    result_too_early,
    no_options,
    more_taken_than_received,
)
