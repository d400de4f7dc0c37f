"""What is common to all promises: replay, lateness, sums, and what was published stays."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.kinds.pairing.lifecycle import CYCLE, ItemEventType, ItemState
from campaign.kinds.pairing.record import ItemEvent
from campaign.kinds.project import lifecycle as project_lifecycle
from campaign.kinds.project.record import ProjectEvent
from campaign.model import lifecycle
from campaign.model.promise import Promise, standing, tally
from campaign.model.soundness import is_sound
from projects import REVIEW, codes, project
from repositories import altered, repository

START = date(2025, 4, 1)
DUE = date(2025, 6, 1)
TODAY = date(2025, 12, 31)


def promise(*events: tuple[str, str], due: date | None = DUE, **more: str) -> Promise:
    """A promise by its events: a day and a type; `more` gives a new due day by the day."""
    made = [
        ItemEvent.model_validate({"on": on, "type": type, "due": more.get(f"d{n}"), "note": "说明"})
        for n, (on, type) in enumerate(events)
    ]
    return Promise("1", ("items", 0), "换防水层", CYCLE, made, due)


LIVES = st.lists(
    st.tuples(st.integers(0, 60), st.sampled_from([t for t in ItemEventType if t != "corrected"])),
    max_size=6,
).map(
    lambda pairs: promise(
        *((str(START + timedelta(days)), str(type)) for days, type in sorted(pairs))
    )
)
DAYS = st.integers(-5, 120).map(lambda days: START + timedelta(days))

# What can be wrong with it, and what follows from that


@pytest.mark.parametrize(
    "events",
    [
        [],
        [("2025-04-20", "promised"), ("2025-05-02", "started"), ("2025-06-02", "delivered")],
        [("2025-04-20", "promised"), ("2025-06-01", "delayed")],
    ],
)
def test_a_promise_without_a_slip_is_sound(events: list[tuple[str, str]]) -> None:
    assert is_sound(promise(*events, d1="2025-06-02"), TODAY)


@pytest.mark.parametrize(
    ("events", "more"),
    [
        ([("2025-04-20", "promised"), ("2025-04-19", "started")], {}),
        ([("2025-04-20", "promised"), ("2026-01-02", "started")], {}),
        ([("2025-04-20", "promised"), ("2025-04-21", "promised")], {}),
        ([("2025-06-02", "promised")], {}),
        ([("2025-04-20", "promised"), ("2025-05-01", "delayed")], {}),
        ([("2025-04-20", "promised"), ("2025-05-01", "delayed")], {"d1": "2025-06-01"}),
        ([("2025-04-20", "promised"), ("2025-07-01", "delayed")], {"d1": "2025-06-30"}),
    ],
)
def test_whoever_has_a_slip_is_not_told_what_follows_from_it(
    events: list[tuple[str, str]], more: dict[str, str]
) -> None:
    assert not is_sound(promise(*events, **more), TODAY)


def test_behind_a_step_that_nobody_wrote_the_steps_are_legal() -> None:
    days = enumerate(("survey", "approved", "built", "accepted", "subsidised"), start=1)
    events = [ProjectEvent.model_validate({"on": f"2025-05-0{n}", "type": t}) for n, t in days]
    assert [index for index, _ in lifecycle.illegal(project_lifecycle.CYCLE, events)] == [2]


def test_behind_a_step_too_many_the_steps_are_legal() -> None:
    days = enumerate(("survey", "approved", "started", "survey", "built", "accepted"), start=1)
    events = [ProjectEvent.model_validate({"on": f"2025-05-0{n}", "type": t}) for n, t in days]
    assert [index for index, _ in lifecycle.illegal(project_lifecycle.CYCLE, events)] == [3]


@given(LIVES)
def test_the_first_step_that_is_not_legal_is_always_told(made: Promise) -> None:
    stopped = [n for n, step in enumerate(CYCLE.steps(made.events)) if step.after is None]
    told = [index for index, _ in lifecycle.illegal(CYCLE, made.events)]
    assert told[:1] == stopped[:1]
    assert set(told) <= set(range(len(made.events)))


def test_the_place_of_the_due_day_that_holds_is_told() -> None:
    made = promise(("2025-04-20", "promised"), ("2025-06-05", "delayed"), d1="2025-07-01")
    assert standing(made, date(2025, 6, 4)).due_at == ("items", 0, "due")
    assert standing(made, date(2025, 6, 5)).due_at == ("items", 0, "events", 1, "due")


# Lateness


def test_what_is_open_is_late_from_the_day_after_its_due_day() -> None:
    made = promise(("2025-04-20", "promised"))
    assert not standing(made, DUE).is_late
    item = standing(made, DUE + timedelta(3))
    assert (item.is_late, item.days_late) == (True, 3)


def test_a_new_due_day_holds_from_the_day_on_which_it_was_set() -> None:
    made = promise(("2025-04-20", "promised"), ("2025-06-05", "delayed"), d1="2025-07-01")
    assert standing(made, date(2025, 6, 4)).is_late
    item = standing(made, date(2025, 6, 5))
    assert (item.is_late, item.is_postponed, item.due) == (False, True, date(2025, 7, 1))
    assert standing(made, date(2025, 7, 2)).days_late == 1


def test_what_was_done_after_a_new_due_day_is_held_against_the_first() -> None:
    made = promise(
        ("2025-04-20", "promised"),
        ("2025-05-30", "delayed"),
        ("2025-06-11", "delivered"),
        d1="2025-07-01",
    )
    item = standing(made, date(2026, 1, 1))
    assert (item.state, item.is_late, item.days_late) == (ItemState.DELIVERED, False, 10)


def test_what_was_dropped_is_owed_no_more() -> None:
    made = promise(("2025-04-20", "promised"), ("2025-05-30", "dropped"))
    item = standing(made, date(2026, 1, 1))
    assert (item.is_closed, item.is_fulfilled, item.is_late, item.days_late) == (
        True,
        False,
        False,
        0,
    )


def test_late_ones_stand_first_then_open_ones_then_done_ones_then_dropped_ones() -> None:
    day = date(2025, 6, 10)
    late = promise(("2025-04-20", "promised"))
    soon = promise(("2025-04-20", "promised"), due=date(2025, 6, 11))
    later = promise(("2025-04-20", "promised"), due=date(2025, 7, 1))
    done = promise(("2025-04-20", "promised"), ("2025-05-30", "delivered"))
    dropped = promise(("2025-04-20", "promised"), ("2025-05-30", "dropped"))
    ordered = [late, soon, later, done, dropped]
    found = sorted((standing(p, day) for p in reversed(ordered)), key=lambda item: item.urgency)
    assert [item.promise for item in found] == ordered


@given(LIVES, DAYS)
def test_later_events_change_nothing_of_a_day(made: Promise, on: date) -> None:
    known = Promise("1", made.loc, made.title, made.cycle, made.until(on), made.due)
    before, after = standing(known, on), standing(made, on)
    assert (before.state, before.since, before.due) == (after.state, after.since, after.due)


@given(st.lists(LIVES, max_size=8), st.integers(0, 8), DAYS)
def test_parts_add_up_to_the_whole(lives: list[Promise], cut: int, on: date) -> None:
    items = [standing(made, on) for made in lives]
    whole = tally(items)
    assert tally(items[:cut]) + tally(items[cut:]) == whole
    assert whole.total == len(items)
    assert whole.late <= whole.total


# What was published stays

PLACE = "showcases/pairings/alpha.yml"
EVENT = "      - {on: 2025-04-28, type: promised}\n"
ITEM = f"""\
  - no: 1
    field: office
    promise: 服务站屋面换防水层
    due: 2026-06-20
    events:
{EVENT}"""
PAIRING = f"""\
title: 示例办与甲社区
department: office
community: alpha
since: 2025-04-20
{REVIEW}items:
{ITEM}"""
VOCAB = "title: 方面\nitems: [{id: office, label: 办公用房}]\n"
CORRECTION = (
    "      - {on: 2025-05-01, type: corrected, by: office, note: 录错,"
    " corrects: {on: 2025-04-28, type: promised}}\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {PLACE: PAIRING, "showcases/vocab/pairing-fields.yml": VOCAB}
    return repository(project(tmp_path, files))


def found(root: Path, text: str | None) -> list[str]:
    return codes(altered(root, {PLACE: text}))


def test_events_and_items_may_be_added_and_notes_may_change(root: Path) -> None:
    more = "      - {on: 2025-06-01, type: started}\n" + ITEM.replace("no: 1", "no: 2")
    assert found(root, PAIRING + more + "plan_note: 已签\n") == []


def test_a_published_record_stays(root: Path) -> None:
    (told,) = altered(root, {PLACE: None})
    assert (told.code, told.path) == ("V47h", PLACE)
    assert found(root, PAIRING + "status: draft\n") == ["V47h"]


def test_whose_it_is_changes_with_a_correction_alone(root: Path) -> None:
    text = PAIRING.replace("since: 2025-04-20", "since: 2025-04-21")
    (told,) = altered(root, {PLACE: text})
    assert (told.code, told.line) == ("V47i", 4)
    told_so = "corrections: [{on: 2026-04-10, field: since, by: office, note: 录错}]\n"
    assert found(root, text + told_so) == []


def test_a_published_correction_stays(tmp_path: Path) -> None:
    told_so = "corrections: [{on: 2026-04-10, field: since, by: office, note: 录错}]\n"
    files = {PLACE: PAIRING + told_so, "showcases/vocab/pairing-fields.yml": VOCAB}
    assert found(repository(project(tmp_path, files)), PAIRING) == ["H23"]


def test_an_item_is_dropped_by_an_event_and_not_by_deleting_it(root: Path) -> None:
    (told,) = altered(root, {PLACE: PAIRING.replace("no: 1", "no: 2")})
    assert told.code == "V47j"
    assert "服务站屋面换防水层" in told.message()


def test_a_published_event_is_mended_with_a_correction_that_names_it(root: Path) -> None:
    text = PAIRING.replace("2025-04-28", "2025-04-29")
    (told,) = altered(root, {PLACE: text})
    assert told.code == "V47k"
    assert "2025-04-28 承诺" in told.message()
    assert found(root, text + CORRECTION) == []


def test_a_due_day_is_put_off_by_an_event_and_not_by_changing_it(root: Path) -> None:
    text = PAIRING.replace("2026-06-20", "2026-07-20")
    (told,) = altered(root, {PLACE: text})
    assert (told.code, told.line) == ("V47l", text[: text.index("due:")].count("\n") + 1)
    assert "delayed" not in told.message()
    assert found(root, text + CORRECTION) == []
