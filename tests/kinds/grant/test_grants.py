"""What grants add up to, and which communities could be given any."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.derive.happenings import Sort
from campaign.kinds.grant import Grant
from campaign.kinds.grant.facts import happenings, held_site, totals
from campaign.kinds.grant.record import Purpose
from campaign.reading import records
from values import TODAY, community, honour, honour_kind, site

ROOT = Path(__file__).parents[3]


def grant(id: str, **fields: object) -> Grant:
    base = {"title": "项目", "community": "alpha", "year": "2025", "purpose": "start"}
    return Grant.model_validate({"id": id, **base, "amount": "50000", **fields})


def test_what_was_only_applied_for_is_in_no_sum() -> None:
    given_ = grant("one", granted="2025-12-05", result="换了门")
    [found] = totals([given_, grant("two")], TODAY)
    assert (found.amount, found.granted, found.applied) == (Decimal(50000), 1, 1)


@given(
    st.lists(
        st.tuples(st.integers(2024, 2027), st.sampled_from(Purpose), st.integers(1, 10**6)),
        max_size=20,
    )
)
def test_years_and_purposes_add_up_to_the_whole(rows: list[tuple[int, Purpose, int]]) -> None:
    made = [
        grant(f"g{n}", year=str(y), purpose=p.value, amount=str(a), granted=f"{y}-06-01")
        for n, (y, p, a) in enumerate(rows)
    ]
    found = totals(made, TODAY)
    assert sum(total.amount for total in found) == sum(a for _, _, a in rows)
    assert all(sum(total.amounts.values()) == total.amount for total in found)
    assert [total.year for total in found] == sorted({y for y, _, _ in rows}, reverse=True)


def test_before_money_is_paid_nobody_knows_what_came_of_it() -> None:
    made = grant("one", granted="2025-12-05", result="换了门")
    known = made.as_of(date(2025, 12, 4))
    assert (known.granted, known.result) == (None, None)
    assert made.as_of(date(2025, 12, 5)) == made


@pytest.mark.parametrize(
    ("events", "years"),
    [
        ("2024-06-01 named", {2024, 2025, 2026}),
        ("2025-11-20 named", {2025, 2026}),
        ("2024-06-01 named, 2025-02-01 revoked", {2024, 2025}),
        ("2024-06-01 recommended", set()),
    ],
)
def test_in_which_years_a_community_held_a_sites_honour(events: str, years: set[int]) -> None:
    found = site(honour_kind(is_site="yes"), community("alpha"), honour(events))
    assert {year for year in range(2023, 2027) if held_site(found, "alpha", year)} == years


def test_another_honour_makes_no_site() -> None:
    found = site(honour_kind(), community("alpha"), honour("2025-01-01 named"))
    assert not held_site(found, "alpha", 2025)


def test_what_is_paid_on_a_day_is_one_happening() -> None:
    made = [grant(id, granted="2025-12-05", community=id) for id in ("alpha", "beta")]
    [found] = happenings(site(*made, community("alpha"), community("beta")))
    assert (found.sort, found.count) == (Sort.GRANTED, 2)
    assert found.title == "拨付起步经费 2 笔，共 100,000 元"


def test_the_sample_agrees_with_the_facts_of_the_campaign() -> None:
    """50,000 yuan for each of the 15 sites in one year, and projects from then on."""
    found, _ = records.load(ROOT)
    assert found is not None
    grants = list(found.of(Grant).values())
    begun = [item for item in grants if item.purpose is Purpose.START]
    assert len({item.community for item in begun}) == len(begun) == 15
    assert {(item.year, item.amount) for item in begun} == {(2025, Decimal(50000))}
    later = [item for item in grants if item.purpose is not Purpose.START]
    assert [item.year for item in later] == [2026] * 5
    assert all(held_site(found, item.community, item.year) for item in grants)
