from __future__ import annotations

from dataclasses import astuple
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from campaign.checks import check
from campaign.derive.facts import Facts
from campaign.kinds.community import Community
from campaign.kinds.honour import Honour
from campaign.kinds.honour.facts import (
    Standing,
    changes_of,
    changes_until,
    highest,
    honours_of,
    standing,
    standings_at,
    year_ends,
    years_after,
)
from campaign.kinds.honour.lifecycle import CYCLE, TRANSITIONS, State
from campaign.kinds.honour.record import EventType
from campaign.kinds.honour.rules import held_twice, publicity, without_base
from campaign.kinds.honour_kind import HonourKind
from campaign.reading import records
from projects import INTRO, project
from values import community, honour, honour_kind, site

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
KIND = {"name": "示例荣誉", "level": "city", "issuer": "示例办", "subjects": ["community"]}
BETA = f"name: 乙社区\ndistrict: west\ntype: old\nest: 2001\nintro: {INTRO}\n"
TODAY = date(2026, 4, 20)
WORDS: dict[object, str] = {None: "none", True: "yes", False: "no"}


def read(path: Path) -> dict[str, Any]:
    """A golden case, every value as text: to YAML's other loaders the key `on` is True."""
    case: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return case


def seen(item: Standing) -> dict[str, str]:
    """A standing in the words of the golden cases."""
    values = {
        "on": item.on,
        "state": item.state,
        "active": item.state.is_active,
        "since": item.since,
        "named": item.named,
        "due": item.due,
        "next_review": item.next_review,
        "overdue": item.is_overdue,
    }
    return {name: WORDS.get(value, str(value)) for name, value in values.items()}


def files_of(case: dict[str, Any]) -> dict[str, str]:
    """The case's honour as `example/one`, its `kinds` and the `others` beside it."""
    found = {"showcases/communities/beta.yml": BETA}
    for id, fields in {"example": case["kind"], **case.get("kinds", {})}.items():
        found[f"showcases/honour-kinds/{id}.yml"] = yaml.safe_dump({**KIND, "name": id, **fields})
    first = {**case, "kind": "example", "id": "one"}
    for index, one in enumerate([first, *case.get("others", [])]):
        record = {"subject": {"type": "community", "ref": "alpha"}}
        record |= {key: one[key] for key in ("subject", "events", "plate_no") if key in one}
        name = one.get("id", f"other-{index}")
        found[f"showcases/honours/{one['kind']}/{name}.yml"] = yaml.safe_dump(record)
    return found


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_golden_honour(path: Path, tmp_path: Path) -> None:
    case = read(path)
    loaded, problems = records.load(project(tmp_path, files_of(case)), today=TODAY)
    assert loaded is not None
    assert problems == []
    one = loaded.of(Honour)["example/one"]
    for expected in case["at"]:
        item = standing(one, loaded.of(HonourKind)["example"], date.fromisoformat(expected["on"]))
        assert {key: seen(item)[key] for key in expected} == expected, case["name"]
    found = sorted(p.code for p in check(loaded) if p.code.startswith("H"))
    assert found == case.get("problems", []), case["name"]


def test_a_correction_leaves_the_day_by_which_things_must_be_mended() -> None:
    events = [
        {"on": "2025-01-01", "type": "named"},
        {"on": "2025-02-01", "type": "rectify", "due": "2025-08-01"},
        {"on": "2025-03-01", "type": "corrected", "note": "更正"},
    ]
    record = {"id": "city/alpha", "kind": "city", "events": events}
    held = Honour.model_validate({**record, "subject": {"type": "community", "ref": "alpha"}})
    assert standing(held, honour_kind(), TODAY).due == date(2025, 8, 1)


def test_an_honour_of_a_kind_that_is_not_there_asks_for_no_publicity() -> None:
    here = site(honour_kind("city", publicity_days=7), honour("2025-01-01 named", kind="gone"))
    assert list(publicity(here)) == []


