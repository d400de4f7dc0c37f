"""The sample's promises agree with its news, speeches and policies, number by number."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from campaign.derive.grouping import grouped
from campaign.kinds.assignment import Assignment
from campaign.kinds.assignment.facts import Part, block, counts, given_at
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.facts import figure
from campaign.kinds.pairing import Pairing
from campaign.kinds.pairing.facts import items_at, linked, progress
from campaign.kinds.pairing.lifecycle import ItemState
from campaign.reading import records
from campaign.site import Site

ROOT = Path(__file__).parents[2]
END_OF_MARCH, TODAY = date(2026, 3, 31), date(2026, 4, 20)
NEW_PLANS = date(2026, 4, 12)


@pytest.fixture(scope="module")
def site() -> Site:
    site, _ = records.load(ROOT, "demo")
    assert site is not None
    return site


def signed(site: Site) -> list[Pairing]:
    """The pairings whose plan of this year is signed."""
    return [item for item in site.of(Pairing).values() if item.plan]


# Pairings


def test_thirty_five_pairings_hold_a_hundred_and_twenty_items(site: Site) -> None:
    assert len(site.of(Pairing)) == 35
    assert progress(items_at(site, TODAY)).total == 120


@pytest.mark.parametrize(("on", "count"), [(END_OF_MARCH, 31), (TODAY, 35)])
def test_four_committees_were_without_a_department_at_the_end_of_march(
    site: Site, on: date, count: int
) -> None:
    found = figure(site, site.of(Indicator)["pairings-linked"], on)
    assert found is not None
    assert found.fraction == f"{count}/35"
    assert linked(site, on).numerator == count


def test_nine_plans_are_signed_four_three_and_two(site: Site) -> None:
    districts = site.kind("community")
    assert Counter(districts[item.community].district for item in signed(site)) == {
        "lancheng": 4,
        "wanglan": 3,
        "daochuan": 2,
    }


def test_the_nine_plans_hold_what_the_news_counts(site: Site) -> None:
    new = [
        item
        for pairing in signed(site)
        for item in pairing.items
        if item.events[-1].on >= NEW_PLANS
    ]
    assert Counter(item.field for item in new) == {
        "office": 7,
        "sanitation": 12,
        "greening": 9,
        "road": 10,
        "venue": 11,
        "environment": 9,
    }


def test_the_shortest_plan_is_that_of_who_kept_two_promises_of_ten(site: Site) -> None:
    items = items_at(site, END_OF_MARCH)
    last_year = [item for item in items if item.pairing.id == "jianshe"]
    assert (progress(last_year).total, progress(last_year).delivered) == (10, 2)
    assert len(site.of(Pairing)["jianshe"].items) - len(last_year) == 3


def test_the_pairings_show_more_than_success(site: Site) -> None:
    items = items_at(site, TODAY)
    found = progress(items)
    assert found.late >= 5
    assert found.unpriced >= 2
    assert {item.standing.state for item in items} == set(ItemState) - {ItemState.START}
    assert [p for p in site.of(Pairing).values() if not p.items]


def test_no_two_promises_are_said_alike(site: Site) -> None:
    said = [item.promise for pairing in site.of(Pairing).values() for item in pairing.items]
    assert len(set(said)) == len(said)


# Assignments


def test_seventy_assignments_lie_in_every_block_and_serve_every_kind_of_work(site: Site) -> None:
    items = given_at(site, TODAY)
    assert len(site.of(Assignment)) == len(items) == 70
    blocks = grouped(items, lambda item: block(site, item.assignment))
    assert set(blocks) == set(site.kind("district"))
    assert len({item.assignment.task for item in items}) >= 6
    assert len({item.assignment.unit for item in items}) >= 25


def test_assignments_stand_in_every_way_that_there_is(site: Site) -> None:
    items = given_at(site, TODAY)
    found = counts(items)
    assert all(found[part] >= 5 for part in Part)
    assert found[Part.DONE] > found[Part.OVERDUE]
    assert {str(item.standing.state) for item in items} >= {"open", "overdue", "deadline", "vetoed"}


def test_no_text_of_an_assignment_names_its_unit(site: Site) -> None:
    """So the sample may be shown by a deployment that names none."""
    for record in site.of(Assignment).values():
        unit = site.kind("org")[record.unit]
        texts = [record.title, record.requirement, *(e.note or "" for e in record.events)]
        assert [text for text in texts if any(name in text for name in unit.names)] == []
