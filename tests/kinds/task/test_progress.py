from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from campaign.derive.facts import Facts
from campaign.icons import inline
from campaign.kinds.indicator import Indicator
from campaign.kinds.task import Task
from campaign.kinds.task.facts import State, progress
from campaign.kinds.task.tile import USUAL_ICON, task_tile
from campaign.render.edition import Edition
from values import TODAY, indicator, site

BEFORE, ON_THE_DAY, AFTER = "2026-04-21", str(TODAY), "2026-04-19"


def task(due: str, *indicators: str) -> Task:
    base = {"id": "roads", "order": 1, "title": "道路", "summary": "修路。", "lead": "office"}
    return Task.model_validate(base | {"due": due, "indicators": list(indicators)})


def at(id: str, *values: str) -> Indicator:
    """A standard of at least 2, and what was reported of it."""
    reported = [{"period": "2026-03", "value": value, "source": "台账"} for value in values]
    fields: dict[str, Any] = {"unit": "次", "target": {"value": "2"}, "values": reported}
    return indicator(id, **fields)


STANDARDS = (at("met", "2"), at("gap", "1"), at("unknown"))


@pytest.mark.parametrize(
    ("due", "indicators", "state"),
    [
        (BEFORE, ["gap"], State.UNDER_WAY),
        (ON_THE_DAY, ["gap"], State.UNDER_WAY),
        (AFTER, ["gap"], State.OVERDUE),
        (AFTER, ["met", "gap", "unknown"], State.OVERDUE),
        (BEFORE, ["met"], State.DONE),
        (AFTER, ["met"], State.DONE),
        (BEFORE, ["met", "unknown"], State.UNDER_WAY),
        (AFTER, ["met", "unknown"], State.UNREPORTED),
        (BEFORE, [], State.UNDER_WAY),
        (AFTER, [], State.UNREPORTED),
    ],
)
def test_the_state_follows_from_the_standards_and_the_due_day(
    due: str, indicators: list[str], state: State
) -> None:
    one = task(due, *indicators)
    assert progress(Facts(site(one, *STANDARDS)), one).state is state


def test_a_task_that_is_done_later_is_not_done_before() -> None:
    one = task(AFTER, "met")
    here = site(one, *STANDARDS, today=date(2026, 2, 28))
    assert progress(Facts(here), one).state is State.UNDER_WAY


def test_a_tile_says_the_state_in_words_and_claims_no_tick() -> None:
    one = task(AFTER, "met", "gap")
    tile = task_tile(Edition(site(one, *STANDARDS), {}), one)
    assert (tile["state_label"], tile["standards"]) == ("逾期", "2 项中 1 项达标")
    assert "check" not in tile["icon"]


@pytest.mark.parametrize("name", [None, "no-such-icon", "../material/school"])
def test_a_task_without_an_icon_that_there_is_has_the_usual_one(name: str | None) -> None:
    tasks = [task(AFTER).model_copy(update={"icon": icon}) for icon in (name, "school")]
    tiles = [task_tile(Edition(site(one), {}), one) for one in tasks]
    assert [tile["icon"] for tile in tiles] == [USUAL_ICON, "school"]
    assert inline(USUAL_ICON)
