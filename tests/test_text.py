"""Texts cut to a length, and made safe for spreadsheets."""

from __future__ import annotations

import json
import re
import shutil

import pytest

from campaign.build import scripts
from campaign.text import FORMULA, cut, flat, safe_in_spreadsheets
from conftest import needed
from test_scripts import run


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


FORMULAS = (
    *("=1+1", "+86", "-1", "@SUM", "＝1", "＋1", "－1", "＠SUM", "\t甲", "\r甲", "\n甲"),
    *("\t=1", "\r=1", "\n=1", " =1+1", "\x00=1", "\u3000＝1", "\xa0=1", "\u200b=1", "\ufeff=1"),
)


@pytest.mark.parametrize("text", FORMULAS)
def test_a_cell_that_would_be_computed_is_text(text: str) -> None:
    assert safe_in_spreadsheets(text) == f"'{text}"


@pytest.mark.parametrize("text", ["甲=乙", "一号", "", "2026-01-01"])
def test_another_cell_stays_as_it_is(text: str) -> None:
    assert safe_in_spreadsheets(text) == text


def test_the_script_of_the_roll_knows_the_same_formulas() -> None:
    """Its own pattern is the same text; run, it finds what the other finds."""
    source = (scripts.FOLDER / "roll/honours.js").read_text(encoding="utf-8")
    found = re.search(r"^const FORMULA = /(.*)/;$", source, re.MULTILINE)
    assert found is not None
    assert found[1] == FORMULA.pattern


def test_the_pattern_means_the_same_in_both_languages() -> None:
    texts = [f"{chr(mark)}=" for mark in (*range(0x3100), *range(0xFE00, 0xFFFF))]
    code = "const texts = JSON.parse(require('fs').readFileSync(0));"
    code += f"console.log(JSON.stringify(texts.map((text) => /{FORMULA.pattern}/.test(text))))"
    node = needed(shutil.which("node"), "Node")
    found = json.loads(run(node, "-e", code, stdin=json.dumps(texts)))
    assert found == [FORMULA.match(text) is not None for text in texts]
