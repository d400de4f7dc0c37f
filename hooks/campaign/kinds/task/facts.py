"""Key tasks: in the order that the campaign gives them, and how far each has come.

The state is computed from a task's standards and its due day, and never typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from campaign.derive.facts import Facts
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.standards import Verdict, known_answers, overall, summary
from campaign.kinds.task import Task
from campaign.site import Site


def tasks_in_order(site: Site) -> list[Task]:
    return sorted(site.of(Task).values(), key=lambda item: item.order)


class State(StrEnum):
    """Where a key task stands today."""

    UNDER_WAY = "under-way"
    DONE = "done"
    OVERDUE = "overdue"
    UNREPORTED = "unreported"
    """The due day is over, and nothing says whether the work was done."""

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    State.UNDER_WAY: "进行中",
    State.DONE: "完成",
    State.OVERDUE: "逾期",
    State.UNREPORTED: "已到期，完成情况未填报",
}


@dataclass(frozen=True)
class Progress:
    """A key task against its standards."""

    state: State
    words: str
    """4 项中 3 项达标; nothing for a task without standards."""


def progress(facts: Facts, task: Task) -> Progress:
    """Done when every standard is met; overdue when one is missed and the due day is over."""
    known, today = facts.site.of(Indicator), facts.site.today
    verdicts = [overall(known_answers(facts, id)) for id in task.indicators if id in known]
    judged = {verdict for verdict in verdicts if verdict}
    if judged == {Verdict.MET}:
        state = State.DONE
    elif today <= task.due:
        state = State.UNDER_WAY
    else:
        state = State.OVERDUE if Verdict.GAP in judged else State.UNREPORTED
    return Progress(state, summary(verdicts))
