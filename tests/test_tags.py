from __future__ import annotations

import pytest

from campaign.html.tags import Tag, tags


def read(html: str) -> list[tuple[str, dict[str, str], str]]:
    return [(tag.name, tag.attributes, tag.code) for tag in tags(html)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<P>一</P>", [("p", {}, "")]),
        ("<br/>", [("br", {}, "")]),
        ("<a href=a/b/ >", [("a", {"href": "a/b/"}, "")]),
        ("<a\nHREF='x&amp;y'  b c=\"1 '\">", [("a", {"href": "x&y", "b": "", "c": "1 '"}, "")]),
        ("<a id=one id=two>", [("a", {"id": "one"}, "")]),
        ("<a title='1 > 0' href=b>", [("a", {"title": "1 > 0", "href": "b"}, "")]),
        ("<svg><use xlink:href='#a'/></svg>", [("svg", {}, ""), ("use", {"xlink:href": "#a"}, "")]),
        ("a < b <3 &lt;p id=x&gt; </p>", []),
        ("<!-- <p id=x> -->", []),
    ],
)
def test_a_tag_is_read_as_a_browser_reads_it(
    html: str, expected: list[tuple[str, dict[str, str], str]]
) -> None:
    assert read(html) == expected


def test_code_belongs_to_its_tag_and_holds_none() -> None:
    html = "<script type=a>if(a<b){'<p id=x>'}</script><STYLE>a>b{}</STYLE ><script src=c></script>"
    assert read(html) == [
        ("script", {"type": "a"}, "if(a<b){'<p id=x>'}"),
        ("style", {}, "a>b{}"),
        ("script", {"src": "c"}, ""),
    ]


def test_code_in_an_attribute_or_a_comment_is_none() -> None:
    html = '<p title="<script>x()</script>"><!-- <script>y()</script> --></p>'
    assert list(tags(html)) == [Tag("p", ' title="<script>x()</script>"')]


def test_a_tag_that_never_ends_is_none() -> None:
    assert read('<a href="x') == []
