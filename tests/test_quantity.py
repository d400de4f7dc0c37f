"""Which number somebody meant: told only where nobody can doubt it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.model.quantity import meant


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0.36万", "3600"),
        ("1.2亿元", "120000000"),
        ("3,600", "3600"),
        ("3，600元", "3600"),
        ("1,234,567", "1234567"),
        ("3600 元", "3600"),
        ("３６００元", "3600"),
        ("12%", "12"),
        ("0.50米", "0.5"),
        ("三十五户", "35"),
        ("十", "10"),
        ("一百零五", "105"),
        ("两千四百", "2400"),
        ("一万二千", "12000"),
        ("一二", "12"),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, number: str) -> None:
    assert meant(text) == number


@pytest.mark.parametrize(
    "text", ["", "约3600", "3600多", "3至5", "3,60", "1_000", "0x1F", "第一", "3公里", "万", "3万6"]
)
def test_what_may_mean_anything_is_not_guessed(text: str) -> None:
    assert meant(text) == ""


@given(st.integers(0, 10**12))
def test_commas_and_a_unit_change_no_number(number: int) -> None:
    assert meant(f"{number:,}元") == meant(str(number)) == str(number)
