"""What differs between two states of a page, or of a text, is marked, and nothing else."""

from __future__ import annotations

import re

import pytest

from campaign.desk.handing_in.compared import compared
from campaign.desk.handing_in.marking import GAP, marked

PAGE = "<!DOCTYPE html><html><head><title>页</title></head><body><main>{}</main></body></html>"


def marks(html: str) -> list[str]:
    return re.findall(r"<mark[^>]*>(.*?)</mark>", html)


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        ("<p>甲</p><p>乙</p>", "<p>甲</p><p>丙</p>", ["乙"], ["丙"]),
        ("<p>甲</p><p>乙</p>", "<p>甲</p>", ["乙"], []),
        ("<p>甲</p>", "<p>新<b>的</b></p><p>甲</p>", [], ["新<b>的</b>"]),
        ("<ul><li>甲</li></ul>", "<ul><li>甲</li><li>乙</li></ul>", [], ["乙"]),
        ("<li>一<ul><li>二</li></ul></li>", "<li>一<ul><li>三</li></ul></li>", ["二"], ["三"]),
        ("<p>甲  乙</p>", "<p>甲\n乙</p>", [], []),
        ("<dl><dt>电话</dt><dd>1</dd></dl>", "<dl><dt>电话</dt><dd>2</dd></dl>", ["1"], ["2"]),
    ],
)
def test_blocks_that_differ_are_marked(
    before: str, after: str, old: list[str], new: list[str]
) -> None:
    one, two = compared(PAGE.format(before), PAGE.format(after))
    assert (marks(one), marks(two)) == (old, new)
    for html in (one, two):
        assert html.count('id="changed-here"') <= 1
        assert html.startswith("<!DOCTYPE html>")


def test_where_something_is_gone_a_link_leads_to_its_place() -> None:
    _, after = compared(
        PAGE.format("<p>甲</p><p>乙</p><p>丙</p>"), PAGE.format("<p>甲</p><p>丙</p>")
    )
    assert '<span id="changed-here">丙</span>' in after


def test_a_page_without_a_main_part_stays() -> None:
    assert compared("<p>甲</p>", "<p>乙</p>")[1].count("mark") == 0


def said(before: str, after: str) -> tuple[str, str]:
    """Both texts, with brackets around what is marked."""
    one, two = (
        "".join(f"[{piece['text']}]" if piece["is_marked"] else piece["text"] for piece in pieces)
        for pieces in marked(before, after)
    )
    return one, two


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("户数 120", "户数 130", ("户数 [120]", "户数 [130]")),
        ("", "新的", ("", "[新的]")),
        ("旧的", "", ("[旧的]", "")),
        ("邻里和睦", "邻里更和睦", ("邻里和睦", "邻里[更]和睦")),
    ],
)
def test_words_that_differ_are_marked(before: str, after: str, wanted: tuple[str, str]) -> None:
    assert said(before, after) == wanted


def test_of_a_long_text_only_what_is_near_is_shown() -> None:
    text = "".join(f"第{number}句。" for number in range(200))
    before, after = said(f"{text}旧{text}", f"{text}新{text}")
    assert before.count(GAP) == 2
    assert "[旧]" in before
    assert "[新]" in after
    assert len(after) < 80


def test_very_long_texts_are_compared_by_lines() -> None:
    lines = [f"第{number}行，很长的一行。\n" for number in range(1000)]
    changed = [*lines[:500], "新的一行。\n", *lines[501:]]
    _, after = said("".join(lines), "".join(changed))
    assert "[新的一行。\n]" in after
