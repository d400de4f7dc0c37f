"""The life-cycle of an honour: which event leads from which state to which."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from campaign.kinds.honour.record import EventType
from campaign.model.lifecycle import LifeCycle


class State(StrEnum):
    """What an honour is at a date."""

    START = "start"
    RECOMMENDED = "recommended"
    PUBLICISED = "publicised"
    OBJECTED = "objected"
    ACTIVE = "active"
    RECTIFYING = "rectifying"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    REVOKED = "revoked"
    LAPSED = "lapsed"
    RENOUNCED = "renounced"
    MERGED = "merged"

    @property
    def label(self) -> str:
        return STATE_LABELS[self]

    @property
    def is_active(self) -> bool:
        """Held, and counted; a time limit to rectify does not take it away."""
        return self in (State.ACTIVE, State.RECTIFYING)

    @property
    def is_pending(self) -> bool:
        """On the way to being named."""
        return self in (State.RECOMMENDED, State.PUBLICISED, State.OBJECTED)

    @property
    def has_ended(self) -> bool:
        """Was held once and is so no longer."""
        return self in (State.REVOKED, State.LAPSED, State.RENOUNCED, State.MERGED)


STATE_LABELS = {
    State.START: "未申报",
    State.RECOMMENDED: "推荐中",
    State.PUBLICISED: "公示中",
    State.OBJECTED: "异议核查中",
    State.ACTIVE: "有效",
    State.RECTIFYING: "限期整改",
    State.SUSPENDED: "暂停",
    State.WITHDRAWN: "未获命名",
    State.REVOKED: "已摘牌",
    State.LAPSED: "已届满",
    State.RENOUNCED: "已放弃",
    State.MERGED: "已并入",
}

_NEW_CYCLE = {EventType.RECOMMENDED: State.RECOMMENDED, EventType.NAMED: State.ACTIVE}

TRANSITIONS: Mapping[State, Mapping[EventType, State]] = MappingProxyType(
    {
        State.START: _NEW_CYCLE,
        State.RECOMMENDED: {
            EventType.PUBLICISED: State.PUBLICISED,
            EventType.NAMED: State.ACTIVE,
            EventType.WITHDRAWN: State.WITHDRAWN,
        },
        State.PUBLICISED: {
            EventType.OBJECTION: State.OBJECTED,
            EventType.NAMED: State.ACTIVE,
            EventType.WITHDRAWN: State.WITHDRAWN,
        },
        State.OBJECTED: {
            EventType.PUBLICISED: State.PUBLICISED,
            EventType.NAMED: State.ACTIVE,
            EventType.WITHDRAWN: State.WITHDRAWN,
        },
        State.ACTIVE: {
            EventType.RETAINED: State.ACTIVE,
            EventType.RECTIFY: State.RECTIFYING,
            EventType.SUSPENDED: State.SUSPENDED,
            EventType.REVOKED: State.REVOKED,
            EventType.LAPSED: State.LAPSED,
            EventType.RENOUNCED: State.RENOUNCED,
            EventType.MERGED: State.MERGED,
        },
        State.RECTIFYING: {
            EventType.RECTIFIED: State.ACTIVE,
            EventType.SUSPENDED: State.SUSPENDED,
            EventType.REVOKED: State.REVOKED,
        },
        State.SUSPENDED: {
            EventType.RESTORED: State.ACTIVE,
            EventType.REVOKED: State.REVOKED,
        },
        State.WITHDRAWN: _NEW_CYCLE,
        State.REVOKED: _NEW_CYCLE,
        State.LAPSED: _NEW_CYCLE,
        State.RENOUNCED: _NEW_CYCLE,
        State.MERGED: {},
    }
)

CYCLE = LifeCycle(State.START, TRANSITIONS)
