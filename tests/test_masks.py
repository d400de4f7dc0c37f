"""Masks of names and numbers stay text; what is meant as bold stays bold."""

from __future__ import annotations

import re
from html import unescape

import pytest

from campaign.render import prose
from values import site

MASKS = (
    "获奖居民：张**、李**、王**、赵*、钱*。",
    "联系电话138****5678，身份证4401**********1234。",
    "院子宽3*5*6米。",
    "张**和李**一起来了",
    "李**参加了活动，王**没有来。",
    "张*明、李*红和王*先生",
    "居民王**（幸福里）与志愿者欧阳**",
    "邮箱w***@example.cn，车牌浙A***12，尾号****1234",
    "张**\n李**\n王**",
    "- 张**\n- 李**",
    "王** 李** 赵**",
    "**获奖：138****5678、139****5678**",
)
MARKS = (
    ("这是**重点**、那是**难点**。", "<strong>重点</strong>、那是<strong>难点</strong>"),
    ("那是**“难点”**工作", "<strong>“难点”</strong>工作"),
    ("**第一，**要快。**注意。**不要", "<strong>第一，</strong>要快。<strong>注意。</strong>"),
    ("共**3**个，占**75.6%**。", "<strong>3</strong>个，占<strong>75.6%</strong>"),
    ("*强调*和***又粗又斜***", "<em>强调</em>和<strong><em>又粗又斜</em></strong>"),
    ("* 一\n* 二", "<li>一</li>"),
    ("**居民王**、李", "<strong>居民王</strong>、李"),
    ("**跨行\n也是**粗体", "<strong>跨行也是</strong>粗体"),
    ("一\n\n***\n\n二", "<hr>"),
    ("`3*5*6`", "<code>3*5*6</code>"),
)


def shown(text: str) -> str:
    html = prose.render(site(), text, "", prose.converter())
    return unescape(re.sub("<[^>]+>", "", html)).strip()


@pytest.mark.parametrize("text", MASKS[:-1])
def test_a_mask_is_read_as_it_is_written(text: str) -> None:
    html = prose.render(site(), text, "", prose.converter())
    assert not re.search("<(?:em|strong)", html)
    assert re.sub(r"\s", "", shown(text)) == re.sub(r"^- |\s", "", text, flags=re.MULTILINE)


def test_a_mask_in_bold_words_stays_and_so_does_the_bold() -> None:
    html = prose.render(site(), MASKS[-1], "", prose.converter())
    assert html == "<p><strong>获奖：138****5678、139****5678</strong></p>"


@pytest.mark.parametrize(("text", "html"), MARKS)
def test_a_mark_is_a_mark(text: str, html: str) -> None:
    assert html in prose.render(site(), text, "", prose.converter())


def test_a_mask_in_a_heading_and_in_html_is_text() -> None:
    assert shown("## 张**、李**的家") == "张**、李**的家"
    assert shown("<p>张**、李**</p>") == "张**、李**"
