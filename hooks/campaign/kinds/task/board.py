"""The board of the key tasks: how far each is, what moved, what comes next and what is late."""

from __future__ import annotations

from collections import Counter
from typing import TypedDict

from markupsafe import Markup

from campaign.kinds.indicator import Indicator, views
from campaign.kinds.indicator.record import Scope
from campaign.kinds.indicator.standards import (
    Verdict,
    answer,
    known_answers,
    overall,
    tally,
    tally_words,
)
from campaign.kinds.listing import Options
from campaign.kinds.task import Task, belonging, milestones
from campaign.kinds.task.belonging import (
    before,
    milestone,
    standards_of,
    trend,
)
from campaign.kinds.task.facts import State, tasks_in_order
from campaign.kinds.task.tile import TaskTile, task_tile
from campaign.render.edition import Edition
from campaign.render.template import Template


class StandardView(views.VerdictView):
    """A standard of a task: where it stands, and how it has moved."""

    name: str
    words: str
    trend: str
    is_said: bool
    """Whether the words tell the verdict themselves."""


class MilestoneView(TypedDict):
    """The step that counts now."""

    on: str
    text: str
    past: bool
    words: str


class LateView(TypedDict):
    """What of a task is late."""

    pairing_items: int
    assignments: int
    days: int
    """Since its due day, for a task that is not done."""


class BoardCard(TaskTile):
    """A key task on the board."""

    sums: str
    standards_now: list[StandardView]
    milestone: MilestoneView | None
    late: LateView


class Board(TypedDict):
    """All key tasks."""

    tasks: list[BoardCard]


UNITS = {Scope.DISTRICT: "镇街", Scope.COMMUNITY: "社区"}
"""Of what it is counted how many meet a standard."""
BOARD = Template("task/list.html.jinja", Board)


def block(edition: Edition, root: str, options: Options) -> Markup:
    """The block that a page asks for."""
    cards = [card(edition, task) for task in tasks_in_order(edition.site)]
    return edition.render(BOARD, root, Board(tasks=cards))


def card(edition: Edition, task: Task) -> BoardCard:
    standing = [_standard(edition, item) for item in standards_of(edition.site, task)]
    verdicts = [Verdict(item["verdict"]) for item in standing if item["verdict"]]
    return {
        **task_tile(edition, task),
        "sums": f"{len(verdicts)} 项标准：{tally_words(Counter(verdicts))}" if verdicts else "",
        "standards_now": standing,
        "milestone": _milestone(edition, task),
        "late": late(edition, task),
    }


def _standard(edition: Edition, indicator: Indicator) -> StandardView:
    site = edition.site
    found = known_answers(edition.facts, indicator.id)
    if indicator.scope is not Scope.CITY:
        words, moved = _counted(indicator.scope, tally(found)), ""
    else:
        now = answer(site, indicator).figure
        earlier = before(site, now) if now else None
        words = Verdict.UNKNOWN.label
        if now:
            words = f"{now.with_unit}（{now.fraction}）" if now.fraction else now.with_unit
        moved = trend(now, earlier) if now and earlier else ""
    verdict = overall(found)
    return {
        "name": indicator.name,
        "words": words,
        "trend": moved,
        "is_said": verdict is not None and verdict.label in words,
        **views.verdict(verdict),
    }


def _counted(scope: Scope, counts: Counter[Verdict]) -> str:
    """3 个镇街：达标 2，有差距 1."""
    words = tally_words(counts)
    return f"{counts.total()} 个{UNITS[scope]}：{words}" if words else ""


def _milestone(edition: Edition, task: Task) -> MilestoneView | None:
    found = milestone(edition.site, task)
    if found is None:
        return None
    today = edition.site.today
    return {
        "on": str(found.on),
        "text": found.text,
        "past": found.on < today,
        "words": milestones.words(found, today),
    }


def late(edition: Edition, task: Task) -> LateView:
    """What is late: items of pairings, assignments, and the task itself."""
    found = belonging.late(edition.facts, task)
    is_done = belonging.state_now(edition.facts, task) is State.DONE
    return {
        "pairing_items": found.pairing_items,
        "assignments": found.assignments,
        "days": 0 if is_done else max((edition.site.today - task.due).days, 0),
    }
