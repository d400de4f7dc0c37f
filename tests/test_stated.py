from __future__ import annotations

from decimal import Decimal

import pytest

from campaign.derive.stated import agrees
from campaign.model.partial_date import PartialDate


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("340户", "340"),
        ("三百四十户", "340"),
        ("三百多户", "340"),
        ("近四百户", "340"),
        ("约340户", "338"),
        ("不到四分之一", "3.4"),
        ("3.4万元", "34000"),
        ("3.4万元", "3.4"),
        ("两公里半", "2.5"),
        ("1.9公顷", "1.9"),
        ("六十多处", "64"),
        ("一百二十多名", "127"),
    ],
)
def test_words_that_say_a_number(words: str, value: str) -> None:
    assert agrees(words, Decimal(value))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("340户", "341"),
        ("三百多户", "300"),
        ("三百多户", "412"),
        ("近四百户", "400"),
        ("约340户", "346"),
        ("一百二十多名", "131"),
        ("许多", "3"),
    ],
)
def test_words_that_say_another_number(words: str, value: str) -> None:
    assert not agrees(words, Decimal(value))


@pytest.mark.parametrize("words", ["2016年12月", "2016年冬", "2016年", "2016"])
def test_words_that_say_a_day(words: str) -> None:
    assert agrees(words, PartialDate(2016, 12))


@pytest.mark.parametrize("words", ["2017年", "2016年11月", "去年冬天"])
def test_words_that_say_another_day(words: str) -> None:
    assert not agrees(words, PartialDate(2016, 12))
