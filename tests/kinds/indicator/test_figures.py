from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.facts import figure
from campaign.kinds.indicator.figure import Figure, rounded
from values import TODAY, community, honour, honour_kind, indicator, site


def of_community(formula: dict[str, Any], **fields: Any) -> Figure | None:
    one = indicator(kind="computed", scope="community", formula=formula)
    here = site(one, community(**fields))
    return figure(here, one, TODAY, "alpha")


def measured(*values: dict[str, Any], **fields: Any) -> Indicator:
    return indicator(values=[{"source": "台账", **value} for value in values], **fields)


def at(one: Indicator, on: str, subject: str = "") -> Figure | None:
    return figure(site(one), one, date.fromisoformat(on), subject)


# Printing


@pytest.mark.parametrize(
    ("value", "precision", "text"),
    [
        ("75.55", 1, "75.6"),
        ("75.45", 1, "75.5"),
        ("0.5", 0, "1"),
        ("2.5", 0, "3"),
        ("100", 2, "100.00"),
        ("1234567", 0, "1234567"),
        ("-0.25", 1, "-0.3"),
    ],
)
def test_figures_are_rounded_half_up_to_their_decimals(
    value: str, precision: int, text: str
) -> None:
    assert rounded(Decimal(value), precision) == text


@given(st.decimals(0, 10**9, places=6), st.integers(0, 4))
def test_a_rounded_figure_is_at_most_half_a_step_off(value: Decimal, precision: int) -> None:
    step = Decimal(1).scaleb(-precision)
    text = rounded(value, precision)
    assert abs(Decimal(text) - value) <= step / 2
    assert len(text.partition(".")[2]) == precision


def test_a_figure_says_its_unit_and_its_fraction() -> None:
    found = Figure(indicator(precision=1), Decimal("75.555"), TODAY, Decimal(34), Decimal(45))
    assert found.with_unit == "75.6%"
    assert found.fraction == "34/45"
    assert Figure(indicator(), Decimal(3), TODAY).fraction == ""
    assert Figure(indicator(), Decimal(3), TODAY, None, Decimal(45)).fraction == ""


# Targets


@pytest.mark.parametrize(
    ("op", "value", "meets"),
    [
        (">=", 80, True),
        (">=", 79, False),
        ("<=", 80, True),
        ("<=", 81, False),
        ("=", 80, True),
        ("=", 79, False),
    ],
)
def test_a_figure_is_held_against_its_target(op: str, value: int, meets: bool) -> None:
    one = indicator(target={"op": op, "value": "80"})
    assert Figure(one, Decimal(value), TODAY).meets is meets


def test_without_a_target_nothing_is_met_or_missed() -> None:
    found = Figure(indicator(), Decimal(3), TODAY)
    assert found.meets is None


@pytest.mark.parametrize(("value", "share"), [(-3, 0), (0, 0), ("75.6", "75.6"), (130, 100)])
def test_a_rate_stands_on_the_scale_as_it_is(value: Any, share: Any) -> None:
    found = Figure(indicator(target={"value": "80"}), Decimal(value), TODAY)
    assert found.on_scale(found.value) == Decimal(share)


def test_a_count_stands_on_the_scale_as_a_part_of_its_whole() -> None:
    one = indicator(unit="项", target={"value": "5"})
    found = Figure(one, Decimal(4), TODAY, Decimal(4), Decimal(5))
    assert (found.on_scale(found.value), found.on_scale(Decimal(5))) == (80, 100)


def test_what_has_no_whole_has_no_place_on_the_scale() -> None:
    assert Figure(indicator(unit="m²"), Decimal(58), TODAY).on_scale(Decimal(30)) is None


# Measured


def test_the_latest_value_known_on_the_day_is_taken() -> None:
    one = measured(
        {"period": "2026-03", "value": "31", "source": "第 12 期"},
        {"period": "2025-10", "value": "20"},
        {"period": "2026-04", "value": "35"},
    )
    found = at(one, "2026-03-31")
    assert found is not None
    assert (found.value, found.source, found.on) == (31, "第 12 期", date(2026, 3, 31))
    assert at(one, "2025-09-30") is None
    assert at(one, "2025-10-01") is not None


def test_a_value_never_claims_to_be_of_a_later_day_than_asked_for() -> None:
    found = at(measured({"period": "2026", "value": "31"}), "2026-04-20")
    assert found is not None
    assert found.on == date(2026, 4, 20)


def test_a_value_says_out_of_how_many() -> None:
    found = at(measured({"period": "2026-04", "value": "32", "of": "35"}), "2026-04-20")
    assert found is not None
    assert found.fraction == "32/35"


def test_each_subject_has_its_own_values() -> None:
    one = measured(
        {"period": "2026-03", "value": "84.6", "subject": "east"},
        {"period": "2026-03", "value": "82.3", "subject": "west"},
    )
    found = at(one, "2026-04-20", "west")
    assert found is not None
    assert (found.value, found.subject) == (Decimal("82.3"), "west")
    assert at(one, "2026-04-20") is None
    assert at(one, "2026-04-20", "north") is None


# Computed

