"""The board of key tasks: what moved, what comes next, and what is late; parts add up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from campaign.kinds.assignment import Assignment
from campaign.kinds.district import District
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.facts import figure
from campaign.kinds.indicator.figure import Figure
from campaign.kinds.pairing import Pairing
from campaign.kinds.task import Task, milestones
from campaign.kinds.task.belonging import before, events_for, milestone, pairing_items, trend
from campaign.kinds.task.board import card
from campaign.render.edition import Edition
from campaign.site import Site
from values import TODAY, community, indicator, site

TOWNS = tuple(
    District.model_validate({"id": id, "name": id, "kind": "town"}) for id in ("east", "west")
)


def task(*indicators: str, due: str = "2026-06-30", **fields: Any) -> Task:
    base = {"id": "roads", "order": 1, "title": "道路", "summary": "修路。", "lead": "office"}
    return Task.model_validate(base | {"due": due, "indicators": list(indicators)} | fields)


def rate(*values: tuple[str, str], unit: str = "%", **fields: Any) -> Indicator:
    reported = [{"period": p, "value": v, "source": "台账"} for p, v in values]
    base: dict[str, Any] = {"unit": unit, "target": {"value": "80"}, "values": reported}
    return indicator("rate", **base, **fields)


def moved(here: Site) -> str:
    now = figure(here, here.of(Indicator)["rate"], here.today)
    assert now is not None
    earlier = before(here, now)
    return trend(now, earlier) if earlier else ""


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([("2025-12", "51.8"), ("2026-03", "76.8")], "比 2025 年 12 月 提高 25.0 个百分点，向好"),
        ([("2025-12", "76.8"), ("2026-03", "51.8")], "比 2025 年 12 月 降低 25.0 个百分点，变差"),
        ([("2025-12", "76.8"), ("2026-03", "76.8")], "与 2025 年 12 月 持平"),
        ([("2026-03", "76.8")], ""),
    ],
)
def test_a_figure_is_held_against_the_one_reported_before(
    values: list[tuple[str, str]], words: str
) -> None:
    assert moved(site(rate(*values, precision=1))) == words


@pytest.mark.parametrize(
    ("better", "values", "course"),
    [
        ("up", [("42", "53"), ("42", "110")], "因为总数由 53 增加到 110"),
        ("down", [("42", "53"), ("43", "110")], "向好"),
        ("down", [("5", "100"), ("6", "200")], "向好"),
        ("down", [("5", "100"), ("12", "200")], "变差"),
        ("up", [("42", "53"), ("41", "110")], "变差"),
        ("up", [("42", "53"), ("41", "53")], "变差"),
        ("up", [("42", "53"), ("109", "110")], "向好"),
    ],
)
def test_a_share_that_fell_because_there_is_more_to_do_is_not_worse(
    better: str, values: list[tuple[str, str]], course: str
) -> None:
    made = indicator("rate", unit="%", better=better)
    shares = [
        Figure(made, 100 * Decimal(top) / Decimal(whole), TODAY, Decimal(top), Decimal(whole))
        for top, whole in values
    ]
    assert trend(shares[1], shares[0]).split("，")[-1] == course


def test_a_count_of_places_says_what_is_counted() -> None:
    towns = rate(scope="district", districts=["east", "west"])
    communities = rate(("2026-03", "76.8"), scope="community")
    for made, words in ((towns, "2 个镇街：未填报 2"), (communities, "1 个社区：未填报 1")):
        here = site(made, community(), *TOWNS)
        (standard,) = card(Edition(here, {}), task("rate"))["standards_now"]
        assert standard["words"] == words


def test_a_count_moves_in_its_unit() -> None:
    here = site(rate(("2025-10", "1"), ("2026-04", "2"), unit="次"))
    assert moved(here) == "比 2025 年 10 月 增加 1 次，向好"


def test_of_what_should_fall_less_is_better() -> None:
    here = site(rate(("2025-10", "2"), ("2026-04", "1"), unit="起", better="down"))
    assert moved(here) == "比 2025 年 10 月 减少 1 起，向好"


def test_the_milestone_is_the_next_one_or_the_last() -> None:
    steps = [{"on": "2026-06-30", "text": "完工"}, {"on": "2026-03-31", "text": "四分之三"}]
    one = task(milestones=steps)
    found = [milestone(site(one, today=day), one) for day in (TODAY, date(2026, 6, 30))]
    assert [step.text for step in found if step] == ["完工", "完工"]
    last = card(Edition(site(one, today=date(2026, 7, 1)), {}), one)["milestone"]
    words = "过了 1 天，没有填报是否完成"
    assert last == {"on": "2026-06-30", "text": "完工", "past": True, "words": words}


@pytest.mark.parametrize(
    ("done", "today", "state", "words"),
    [
        (None, "2026-06-29", "ahead", "计划"),
        (None, "2026-06-30", "ahead", "今天到期"),
        (None, "2026-07-02", "unreported", "过了 2 天，没有填报是否完成"),
        ("2026-06-28", "2026-07-02", "done", "2026-06-28 完成"),
        ("2026-07-01", "2026-07-02", "done", "2026-07-01 完成，晚 1 天"),
        ("2026-07-01", "2026-06-30", "ahead", "今天到期"),
    ],
)
def test_whether_a_step_was_reached_is_said_as_of_the_day(
    done: str | None, today: str, state: str, words: str
) -> None:
    on = date.fromisoformat(today)
    one = task(milestones=[{"on": "2026-06-30", "text": "完工", "done": done}])
    (step,) = one.as_of(on).milestones
    assert (milestones.state(step, on), milestones.words(step, on)) == (state, words)


def pairing() -> Pairing:
    promised = [{"on": "2026-01-05", "type": "promised"}]
    items = [
        {"no": n, "field": "office", "promise": f"第 {n} 件事", "due": due, "events": promised}
        for n, due in ((1, "2026-03-31"), (2, "2026-06-30"))
    ]
    base = {"id": "one", "title": "结对", "department": "office", "community": "alpha"}
    return Pairing.model_validate(base | {"since": "2026-01-05", "items": items})


def test_pairings_belong_to_the_task_whose_standards_they_are_counted_for() -> None:
    linked = indicator("linked", kind="computed", unit="个", formula={"name": "pairings_linked"})
    here = site(pairing(), linked, rate(("2026-03", "50")), community())
    facts = Edition(here, {}).facts
    assert [item.item.no for item in pairing_items(facts, task("linked"))] == [1, 2]
    assert pairing_items(facts, task("rate")) == []
    assert events_for(facts, task("linked")) == []
    assert card(Edition(here, {}), task("linked"))["late"]["pairing_items"] == 1
    assert card(Edition(here, {}), task("rate"))["late"]["pairing_items"] == 0


def test_a_task_is_not_done_while_something_of_it_is_late() -> None:
    linked = indicator(
        "linked",
        kind="computed",
        unit="个",
        formula={"name": "pairings_linked"},
        target={"value": "1"},
    )
    for due, label in (("2026-06-30", "进行中"), ("2026-04-01", "逾期")):
        one = task("linked", due=due)
        here = site(one, pairing(), linked, community())
        assert card(Edition(here, {}), one)["state_label"] == label
    nothing_late = pairing().model_copy(update={"items": pairing().items[1:]})
    here = site(one, nothing_late, linked, community())
    assert card(Edition(here, {}), one)["state_label"] == "完成"


def test_overdue_assignments_are_late_for_their_task_alone() -> None:
    base = {"title": "清沟", "unit": "office", "district": "east", "due": "2026-03-31"}
    given = {
        "requirement": "清一遍。",
        "events": [{"on": "2026-03-01", "type": "assigned", "by": "office"}],
    }
    one = Assignment.model_validate({"id": "drain", "task": "roads", **base, **given})
    here = Edition(site(one), {})
    assert card(here, task())["late"]["assignments"] == 1
    other = task(id="other")
    assert card(here, other)["late"]["assignments"] == 0


@pytest.mark.parametrize(("due", "days"), [("2026-04-19", 1), ("2026-04-20", 0)])
def test_a_task_past_its_due_day_says_since_when(due: str, days: int) -> None:
    one = task("rate", due=due)
    here = site(one, rate(("2026-03", "50")), today=date(2026, 4, 20))
    assert card(Edition(here, {}), one)["late"]["days"] == days
    met = site(one, rate(("2026-03", "90")), today=date(2026, 4, 20))
    assert card(Edition(met, {}), one)["late"]["days"] == 0


def test_standards_met_and_not_add_up() -> None:
    one = task("rate", "none")
    unknown = indicator("none", target={"value": "1"})
    found = card(Edition(site(one, rate(("2026-03", "90")), unknown), {}), one)
    assert found["sums"] == "2 项标准：达标 1，未填报 1"
    assert [item["words"] for item in found["standards_now"]] == ["90%", "未填报"]
