"""Projects: their life-cycle, golden histories, delay, and parts that add up at every date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.derive.grouping import grouped
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.facts import figure
from campaign.kinds.project import Project
from campaign.kinds.project.board import overview
from campaign.kinds.project.facts import Progress, district_of, of_kinds, progress, works_at
from campaign.kinds.project.lifecycle import CYCLE, EventType, State
from campaign.kinds.project.views import card
from campaign.kinds.vocab import Vocab
from campaign.render import promises
from campaign.render.amounts import metres
from campaign.render.edition import Edition
from values import TODAY, community, site

# The table of the life-cycle, written down a second time.
AHEAD = {name: name for name in ("survey", "estimate", "plan", "verified", "approved")}
TABLE = {
    "start": AHEAD,
    **{
        state: {name: name for name in list(AHEAD)[place:]}
        | {"delayed": state, "dropped": "dropped"}
        for place, state in enumerate(list(AHEAD)[:-1], start=1)
    },
    "approved": {"started": "started", "delayed": "approved", "dropped": "dropped"},
    "started": {"built": "built", "delayed": "started", "dropped": "dropped"},
    "built": {
        "accepted": "accepted",
        "failed": "failed",
        "delayed": "built",
        "dropped": "dropped",
    },
    "failed": {"built": "built", "delayed": "failed", "dropped": "dropped"},
    "accepted": {"subsidised": "subsidised"},
    "subsidised": {},
    "dropped": {},
}
HISTORY = [
    {"on": "2025-05-10", "type": "survey"},
    {"on": "2025-06-01", "type": "approved"},
    {"on": "2025-07-05", "type": "started"},
    {"on": "2025-08-20", "type": "delayed", "due": "2025-09-20", "note": "雨多"},
    {"on": "2025-09-01", "type": "built"},
    {"on": "2025-09-05", "type": "failed", "note": "井盖四周积水"},
    {"on": "2025-09-12", "type": "built"},
    {"on": "2025-09-25", "type": "accepted"},
    {"on": "2025-10-30", "type": "subsidised"},
]
PLANNED = {"started": "2025-07-01", "built": "2025-08-31", "accepted": "2025-09-10"}
KINDS = Vocab.model_validate(
    {"id": "project-kinds", "title": "类别", "items": [{"id": "lane", "label": "小街小巷"}]}
)


def project(id: str = "one", events: Sequence[dict[str, Any]] = HISTORY, **more: Any) -> Project:
    base = {"name": id, "kind": "lane", "communities": ["alpha"], "owner": "office"}
    return Project.model_validate({"id": id, **base, "events": events, **more})


def test_the_table_is_the_one_that_is_meant() -> None:
    rows = CYCLE.transitions.items()
    assert {str(s): {str(e): str(t) for e, t in row.items()} for s, row in rows} == TABLE
    assert {str(state) for state in CYCLE.fulfilled} == {"accepted", "subsidised"}
    assert CYCLE.closed - CYCLE.fulfilled == {State.DROPPED}


def test_words_are_written_once_each() -> None:
    for words in (State, EventType):
        assert len({word.label for word in words}) == len(words)


@pytest.mark.parametrize(
    ("on", "state", "mark", "due", "behind"),
    [
        ("2025-05-10", "survey", "已勘察", "2025-09-10", None),
        ("2025-07-04", "approved", "已批准，待开工", "2025-09-10", ("started", 3)),
        ("2025-08-20", "started", "延期", "2025-09-20", None),
        ("2025-09-04", "built", "延期", "2025-09-20", None),
        ("2025-09-11", "failed", "返工", "2025-09-20", ("built", 11)),
        ("2025-09-22", "built", "逾期", "2025-09-20", ("accepted", 2)),
        ("2025-09-25", "accepted", "已验收", "2025-09-20", None),
        ("2025-10-30", "subsidised", "已补助", "2025-09-20", None),
    ],
)
def test_a_history_as_of_each_day(
    on: str, state: str, mark: str, due: str, behind: tuple[str, int] | None
) -> None:
    (work,) = works_at(site(community(), project(planned=PLANNED)), date.fromisoformat(on))
    found = str(work.state), promises.mark(work.standing)[1], str(work.standing.due)
    assert found == (state, mark, due)
    late = work.behind
    assert (late and (str(late.stage), late.days_late)) == behind


def test_nothing_is_there_before_it_was_registered() -> None:
    assert works_at(site(community(), project()), date(2025, 5, 9)) == []


def test_the_stage_line_has_what_was_planned_beside_what_was_done() -> None:
    (work,) = works_at(site(community(), project(planned=PLANNED)), TODAY)
    line = {
        str(s.stage): (str(s.planned or ""), str(s.actual or ""), s.days_late) for s in work.steps
    }
    assert line == {
        "survey": ("", "2025-05-10", 0),
        "approved": ("", "2025-06-01", 0),
        "started": ("2025-07-01", "2025-07-05", 4),
        "built": ("2025-08-31", "2025-09-12", 12),
        "accepted": ("2025-09-20", "2025-09-25", 5),
        "subsidised": ("", "2025-10-30", 0),
    }


def test_what_failed_its_acceptance_was_built_and_is_being_done_again() -> None:
    here = site(community(), project(planned=PLANNED), today=date(2025, 9, 11))
    (work,) = works_at(here, date(2025, 9, 11))
    (built,) = (step for step in work.steps if step.stage is EventType.BUILT)
    assert (built.actual, built.undone, built.days_late) == (None, date(2025, 9, 1), 11)
    assert card(Edition(here, {}), work)["behind"] == "返工未完，完工比计划晚 11 天"


def test_a_subsidy_is_advanced_until_it_has_come() -> None:
    paid = [
        {"org": "office", "amount": "400", "nature": "advance"},
        {"org": "finance", "amount": "600", "nature": "subsidy"},
    ]
    here = site(community(), project(cost="1000", paid_by=paid))
    before, after = (
        progress(works_at(here, date.fromisoformat(on))).money
        for on in ("2025-09-25", "2025-10-30")
    )
    assert (before.cost, before.advance, before.subsidy) == (1000, 1000, 0)
    assert (after.cost, after.advance, after.subsidy, after.unstated) == (1000, 400, 600, 0)
    assert progress(works_at(here, date(2025, 9, 24))).money.cost == 0


def test_what_nobody_measured_or_priced_is_in_no_sum() -> None:
    here = site(
        community(),
        project("a", length_m="320", finished_m="316"),
        project("b", count="3"),
        project("garden", area_m2="640"),
        project("open", HISTORY[:3], length_m="80"),
    )
    found = progress(works_at(here, TODAY))
    assert (found.finished, found.total) == (5, 6)
    assert (found.finished_length, found.length, found.unmeasured) == (316, 400, 3)
    assert (found.money.cost, found.money.unreported) == (0, 3)


def test_one_that_was_dropped_is_in_no_total() -> None:
    dropped = [*HISTORY[:2], {"on": "2025-06-20", "type": "dropped", "note": "住户不同意"}]
    found = progress(works_at(site(community(), project(events=dropped, count="2")), TODAY))
    assert (found.total, found.dropped, found.share) == (0, 2, None)


def test_the_board_has_each_project_at_its_stage() -> None:
    here = site(community(), KINDS, project("done", count="2"), project("open", HISTORY[:3]))
    found = overview(Edition(here, {}))
    assert [(s["label"], s["count"]) for s in found["stages"]] == [("施工中", 1), ("已补助", 2)]
    (kind,) = found["kinds"]
    assert (kind["total"]["finished"], kind["total"]["total"]) == (2, 3)
    assert kind["total"]["share"] == "66.7"


def test_an_indicator_is_computed_from_the_projects_of_its_kinds() -> None:
    fields = {"id": "roads", "name": "率", "unit": "%", "scope": "city", "kind": "computed"}
    formula = {"name": "projects_finished", "kinds": ["lane"]}
    roads = Indicator.model_validate({**fields, "formula": formula})
    here = site(community(), roads, project(count="3"), project("lamp", HISTORY[:1], kind="lights"))
    found = figure(here, roads, date(2025, 9, 24)), figure(here, roads, TODAY)
    assert [f and (f.fraction, f.value) for f in found] == [("0/3", 0), ("3/3", 100)]
    assert figure(here, roads, date(2025, 1, 1)) is None


@pytest.mark.parametrize(
    ("length", "words"), [("286", "286 米"), ("9999", "9999 米"), ("23390", "23.39 千米")]
)
def test_lengths_in_words(length: str, words: str) -> None:
    assert metres(Decimal(length)) == words


# Parts and totals

EVENTS = st.lists(
    st.tuples(st.integers(0, 400), st.sampled_from([str(t) for t in EventType][:-1])), max_size=9
).map(
    lambda pairs: [
        {"on": str(date(2025, 4, 1) + timedelta(days)), "type": type}
        for days, type in sorted(pairs)
    ]
)
LIVES = EVENTS | st.integers(1, len(HISTORY)).map(lambda n: HISTORY[:n])
AMOUNT = st.integers(1, 10**6).map(str)
FIELDS = st.fixed_dictionaries(
    {"count": st.integers(1, 9).map(str), "kind": st.sampled_from(["lane", "lights"])},
    optional={
        "length_m": AMOUNT,
        "area_m2": AMOUNT,
        "cost": AMOUNT,
        "paid_by": st.lists(
            st.fixed_dictionaries(
                {"amount": AMOUNT, "nature": st.sampled_from(["advance", "subsidy", "donation"])}
            ),
            max_size=3,
        ),
        "communities": st.sampled_from([["alpha"], ["beta"], ["beta", "alpha"]]),
    },
)


@settings(max_examples=80)
@given(st.lists(st.tuples(LIVES, FIELDS), max_size=8), st.integers(0, 450))
def test_stages_districts_and_kinds_add_up_to_the_city(
    lives: list[tuple[list[dict[str, Any]], dict[str, Any]]], days: int
) -> None:
    on = date(2025, 4, 1) + timedelta(days)
    made = [project(f"n{n}", events or HISTORY, **more) for n, (events, more) in enumerate(lives)]
    here = site(community(), community("beta", district="west"), *made)
    works = works_at(here, on)
    whole = progress(works)
    for key in (
        lambda work: str(work.state),
        lambda work: district_of(here, work.project),
        lambda work: work.project.type,
    ):
        parts = (progress(part) for part in grouped(works, key).values())
        assert sum(parts, Progress()) == whole
    assert of_kinds(here, ["lane"], on) + of_kinds(here, ["lights"], on) == whole
    money = whole.money
    assert money.advance + money.subsidy + money.donation + money.unstated == money.cost
    assert whole.finished <= whole.total
    assert whole.total + whole.dropped == sum(work.project.count for work in works)
    assert whole.finished_length <= whole.length


@pytest.mark.parametrize(
    ("on", "cost", "payers"),
    [
        ("2025-09-24", None, []),
        ("2025-09-25", 300, [("road", "advance", 100), ("office", "advance", 200)]),
        ("2025-10-29", 300, [("road", "advance", 100), ("office", "advance", 200)]),
        ("2025-10-30", 300, [("road", "advance", 100), ("city", "subsidy", 200)]),
    ],
)
def test_what_it_came_to_is_told_from_its_acceptance_and_a_subsidy_from_its_own_day(
    on: str, cost: int | None, payers: list[tuple[str, str, int]]
) -> None:
    paid = [
        {"org": "road", "amount": "100", "nature": "advance"},
        {"org": "city", "amount": "200", "nature": "subsidy"},
    ]
    made = project(cost="300", finished_m="80", paid_by=paid)
    then = made.as_of(date.fromisoformat(on))
    assert (then.cost, then.finished_m) == ((300, 80) if cost else (None, None))
    assert [(item.org, item.nature, item.amount) for item in then.paid_by] == payers
