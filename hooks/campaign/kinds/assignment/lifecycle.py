"""The life-cycle of an assignment: from the day it was given until it was checked."""

from __future__ import annotations

from campaign.model.lifecycle import Labelled, LifeCycle


class EventType(Labelled):
    """What can happen to an assignment."""

    ASSIGNED = "assigned", "交办"
    DONE = "done", "报完成"
    CHECKED = "checked", "核查合格"
    OVERDUE = "overdue", "逾期通报"
    DEADLINE = "deadline", "限期办结"
    RECTIFIED = "rectified", "整改完成"
    VETOED = "vetoed", "一票否决"
    CORRECTED = "corrected", "更正"


class State(Labelled):
    """What an assignment is at a date."""

    START = "start", "未交办"
    OPEN = "open", "在办"
    DONE = "done", "报完成，待核查"
    CHECKED = "checked", "核查合格"
    OVERDUE = "overdue", "逾期"
    DEADLINE = "deadline", "限期办结"
    RECTIFIED = "rectified", "整改完成，待核查"
    VETOED = "vetoed", "已否决"


CYCLE: LifeCycle[State, EventType] = LifeCycle(
    State.START,
    {
        State.START: {EventType.ASSIGNED: State.OPEN},
        State.OPEN: {EventType.DONE: State.DONE, EventType.OVERDUE: State.OVERDUE},
        State.DONE: {EventType.CHECKED: State.CHECKED, EventType.DEADLINE: State.DEADLINE},
        State.OVERDUE: {EventType.DONE: State.DONE, EventType.DEADLINE: State.DEADLINE},
        State.DEADLINE: {EventType.RECTIFIED: State.RECTIFIED, EventType.VETOED: State.VETOED},
        State.RECTIFIED: {EventType.CHECKED: State.CHECKED, EventType.DEADLINE: State.DEADLINE},
        State.VETOED: {EventType.RECTIFIED: State.RECTIFIED},
        State.CHECKED: {},
    },
    closed=frozenset({State.DONE, State.CHECKED, State.RECTIFIED}),
    fulfilled=frozenset({State.DONE, State.CHECKED, State.RECTIFIED}),
    claimed=frozenset({State.DONE, State.RECTIFIED}),
    telling=frozenset({State.OVERDUE, State.VETOED}),
    dating=frozenset({EventType.DEADLINE}),
)