def test_a_holder_who_has_a_name_alone_holds_a_thing_once_too(tmp_path: Path) -> None:
    held = (
        "subject: {type: household, name: 示例家庭}\nevents:\n  - {on: 2025-01-01, type: named}\n"
    )
    other = held.replace("示例家庭", "别的家庭")
    files = {
        "showcases/honour-kinds/example.yml": yaml.safe_dump({**KIND, "subjects": ["household"]}),
        **{f"showcases/honours/example/{id}.yml": held for id in ("one", "two")},
        "showcases/honours/example/three.yml": other,
    }
    loaded, problems = records.load(project(tmp_path, files), today=TODAY)
    assert loaded is not None
    assert problems == []
    (found,) = held_twice(loaded)
    assert (found.code, found.path) == ("H07", "showcases/honours/example/two.yml")


def test_a_kind_that_is_not_there_is_named_by_its_id(tmp_path: Path) -> None:
    held = "subject: {type: community, ref: alpha}\nevents:\n  - {on: 2025-01-01, type: named}\n"
    kinds = {"example": {**KIND, "builds_on": ["gone", "base"]}, "base": {**KIND, "name": "基础"}}
    files = {f"showcases/honour-kinds/{id}.yml": yaml.safe_dump(k) for id, k in kinds.items()}
    loaded, _ = records.load(
        project(tmp_path, {**files, "showcases/honours/example/alpha.yml": held}), today=TODAY
    )
    assert loaded is not None
    (found,) = without_base(loaded)
    assert (found.code, found.values["choices"]) == ("H25", "gone、基础")


# For any series of events whatever

DAYS = st.dates(date(2020, 1, 1), date(2024, 12, 31))
EVENTS = st.lists(st.tuples(DAYS, st.sampled_from(list(EventType))), min_size=1, max_size=12)
LIVES = EVENTS.map(honour)


def folded(lived: Honour, on: date) -> State:
    """The state by nothing but the table."""
    state = State.START
    for event in lived.events:
        if event.on <= on:
            state = TRANSITIONS[state].get(event.type, state)
    return state


@given(LIVES, DAYS)
def test_the_state_is_the_table_folded_over_the_events(lived: Honour, on: date) -> None:
    item = standing(lived, honour_kind(valid_years=1), on)
    assert item.state is folded(lived, on)
    assert item.next_review is None or item.state.is_active
    assert not item.is_overdue or (item.next_review is not None and item.next_review < on)


@given(LIVES, DAYS)
def test_no_honour_is_held_before_it_was_named(lived: Honour, on: date) -> None:
    named = [event.on for event in lived.events if event.type is EventType.NAMED]
    item = standing(lived, honour_kind(), on)
    if not named or on < min(named):
        assert not item.state.is_active
        assert item.named is None


@given(EVENTS, DAYS, st.lists(st.tuples(st.integers(1, 900), st.sampled_from(list(EventType)))))
def test_the_roll_at_a_date_does_not_depend_on_what_came_later(
    events: list[tuple[date, EventType]], on: date, later: list[tuple[int, EventType]]
) -> None:
    before = [(day, type) for day, type in events if day <= on] or [(on, EventType.RECOMMENDED)]
    after = [(on + timedelta(days), type) for days, type in later]
    short, long = (
        site(honour_kind(valid_years=2), honour(part)) for part in (before, before + after)
    )
    assert [astuple(item)[2:] for item in standings_at(short, on)] == [
        astuple(item)[2:] for item in standings_at(long, on)
    ]
    assert [c.event for c in changes_until(short, on)] == [c.event for c in changes_until(long, on)]


@given(LIVES)
def test_every_event_is_told_once_and_each_state_follows_from_the_one_before(lived: Honour) -> None:
    told = list(CYCLE.steps(lived.events))
    assert [step.event for step in told] == lived.events
    for step, following in pairwise(told):
        assert following.before is (step.after or step.before)


# The roll


