"""Key tasks in the order that the campaign gives them."""

from __future__ import annotations

from campaign.kinds.task import Task
from campaign.site import Site


def tasks_in_order(site: Site) -> list[Task]:
    return sorted(site.of(Task).values(), key=lambda item: item.order)
