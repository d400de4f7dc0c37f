from __future__ import annotations

from decimal import Decimal

import pytest

from campaign.render.drawing import BOTTOM, LEFT, RIGHT, TOP, Stack, bars, line, stacked

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


# Bars

RATES = [("东镇", Decimal(88), "88%", "met"), ("西镇", Decimal(40), "40%", "gap")]


def test_a_bar_is_as_long_as_its_share_of_the_whole() -> None:
    found = bars(RATES, full=Decimal(100), width=400)
    assert [bar.width for bar in found.bars] == [352, 160]
    assert bars(RATES, width=440).bars[0].width == 440


def test_no_bar_leaves_the_drawing() -> None:
    found = bars([("多", Decimal(130), "", None), ("少", Decimal(-5), "", None)], full=Decimal(100))
    assert [bar.width for bar in found.bars] == [480, 0]
    assert bars([("无", Decimal(0), "0", None)]).bars[0].width == 0


def test_bars_follow_one_another_with_their_words() -> None:
    found = bars(RATES)
    assert found.bars[1].y - found.bars[0].y == found.height / 2
    assert [(b.label, b.text, b.verdict) for b in found.bars] == [(a, t, v) for a, _, t, v in RATES]


def test_the_target_stands_where_a_bar_of_its_value_would_end() -> None:
    found = bars(RATES, (Decimal(88), "标准"), Decimal(100))
    assert found.target is not None
    assert (found.target.x, found.target.label) == (found.bars[0].width, "标准")


# Stacks

STACKS = [
    Stack("2024", [("city", 2), ("national", 1)]),
    Stack("2025", [("city", 4), ("national", 2)]),
]


def test_the_largest_column_takes_the_whole_height_and_others_their_share() -> None:
    small, large = stacked(STACKS, height=300).columns
    assert large.top == TOP
    assert 300 - BOTTOM - small.top == (300 - BOTTOM - TOP) / 2
    assert (small.total, large.total) == (3, 6)


def test_parts_stand_on_one_another_without_a_gap() -> None:
    for column in stacked(STACKS).columns:
        low, high = column.segments
        assert high.y + high.height == low.y
        assert low.y + low.height == stacked(STACKS).base
        assert high.y == column.top


def test_a_count_is_written_only_where_it_fits() -> None:
    found = stacked([Stack("2025", [("city", 99), ("national", 1)])])
    assert [segment.fits for segment in found.columns[0].segments] == [True, False]


def test_nothing_to_stack_is_no_fault() -> None:
    assert stacked([]).columns == []
    assert stacked([Stack("2025", [("city", 0)])]).columns[0].segments[0].height == 0
