"""What is copied out of offices' programs becomes Markdown; all else stays behind."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.attachments.untrusted import Refused
from campaign.importing.clipboard.elements import DEEPEST, LARGEST, MOST_TAGS
from campaign.importing.clipboard.reading import read
from campaign.importing.clipboard.writing import written
from campaign.render import prose

COPIED = Path(__file__).with_name("clipboard")
PROGRAMS = ("word", "wps", "wechat", "excel")


def text(html: str, top: int = 2, above: int = 0, notes: int = 0) -> str:
    return written(read(html), top, above, notes)


def remarks(html: str) -> str:
    return "\n".join(read(html).remarks)


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_programs_copy_becomes_markdown(program: str) -> None:
    html = (COPIED / f"{program}.html").read_text(encoding="utf-8")
    assert f"{text(html)}\n" == (COPIED / f"{program}.md").read_text(encoding="utf-8")


def test_what_is_left_out_is_told() -> None:
    found = remarks((COPIED / "word.html").read_text(encoding="utf-8"))
    for words in ("图片 1 张", "批注 1 处", "修订痕迹 1 处", "隐藏文字 1 处"):
        assert words in found


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>甲<i>乙</i><u>丙</u><font color=red>丁</font></p>", "甲乙丙丁"),
        ("<p>58m<sup>2</sup></p>", "58m<sup>2</sup>"),
        ("<p><b style='font-weight:normal'>甲<b>乙</b></b></p>", "甲**乙**"),
        ("<p>甲<span style='font-weight:700'>乙</span>丙</p>", "甲**乙**丙"),
        ("<ol><li>甲<li>乙</ol>", "1.甲\n\n2.乙"),
        ("<ol start=3 type=a><li>甲</ol>", "c.甲"),
        ("<ol style='list-style-type: cjk-ideographic'><li>要办。</ol>", "一、要办。"),
        ("<ul><li>甲<ul><li>乙</ul><li>丙</ul>", "- 甲\n    - 乙\n- 丙"),
        ("<p>去<a href='https://example.org/a'>看</a></p>", "去[看](https://example.org/a)"),
        ("<p>去<a href='javascript:alert(1)'>看</a></p>", "去看"),
        ("<p>去<a href='file:///C:/a.doc'>看</a></p>", "去看"),
        ("<p>去<a href='http://127.0.0.1:8010/communities/a/'>看</a></p>", "去看"),
        ("<p>第一行\r\n第二行 a\r\nb</p>", "第一行第二行 a b"),
        ("<div>甲<div>乙</div>丙</div>", "甲\n\n乙\n\n丙"),
        ("<p>*甲* # [乙](x) {丙}</p>", r"\*甲\* # \[乙\](x) \{丙}"),
        ("<p># 甲</p>", r"\# 甲"),
        ("<p>[[photo id=a/b]]</p>", r"\[\[photo id=a/b\]\]"),
        ("<table><tr><td>甲</td></tr></table>", "甲"),
        (
            "<table><tr><td>甲<table><tr><td>乙</td></tr></table></td><td>丙</td></tr></table>",
            "| 甲<br>乙 | 丙 |\n| --- | --- |",
        ),
        ("<td>没有表</td>", "没有表"),
        ("", ""),
    ],
)
def test_what_is_kept(html: str, wanted: str) -> None:
    assert text(html) == wanted


@pytest.mark.parametrize(
    ("heading", "above", "wanted"),
    [
        ("一、甲", 0, "## 一、甲"),
        ("（一）甲", 2, "### （一）甲"),
        ("（二）甲", 3, "### （二）甲"),
        ("（一）甲", 0, "## （一）甲"),
        ("1.甲", 3, "#### 1.甲"),
        ("一、甲", 4, "## 一、甲"),
    ],
)
def test_headings_go_on_from_what_is_above(heading: str, above: int, wanted: str) -> None:
    html = f"<p style='mso-outline-level:1'>{heading}</p><p>要抓紧办。</p>"
    assert text(html, above=above).split("\n")[0] == wanted


def test_headings_of_a_record_stand_below_those_of_its_page() -> None:
    assert text("<h2>甲</h2><p>乙</p><h3>丙</h3>", top=4) == "#### 甲\n\n乙\n\n##### 丙"


def test_notes_go_on_from_what_is_there() -> None:
    html = (COPIED / "word.html").read_text(encoding="utf-8")
    assert "[^4]。" in text(html, notes=3)
    assert text(html, notes=3).endswith("\n\n[^4]: 市创建办2026年4月通知。")


# Hostile HTML

HOSTILE = (
    "<script>alert(1)</script>",
    "<style>*{display:none}</style>",
    "<img src=x onerror=alert(1)>",
    "<p onclick=alert(1)>甲</p>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><script>alert(1)</script></mtext></math>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
    "<p>&lt;img src=x onerror=alert(1)&gt;</p>",
    "<a href='jav&#x09;ascript:alert(1)'>甲</a>",
    "<a href='https://example.org/\"onmouseover=alert(1)'>甲</a>",
    "<a href='https://example.org/)[x](javascript:alert(1)'>甲</a>",
    "<p>[甲](javascript:alert(1))</p>",
    "<p>![甲](https://example.org/track.png)</p>",
    "<p>甲{: onclick=alert(1) }</p>",
    "<!--><script>alert(1)</script>-->",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<x-script>alert(1)</x-script><x-<b>甲</b>",
    "<form action=https://example.org><input value=甲><button>乙</button></form>",
)


@pytest.mark.parametrize("html", HOSTILE)
def test_nothing_of_hostile_html_gets_onto_a_page(html: str) -> None:
    made = prose.converter().reset().convert(text(html))
    page = LexborHTMLParser(made)
    assert page.css("script, style, img, iframe, svg, math, form, input, template") == []
    for node in page.css("*"):
        assert not [name for name in node.attributes if name.startswith("on")], made
        assert not re.match(r"\s*(?!https?:|mailto:|#)\w+:", node.attributes.get("href") or "")


LARGE = {
    "nested": "<div>" * (DEEPEST + 1),
    "nested formatting": "".join(f"<b id={n}>" for n in range(DEEPEST + 1)),
    "many tags": "<br>" * (MOST_TAGS + 1),
    "long": "甲" * (LARGEST + 1),
    "large table": "<table>" + f"<tr>{'<td>甲' * 60}" * 400,
    "wide table": "<table>" + "<tr><td colspan=65000 rowspan=65000>甲" * 400,
}


@pytest.mark.parametrize("name", LARGE)
def test_what_is_too_much_is_refused_at_once(name: str) -> None:
    began = time.perf_counter()
    with pytest.raises(Refused):
        read(LARGE[name])
    assert time.perf_counter() - began < 3


SLOW = {
    "a long style": f"<p style='{'a' * 900_000}'>甲</p>",
    "many styles": f"<p style='{'a:b;' * 200_000}'>甲</p>",
    "a long class": f"<p class='{'mso' * 300_000}'>甲</p>",
    "blanks": "<p>" + " \n" * 1_000_000 + "甲</p>",
    "no tags": "<" * 500_000 + "甲",
    "comments": "<p>甲" + "<![if x]>" * 200_000,
    "strange ends": f"<p>甲{'<x-q>' * (DEEPEST - 2)}{'</x-z>' * 50_000}",
}


@pytest.mark.parametrize("name", SLOW)
def test_what_is_strange_is_read_in_no_time(name: str) -> None:
    began = time.perf_counter()
    assert "甲" in text(SLOW[name])
    assert time.perf_counter() - began < 5


def test_unclosed_formatting_does_not_grow() -> None:
    """HTML opens it anew in each paragraph: names of its own do not let it."""
    opened = "".join(f"<b id={n}>" for n in range(DEEPEST - 2))
    began = time.perf_counter()
    document = read(f"<p>{opened}甲</p>" + "<p>乙</p>" * 12_000)
    assert len(document.blocks) == 12_001
    assert time.perf_counter() - began < 5
