"""Front matter and text of a Markdown file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.problems import Problem
from campaign.reading import frontmatter
from test_yamltext import is_told_well, thorough, yaml_like


def told(problems: list[Problem]) -> list[tuple[str, int]]:
    return [(found.code, found.line) for found in problems]


def test_front_matter_and_text_are_taken_apart() -> None:
    matter = frontmatter.split("x.md", "---\ntitle: 一\nat: 8:30\n---\n\n正文\n---\n尾\n")
    assert matter.data == {"title": "一", "at": "8:30"}
    assert matter.body == "\n正文\n---\n尾\n"
    assert (matter.body_line, matter.lines["at",], matter.problems) == (5, 3, [])


def test_spaces_behind_a_fence_do_no_harm() -> None:
    matter = frontmatter.split("x.md", "--- \ntitle: 一\n---  \n正文")
    assert (matter.data, matter.body, matter.body_line) == ({"title": "一"}, "正文", 4)


def test_an_entry_needs_front_matter_and_a_page_does_not() -> None:
    entry = frontmatter.split("x.md", "# 正文\n")
    page = frontmatter.split("x.md", "# 正文\n", required=False)
    assert (entry.data, told(entry.problems)) == (None, [("Y17", 1)])
    assert (page.data, page.body, page.body_line, page.problems) == ({}, "# 正文\n", 1, [])


def test_front_matter_begins_on_the_first_line() -> None:
    assert told(frontmatter.split("x.md", "\n---\ntitle: 一\n---\n").problems) == [("Y17", 1)]


@pytest.mark.parametrize("required", [True, False])
def test_front_matter_must_be_closed(required: bool) -> None:
    matter = frontmatter.split("x.md", "---\ntitle: 一\n\n正文\n----\n ---\n", required)
    assert (matter.data, told(matter.problems)) == (None, [("Y18", 1)])


@pytest.mark.parametrize("inside", ["", "\n", "# 还没有写\n", "{}\n"])
def test_empty_front_matter_is_a_record_without_fields(inside: str) -> None:
    matter = frontmatter.split("x.md", f"---\n{inside}---\n正文")
    assert (matter.data, matter.body, matter.problems) == ({}, "正文", [])


def test_front_matter_that_is_no_mapping_is_refused_at_its_line() -> None:
    matter = frontmatter.split("x.md", "---\ntitle：一\n---\n")
    assert (matter.data, told(matter.problems)) == (None, [("Y10", 2)])
    assert told(frontmatter.split("x.md", "---\n- 一\n---\n").problems) == [("V06k", 2)]


def test_front_matter_that_nobody_understands_is_not_used_and_its_text_is_kept() -> None:
    matter = frontmatter.split("x.md", "---\ntitle 一\nsource: 二\n---\n正文")
    assert (matter.data, told(matter.problems)) == (None, [("Y01b", 2)])
    assert (matter.body, matter.body_line) == ("正文", 5)


def test_front_matter_with_a_slip_is_read_as_it_was_meant() -> None:
    matter = frontmatter.split("x.md", "---\ntitle: 一: 二\n---\n")
    assert (matter.data, told(matter.problems)) == ({"title": "一: 二"}, [("Y01a", 2)])


def test_what_can_be_used_is_used_beside_a_key_that_stands_twice_and_a_comment() -> None:
    matter = frontmatter.split("x.md", "---\ntitle: 一 #二\ntitle: 三\n---\n")
    assert matter.data == {"title": "一"}
    assert told(matter.problems) == [("Y14", 2), ("V05", 3)]


@thorough
@given(yaml_like, st.booleans())
def test_any_text_is_split_or_refused_with_words(text: str, required: bool) -> None:
    for whole in (text, f"---\n{text}\n---\n{text}"):
        matter = frontmatter.split("x.md", whole, required)
        assert all(is_told_well(found, "x.md") for found in matter.problems)
        assert matter.data is not None or matter.problems


@thorough
@given(yaml_like)
def test_the_text_below_is_kept_to_the_letter(text: str) -> None:
    matter = frontmatter.split("x.md", f"---\ntitle: 一\n---\n{text}")
    assert (matter.body, matter.body_line) == (text, 4)