def test_the_roll_leaves_out_what_has_not_begun_and_kinds_that_are_not_there() -> None:
    here = site(
        honour_kind(),
        honour("2025-01-01 named"),
        honour("2025-01-03 named", to="beta"),
        honour("2025-01-01 named", kind="gone"),
    )
    assert [item.honour.id for item in standings_at(here, date(2025, 1, 2))] == ["city/alpha"]


def test_the_roll_is_ordered_by_level_then_kind_then_holder() -> None:
    kinds = [
        honour_kind("city-b", order=2),
        honour_kind("city-a", order=1),
        honour_kind("state", level="national", order=9),
    ]
    held = [
        honour("2025-01-01 named", kind=kind, to=to)
        for kind, to in [
            ("city-b", "alpha"),
            ("city-a", "beta"),
            ("city-a", "alpha"),
            ("state", "zeta"),
        ]
    ]
    found = [item.honour.id for item in standings_at(site(*kinds, *held), TODAY)]
    assert found == ["state/zeta", "city-a/alpha", "city-a/beta", "city-b/alpha"]


def test_the_highest_is_the_held_one_of_the_ladder() -> None:
    kinds = [
        honour_kind("city", ladder="yes"),
        honour_kind("province", level="province", ladder="yes"),
        honour_kind("other", level="national"),
    ]
    held = [
        honour("2025-01-01 named", kind="city"),
        honour("2025-01-01 recommended", kind="province"),
        honour("2025-01-01 named", kind="other"),
    ]
    best = highest(standings_at(site(*kinds, *held), TODAY))
    assert best is not None
    assert best.kind.id == "city"
    assert highest([]) is None


def test_changes_are_told_the_newest_first_up_to_a_day() -> None:
    here = site(
        honour_kind(),
        honour("2024-01-01 named, 2025-05-01 retained, 2025-05-02 renounced"),
        honour("2025-01-01 named", to="beta"),
    )
    told = [(str(c.event.on), str(c.event.type)) for c in changes_until(here, date(2025, 5, 1))]
    assert told == [("2025-05-01", "retained"), ("2025-01-01", "named"), ("2024-01-01", "named")]


def test_a_community_has_its_own_honours_and_changes_and_no_other() -> None:
    here = site(
        community("alpha"),
        community("beta"),
        community("gamma"),
        honour_kind(),
        honour("2024-01-01 named, 2025-01-01 revoked"),
        honour("2025-02-01 named", to="beta"),
    )
    facts = Facts(here)
    found = {item.id: item for item in here.of(Community).values()}
    assert [held.honour.id for held in honours_of(facts, found["alpha"])] == ["city/alpha"]
    assert [held.honour.id for held in honours_of(facts, found["beta"])] == ["city/beta"]
    assert [str(c.event.type) for c in changes_of(facts, found["alpha"])] == ["revoked", "named"]
    assert honours_of(facts, found["gamma"]) == changes_of(facts, found["gamma"]) == []


def test_changes_of_one_day_go_by_level_then_kind() -> None:
    here = site(
        honour_kind("city"),
        honour_kind("province", level="province", order=7),
        honour("2025-01-01 named"),
        honour("2025-01-01 named", kind="province"),
    )
    assert [change.kind.id for change in changes_until(here, TODAY)] == ["province", "city"]


def test_rolls_are_given_for_every_year_from_the_first_event_to_the_last_year() -> None:
    here = site(honour_kind(), honour("2023-07-01 named"), honour("2024-07-01 named", to="beta"))
    assert year_ends(here) == [2025, 2024, 2023]
    assert year_ends(site()) == []


@pytest.mark.parametrize(
    ("day", "years", "expected"),
    [
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2024, 2, 28), 1, date(2025, 2, 28)),
        (date(2023, 2, 28), 1, date(2024, 2, 28)),
        (date(2025, 12, 31), 3, date(2028, 12, 31)),
    ],
)
def test_years_after_a_day(day: date, years: int, expected: date) -> None:
    assert years_after(day, years) == expected
