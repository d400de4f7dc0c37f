"""A record that became another one: what stayed keeps its place, its order and its comment."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from campaign.writing.changes import Insert, Remove, Set, applied, under
from campaign.writing.differences import changes_between, is_same
from campaign.writing.splicing import (
    data_of,
    spliced,
)
from spliced_texts import TEXT, TEXTS, diff

VALUES = st.recursive(
    st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(TEXTS),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.from_regex(r"[a-z_]{1,6}", fullmatch=True), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,6}", fullmatch=True), VALUES, max_size=4))
def test_from_any_record_to_any_other(new: dict[str, Any]) -> None:
    old = data_of(TEXT)
    changes = changes_between(old, new)
    assert is_same(applied(old, changes), new)
    assert is_same(data_of(spliced(TEXT, changes)), new) if new else True


@given(st.permutations(range(6)), st.data())
def test_a_list_in_another_order_keeps_what_stands_beside_its_items(
    order: list[int], data: st.DataObject
) -> None:
    text = "l:\n" + "".join(f"  # 注{n}\n  - {{id: n{n}, v: {n}}} # 旁{n}\n" for n in range(6))
    old = data_of(text)
    kept = data.draw(st.integers(1, 6))
    new = {"l": [old["l"][n] for n in order[:kept]]}
    made = spliced(text, changes_between(old, new))
    assert data_of(made) == new
    beside = [line.split("# 旁")[1] for line in made.splitlines() if "旁" in line]
    assert beside == [str(n) for n in order[:kept]]


def test_an_item_that_changed_keeps_its_place_and_comment() -> None:
    old = data_of(TEXT)
    new = applied(old, [Set(("list", 0, "b"), "9"), Insert(("list", 0), {"c": "1"})])
    assert changes_between(old, new) == [
        Insert(("list", 0), {"c": "1"}),
        Set(("list", 1, "b"), "9"),
    ]


def test_a_field_that_a_form_empties_goes_and_a_new_one_stands_in_its_order() -> None:
    changes = changes_between({"a": "1", "b": "2", "c": None}, {"a": None, "n": "3", "b": "2"})
    assert changes == [Set(("n",), "3", after=""), Remove(("a",))]
    assert changes_between({"t": "一\n"}, {"t": "一"}) == []
    assert changes_between({"t": "一\n"}, {"t": "二"}) == [Set(("t",), "二\n")]


def test_a_record_in_a_file_of_many_is_changed_there() -> None:
    text = "items:\n  - {id: a, v: 1}\n  - {id: b, v: 2}\n"
    made = spliced(text, under(("items", 1), [Set(("v",), "3")]))
    assert diff(text, made) == "-  - {id: b, v: 2}\n+  - {id: b, v: 3}\n"
