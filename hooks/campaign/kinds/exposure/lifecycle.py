"""The life-cycle of what was reported: until it is answered, and until it is put right."""

from __future__ import annotations

from campaign.model.lifecycle import Labelled, LifeCycle


class EventType(Labelled):
    """What can happen to something that was reported."""

    REPORTED = "reported", "反映"
    ANSWERED = "answered", "回应"
    RECTIFIED = "rectified", "整改完成"
    RECURRED = "recurred", "反弹"
    CORRECTED = "corrected", "更正"


class State(Labelled):
    """How it stands at a date."""

    START = "start", "未反映"
    REPORTED = "reported", "待回应"
    ANSWERED = "answered", "已回应，整改中"
    RECTIFIED = "rectified", "已整改"
    RECURRED = "recurred", "反弹，待回应"


CYCLE: LifeCycle[State, EventType] = LifeCycle(
    State.START,
    {
        State.START: {EventType.REPORTED: State.REPORTED},
        State.REPORTED: {
            EventType.ANSWERED: State.ANSWERED,
            EventType.RECTIFIED: State.RECTIFIED,
        },
        State.ANSWERED: {
            EventType.ANSWERED: State.ANSWERED,
            EventType.RECTIFIED: State.RECTIFIED,
        },
        State.RECTIFIED: {EventType.RECURRED: State.RECURRED},
        State.RECURRED: {
            EventType.ANSWERED: State.ANSWERED,
            EventType.RECTIFIED: State.RECTIFIED,
        },
    },
    closed=frozenset({State.RECTIFIED}),
    fulfilled=frozenset({State.RECTIFIED}),
)
