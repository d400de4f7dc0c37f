"""What belongs to a key task besides its standards: pairings, events and what is late.

A task whose standards are counted from pairings or from events of a kind is done by these.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from campaign.derive.facts import Facts
from campaign.kinds.assignment.facts import Part, given
from campaign.kinds.event import Event
from campaign.kinds.event.facts import newest
from campaign.kinds.event.record import Written
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.facts import figure
from campaign.kinds.indicator.figure import Figure
from campaign.kinds.indicator.record import Better, Formula, FormulaName
from campaign.kinds.pairing.facts import ItemStanding, items
from campaign.kinds.task import Task
from campaign.kinds.task.facts import State, progress
from campaign.kinds.task.record import Milestone
from campaign.site import Site


@dataclass(frozen=True)
class Late:
    """What of a task is late today."""

    pairing_items: int
    assignments: int

    @property
    def total(self) -> int:
        return self.pairing_items + self.assignments


OF_PAIRINGS = frozenset({FormulaName.PAIRINGS_LINKED, FormulaName.PAIRING_ITEMS})


def standards_of(site: Site, task: Task) -> list[Indicator]:
    """The indicators that a task names and the site has."""
    known = site.of(Indicator)
    return [known[id] for id in task.indicators if id in known]


def _formulas(site: Site, task: Task) -> list[Formula]:
    return [item.formula for item in standards_of(site, task) if item.formula]


def pairing_items(facts: Facts, task: Task) -> list[ItemStanding]:
    """The items of pairings, for a task that is done by them; late ones first."""
    is_by_pairings = any(f.name in OF_PAIRINGS for f in _formulas(facts.site, task))
    return items(facts) if is_by_pairings else []


def late(facts: Facts, task: Task) -> Late:
    """How many items of its pairings and how many assignments for it are late."""
    overdue = (g for g in given(facts) if g.part is Part.OVERDUE and g.assignment.task == task.id)
    items_late = sum(item.standing.is_late for item in pairing_items(facts, task))
    return Late(items_late, sum(1 for _ in overdue))


def state_now(facts: Facts, task: Task) -> State:
    """Its state by its standards; while something of it is late it is not done."""
    site = facts.site
    state = progress(facts, task).state
    if state is not State.DONE or not late(facts, task).total:
        return state
    return State.UNDER_WAY if site.today <= task.due else State.OVERDUE


def events_for(facts: Facts, task: Task) -> list[Event]:
    """The events of the kinds that its standards count and that stand, the latest first."""
    kinds = {
        kind
        for formula in _formulas(facts.site, task)
        if formula.name is FormulaName.EVENT_COUNT
        for kind in formula.kinds
    }
    return [
        event
        for event in newest(facts)
        if event.type in kinds and event.state not in (Written.POSTPONED, Written.CANCELLED)
    ]


def milestone(site: Site, task: Task) -> Milestone | None:
    """The one that comes next; the last one when all are over."""
    ordered = sorted(task.milestones, key=lambda item: item.on)
    ahead = (item for item in ordered if item.on >= site.today)
    return next(ahead, ordered[-1] if ordered else None)


def before(site: Site, now: Figure) -> Figure | None:
    """The city's figure that was reported before this one; of a computed one, last month's end."""
    day = now.period.first() if now.period else site.today.replace(day=1)
    return figure(site, now.indicator, day - timedelta(days=1), now.subject)


def trend(now: Figure, earlier: Figure) -> str:
    """How a figure has moved, and whether for the better: 比 2025 年 提高 5 个百分点，向好。

    A share that fell only because there is more to do is not said to be worse.
    """
    indicator = now.indicator
    moved = now.value - earlier.value
    is_share = indicator.unit == "%"
    up, down = ("提高", "降低") if is_share else ("增加", "减少")
    if not moved:
        return f"与 {_day(earlier)} 持平"
    unit = "个百分点" if is_share else indicator.unit
    size = f"{abs(moved):.{indicator.precision}f}"
    was = f"{_day(earlier)}（{earlier.fraction}）" if earlier.fraction else _day(earlier)
    is_better = (moved > 0) is (indicator.better is Better.UP)
    course = "向好" if is_better else _growth(now, earlier) or "变差"
    return f"比 {was} {up if moved > 0 else down} {size} {unit}，{course}"


def _growth(now: Figure, earlier: Figure) -> str:
    """Why a share fell of which nothing was lost: 因为总数由 53 增加到 110."""
    if now.numerator is None or now.denominator is None:
        return ""
    if earlier.numerator is None or earlier.denominator is None:
        return ""
    has_fallen, is_kept = now.value < earlier.value, now.numerator >= earlier.numerator
    if not (has_fallen and is_kept and now.denominator > earlier.denominator):
        return ""
    return f"因为总数由 {earlier.denominator:f} 增加到 {now.denominator:f}"


def _day(earlier: Figure) -> str:
    return earlier.when.removeprefix("截至 ")
