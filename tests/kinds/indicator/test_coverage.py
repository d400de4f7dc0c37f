from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.kinds.honour import Honour
from campaign.kinds.honour.lifecycle import CYCLE, State
from campaign.kinds.honour.record import EventType
from campaign.kinds.indicator.coverage import (
    Share,
    by_district,
    by_level,
    coverage,
    covered,
    year_end_series,
)
from campaign.kinds.indicator.facts import figure
from campaign.kinds.indicator.standards import Verdict, answers
from campaign.site import Site
from values import TODAY, community, honour, honour_kind, indicator, site

FORMULA = {"name": "coverage", "level": "district"}
COVERAGE = indicator(kind="computed", formula=FORMULA, precision="1", target={"value": "80"})
ANY_LEVEL = indicator(kind="computed", formula={"name": "coverage"})
DISTRICTS = ("east", "west", "north")
LADDER = [
    honour_kind(level, level=level, counts_for=["coverage"])
    for level in ("national", "province", "city", "district", "street")
]


def share(here: Site, on: date = TODAY) -> tuple[int, int]:
    found = coverage(here, COVERAGE, on)
    return found.numerator, found.denominator


def test_an_honour_of_the_level_or_higher_counts_and_a_lower_one_does_not() -> None:
    for kind in LADDER:
        held = honour("2025-01-01 named", kind=kind.id)
        assert share(site(*LADDER, community(), held)) == (int(kind.id != "street"), 1)


def test_without_a_level_every_honour_that_is_listed_counts() -> None:
    held = honour("2025-01-01 named", kind="street")
    assert covered(site(*LADDER, community(), held), ANY_LEVEL, TODAY) == {"alpha"}


def test_without_a_formula_every_honour_that_is_listed_counts() -> None:
    here = site(*LADDER, community(), community("beta"), honour("2025-01-01 named"))
    assert covered(here, indicator(), TODAY) == {"alpha"}


def test_a_community_is_of_the_highest_level_that_it_holds_and_counts_once() -> None:
    kinds = [honour_kind(level, level=level, ladder="yes") for level in ("city", "province")]
    here = site(
        *kinds,
        *(community(id) for id in ("alpha", "beta", "gamma")),
        community("delta", dissolved={"date": "2025-06-01", "into": "beta"}),
        *(honour("2025-01-01 named", to=id) for id in ("alpha", "beta", "delta")),
        honour("2025-02-01 named", kind="province"),
        honour("2025-02-01 named", kind="province", to="office", subject="org"),
    )
    found = by_level(here, TODAY)
    assert {level.value: count for level, count in found.items()} == {"province": 1, "city": 1}


def test_an_honour_that_is_not_listed_for_the_indicator_does_not_count() -> None:
    kinds = [honour_kind("city", counts_for=["other"]), honour_kind("province", level="province")]
    held = [honour("2025-01-01 named", kind=kind.id) for kind in kinds]
    assert share(site(*kinds, community(), *held)) == (0, 1)


@pytest.mark.parametrize(
    ("events", "counted"),
    [
        ("2025-01-01 named", 1),
        ("2025-01-01 named, 2025-02-01 rectify", 1),
        ("2025-01-01 named, 2025-02-01 suspended", 0),
        ("2025-01-01 named, 2025-02-01 revoked", 0),
        ("2025-01-01 named, 2025-02-01 lapsed", 0),
        ("2025-01-01 recommended, 2025-02-01 publicised", 0),
    ],
)
def test_only_a_held_honour_counts(events: str, counted: int) -> None:
    assert share(site(*LADDER, community(), honour(events))) == (counted, 1)


def test_a_community_with_two_honours_counts_once() -> None:
    held = [honour("2025-01-01 named", kind=kind) for kind in ("city", "province")]
    assert share(site(*LADDER, community(), *held)) == (1, 1)


def test_honours_of_others_than_communities_do_not_count() -> None:
    held = honour("2025-01-01 named", subject="org")
    assert share(site(*LADDER, community(), held)) == (0, 1)


def test_the_honour_of_a_community_that_is_gone_does_not_count() -> None:
    gone = community("alpha", dissolved={"date": "2025-06-01", "into": "beta"})
    here = site(*LADDER, gone, community("beta"), honour("2025-01-01 named"))
    assert share(here, date(2025, 5, 31)) == (1, 2)
    assert share(here, date(2025, 6, 1)) == (0, 1)


@pytest.mark.parametrize(
    ("est", "first"),
    [
        ("2020", date(2020, 1, 1)),
        ("2020-05", date(2020, 5, 1)),
        ("2020-05-12", date(2020, 5, 12)),
    ],
)
def test_a_community_exists_from_the_first_day_that_it_may_have_been_set_up(
    est: str, first: date
) -> None:
    assert community(est=est).exists(first)
    assert not community(est=est).exists(first - timedelta(1))


