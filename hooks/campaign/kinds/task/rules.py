"""Key tasks: steps in order of time, not behind the due day, done when said so; their icons."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from campaign import icons
from campaign.kinds.task import Task
from campaign.problems import Problem, nearest
from campaign.site import Site


def done_ahead(site: Site) -> Iterator[Problem]:
    """V42a: a step that is said to have been done on a day to come."""
    for task in site.of(Task).values():
        for index, step in enumerate(task.milestones):
            if step.done and site.is_future(step.done):
                yield site.problem(task, "V42a", "milestones", index, "done", done=step.done)


def unreported(site: Site) -> Iterator[Problem]:
    """V42b: the day of a step is over, and nobody says whether it was reached."""
    for task in site.of(Task).values():
        for index, step in enumerate(task.milestones):
            if step.done is None and step.on < site.today:
                words = {"on": step.on, "text": step.text}
                yield site.problem(task, "V42b", "milestones", index, **words)


def out_of_order(site: Site) -> Iterator[Problem]:
    """V42c and V42d: steps that are not in order of time, or behind the day that ends all."""
    for task in site.of(Task).values():
        for index, (above, step) in enumerate(pairwise(task.milestones), 1):
            if step.on < above.on:
                words = {"on": step.on, "above": above.on}
                yield site.problem(task, "V42c", "milestones", index, "on", **words)
        is_begun = task.due >= site.settings.campaign.start
        for index, step in enumerate(task.milestones if is_begun else ()):
            if step.on > task.due:
                words = {"on": step.on, "due": task.due}
                yield site.problem(task, "V42d", "milestones", index, "on", **words)


def due_before_the_start(site: Site) -> Iterator[Problem]:
    """V42e: due before the campaign began."""
    start = site.settings.campaign.start
    for task in site.of(Task).values():
        if task.due < start:
            yield site.problem(task, "V42e", "due", due=task.due, start=start)


def without_icon(site: Site) -> Iterator[Problem]:
    """V42f: an icon that there is not."""
    for task in site.of(Task).values():
        if task.icon and not icons.svg(task.icon):
            near = nearest(task.icon, sorted(icons.names()))
            yield site.problem(task, "V42f", "icon", value=task.icon, nearest=near)


CHECKS = (done_ahead, unreported, out_of_order, due_before_the_start, without_icon)
