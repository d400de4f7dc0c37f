"""What offices write and Markdown would take for marks: indentation, pasted lines, line breaks."""

from __future__ import annotations

import pytest

from campaign.reading import dialect
from campaign.render import prose


def converted(text: str) -> str:
    """The text as an article has it; a record's field has it alike."""
    html = prose.converter().convert(text)
    if "#" not in text:  # headings of an article have anchors
        assert dialect.converter().convert(text) == html
    return html


@pytest.mark.parametrize("indentation", ["    ", "\t", "        ", "　　", "\u00a0\u00a0"])
def test_indented_lines_are_paragraphs(indentation: str) -> None:
    text = f"分三步。\n\n{indentation}四月，**共**四十人。\n\n{indentation}收工。"
    assert (
        converted(text)
        == "<p>分三步。</p>\n<p>四月，<strong>共</strong>四十人。</p>\n<p>收工。</p>"
    )


def test_indented_lines_behind_an_item_belong_to_it() -> None:
    html = converted("- 甲\n\n    乙\n\n        丙\n")
    assert html == "<ul>\n<li>\n<p>甲</p>\n<p>乙</p>\n<p>丙</p>\n</li>\n</ul>"


def test_code_stands_between_fences() -> None:
    html = dialect.converter().convert("```\n    一\n二\n三、\n```")
    assert html == "<pre><code>    一\n二\n三、\n</code></pre>"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("第一条 为规范停车。\n第二条 由居委会实施。", 1),
        ("获奖名单：\n一等奖：甲社区\n二等奖：乙社区", 2),
        ("1、先看路\n2、再开会\n3、后动工", 2),
        ("（一）看路\n（二）开会", 1),
        ("地址：东街1号\n电话：见公告\n时间：上午", 2),
        ("居民代表\n张大爷说：好走", 0),
        ("| 甲 |\n|---|\n| 一、 |\n| 二、 |", 0),
        ("## 名单\n一等奖：甲社区", 0),
        ("1、先看路  \n2、再开会", 1),
    ],
)
def test_lines_pasted_from_a_word_processor_stay_lines(text: str, count: int) -> None:
    assert converted(text).count("<br") == count


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("也把\n楼道", "<p>也把楼道</p>"),
        ("也把，\n  楼道", "<p>也把，楼道</p>"),
        ("**也把**\n[楼道](x)", '<p><strong>也把</strong><a href="x">楼道</a></p>'),
        ("- 也把\n  楼道", "<ul>\n<li>也把楼道</li>\n</ul>"),
        ("也把\nWi-Fi", "<p>也把\nWi-Fi</p>"),
        ("one\ntwo", "<p>one\ntwo</p>"),
    ],
)
def test_a_line_break_between_chinese_characters_is_no_space(text: str, html: str) -> None:
    assert converted(text) == html
