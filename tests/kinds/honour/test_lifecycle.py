from __future__ import annotations

import pytest

from campaign.kinds.honour.facts import standing
from campaign.kinds.honour.lifecycle import CYCLE, STATE_LABELS, TRANSITIONS, State
from campaign.kinds.honour.record import EventType
from campaign.kinds.honour.rules import transitions
from values import TODAY, honour, honour_kind, site

# The table of the life-cycle, written down a second time.
NEW_CYCLE = {"recommended": "recommended", "named": "active"}
TABLE: dict[str, dict[str, str]] = {
    "start": NEW_CYCLE,
    "recommended": {"publicised": "publicised", "named": "active", "withdrawn": "withdrawn"},
    "publicised": {"objection": "objected", "named": "active", "withdrawn": "withdrawn"},
    "objected": {"publicised": "publicised", "named": "active", "withdrawn": "withdrawn"},
    "active": {
        "retained": "active",
        "rectify": "rectifying",
        "suspended": "suspended",
        "revoked": "revoked",
        "lapsed": "lapsed",
        "renounced": "renounced",
        "merged": "merged",
    },
    "rectifying": {"rectified": "active", "suspended": "suspended", "revoked": "revoked"},
    "suspended": {"restored": "active", "revoked": "revoked"},
    "withdrawn": NEW_CYCLE,
    "revoked": NEW_CYCLE,
    "lapsed": NEW_CYCLE,
    "renounced": NEW_CYCLE,
    "merged": {},
}
MOVES = [(state, event, to) for state, row in TABLE.items() for event, to in row.items()]
ILLEGAL = [
    (state, str(event))
    for state, row in TABLE.items()
    for event in EventType
    if str(event) not in row and event is not EventType.CORRECTED
]


def way_to(goal: str) -> list[str]:
    """A shortest series of legal events that leads to a state."""
    ways: dict[str, list[str]] = {"start": []}
    queue = ["start"]
    for state in queue:
        for event, to in TABLE[state].items():
            if to not in ways:
                ways[to] = [*ways[state], event]
                queue.append(to)
    return ways[goal]


def events_to(goal: str, *more: str) -> list[tuple[str, str]]:
    return [(f"2020-01-{day:02}", event) for day, event in enumerate([*way_to(goal), *more], 1)]


def test_the_table_is_the_one_of_the_content_model() -> None:
    assert {str(s): {str(e): str(t) for e, t in row.items()} for s, row in TRANSITIONS.items()} == (
        TABLE
    )


@pytest.mark.parametrize(("state", "event", "to"), MOVES)
def test_every_legal_move_leads_on(state: str, event: str, to: str) -> None:
    lived = honour(events_to(state, event))
    assert standing(lived, honour_kind(), TODAY).state == to
    assert list(transitions(site(lived))) == []


@pytest.mark.parametrize(("state", "event"), ILLEGAL)
def test_every_other_move_is_refused_and_the_legal_ones_are_named(state: str, event: str) -> None:
    lived = honour(events_to(state, event))
    (found,) = transitions(site(lived))
    assert found.code == "H02"
    assert found.values["state"] == STATE_LABELS[State(state)]
    assert found.values["event"] == EventType(event).label
    for choice in TABLE[state]:
        assert f"{choice}（{EventType(choice).label}）" in found.remedy()
    if not TABLE[state]:
        assert "终结" in found.remedy()
    assert standing(lived, honour_kind(), TODAY).state == state


@pytest.mark.parametrize("state", TABLE)
def test_a_correction_may_stand_anywhere_and_changes_nothing(state: str) -> None:
    assert CYCLE.after(State(state), EventType.CORRECTED) == state


@pytest.mark.parametrize("state", TABLE)
def test_what_is_legal_is_listed_in_the_tables_order(state: str) -> None:
    assert CYCLE.legal(State(state)) == list(TABLE[state])


def test_only_a_held_honour_and_one_to_be_rectified_are_active() -> None:
    assert {state.value for state in State if state.is_active} == {"active", "rectifying"}


def test_a_state_is_active_pending_or_ended_and_never_two_of_them() -> None:
    assert {s.value for s in State if s.is_pending} == {"recommended", "publicised", "objected"}
    assert {s.value for s in State if s.has_ended} == {"revoked", "lapsed", "renounced", "merged"}


def test_every_state_and_every_event_has_a_name_of_its_own() -> None:
    assert len({state.label for state in State}) == len(State)
    assert len({event.label for event in EventType}) == len(EventType)
