"""Telephone numbers as links: what is one, and that nothing else of a text changes."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from campaign.html.dialling import UNMISTAKABLE, dialled, dialled_page, parts


@pytest.mark.parametrize(
    ("text", "dials"),
    [
        ("0000-6200000", ["00006200000"]),
        ("（0571）8620 0000 不是号码", []),
        ("(0000)62000001", ["000062000001"]),
        ("0000-6201082，夜间 12345", ["00006201082", "12345"]),
        ("400-620-0000", ["4006200000"]),
        ("2026-04-20", []),
        ("没有电话", []),
    ],
)
def test_every_number_is_a_link_that_dials_it(text: str, dials: list[str]) -> None:
    html = dialled(text)
    assert html.count("<a ") == len(dials)
    assert all(f'href="tel:{digits}"' in html for digits in dials)
    assert html.striptags() == text


def test_the_rest_of_the_text_stays_text() -> None:
    assert "&lt;b&gt;" in dialled("<b>0000-6200000</b>")


def test_the_parts_of_a_text_are_the_text() -> None:
    text = "0000-6201082，夜间 12345"
    assert "".join(part.text for part in parts(text)) == text
    assert [part.number for part in parts(text)] == ["", "00006201082", "", "12345", ""]


# Pages


@pytest.mark.parametrize(
    ("html", "dials"),
    [
        ("<p>请打 0000-6200041 预约</p>", ["00006200041"]),
        ("<dd>提前一周打 (0000)6201081</dd>", ["00006201081"]),
        ("<p>拨打 12345，或者热线：400-620-0000</p>", ["12345", "4006200000"]),
        ("<td>电话 6200041</td>", ["6200041"]),
        ("<p>小街小巷 112条，110 平方米，全程约 119 分钟</p>", []),
        ("<p>补助 6200000 元，其中 3300000 元已到位</p>", []),
        ("<p>2026-04-20，示创指〔2026〕4号</p>", []),
    ],
)
def test_in_a_page_only_what_is_no_count_is_dialled(html: str, dials: list[str]) -> None:
    page = dialled_page(Markup(html))
    assert page.striptags() == Markup(html).striptags()
    assert re.findall(r'href="tel:(\d+)"', page) == dials


@pytest.mark.parametrize(
    "html",
    [
        "<p title=\"电话 0000-6200041\" data-a='>0000-6200041'>无</p>",
        '<a href="/">电话 <b>0000-6200041</b></a>',
        "<h2>电话 0000-6200041</h2>",
        "<code>0000-6200041</code>",
        "<button type=button>0000-6200041</button>",
        "<!-- 0000-6200041 -->",
        "<script>'0000-6200041'</script>",
        "<select><option>0000-6200041</option></select>",
    ],
)
def test_what_is_no_running_text_stays(html: str) -> None:
    assert dialled_page(Markup(html)) == html


def test_in_a_built_site_every_number_in_a_text_can_be_touched(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        body = LexborHTMLParser(html).body
        assert body
        for footer in body.css(".site-footer"):
            assert footer.css("a[href^='tel:']"), path
        loose = [node for node in body.css("p, dd, td, li") if UNMISTAKABLE.search(_own(node))]
        assert [node.html for node in loose] == [], path


def _own(node: LexborNode) -> str:
    """The text of an element that stands in none of its own."""
    return " ".join(n.text_content or "" for n in node.iter(include_text=True) if n.tag == "-text")
