"""What a text is looked up by; the interface's `tokens.test.js` reads the same cases."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given, strategies

from campaign.search import tokens

CASES = json.loads(Path(__file__).with_name("tokens.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("term", CASES)
def test_a_text_has_every_token_that_it_is_asked_for_by(term: str) -> None:
    assert set(CASES[term]) <= tokens.counted(f"前，{term}，后").keys()


def test_tokens_are_counted() -> None:
    assert tokens.counted("路灯，路灯 4号4号") == {"路灯": 2, "灯": 1, "4": 2, "4号": 2, "号4": 1}


def test_a_sign_that_begins_no_pair_stands_alone() -> None:
    assert "灯" in tokens.counted("路灯。")
    assert "灯" not in tokens.counted("路灯。灯坏了")
    assert tokens.counted("灯") == {"灯": 1}


def test_figures_are_found_whole_and_in_parts() -> None:
    assert {"3,180", "3", "180"} <= tokens.counted("3,180 户").keys()
    assert {"8:30", "17:30"} <= tokens.counted("8:30—17:30").keys()


@pytest.mark.parametrize(
    ("text", "plain"),
    [("ＡＢ１", "ab1"), ("①", "1"), ("㎡", "㎡"), ("ﬁ", "ﬁ"), ("İ", "İ"), ("路", "路")],
)
def test_letters_and_digits_take_their_plain_form_one_for_one(text: str, plain: str) -> None:
    assert tokens.folded(text) == plain


@given(strategies.text(alphabet="路灯坏了，。 4月a_-", max_size=30))
def test_every_pair_of_neighbours_with_a_chinese_sign_is_a_token(text: str) -> None:
    found = tokens.counted(text)
    for pair in map("".join, itertools.pairwise(text)):
        if all(sign.isalnum() for sign in pair) and any(sign in "路灯坏了月" for sign in pair):
            assert found[pair] == sum(text[n : n + 2] == pair for n in range(len(text)))
    assert all(token.strip() == token and token for token in found)
