"""The life-cycle of a project: from the survey to the subsidy, by way of acceptance."""

from __future__ import annotations

from campaign.model.lifecycle import Labelled, LifeCycle


class EventType(Labelled):
    """What can happen to a project: the stages in their order, then what interrupts them."""

    SURVEY = "survey", "勘察登记"
    ESTIMATE = "estimate", "估算造价"
    PLAN = "plan", "编制方案"
    VERIFIED = "verified", "方案核实"
    APPROVED = "approved", "批准"
    STARTED = "started", "开工"
    BUILT = "built", "完工"
    ACCEPTED = "accepted", "验收合格"
    SUBSIDISED = "subsidised", "拨付补助"
    FAILED = "failed", "验收不合格"
    DELAYED = "delayed", "延期"
    DROPPED = "dropped", "取消"
    CORRECTED = "corrected", "更正"


class State(Labelled):
    """What a project is at a date."""

    START = "start", "未登记"
    SURVEY = "survey", "已勘察"
    ESTIMATE = "estimate", "已估算"
    PLAN = "plan", "方案已编"
    VERIFIED = "verified", "方案已核"
    APPROVED = "approved", "已批准，待开工"
    STARTED = "started", "施工中"
    BUILT = "built", "完工待验"
    FAILED = "failed", "返工"
    ACCEPTED = "accepted", "已验收"
    SUBSIDISED = "subsidised", "已补助"
    DROPPED = "dropped", "已取消"


STAGES = tuple(EventType)[:9]
"""The steps of the way that have a planned day, in their order."""
PREPARED = {
    EventType.SURVEY: State.SURVEY,
    EventType.ESTIMATE: State.ESTIMATE,
    EventType.PLAN: State.PLAN,
    EventType.VERIFIED: State.VERIFIED,
    EventType.APPROVED: State.APPROVED,
}
"""Those before work begins: one that nobody recorded may be left out, never gone back to."""
ENDED = frozenset({State.ACCEPTED, State.SUBSIDISED})


def _open(state: State, following: dict[EventType, State]) -> dict[EventType, State]:
    """What may follow an open state: a step, a new day, or the end of it."""
    return following | {EventType.DELAYED: state, EventType.DROPPED: State.DROPPED}


def _preparing(state: State) -> dict[EventType, State]:
    """What may follow while work has not begun."""
    done = list(PREPARED.values()).index(state) + 1
    return _open(state, dict(list(PREPARED.items())[done:]))


CYCLE: LifeCycle[State, EventType] = LifeCycle(
    State.START,
    {
        State.START: PREPARED,
        State.SURVEY: _preparing(State.SURVEY),
        State.ESTIMATE: _preparing(State.ESTIMATE),
        State.PLAN: _preparing(State.PLAN),
        State.VERIFIED: _preparing(State.VERIFIED),
        State.APPROVED: _open(State.APPROVED, {EventType.STARTED: State.STARTED}),
        State.STARTED: _open(State.STARTED, {EventType.BUILT: State.BUILT}),
        State.BUILT: _open(
            State.BUILT, {EventType.ACCEPTED: State.ACCEPTED, EventType.FAILED: State.FAILED}
        ),
        State.FAILED: _open(State.FAILED, {EventType.BUILT: State.BUILT}),
        State.ACCEPTED: {EventType.SUBSIDISED: State.SUBSIDISED},
        State.SUBSIDISED: {},
        State.DROPPED: {},
    },
    closed=ENDED | {State.DROPPED},
    fulfilled=ENDED,
    telling=frozenset({State.FAILED}),
    dating=frozenset({EventType.DELAYED}),
    postponing=frozenset({EventType.DELAYED}),
)
