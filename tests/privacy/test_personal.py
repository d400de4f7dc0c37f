"""Numbers of people are found in any dress, and ordinary texts of offices raise no alarm."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.privacy import personal
from campaign.privacy.finding import Trace
from campaign.privacy.numbers import check_character, luhn
from campaign.reading.personal import in_lines
from privacy.people import MOBILES, sentences
from sites import ROOT

ORDINARY = Path(__file__).with_name("ordinary.txt").read_text(encoding="utf-8")
LEAST = 0.99
"""The share that must be found."""


def found(text: str) -> list[Trace]:
    return [item.trace for _, findings in in_lines(text.split("\n")) for item in findings]


def test_nearly_every_number_is_found_whatever_it_wears() -> None:
    known = sentences()
    missed = [(trace.value, text) for trace, text in known if trace not in found(text)]
    assert len({text for _, text in known}) == len(known) >= 300
    assert len(missed) <= (1 - LEAST) * len(known), missed


def test_every_kind_of_number_is_found() -> None:
    counted = Counter(trace for trace, _ in sentences())
    met = Counter(trace for trace, text in sentences() if trace in found(text))
    assert {trace: met[trace] / counted[trace] >= LEAST for trace in Trace} == dict.fromkeys(
        Trace, True
    )


@pytest.mark.parametrize("line", ORDINARY.splitlines())
def test_an_ordinary_line_raises_no_alarm(line: str) -> None:
    assert found(line) == []


@pytest.mark.parametrize("folder", ["docs", "showcases", "tests/site"])
def test_the_sample_raises_no_alarm(folder: str) -> None:
    for path in sorted((ROOT / folder).rglob("*")):
        if path.suffix in (".md", ".yml"):
            assert found(path.read_text(encoding="utf-8")) == [], path


def test_the_data_that_are_made_from_the_content_raise_no_alarm(built: Path) -> None:
    made = [path for path in (built / "site").rglob("*") if path.suffix in (".csv", ".json")]
    assert made
    for path in made:
        assert found(path.read_text(encoding="utf-8-sig")) == [], path


# Check digits


def test_check_digits_are_those_of_the_standards() -> None:
    assert check_character("11010519491231002") == "X"  # the example of GB 11643-1999
    assert luhn("4539148803436467")
    assert not luhn("4539148803436468")


def test_another_last_digit_makes_no_identity_card() -> None:
    assert found("编号000101199003070032") == [Trace.IDENTITY]
    assert found("编号000101199003070033") == []


# Masks


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("电话13800138000。", "电话138****8000。"),
        ("电话１３８ ００１３ ８０００", "电话１３８ **** ８０００"),
        ("身份证000101199003070032", "身份证000*************32"),
        ("卡6222021234567890128", "卡6222***********0128"),
        ("护照E12345678", "护照E******78"),
        ("zhangsan@163.com", "z*******@163.com"),
        ("张三家住3栋2单元501室", "张三家住*栋*单元***室"),
        ("浙A·12345", "浙A·****5"),
    ],
)
def test_a_number_is_shown_without_what_would_tell_it(text: str, shown: str) -> None:
    assert personal.masked(text) == shown


@given(st.text(max_size=8), st.sampled_from(MOBILES), st.text(max_size=8))
def test_a_masked_text_tells_nothing_and_keeps_its_length(
    before: str, number: str, after: str
) -> None:
    text = f"{before}，{number}，{after}"
    assert number not in personal.masked(text)
    assert len(personal.masked(text)) == len(text)


@pytest.mark.parametrize("text", ["138****8000", "000*************32", "z*******@163.com"])
def test_what_is_masked_already_is_nothing(text: str) -> None:
    assert found(text) == []
