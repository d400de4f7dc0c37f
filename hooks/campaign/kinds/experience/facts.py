"""The compendium: experiences in the order that its editors give them."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

from campaign.derive.facts import Facts, fact
from campaign.derive.references import naming
from campaign.kinds.experience import Experience
from campaign.kinds.task import Task


@fact
def compendium(facts: Facts) -> list[Experience]:
    """All experiences."""
    return _in_order(facts.site.of(Experience).values())


def on_task(facts: Facts, task: Task) -> list[Experience]:
    """The experiences on a key task."""
    return _in_order(naming(facts, Experience, task, "tasks"))


def _in_order(experiences: Iterable[Experience]) -> list[Experience]:
    """Those with a number, then the others."""
    return sorted(experiences, key=lambda item: (item.compendium_order or inf, item.id))
