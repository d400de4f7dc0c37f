"""Events: when they come again, how they stand as of a day, and what they add up to."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from campaign.derive.facts import Facts
from campaign.kinds.event import Event
from campaign.kinds.event import visits as received
from campaign.kinds.event.facts import (
    State,
    ahead,
    days,
    held,
    state,
    state_of,
    sums,
    times,
    times_by_month,
)
from campaign.kinds.event.record import Every
from campaign.kinds.indicator.standards import Verdict, answer
from campaign.model.hours import Hours
from campaign.render.edition import Edition
from values import TODAY, community, indicator, site

DAY = timedelta(days=1)


def event(id: str = "fair", on: object = TODAY, **fields: Any) -> Event:
    base = {
        "title": "邻里活动日",
        "kind": "neighbours",
        "date": str(on),
        "place": "小广场",
        "organisers": ["office"],
        "intro": "一家一道菜，抽签入座，散席时把桌子擦干净，剩菜打包带走。",
    }
    return Event.model_validate({"id": id, **base, **fields})


# When


@pytest.mark.parametrize(
    ("every", "until", "found"),
    [
        ("week", "2026-05-04", ["2026-04-20", "2026-04-27", "2026-05-04"]),
        ("month", "2026-06-19", ["2026-04-20", "2026-05-20"]),
        ("year", "2028-04-20", ["2026-04-20", "2027-04-20", "2028-04-20"]),
    ],
)
def test_an_event_comes_again(every: str, until: str, found: list[str]) -> None:
    assert [str(day) for day in days(event(repeats={"every": every, "until": until}))] == found


def test_a_month_without_the_day_is_passed_over() -> None:
    monthly = event(on="2026-01-31", repeats={"every": "month", "until": "2026-05-31"})
    assert [str(day) for day in days(monthly)] == ["2026-01-31", "2026-03-31", "2026-05-31"]


def test_a_day_that_is_skipped_is_none_of_its_days() -> None:
    repeats = {"every": "week", "until": "2026-05-04", "skipped": ["2026-04-27"]}
    assert [str(day) for day in days(event(repeats=repeats))] == ["2026-04-20", "2026-05-04"]


@given(
    first=st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    length=st.integers(0, 800),
    every=st.sampled_from(Every),
)
def test_every_day_lies_between_the_first_and_the_last(
    first: date, length: int, every: Every
) -> None:
    until = first + length * DAY
    found = days(event(on=first, repeats={"every": every.value, "until": str(until)}))
    assert found[0] == first
    assert found == sorted(set(found))
    assert found[-1] <= until
    assert len({day.weekday() for day in found} if every is Every.WEEK else {first}) == 1


def test_an_event_over_the_end_of_a_month_is_in_both() -> None:
    long = event(on="2026-04-29", end="2026-05-02")
    assert list(times_by_month(Facts(site(long)))) == [(2026, 4), (2026, 5)]


# How it stands


@pytest.mark.parametrize(
    ("on", "written", "found"),
    [
        (TODAY + DAY, "planned", State.AHEAD),
        (TODAY, "planned", State.ON),
        (TODAY - DAY, "planned", State.UNREPORTED),
        (TODAY - DAY, "done", State.DONE),
        (TODAY, "done", State.DONE),
        (TODAY - DAY, "cancelled", State.CANCELLED),
        (TODAY + DAY, "postponed", State.POSTPONED),
    ],
)
def test_an_event_stands_as_its_day_and_its_report_say(
    on: date, written: str, found: State
) -> None:
    assert state(event(on=on, state=written), TODAY) is found


def test_a_time_to_come_is_ahead_while_others_are_over() -> None:
    weekly = event(on=TODAY - 7 * DAY, repeats={"every": "week", "until": str(TODAY + 7 * DAY)})
    found = times(Facts(site(weekly)))
    assert [state_of(item, TODAY) for item in found] == [State.ON, State.ON, State.AHEAD]


def test_before_its_day_nobody_knows_what_came_of_it() -> None:
    done = event(on=TODAY, state="done", participants=40, results=[], outcome="来了四十个人。" * 2)
    known = done.as_of(TODAY - DAY)
    assert state(known, TODAY - DAY) is State.AHEAD
    assert (known.participants, known.outcome) == (None, None)
    assert done.as_of(TODAY) == done


def test_what_is_called_off_is_not_announced() -> None:
    events = [event("off", TODAY + DAY, state="cancelled"), event("on", TODAY + DAY)]
    facts = Facts(site(*events))
    assert [item.event.id for item in ahead(facts, times(facts))] == ["on"]


# What it adds up to


def test_an_event_counts_with_a_day_that_is_over_and_a_figure() -> None:
    proven = event("a", TODAY - DAY, communities=["alpha"], state="done", participants=4)
    bare = event("b", TODAY - DAY, communities=["alpha"], state="done")
    planned = event("c", TODAY - DAY, communities=["alpha"])
    elsewhere = event("d", TODAY - DAY, communities=["beta"], state="done", participants=4)
    city = site(proven, bare, planned, elsewhere)
    assert held(city, ["neighbours"], "alpha", TODAY) == 1
    assert held(city, ["neighbours"], "alpha", TODAY - 2 * DAY) == 0
    assert held(city, ["clean-up"], "alpha", TODAY) == 0


def test_no_event_on_record_is_not_reported_rather_than_a_gap() -> None:
    formula = {"name": "event_count", "kinds": ["neighbours"]}
    counted = indicator(
        "fairs",
        scope="community",
        unit="次",
        kind="computed",
        formula=formula,
        target={"value": "2"},
    )
    one = event(on=TODAY - DAY, communities=["alpha"], state="done", participants=4)
    city = site(one, counted, community("alpha"), community("beta"))
    assert answer(city, counted, "alpha").verdict is Verdict.GAP
    assert answer(city, counted, "beta").verdict is Verdict.UNKNOWN


def test_a_sum_says_of_how_many_events_it_is() -> None:
    events = [
        event("a", TODAY - DAY, state="done", participants=40),
        event(
            "b", TODAY - DAY, state="done", results=[{"label": "垃圾", "value": "3", "unit": "车"}]
        ),
        event("c", TODAY - DAY, state="done", participants=2),
        event("d", TODAY + DAY),
    ]
    people, waste = sums(events, TODAY)
    assert (people.value, people.reported, people.asked) == (Decimal(42), 2, 3)
    assert (waste.label, waste.value, waste.reported) == ("垃圾", Decimal(3), 1)


# Hours


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("15:00-17:00", Hours(time(15), time(17))),
        ("9:05", Hours(time(9, 5))),
        ("１５：００—１７：３０", Hours(time(15), time(17, 30))),
    ],
)
def test_hours_are_read_as_people_write_them(written: str, found: Hours) -> None:
    assert event(time=written).time == found


# The pages


def _events(path: Path) -> list[Component]:
    return Calendar.from_ical(path.read_bytes()).walk("VEVENT")


def test_a_series_and_a_community_have_calendars(built: Path) -> None:
    for folder in ("events", "events/series_fair", "communities/alpha", "communities/beta"):
        [item] = _events(built / f"site/{folder}/calendar.ics")
        assert item.decoded("DTSTART").isoformat() == "2026-03-14T07:00:00+00:00"
        assert item.decoded("DTEND").isoformat() == "2026-03-14T09:00:00+00:00"


def test_the_month_of_an_event_has_a_page(built: Path) -> None:
    html = (built / "site/events/2026-03/index.html").read_text(encoding="utf-8")
    assert "2026 年 3 月的活动" in html.replace("<wbr>", "")
    assert "/fair-day/" in html


def test_a_hostile_place_stays_text(built: Path) -> None:
    html = (built / "site/events/fair-day/index.html").read_text(encoding="utf-8")
    assert "甲社区&lt;b&gt;广场&lt;/b&gt;" in html


# Visits


def visit(id: str, on: str, *people: str | None, **fields: Any) -> Event:
    who = [{"group": "来访单位", **({"people": n} if n else {})} for n in people]
    done = {"state": "done", "communities": ["alpha"], "visitors": who}
    return event(id, on=on, **(done | fields))


@pytest.mark.parametrize(
    ("visits", "words"),
    [
        ([], ""),
        ([visit("a", "2026-03-01", "12"), visit("b", "2026-04-01", "8")], "接待来访 2 批 20 人"),
        ([visit("a", "2026-03-01", "12", None)], "接待来访 2 批 12 人，其中 1 批人数未填报"),
        ([visit("a", "2026-03-01", None)], "接待来访 1 批，人数未填报"),
        ([visit("a", "2026-03-01", "12", state="planned")], ""),
        ([visit("a", "2026-03-01", "12", communities=["beta"])], ""),
        ([event(state="done", communities=["alpha"])], ""),
    ],
)
def test_visits_are_counted_where_they_were_received(visits: list[Event], words: str) -> None:
    assert received.words(Facts(site(community(), *visits)), "alpha") == words


def test_a_community_lists_its_visits_the_latest_first() -> None:
    made = [visit(f"n{n}", f"2026-03-0{n}", "3") for n in range(1, 9)]
    found = received.visits(Edition(site(community(), *made), {}), "alpha")
    assert found is not None
    assert found["words"] == "接待来访 8 批 24 人"
    assert [row["on"] for row in found["rows"]] == [f"2026-03-0{n}" for n in (8, 7, 6, 5, 4)]
