"""Ids that are proposed for records that nobody has named."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.kinds import BY_NAME, KINDS, is_column_page
from campaign.model.fields import ENTRY_ID, ID, RESERVED
from campaign.problems import catalogue
from campaign.writing import ids

LONG = "a" * 39
"""An id behind which one digit still fits."""
TEXTS = st.one_of(
    st.text(max_size=60),
    st.text("by -1９ｆ甲社区\n", max_size=60),
    st.sampled_from(["By the lake 湖边散步", "by", "index", "shell", "CON", "社区", "X" * 80]),
)
REFS = st.from_regex(ID, fullmatch=True)


class Everything:
    """What nothing is missing from."""

    def __contains__(self, one: object) -> bool:
        return True


def test_a_title_that_begins_as_a_page_of_a_column_has_another_lead() -> None:
    news, data = BY_NAME["news"], {"title": "By the lake 湖边散步"}
    assert ids.proposed(news, data, ()) == "news-by-the-lake-hubiansanbu"
    dated = {**data, "published": "2026-03-05 09:00"}
    assert ids.proposed(news, dated, ()) == "2026-03-05-by-the-lake-hubiansanbu"


def test_numbers_end_where_no_id_can_be_longer() -> None:
    honour, data = BY_NAME["honour"], {"kind": "star", "subject": {"ref": LONG}}
    taken = {f"star/{LONG}", *(f"star/{LONG}-{number}" for number in range(2, 10))}
    assert ids.proposed(honour, data, taken - {f"star/{LONG}-9"}) == f"star/{LONG}-9"
    assert ids.proposed(honour, data, taken) == ""


def test_an_id_that_is_as_long_as_may_be_is_taken_over() -> None:
    data = {"kind": "star", "subject": {"ref": f"{LONG}aa"}}
    assert ids.proposed(BY_NAME["honour"], data, ()) == f"star/{LONG}aa"


def test_nothing_is_proposed_where_all_is_taken() -> None:
    assert ids.proposed(BY_NAME["community"], {"name": "胜利社区"}, Everything()) == ""


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Old Town Photo Walk of Residents 摄影展", "old-town-photo-walk-of"),
        ("X" * 40, "x" * ids.LONGEST),
        ("1" * 40 + "X" * 40, "x" * ids.LONGEST),
        ("12-" + "X" * 40, "x" * ids.LONGEST),
        ("ｆｕｌｌ", "full"),
        ("关于Ａ１楼", "a1lou"),
        ("１２３", ""),
        ("2026年邻里节", "nianlinlijie"),
    ],
)
def test_letters_are_cut_at_words(text: str, slug: str) -> None:
    assert ids.slug(text) == slug


@given(st.sampled_from(KINDS), TEXTS, REFS, REFS, st.integers(0, 30))
def test_what_is_proposed_is_free_and_an_id(
    kind: Any, called: str, ref: str, parent: str, others: int
) -> None:
    data: dict[str, Any] = {"name": called, "title": called, "subject": {"ref": ref}}
    data |= {kind.parent_field: parent} if kind.parent_field else {}
    taken: set[str] = set()
    for _ in range(others):
        id = ids.proposed(kind, data, taken)
        if not id:
            break
        name = id.split("/")[-1]
        assert id not in taken
        assert name not in RESERVED
        assert (ENTRY_ID if kind.is_entry else ID).fullmatch(name)
        assert not (kind.is_entry and is_column_page(f"{name}.md"))
        taken.add(id)
    assert ids.proposed(kind, data, Everything()) == ""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_told_of_ids_is_what_is_asked_of_them(kind: Any) -> None:
    low, high = map(int, re.findall(r"\d+", kind.spelt))
    lengths = [size for size in range(100) if kind.id_form.fullmatch("a" * size)]
    assert lengths == list(range(low, high + 1))
    assert ("数字开头" in kind.spelt) == bool(kind.id_form.fullmatch("2026-a"))
    assert f"{high} 个" in catalogue()["V01a"].wording("zh").remedy
