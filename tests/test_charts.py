from __future__ import annotations

from decimal import Decimal

import pytest

from campaign.derive.charts import BOTTOM, LEFT, RIGHT, TOP, line

HALF_YEARS = [
    ("2023", Decimal(0), "0.0"),
    ("2024", Decimal(50), "50.0"),
    ("2025", Decimal(100), "100.0"),
]


def test_points_are_evenly_spaced_between_the_margins() -> None:
    found = line(HALF_YEARS, width=720)
    assert [point.x for point in found.points] == [LEFT, (LEFT + 720 - RIGHT) / 2, 720 - RIGHT]


def test_two_points_stand_at_the_two_ends() -> None:
    assert [point.x for point in line(HALF_YEARS[:2], width=720).points] == [LEFT, 720 - RIGHT]


def test_a_hundred_per_cent_is_at_the_top_and_nothing_at_the_bottom() -> None:
    found = line(HALF_YEARS, height=280)
    assert [point.y for point in found.points] == [280 - BOTTOM, (TOP + 280 - BOTTOM) / 2, TOP]


def test_points_carry_their_label_and_their_text() -> None:
    found = line(HALF_YEARS)
    assert [(p.label, p.text) for p in found.points] == [(a, c) for a, _, c in HALF_YEARS]


def test_the_path_goes_through_the_points_in_order() -> None:
    first, second, third = (f"{p.x} {p.y}" for p in line(HALF_YEARS).points)
    assert line(HALF_YEARS).path == f"M{first} L{second} L{third}"


def test_the_grid_stands_where_points_of_its_values_would() -> None:
    found = line(HALF_YEARS)
    assert [point.label for point in found.grid] == ["0%", "25%", "50%", "75%", "100%"]
    assert [found.grid[index].y for index in (0, 2, 4)] == [point.y for point in found.points]


def test_the_target_stands_where_a_point_of_its_value_would() -> None:
    found = line(HALF_YEARS, target=Decimal(50))
    assert found.target is not None
    assert found.target.y == found.points[1].y
    assert found.target.label == "目标 50%"
    assert line(HALF_YEARS).target is None


def test_a_target_of_nothing_is_drawn() -> None:
    assert line(HALF_YEARS, target=Decimal(0)).target is not None


@pytest.mark.parametrize("count", [0, 1])
def test_too_few_values_for_a_line_are_no_fault(count: int) -> None:
    found = line(HALF_YEARS[:count])
    assert len(found.points) == count
    assert found.path == " ".join(f"M{point.x} {point.y}" for point in found.points)
