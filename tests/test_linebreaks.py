"""Lines of Chinese titles: what may begin and end one, and how even they are."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from string import ascii_letters, digits

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont

from campaign.images import linebreaks
from campaign.images.linebreaks import shortened, units
from campaign.photos.cards import MARGIN, SIZE, TITLE_SIZES
from campaign.reading import records
from sites import ROOT

NEVER_FIRST = "）》〉】」』”’，。、；：！？…—·％%℃,.;:!?)]}"
NEVER_LAST = "（《〈【「『“‘([{"
WORDS = ("5G", "Wi-Fi", "App", "2026", "1,870", "3.5", "2024—2025", "A&B", "don't", "C++", "café")
CAMPAIGN = "创建全国文明城市社区居民楼道议事会"
WIDTHS = st.integers(min_value=1, max_value=40)
thorough = settings(max_examples=300)
Breaker = Callable[[str, float, Callable[[str], float]], list[str]]


def filled(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    return linebreaks.filled(units(text), width, measure)


def balanced(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    return linebreaks.balanced(units(text), width, measure)


BREAKERS = pytest.mark.parametrize("broken", [filled, balanced])


def measure(text: str) -> float:
    """Latin letters are half as wide as Chinese characters."""
    return sum(1 if character.isascii() else 2 for character in text)


def flat(text: str) -> str:
    return " ".join(text.split())


def squeezed(text: str) -> str:
    return "".join(text.split())


PIECES = st.one_of(
    st.sampled_from(CAMPAIGN),
    st.sampled_from(CAMPAIGN),
    st.sampled_from(NEVER_FIRST + NEVER_LAST),
    st.sampled_from(WORDS),
    st.text(ascii_letters + digits, min_size=1, max_size=9),
    st.sampled_from(["（第一批）", "《条例》", "——", "……", "“邻里”", " ", "  ", "\n"]),
)
TITLES = st.lists(PIECES, max_size=40).map("".join)


@thorough
@given(TITLES, WIDTHS)
@BREAKERS
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(
    broken: Breaker, title: str, width: int
) -> None:
    lines = broken(title, width, measure)
    assert [line for line in lines[1:] if line[:1] in NEVER_FIRST] == []
    assert [line for line in lines[:-1] if line[-1:] in NEVER_LAST] == []


@thorough
@given(TITLES, WIDTHS)
@BREAKERS
def test_lines_give_the_text_back_but_for_spaces_where_they_break(
    broken: Breaker, title: str, width: int
) -> None:
    rest = flat(title)
    for line in broken(title, width, measure):
        assert rest.startswith(line)
        rest = rest[len(line) :].removeprefix(" ")
    assert rest == ""


@thorough
@given(TITLES, WIDTHS)
@BREAKERS
def test_no_line_breaks_within_a_word_or_a_number(broken: Breaker, title: str, width: int) -> None:
    lines = broken(title, width, measure)
    words = re.findall("[A-Za-z0-9é]+", title)
    assert re.findall("[A-Za-z0-9é]+", "\n".join(lines)) == words


@pytest.mark.parametrize("word", WORDS)
@BREAKERS
def test_a_word_with_marks_in_it_stays_whole(broken: Breaker, word: str) -> None:
    for width in range(1, 20):
        lines = broken(f"社区{word}网络（{word}）", width, measure)
        assert sum(line.count(word) for line in lines) == 2


@thorough
@given(TITLES, WIDTHS)
@BREAKERS
def test_only_what_cannot_be_broken_is_wider_than_asked(
    broken: Breaker, title: str, width: int
) -> None:
    for line in broken(title, width, measure):
        assert measure(line) <= width or len(units(line)) == 1


@thorough
@given(TITLES, WIDTHS)
def test_even_lines_are_as_many_as_full_ones_and_no_wider(title: str, width: int) -> None:
    full, even = filled(title, width, measure), balanced(title, width, measure)
    assert len(even) == len(full)
    assert max(map(measure, even)) <= max(map(measure, full))


@pytest.mark.parametrize(
    ("title", "width", "lines"),
    [
        ("荒院变花园", 28, ["荒院变花园"]),
        ("", 28, [""]),
        ("创建全国文明城市社区居民楼道议", 28, ["创建全国文明城市", "社区居民楼道议"]),
        ("楼道议事会：站着开的会", 12, ["楼道议事会：", "站着开的会"]),
        ("关于印发《文明条例》的通知", 12, ["关于印发", "《文明条", "例》的通知"]),
        ("建 5G 网络", 4, ["建", "5G", "网络"]),
        ("好 ，真好", 4, ["好 ，", "真好"]),
        ("（ 甲 ）乙", 4, ["（ 甲 ）", "乙"]),
        ("Hello! 你好", 5, ["Hello!", "你好"]),
    ],
)
def test_titles_break_where_a_reader_would(title: str, width: int, lines: list[str]) -> None:
    assert balanced(title, width, measure) == lines


# Shortening


@thorough
@given(TITLES.filter(squeezed), st.integers(min_value=2, max_value=40))
def test_a_shortened_line_is_the_beginning_of_the_line_and_fits(title: str, width: int) -> None:
    line = filled(title, width, measure)[0]
    short = shortened(line, width, measure)
    assert short[-1] == "…"
    assert line.startswith(short[:-1])
    assert len(short) <= len(line) or len(line) == 1
    assert measure(short) <= width


@pytest.mark.parametrize(
    ("line", "short"),
    [
        ("创建文明城市", "创建文明城…"),
        ("创建文明，城", "创建文明…"),
        ("创建《条例》", "创建《条…"),
        ("创建 Wi-Fi", "创建…"),
        ("Hello world", "Hello…"),
        ("甲", "…"),
    ],
)
def test_no_word_is_cut_and_no_mark_stands_before_the_ellipsis(line: str, short: str) -> None:
    assert shortened(line, measure(line) + 2, measure) == short


def test_a_wide_ellipsis_takes_the_place_of_as_many_letters_as_it_needs() -> None:
    assert shortened("社区 a b c", 9, measure) == "社区 a…"


# The sample


@pytest.fixture(scope="module")
def titles() -> list[str]:
    """What the records and entries of this repository are called."""
    site, _ = records.load(ROOT)
    assert site
    return sorted({record.heading for record in site.everything()})


def alone(lines: list[str]) -> bool:
    """Whether the last of several lines is one character long."""
    return len(lines) > 1 and len(lines[-1].strip(NEVER_FIRST)) <= 1


def test_no_character_of_the_sample_stands_alone_on_a_last_line(
    titles: list[str], font: Path
) -> None:
    assert len(titles) > 100
    for size in TITLE_SIZES:
        face = ImageFont.truetype(font, size, layout_engine=ImageFont.Layout.BASIC)
        broken = [balanced(title, SIZE[0] - 2 * MARGIN, face.getlength) for title in titles]
        assert max(map(len, broken)) > 1
        assert [lines for lines in broken if alone(lines)] == []


def test_no_character_stands_alone_in_up_to_three_lines_of_any_width(titles: list[str]) -> None:
    for width in range(16, 40):
        broken = [balanced(title, width, measure) for title in titles]
        assert [lines for lines in broken if len(lines) <= 3 and alone(lines)] == []
