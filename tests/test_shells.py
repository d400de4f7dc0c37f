from __future__ import annotations

import re
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from campaign.build.shells import LEFTOVER, ShellError, cut, page_values, slots
from campaign.render.outputs import Page

SOURCE = "communities/shell.md"
HTML = """\
<!doctype html><html><head><title>zqslottitlezq - 示例</title>
<meta name="description" content="zqslotdescriptionzq">
<link rel="canonical" href="https://example.org/communities/shell/">
<meta name="zqslotheadzq">
</head><body><span>zqslottitlezq</span><ol><li>zqslottitlezq</li></ol>
<article data-zqslotsearchzq><p>zqslotbodyzq</p></article>
<a href="https://example.org/edit/main/zqslotsourcezq">修改此页</a></body></html>
"""
NAMES = ("body", "head", "title", "description", "source", "search", "url")


def values(**given: str) -> dict[str, str]:
    return {name: f"«{name}»" for name in NAMES} | given


def page(**fields: object) -> Page:
    base = {
        "path": "communities/alpha/",
        "shell": SOURCE,
        "title": "甲社区",
        "description": "说明",
        "body": Markup("<p>正文</p>"),
        "source": "showcases/communities/alpha.yml",
    }
    return Page(**{**base, **fields})  # type: ignore[arg-type]


# Cut and fill


def test_every_slot_takes_its_value_and_nothing_else_changes() -> None:
    filled = cut(HTML, SOURCE, editable=True).fill(values())
    expected = HTML.replace("<p>zqslotbodyzq</p>", "«body»")
    expected = expected.replace('<meta name="zqslotheadzq">', "«head»")
    expected = expected.replace("communities/shell/", "«url»")
    expected = expected.replace(" data-zqslotsearchzq", "«search»")
    for name in ("title", "description", "source"):
        expected = expected.replace(f"zqslot{name}zq", f"«{name}»")
    assert filled == expected


def test_a_minified_shell_without_quotes_is_cut_alike() -> None:
    plain = HTML.replace("<p>zqslotbodyzq</p>", "<p>zqslotbodyzq").replace(
        '<meta name="zqslotheadzq">', "<meta name=zqslotheadzq>"
    )
    filled = cut(plain, SOURCE, editable=True).fill(values())
    assert filled == cut(HTML, SOURCE, editable=True).fill(values())


def test_a_shell_is_filled_again_and_again() -> None:
    shell = cut(HTML, SOURCE, editable=True)
    first = shell.fill(values(title="甲"))
    shell.fill(values(title="乙"))
    assert shell.fill(values(title="甲")) == first


# Shells that are not what they must be


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_slot_is_named(name: str) -> None:
    mark = slots("communities/shell/", True)[name].pattern
    with pytest.raises(ShellError, match=rf"{SOURCE}: slot '{name}' found 0 times"):
        cut(re.sub(mark, "", HTML), SOURCE, editable=True)


@pytest.mark.parametrize("name", NAMES)
def test_a_slot_that_stands_once_too_often_is_named(name: str) -> None:
    slot = slots("communities/shell/", True)[name]
    found = re.search(slot.pattern, HTML)
    assert found
    with pytest.raises(ShellError, match=rf"slot '{name}' found {slot.hits + 1} times"):
        cut(HTML + found[0], SOURCE, editable=True)


@pytest.mark.parametrize("left", ["zqslottoczq", "ZQSLOTTOCZQ", "zqblock0zq", "zqslotbodyzq"])
def test_a_token_left_over_is_named(left: str) -> None:
    with pytest.raises(ShellError, match=f"slot left over: {left}"):
        cut(f"{HTML}<i>{left}</i>", SOURCE, editable=True)


def test_pages_that_nobody_can_edit_have_no_slot_for_their_source() -> None:
    with pytest.raises(ShellError, match="slot 'source' found 1 times, expected 0"):
        cut(HTML, SOURCE, editable=False)
    read_only = HTML.replace("zqslotsourcezq", "")
    assert "«url»" in cut(read_only, SOURCE, editable=False).fill(values())


def test_the_address_of_a_shell_is_no_pattern() -> None:
    with pytest.raises(ShellError, match="slot 'url' found 0 times"):
        cut(HTML.replace("communities/shell/", "experiences/shell/"), SOURCE, editable=True)


# Values cannot break a fill

TOKENS = st.sampled_from(["zqslotbodyzq", "zqslottitlezq", "\0title\0", "\0", "\\1", "<p>", "«"])
TEXTS = st.lists(TOKENS | st.text(ascii_lowercase + "\0<>&甲", max_size=5)).map("".join)


@given(st.fixed_dictionaries(dict.fromkeys(NAMES, TEXTS)))
def test_a_fill_is_the_text_of_the_shell_and_the_values_in_turn(given: dict[str, str]) -> None:
    shell = cut(HTML, SOURCE, editable=True)
    filled = shell.fill(given)
    for text, name in zip(shell.parts[::2], [*shell.parts[1::2], None], strict=True):
        assert filled.startswith(text)
        filled = filled.removeprefix(text)
        if name is not None:
            assert filled.startswith(given[name])
            filled = filled.removeprefix(given[name])
    assert filled == ""


def test_a_token_in_a_value_stays_text() -> None:
    filled = cut(HTML, SOURCE, editable=True).fill(values(title="zqslotbodyzq", body="\0head\0"))
    assert filled.count("zqslotbodyzq") == 3
    assert filled.count("\0head\0") == 1
    assert filled.count("«head»") == 1


# Values of a page


def test_text_of_a_page_is_escaped_and_its_body_is_not() -> None:
    found = page_values(page(title='<b>"甲" & 乙', description="<i>"), "https://example.org/")
    assert found["title"] == "&lt;b&gt;&#34;甲&#34; &amp; 乙"
    assert found["description"] == "&lt;i&gt;"
    assert found["body"] == "<p>正文</p>"
    assert found["url"] == "communities/alpha/"
    assert found["source"] == "showcases/communities/alpha.yml"


def test_the_head_describes_the_page_to_chats() -> None:
    head = page_values(page(title='"甲"'), "https://example.org/", "photos/a.jpg")["head"]
    assert head.splitlines() == [
        '<meta property="og:type" content="article">',
        '<meta property="og:title" content="&#34;甲&#34;">',
        '<meta property="og:description" content="说明">',
        '<meta property="og:url" content="https://example.org/communities/alpha/">',
        '<meta property="og:image" content="https://example.org/photos/a.jpg">',
    ]


def test_the_head_holds_the_rules_of_the_pages_photos() -> None:
    head = page_values(page(), "https://example.org/", "", ".p-1{--ar:1.5}")["head"]
    assert head.splitlines()[-1] == "<style>.p-1{--ar:1.5}</style>"
    assert "<style>" not in page_values(page(), "https://example.org/")["head"]


def test_a_page_without_picture_names_none() -> None:
    assert "og:image" not in page_values(page(), "https://example.org/")["head"]


def test_a_pages_values_fill_every_slot() -> None:
    filled = cut(HTML, SOURCE, editable=True).fill(page_values(page(), "https://example.org/"))
    assert not LEFTOVER.search(filled)
    assert "\0" not in filled
