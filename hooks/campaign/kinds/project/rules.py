"""What is asked of projects: V33."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from campaign.kinds.project import Project
from campaign.kinds.project.facts import work_by
from campaign.kinds.project.lifecycle import EventType, State
from campaign.kinds.project.record import Nature
from campaign.model.soundness import due_slips, is_sound
from campaign.problems import Problem
from campaign.site import Site

REASONED = frozenset({EventType.FAILED, EventType.DELAYED, EventType.DROPPED})
"""Events of which somebody has to say why."""
BEGUN = frozenset({EventType.STARTED, EventType.BUILT, EventType.FAILED})
"""Events by which work has begun."""


def late(site: Site) -> Iterator[Problem]:
    """V33a: past the day until which it was to be accepted, and nobody says why."""
    for project in site.of(Project).values():
        item = work_by(project, site.today).standing
        is_told = item.state is State.FAILED
        if item.is_late and not is_told and is_sound(item.promise, site.last_known):
            words = {"due": item.due, "days": item.days_late}
            yield site.problem(project, "V33a", *item.due_at, **words)


def plans(site: Site) -> Iterator[Problem]:
    """V33b: a stage that is planned for a day before the stage that leads to it."""
    for project in site.of(Project).values():
        if any(due_slips(project.promises[0], site.last_known)):
            continue
        for (first, before), (second, after) in pairwise(project.schedule.items()):
            if after < before:
                words = {"stage": second.label, "on": after, "other": first.label, "day": before}
                yield site.problem(project, "V33b", "planned", second, **words)


def subsidies(site: Site) -> Iterator[Problem]:
    """V33c: money of a subsidy for what has not been accepted, on whatever day it is shown."""
    for project in _unaccepted(site):
        for index, item in enumerate(project.paid_by):
            if item.nature is Nature.SUBSIDY:
                yield site.problem(project, "V33c", "paid_by", index, "nature")


def _unaccepted(site: Site) -> Iterator[Project]:
    """Projects that were never accepted, on whatever day they are shown."""
    for project in site.of(Project).values():
        promise = project.promises[0]
        is_accepted = any(event.type is EventType.ACCEPTED for event in project.events)
        if not is_accepted and is_sound(promise, site.last_known):
            yield project


def figures_too_early(site: Site) -> Iterator[Problem]:
    """V33j: what only acceptance can tell, of what was not accepted."""
    for project in _unaccepted(site):
        for name in ("finished_m", "cost"):
            if getattr(project, name) is not None:
                title = Project.model_fields[name].title
                yield site.problem(project, "V33j", name, field=name, title=title)


def money_too_early(site: Site) -> Iterator[Problem]:
    """V33k: somebody has paid for work that has not begun."""
    for project in _unaccepted(site):
        is_begun = any(event.type in BEGUN for event in project.events)
        is_other = any(item.nature is Nature.SUBSIDY for item in project.paid_by)
        if project.paid_by and not is_begun and not is_other:
            yield site.problem(project, "V33k", "paid_by")


def payers(site: Site) -> Iterator[Problem]:
    """V33l: money of which nobody says from whom it is."""
    for project in site.of(Project).values():
        for index, item in enumerate(project.paid_by):
            if not (item.org or item.payer):
                yield site.problem(project, "V33l", "paid_by", index)


def sums(site: Site) -> Iterator[Problem]:
    """V33d and V33e: sources that are not the cost, a cost above the budget, and no word why."""
    for project in site.of(Project).values():
        if project.cost is None or project.money_note:
            continue
        if project.paid_by and project.paid != project.cost:
            words = {"paid": f"{project.paid:f}", "cost": f"{project.cost:f}"}
            yield site.problem(project, "V33d", "paid_by", **words)
        elif project.budget is not None and project.cost > project.budget:
            words = {"budget": f"{project.budget:f}", "cost": f"{project.cost:f}"}
            yield site.problem(project, "V33e", "cost", **words)


def lengths(site: Site) -> Iterator[Problem]:
    """V33f: more is finished than there is."""
    for project in site.of(Project).values():
        length, finished = project.length_m, project.finished_m
        if length is not None and finished is not None and finished > length:
            words = {"length": f"{length:f}", "finished": f"{finished:f}"}
            yield site.problem(project, "V33f", "finished_m", **words)


def pairs(site: Site) -> Iterator[Problem]:
    """V33g: accepted, and nobody can see what has changed."""
    for project in site.of(Project).values():
        is_shown = project.pairs or project.pairs_note
        if work_by(project, site.today).is_finished and not is_shown:
            yield site.problem(project, "V33g")


def same_photo(site: Site) -> Iterator[Problem]:
    """V33m: one photo for two moments: nobody can see what has changed."""
    for project in site.of(Project).values():
        seen: set[str] = set()
        for index, pair in enumerate(project.pairs):
            for name in ("before", "after"):
                photo = getattr(pair, name)
                if photo in seen:
                    yield site.problem(project, "V33m", "pairs", index, name, value=photo)
                seen.add(photo)


def untold(site: Site) -> Iterator[Problem]:
    """V33h and V33i: failed, delayed or dropped without a reason; delayed without a new day."""
    for project in site.of(Project).values():
        for index, event in enumerate(project.events):
            words = {"event": event.type.label}
            if event.type in REASONED and not event.note:
                yield site.problem(project, "V33h", "events", index, **words)
            if event.type is EventType.DELAYED and event.due is None:
                yield site.problem(project, "V33i", "events", index)


CHECKS = (
    late,
    plans,
    subsidies,
    figures_too_early,
    money_too_early,
    payers,
    sums,
    lengths,
    pairs,
    same_photo,
    untold,
)
