"""How a call stands as of a day, and which come first."""

from __future__ import annotations

from datetime import date, timedelta

from campaign.derive.facts import Facts, fact
from campaign.kinds.call import Call
from campaign.model.lifecycle import Labelled

SOON = timedelta(days=7)
"""How long before its end a call says that it closes soon."""


class State(Labelled):
    """How a call stands, in the order of a reader's interest."""

    CLOSING = "closing", "即将截止"
    OPEN = "open", "征集中"
    AHEAD = "ahead", "即将开始"
    CLOSED = "closed", "已截止"
    DECIDED = "decided", "结果已公布"


def state(call: Call, on: date) -> State:
    """How a call stands: its result, once there is one, says more than its dates."""
    if call.outcome and call.outcome.on <= on:
        return State.DECIDED
    if on < call.period.start:
        return State.AHEAD
    if on > call.period.end:
        return State.CLOSED
    return State.CLOSING if call.period.end - on <= SOON else State.OPEN


@fact
def calls(facts: Facts) -> list[Call]:
    """All calls: those that close first, then those to come, then the last that closed."""
    today, order = facts.site.today, list(State)

    def place(call: Call) -> tuple[int, int, str]:
        at = state(call, today)
        is_over = at in (State.CLOSED, State.DECIDED)
        day = -call.period.end.toordinal() if is_over else call.period.end.toordinal()
        return (len(order) if is_over else order.index(at), day, call.id)

    return sorted(facts.site.of(Call).values(), key=place)
