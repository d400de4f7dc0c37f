"""Assignments as templates see them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypedDict

from campaign import urls
from campaign.derive.grouping import grouped
from campaign.kinds.assignment.facts import Given, Part, block, counts, given, given_to
from campaign.kinds.district import District
from campaign.kinds.district.facts import districts_in_order, place_name
from campaign.kinds.org import Org
from campaign.kinds.task import Task
from campaign.kinds.task.facts import tasks_in_order
from campaign.render import names, promises
from campaign.render.edition import Edition
from campaign.render.names import Link, draft_label
from campaign.render.promises import PromiseView


class AssignmentView(PromiseView):
    """An assignment in a list, and at the head of its page."""

    url: str
    unit: Link | None
    place: Link
    task: str
    draft: str


class SumsView(TypedDict):
    """How many assignments of a block or a line stand how: parts of the total."""

    label: str
    url: str
    total: int
    done: int
    reported: int
    open: int
    overdue: int
    rectified: int


def view(edition: Edition, item: Given) -> AssignmentView:
    record = item.assignment
    place = ("community", record.community) if record.community else ("district", record.district)
    return {
        **promises.promise_view(edition, item.standing),
        "url": urls.url(record),
        "unit": names.record_link(edition, "org", record.unit) if record.unit else None,
        "place": _place(edition, *place),
        "task": names.name_of(edition, Task, record.task),
        "draft": draft_label(edition, record),
    }


def _place(edition: Edition, kind: str, id: str | None) -> Link:
    if kind == "community":
        return names.record_link(edition, kind, id or "")
    return {"name": names.name_of(edition, District, id), "url": ""}


def sums(label: str, items: Iterable[Given], url: str = "") -> SumsView:
    found = counts(items)
    return {
        "label": label,
        "url": url,
        "total": found.total(),
        "done": found[Part.DONE],
        "reported": found[Part.REPORTED],
        "open": found[Part.OPEN],
        "overdue": found[Part.OVERDUE],
        "rectified": found[Part.RECTIFIED],
    }


def by_block(edition: Edition) -> list[SumsView]:
    """The districts in their order."""
    site = edition.site
    found = grouped(given(edition.facts), lambda item: block(site, item.assignment))
    return [
        sums(place_name(site, place.id), found[place.id])
        for place in districts_in_order(site)
        if place.id in found
    ]


def by_task(edition: Edition) -> list[SumsView]:
    """The key tasks in their order."""
    found = grouped(given(edition.facts), lambda item: item.assignment.task)
    tasks = (task for task in tasks_in_order(edition.site) if task.id in found)
    return [sums(task.title, found[task.id], urls.url(task)) for task in tasks]


def by_unit(edition: Edition) -> list[SumsView]:
    """The units, those with overdue ones first; nothing on a site that names none."""
    found = grouped(given(edition.facts), lambda item: item.assignment.unit)
    units = (unit for unit in edition.site.of(Org).values() if unit.id in found)
    rows = [sums(unit.name, found[unit.id], urls.url(unit)) for unit in units]
    return sorted(rows, key=lambda row: (-row["overdue"], -row["total"]))


def of_task(edition: Edition, task: Task) -> list[Given]:
    """What was given for a key task, overdue ones first."""
    return [item for item in given(edition.facts) if item.assignment.task == task.id]


def overdue(edition: Edition, items: Iterable[Given]) -> list[AssignmentView]:
    """Those of some assignments that are overdue."""
    return [view(edition, item) for item in items if item.part is Part.OVERDUE]


def of_unit(edition: Edition, org: Org) -> list[AssignmentView]:
    """What a unit was given, overdue ones first."""
    return [view(edition, item) for item in given_to(edition.facts, org.id)]


def heading(edition: Edition, by: str) -> Callable[[Given], str]:
    """Under what an assignment stands in the list: its block; its unit or else its task."""

    def of_block(item: Given) -> str:
        return names.name_of(edition, District, block(edition.site, item.assignment))

    def of_line(item: Given) -> str:
        unit = names.name_of(edition, Org, item.assignment.unit)
        return unit or names.name_of(edition, Task, item.assignment.task)

    return of_block if by == "block" else of_line


def headings(edition: Edition, by: str) -> Iterator[str]:
    """The headings of the list, in their order."""
    if by == "block":
        return (row["label"] for row in by_block(edition))
    return (row["label"] for row in by_unit(edition) or by_task(edition))
