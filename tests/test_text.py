"""Texts cut to a length, and made safe for spreadsheets."""

from __future__ import annotations

import pytest

from campaign.text import cut, flat, safe_in_spreadsheets


def test_a_text_becomes_one_line() -> None:
    assert flat(" 甲\n 乙  丙\t") == "甲 乙 丙"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一二三四", "一二三四"),
        ("一二三四五", "一二三…"),
        ("一二，四五", "一二…"),
        ("一、；：五", "一…"),
        ("一 \n 二", "一 二"),
    ],
)
def test_a_text_is_cut_behind_a_word_and_not_behind_a_comma(text: str, found: str) -> None:
    assert cut(text, 4) == found


def test_marks_may_stay_before_the_dots() -> None:
    assert cut("一二，四五", 4, unfinished="") == "一二，…"


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@SUM", "\t=1", " =1", "＝1", "\x00=1"])
def test_a_cell_that_would_be_computed_is_text(text: str) -> None:
    assert safe_in_spreadsheets(text) == f"'{text}"


@pytest.mark.parametrize("text", ["甲=乙", "一号", "", "2026-01-01"])
def test_another_cell_stays_as_it_is(text: str) -> None:
    assert safe_in_spreadsheets(text) == text
