"""A key task in a list of them."""

from __future__ import annotations

from typing import TypedDict

from campaign import urls
from campaign.icons import svg
from campaign.kinds.experience.facts import on_task
from campaign.kinds.org import Org
from campaign.kinds.task import Task
from campaign.kinds.task.belonging import state_now
from campaign.kinds.task.facts import progress
from campaign.render.edition import Edition

USUAL_ICON = "clipboard-text-outline"
"""Of a task that names none, or one that there is not."""


class TaskTile(TypedDict):
    """A key task in a list of them."""

    order: int
    title: str
    summary: str
    url: str
    icon: str
    lead: str
    due: str
    state: str
    state_label: str
    standards: str
    count: int


def task_tile(edition: Edition, task: Task) -> TaskTile:
    lead = edition.site.of(Org).get(task.lead)
    state = state_now(edition.facts, task)
    return {
        "order": task.order,
        "title": task.title,
        "summary": task.summary,
        "url": urls.url(task),
        "icon": task.icon if task.icon and svg(task.icon) else USUAL_ICON,
        "lead": (lead.short or lead.name) if lead else "",
        "due": str(task.due),
        "state": state.value,
        "state_label": state.label,
        "standards": progress(edition.facts, task).words,
        "count": len(on_task(edition.facts, task)),
    }
