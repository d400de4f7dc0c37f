"""What is asked of assignments: V41."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.kinds.assignment import Assignment
from campaign.kinds.assignment.lifecycle import EventType, State
from campaign.kinds.assignment.record import AssignmentEvent
from campaign.kinds.org import Org
from campaign.model.promise import standing
from campaign.model.soundness import is_orderly, is_sound, leap
from campaign.problems import Problem
from campaign.site import Site

TOLD = frozenset({"title", "requirement", "events", "sources"})
"""The fields whose texts readers see."""


def late(site: Site) -> Iterator[Problem]:
    """V41a: past its due day, and no event says so."""
    for record in site.of(Assignment).values():
        promise = record.promises[0]
        item = standing(promise, site.today)
        is_told = item.state not in (State.OPEN, State.DEADLINE)
        if item.is_late and not is_told and is_sound(promise, site.last_known):
            words = {"due": item.due, "days": item.days_late}
            yield site.problem(record, "V41a", *item.due_at, **words)


def late_too_early(site: Site) -> Iterator[Problem]:
    """V41g: told to be overdue while its due day was not over."""
    for record in site.of(Assignment).values():
        if not is_orderly(record.events, site.last_known) or leap(record.promises[0]):
            continue
        due = record.due
        for index, event in enumerate(record.events):
            if event.type is EventType.OVERDUE and event.on <= due:
                words = {"on": event.on, "due": due}
                yield site.problem(record, "V41g", "events", index, "on", **words)
            due = event.due or due


def without_block(site: Site) -> Iterator[Problem]:
    """V41b: it lies in one area: a district or a community."""
    for record in site.of(Assignment).values():
        if (record.district is None) == (record.community is None):
            yield site.problem(record, "V41b")


def _lacks(event: AssignmentEvent) -> str:
    """The rule that an event breaks by what it leaves unsaid."""
    if event.type is EventType.DEADLINE and event.due is None:
        return "V41c"
    if event.type is EventType.VETOED and not (event.doc and event.by):
        return "V41d"
    is_proof_owed = event.type in (EventType.DONE, EventType.RECTIFIED)
    return "V41e" if is_proof_owed and not event.is_proved else ""


def untold(site: Site) -> Iterator[Problem]:
    """V41c to V41e: a deadline without its day, a veto without grounds, done without proof."""
    for record in site.of(Assignment).values():
        for index, event in enumerate(record.events):
            if code := _lacks(event):
                yield site.problem(record, code, "events", index)


def names_of_units(site: Site) -> Iterator[Problem]:
    """V41f: a text names the unit on a site that names none."""
    if site.profile.names_units:
        return
    for record in site.of(Assignment).values():
        unit = site.of(Org).get(record.unit)
        for loc, _, text in site.look(record).texts if unit else ():
            name = next((name for name in unit.names if name in text), "") if unit else ""
            if name and loc[0] in TOLD and site.is_out(record):
                yield site.problem(record, "V41f", *loc, value=name)


CHECKS = (late, late_too_early, without_block, untold, names_of_units)