FACILITIES = [
    {"kind": "service_station", "name": "一号", "area_m2": "24"},
    {"kind": "service_station", "name": "二号", "area_m2": "36.5"},
    {"kind": "citizen_school", "name": "学校"},
]
SERVICES = [
    {"name": "送餐", "kind": "welfare"},
    {"name": "理发", "kind": "low_fee"},
    {"name": "咨询", "kind": "welfare"},
    {"name": "家政", "kind": "paid"},
    {"name": "维修", "kind": "paid"},
]


def test_facilities_of_the_kinds_are_counted() -> None:
    formula = {"name": "facility_count", "kinds": ["service_station", "library"]}
    found = of_community(formula, facilities=FACILITIES)
    assert found is not None
    assert (found.value, found.fraction) == (2, "")


def test_the_largest_facility_of_the_kinds_is_measured() -> None:
    formula = {"name": "facility_area", "kinds": ["service_station"]}
    found = of_community(formula, facilities=FACILITIES)
    assert found is not None
    assert found.value == Decimal("36.5")


def test_no_facility_of_the_kind_measures_nothing() -> None:
    formula = {"name": "facility_area", "kinds": ["library"]}
    for facilities in (FACILITIES, []):
        found = of_community(formula, facilities=facilities)
        assert found is not None
        assert found.value == 0


def test_a_facility_that_nobody_measured_is_not_known_to_be_small() -> None:
    formula = {"name": "facility_area", "kinds": ["citizen_school", "service_station"]}
    assert of_community(formula, facilities=FACILITIES) is None


def test_a_facility_that_nobody_measured_takes_nothing_from_one_that_is_large_enough() -> None:
    formula = {"name": "facility_area", "kinds": ["citizen_school", "service_station"]}
    one = indicator(kind="computed", scope="community", formula=formula, target={"value": "30"})
    found = figure(site(one, community(facilities=FACILITIES)), one, TODAY, "alpha")
    assert found is not None
    assert found.value == Decimal("36.5")


@pytest.mark.parametrize("name", ["facility_count", "facility_area", "facility_kinds"])
def test_facilities_that_nobody_listed_are_not_none(name: str) -> None:
    assert of_community({"name": name, "kinds": ["library"]}) is None


def test_kinds_of_facility_are_counted_once_each_out_of_all_that_are_asked_for() -> None:
    formula = {"name": "facility_kinds", "kinds": ["service_station", "rehab", "citizen_school"]}
    found = of_community(formula, facilities=FACILITIES)
    assert found is not None
    assert (found.value, found.fraction) == (2, "2/3")


def test_the_welfare_share_counts_free_services_only() -> None:
    found = of_community({"name": "service_share", "kinds": ["welfare"]}, services=SERVICES)
    assert found is not None
    assert (found.value, found.fraction, found.subject) == (40, "2/5", "alpha")


def test_services_that_nobody_listed_have_no_share() -> None:
    assert of_community({"name": "service_share", "kinds": ["welfare"]}) is None


def test_a_community_that_says_that_it_offers_nothing_has_a_share_of_nothing() -> None:
    found = of_community({"name": "service_share", "kinds": ["welfare"]}, services=[])
    assert found is not None
    assert (found.value, found.fraction) == (0, "0/0")


def test_a_figure_of_an_unknown_community_is_none() -> None:
    one = indicator(kind="computed", scope="community", formula={"name": "facility_count"})
    assert figure(site(one, community()), one, TODAY, "beta") is None
    assert figure(site(one, community()), one, TODAY) is None


def test_the_coverage_comes_with_its_fraction_of_the_city_or_a_district() -> None:
    one = indicator(precision=1, kind="computed", formula={"name": "coverage"})
    here = site(
        one,
        honour_kind(counts_for=["coverage"]),
        community("alpha"),
        community("beta", district="west"),
        community("gamma", district="west"),
        honour("2025-01-01 named", to="beta"),
    )
    city, west = figure(here, one, TODAY), figure(here, one, TODAY, "west")
    assert city is not None
    assert west is not None
    assert (city.text, city.fraction) == ("33.3", "1/3")
    assert (west.text, west.fraction, west.subject) == ("50.0", "1/2", "west")
    assert figure(here, one, TODAY, "north") is None


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("2026", "2026 年"),
        ("2026-04", "2026 年 4 月"),
        ("2026-04-15", "截至 2026-04-15"),
    ],
)
@pytest.mark.parametrize("on", ["2026-04-15", "2026-04-20", "2027-01-01"])
def test_a_period_is_told_as_the_period_whatever_the_day(period: str, told: str, on: str) -> None:
    one = indicator(values=[{"period": period, "value": "5", "source": "台账"}])
    found = figure(site(one), one, date.fromisoformat(on))
    assert found is not None
    assert found.when == told


def test_a_computed_figure_tells_its_day() -> None:
    kind = honour_kind(counts_for=["coverage"])
    one = indicator(kind="computed", formula={"name": "coverage"})
    held = honour("2024-05-01 named")
    found = figure(site(one, kind, held, community()), one, TODAY)
    assert found is not None
    assert found.when == "截至 2026-04-20"
