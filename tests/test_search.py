from __future__ import annotations

from markupsafe import Markup

from campaign.outputs import Page
from campaign.search import documents, plain


def page(title: str, body: str) -> Page:
    return Page("communities/alpha/", "communities/shell.md", title, "说明", Markup(body), "a.yml")


def test_each_page_is_one_document_with_its_words() -> None:
    found = documents([page("甲社区", "<h2>一</h2><p>二 <b>三</b></p>")])
    assert found == [{"location": "communities/alpha/", "title": "甲社区", "text": "一 二 三"}]


def test_words_of_neighbouring_elements_do_not_run_together() -> None:
    assert plain("<td>一</td><td>二</td>") == "一 二"


def test_drawings_styles_and_scripts_are_no_words() -> None:
    html = "一<svg><title>图</title>\n<path/></svg>二<style>b{}</style><script>x()</script>三"
    assert plain(html) == "一 二 三"


def test_space_is_closed_up() -> None:
    assert plain("\n <p>\n一\n</p>\n\n<p>二</p>\n") == "一 二"


def test_text_stays_escaped_because_the_theme_inserts_it_as_html() -> None:
    (found,) = documents([page("甲", "<p>&lt;img src=x onerror=alert(1)&gt; &amp; 乙</p>")])
    assert found["text"] == "&lt;img src=x onerror=alert(1)&gt; &amp; 乙"


def test_a_title_is_escaped_because_the_theme_inserts_it_as_html() -> None:
    (found,) = documents([page("<img src=x onerror=alert(1)> & 甲", "")])
    assert found["title"] == "&lt;img src=x onerror=alert(1)&gt; &amp; 甲"