def test_the_coverage_of_a_district_counts_its_own_communities_only() -> None:
    here = site(
        *LADDER,
        community("alpha", district="east"),
        community("beta", district="east"),
        community("gamma", district="west"),
        honour("2025-01-01 named", to="alpha"),
        honour("2025-01-01 named", to="gamma"),
    )
    east, west, none = (coverage(here, COVERAGE, TODAY, d) for d in ("east", "west", "north"))
    assert (east.numerator, east.denominator) == (1, 2)
    assert (west.numerator, west.denominator) == (1, 1)
    assert (none.numerator, none.denominator) == (0, 0)


def test_the_coverage_of_all_districts_is_that_of_each() -> None:
    here = site(
        *LADDER,
        *(District.model_validate({"id": id, "name": id, "kind": "town"}) for id in DISTRICTS),
        community("alpha", district="east"),
        community("beta", district="east"),
        community("gamma", district="west"),
        community("delta", district="west"),
        community("omega", district="west"),
        honour("2025-01-01 named", to="alpha"),
        honour("2025-01-01 named", to="gamma"),
        honour("2025-01-01 named", to="delta"),
    )
    found = by_district(here, COVERAGE, TODAY)
    assert {id: (s.numerator, s.denominator) for id, s in found.items()} == {
        "east": (1, 2),
        "west": (2, 3),
        "north": (0, 0),
    }
    assert found == {id: coverage(here, COVERAGE, TODAY, id) for id in DISTRICTS}


def test_a_share_is_exact_until_it_is_printed() -> None:
    assert Share(34, 45, TODAY).percent == Decimal(100) * 34 / 45
    assert Share(22, 44, TODAY).percent == 50
    assert Share(0, 0, TODAY).percent == 0


def test_the_series_holds_the_past_year_ends_and_today() -> None:
    here = site(
        *LADDER,
        community(),
        honour("2023-06-01 recommended, 2025-01-01 named, 2025-06-01 retained"),
    )
    series = year_end_series(here, COVERAGE, years=3)
    assert [str(item.on) for item in series] == [
        "2023-12-31",
        "2024-12-31",
        "2025-12-31",
        "2026-04-20",
    ]
    assert [item.numerator for item in series] == [0, 0, 1, 1]


def test_the_roll_tells_nothing_before_its_first_event() -> None:
    """Not entered is not none: no rate of 0 for years of which nobody has written."""
    here = site(*LADDER, community(), honour("2024-01-01 named"))
    assert [item.on.year for item in year_end_series(here, COVERAGE)] == [2024, 2025, 2026]
    days = (date(2023, 12, 31), date(2024, 1, 1))
    assert [f and f.text for f in (figure(here, COVERAGE, on) for on in days)] == [None, "100.0"]


def test_a_city_whose_roll_nobody_has_written_has_not_reported() -> None:
    here = site(*LADDER, community())
    (told,) = answers(here, COVERAGE)
    assert told.verdict is Verdict.UNKNOWN
    assert year_end_series(here, COVERAGE) == []
    other = site(
        *LADDER, community(), honour_kind("other"), honour("2024-01-01 named", kind="other")
    )
    assert [item.verdict for item in answers(other, COVERAGE)] == [Verdict.UNKNOWN]


def test_a_share_of_no_communities_is_nobodys_to_report() -> None:
    assert answers(site(*LADDER), COVERAGE) == []


# For any city whatever

DAYS = st.dates(date(2019, 1, 1), date(2026, 12, 31))
NAMES = ("alpha", "beta", "gamma", "delta")


@st.composite
def communities(draw: st.DrawFn) -> list[Community]:
    return [
        community(
            name,
            est=str(draw(DAYS)),
            dissolved=draw(st.none() | DAYS.map(lambda day: {"date": str(day)})),
        )
        for name in draw(st.sets(st.sampled_from(NAMES)))
    ]


@st.composite
def honours(draw: st.DrawFn) -> list[Honour]:
    events = st.lists(st.tuples(DAYS, st.sampled_from(EventType)), min_size=1, max_size=6)
    holders = st.tuples(st.sampled_from([kind.id for kind in LADDER]), st.sampled_from(NAMES))
    return [
        honour(sorted(draw(events), key=lambda event: event[0]), kind=kind, to=to)
        for kind, to in draw(st.sets(holders))
    ]


def recount(here: list[Community], held: list[Honour], on: date) -> tuple[int, int]:
    """The rule once more, by hand: numerator and denominator."""
    there = set()
    for item in here:
        is_gone = item.dissolved is not None and item.dissolved.date <= on
        if item.est.first() <= on and not is_gone:
            there.add(item.id)
    counting = set()
    for one in held:
        state = State.START
        for event in one.events:
            if event.on <= on:
                state = CYCLE.after(state, event.type) or state
        if state in ("active", "rectifying") and one.honour_kind != "street":
            counting.add(one.subject.ref)
    return len(there & counting), len(there)


@given(communities(), honours(), DAYS)
def test_the_coverage_at_any_date_is_what_a_recount_gives(
    here: list[Community], held: list[Honour], on: date
) -> None:
    found = share(site(*LADDER, *here, *held), on)
    assert found == recount(here, held, on)
    assert 0 <= found[0] <= found[1]
