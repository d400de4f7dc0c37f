"""No character of a document changes its meaning on the way through Markdown."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaign.html.sanitising import sanitised
from campaign.importing.word.markdown import Writer
from campaign.importing.word.model import Document, Look, Paragraph, Run, Table
from campaign.reading import dialect

HOSTILE = (
    *("# 一", "## 一", "- 一", "* 一", "+ 一", "> 一", "| 一 |", "1) 一", "=== 一", "---", "***"),
    *("`一`", "*一*", "**一**", "_一_", "__一__", "~~一~~", "[一](二)", "![一](二)", "[^1]: 一"),
    *("[[home]]", "[[photo id=a/b]]", "[](indicator:coverage)", "<b>一</b>", "<script>一</script>"),
    *(
        "&lt;b&gt;",
        "&amp;",
        "&#39;",
        "{: .a}",
        "{#a}",
        "一 {: #b }",
        "!!! note",
        "??? note",
        ": 一",
    ),
    *(
        "\\*",
        "\\",
        "a\\",
        "~~~ 一",
        "```",
        "=",
        "一=",
        "*[一]: 二",
        "[一]: 二",
        "----",
        "___",
        "<!-- 一 -->",
    ),
    *(
        "https://example.org/a_b_c",
        "一*二*三",
        "2*3*4",
        "snake_case_name",
        "C:\\a\\_b",
        "$x$",
        "%%",
        "@a",
    ),
)


def shown(document: Document) -> str:
    """What a reader sees of a document."""
    writer = Writer(document, lambda name: "")
    text = f"{writer.text(document.blocks)}\n\n{writer.notes()}"
    page = str(sanitised(dialect.converter().convert(text)))
    page = re.sub(r"<a class=\"headerlink\".*?</a>", "", page)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", page)).split())


def document(*runs: Run) -> Document:
    return Document((Paragraph((Run("甲。"),)), Paragraph(runs), Paragraph((Run("乙。"),))))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_a_mark_is_text(text: str) -> None:
    assert shown(document(Run(text))) == " ".join(f"甲。 {text} 乙。".split())


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_a_mark_is_text_in_a_table(text: str) -> None:
    cells = tuple((Paragraph((Run(words),)),) for words in ("甲", text, "乙"))
    assert shown(Document((Table((cells, cells)),))).split("甲")[1].split() == [*text.split(), "乙"]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_a_mark_is_text_in_a_heading_and_a_note(text: str) -> None:
    heading = Paragraph((Run(f"一、{text}"),), outline=0)
    called = Paragraph((Run("甲。"), Run(note="1"), Run("乙。")))
    found = Document((heading, called), {"1": (Paragraph((Run(f"注 {text}"),)),)})
    words = shown(found)
    assert " ".join(f"一、{text}".split()) in words
    assert " ".join(f"注 {text}".split()) in words


looks = st.builds(
    Look, bold=st.booleans(), italic=st.booleans(), raised=st.sampled_from(["", "sup", "sub"])
)
words = st.text("甲乙，。（“a1 *_`[]()<>&#-+|\\~!:{}^=$", min_size=1, max_size=8)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.builds(Run, text=words, look=looks), min_size=1, max_size=4))
def test_words_of_any_look_are_shown_as_they_are(runs: list[Run]) -> None:
    text = "".join(run.text for run in runs)
    assert "".join(shown(document(*runs)).split()) == "".join(f"甲。{text}乙。".split())
