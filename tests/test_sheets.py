"""Long lists on several pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.render.sheets import Group, contents, cut, pager


def group(label: str, count: int) -> Group[str]:
    return Group(label, label, [f"{label}{n}" for n in range(count)])


@given(st.lists(st.integers(0, 40), max_size=8), st.integers(1, 12))
def test_every_item_stands_once_and_in_order(counts: list[int], size: int) -> None:
    groups = [group(f"g{n}-", count) for n, count in enumerate(counts)]
    found = cut(groups, size)
    assert [i for sheet in found for p in sheet for i in p.items] == [
        i for g in groups for i in g.items
    ]
    assert all(0 < sum(len(p.items) for p in sheet) <= size for sheet in found if sheet)
    assert all(sum(len(p.items) for p in sheet) == size for sheet in found[:-1])


def test_nothing_is_one_empty_sheet() -> None:
    assert cut([]) == [[]]


def test_a_group_that_goes_on_says_so() -> None:
    first, second = cut([group("市级", 3)], 2)
    assert [piece.heading for piece in first + second] == ["市级", "市级（续）"]


def test_the_contents_lead_to_where_each_group_begins() -> None:
    found = cut([group("a", 3), group("b", 2)], 2)
    assert contents(found, ["x/", "x_2/", "x_3/"]) == [
        {"label": "a", "count": "3", "url": "x/#a"},
        {"label": "b", "count": "2", "url": "x_2/#b"},
    ]
    assert contents(found[:1], ["x/"]) == []


def numbers(last: int, number: int) -> list[int | str]:
    found = pager([f"p{n}/" for n in range(1, last + 1)], number)
    assert found is not None
    return [part for s in found["links"] for part in (["…"] if s["gap"] else []) + [s["number"]]]


@pytest.mark.parametrize(
    ("last", "number", "shown"),
    [
        (2, 1, [1, 2]),
        (20, 1, [1, 2, 3, "…", 20]),
        (20, 10, [1, "…", 8, 9, 10, 11, 12, "…", 20]),
        (20, 20, [1, "…", 18, 19, 20]),
        (5, 3, [1, 2, 3, 4, 5]),
    ],
)
def test_the_pager_stays_short(last: int, number: int, shown: list[int | str]) -> None:
    assert numbers(last, number) == shown


def test_the_pager_turns_to_the_next_and_the_previous_page_only_where_there_is_one() -> None:
    addresses = ["a/", "b/", "c/"]
    turns = [pager(addresses, n) or {} for n in (1, 2, 3)]
    assert [(p["before"], p["after"]) for p in turns] == [(None, "b/"), ("a/", "c/"), ("b/", None)]
    assert pager(["a/"], 1) is None
