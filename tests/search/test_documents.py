"""The words of a page and of its parts, as the search reads them."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from campaign.search import documents as reading
from campaign.search.documents import Document
from campaign.search.facets import Facets

NOTHING = Facets({}, {"name": "a"})


def document(body: str, facets: Facets = NOTHING, is_listing: bool = False) -> Document:
    parsed = LexborHTMLParser(body)
    (found,) = reading.of_page("communities/alpha/", facets, parsed, is_listing)
    return found


def test_words_of_neighbouring_blocks_do_not_run_together() -> None:
    assert document("<table><tr><td>一</td><td>二</td></tr></table>").text == "一 二"
    assert document("<p>粗<b>体</b>字</p><ul><li>一</li><li>二</li></ul>").text == "粗体字 一 二"


def test_what_is_no_text_is_left_out() -> None:
    html = "一<nav>路</nav><svg><title>图</title></svg><form>表</form><footer>脚</footer>二"
    assert document(f"{html}<p data-search-ignore>略</p><script>x()</script>").text == "一二"


def test_the_sign_of_a_permanent_link_is_no_part_of_a_title() -> None:
    assert document('<h1>题<a class="headerlink" href="#t">¶</a></h1>').title == "题"


def test_escaped_text_is_read_as_text() -> None:
    assert document("<h1>&lt;b&gt; &amp; 甲</h1>").title == "<b> & 甲"


def test_a_page_of_lists_has_its_entrance_alone() -> None:
    html = "<h1>甲</h1><p hidden data-search-text>乙</p><h2>丙</h2>"
    assert document(html, is_listing=True).text == "乙"
    assert document(html, is_listing=True).sorts == {"name": "~a"}
    parsed = LexborHTMLParser("<h1>甲</h1>")
    assert reading.of_page("a/", NOTHING, parsed, is_listing=True) == ()


def test_a_page_of_lists_has_its_parts_by_their_own_names() -> None:
    html = """<h1>甲</h1><section data-search-part="乙"><h2 id="b">乙题</h2>
    <time datetime="2026-04-01 09:00">四月</time></section><p id="c" data-search-part="丙">字</p>"""
    listed = reading.of_page("a/", NOTHING, LexborHTMLParser(html), is_listing=True)
    assert [(part.path, part.title, part.text, part.date) for part in listed] == [
        ("a/#b", "乙", "乙题 四月", "2026-04-01"),
        ("a/#c", "丙", "字", ""),
    ]
    assert listed[0].sorts == {"date": "20260401", "name": "yi"}
    (whole,) = reading.of_page("a/", NOTHING, LexborHTMLParser(html), is_listing=False)
    assert whole.path == "a/"


def test_what_the_records_say_of_a_page_is_kept() -> None:
    facets = Facets(
        {"区域": ["东镇", "西镇"]}, {"date": "20260409", "name": "a"}, "dongzhen dz", "2026-04-09"
    )
    found = document("<h1>甲</h1><h2>乙</h2><h3>丙</h3>", facets)
    assert found.filters == {"区域": ["东镇", "西镇"]}
    assert found.sorts == {"date": "20260409", "name": "a"}
    assert (found.spelling, found.date) == ("dongzhen dz", "2026-04-09")
    assert found.headings == "乙\n丙"
