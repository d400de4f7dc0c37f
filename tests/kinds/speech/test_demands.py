"""What speeches ask: open, done with its proof, or due and unreported."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from campaign.kinds.speech.demands import State, state, words
from campaign.kinds.speech.record import Demand
from values import TODAY

DAY = timedelta(days=1)


def demand(**fields: Any) -> Demand:
    return Demand.model_validate({"text": "把灯修好"} | {k: str(v) for k, v in fields.items()})


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, State.OPEN),
        ({"due": TODAY}, State.OPEN),
        ({"due": TODAY - DAY}, State.UNREPORTED),
        ({"due": TODAY - DAY, "done": TODAY}, State.DONE),
        ({"due": TODAY + DAY, "done": TODAY + DAY}, State.OPEN),
    ],
)
def test_a_demand_that_is_due_is_never_done_by_itself(fields: Any, found: State) -> None:
    assert state(demand(**fields), TODAY) is found


def test_what_was_done_late_says_so() -> None:
    assert words(demand(due=TODAY, done=TODAY), TODAY) == f"{TODAY} 办结"
    assert words(demand(due=TODAY - 3 * DAY, done=TODAY), TODAY) == f"{TODAY} 办结，晚 3 天"


def test_what_nobody_has_reported_is_said_to_be_so() -> None:
    assert words(demand(due=TODAY), TODAY) == "未到期"
    assert words(demand(due=TODAY - DAY), TODAY) == "已到期，完成情况未填报"
    assert "完成情况未填报" in words(demand(), TODAY)
