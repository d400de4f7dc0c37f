from __future__ import annotations

from decimal import Decimal

import pytest

from campaign.derive.quantities import number, quantities


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", "3"),
        ("640", "640"),
        ("2.5", "2.5"),
        ("三", "3"),
        ("两", "2"),
        ("十", "10"),
        ("十二", "12"),
        ("三十", "30"),
        ("二百三十", "230"),
        ("一千零五", "1005"),
        ("两万", "20000"),
        ("十二万三千", "123000"),
        ("3.4万", "34000"),
    ],
)
def test_numbers_are_read_in_digits_and_in_characters(text: str, value: str) -> None:
    assert number(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三公里湖岸从早到晚", "3"),
        ("3公里的湖岸", "3"),
        ("没有围墙的那一面，是两公里半的湖岸", "2.5"),
    ],
)
def test_a_quantity_is_a_number_with_its_unit_and_noun(text: str, value: str) -> None:
    found = quantities([(1, text)])
    assert {key: said.value for key, said in found.items()} == {("公里", "湖岸"): Decimal(value)}


@pytest.mark.parametrize(
    "text",
    [
        "近三公里湖岸",
        "约3公里湖岸",
        "三公里多的湖岸",
        "第三条巷子",
        "湖岸三公里",
        "一条巷子，两条巷子",
    ],
)
def test_what_is_no_outright_value_is_left_alone(text: str) -> None:
    assert quantities([(1, text)]) == {}
