"""The sample's projects are the 112 lanes of its speeches, policies and news."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.facts import figure
from campaign.kinds.indicator.figure import rounded
from campaign.kinds.project.facts import Work, district_of, of_kinds, works_at
from campaign.kinds.project.lifecycle import EventType, State
from campaign.reading import records
from campaign.site import Site

ROOT = Path(__file__).parents[3]
REPORTED = date(2026, 3, 31)


@pytest.fixture(scope="module")
def sample() -> Site:
    found, _ = records.load(ROOT)
    assert found is not None
    return found


def lanes(sample: Site, on: date) -> list[Work]:
    return [work for work in works_at(sample, on) if work.project.type == "lane"]


@pytest.mark.parametrize(("on", "accepted"), [("2025-12-31", 58), ("2026-03-31", 86)])
def test_so_many_of_112_lanes_are_accepted(sample: Site, on: str, accepted: int) -> None:
    found = of_kinds(sample, ["lane"], date.fromisoformat(on))
    assert (found.finished, found.total) == (accepted, 112)
    assert len(lanes(sample, REPORTED)) >= 24


def test_what_is_left_is_where_the_news_says_it_is(sample: Site) -> None:
    left: Counter[str] = Counter()
    for work in lanes(sample, REPORTED):
        if not work.is_finished:
            left[district_of(sample, work.project)] += work.project.count
    assert left == {"lancheng": 13, "wanglan": 5, "daochuan": 8}


def test_nineteen_of_them_were_begun_by_the_time_of_the_news(sample: Site) -> None:
    begun = (State.STARTED, State.BUILT, State.FAILED)
    found = Counter(
        {
            state: sum(w.project.count for w in lanes(sample, date(2026, 4, 2)) if w.state is state)
            for state in State
        }
    )
    assert sum(found[state] for state in begun) == 19
    assert found[State.APPROVED] + found[State.PLAN] == 7


def test_three_failed_in_the_first_quarter_and_one_is_still_being_mended(sample: Site) -> None:
    failed = [
        work
        for work in lanes(sample, REPORTED)
        if any(event.type is EventType.FAILED for event in work.project.events)
    ]
    assert [work.project.count for work in failed] == [1, 1, 1]
    assert sum(work.state is State.FAILED for work in failed) == 1


def test_what_was_published_is_what_the_records_come_to(sample: Site) -> None:
    roads = sample.of(Indicator)["roads-finished"]
    assert len(roads.values) == 2
    for value in roads.values:
        found = figure(sample, roads, value.period.last())
        assert found is not None
        assert found.text == rounded(value.value, roads.precision)


def test_the_ledger_of_six_lanes_is_the_one_of_the_experience(sample: Site) -> None:
    (work,) = [w for w in lanes(sample, REPORTED) if w.project.id == "hepingfang-lanes"]
    found = work.project
    assert (found.count, found.length_m, found.budget, found.cost) == (6, 1870, 1513000, 1426000)
