from __future__ import annotations

import re
from string import ascii_lowercase

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from campaign.build import shells
from campaign.build.shells import Shell, ShellError, slots
from campaign.html import content_security
from campaign.html.tags import tags

SOURCE = "communities/shell.md"
HTML = """\
<!doctype html><html><head><title>zqslottitlezq - 示例</title>
<meta name="description" content="zqslotdescriptionzq">
<link rel="canonical" href="https://example.org/communities/shell/">
<meta name="zqslotheadzq"><script>a()</script>
</head><body><span>zqslottitlezq</span><ol><li>zqslottitlezq</li></ol>
<article><p>zqslotbodyzq</p></article><script>b()</script>
<a href="https://example.org/edit/main/zqslotsourcezq">修改此页</a></body></html>
"""
NAMES = ("body", "head", "title", "description", "source", "url")


def values(**given: str) -> dict[str, str]:
    return {name: f"«{name}»" for name in NAMES} | {"policy": ""} | given


def cut(html: str, uri: str = SOURCE, is_editable: bool = True) -> Shell:
    return shells.cut(html, uri, is_editable, is_reportable=False, has_contents=False)


# Cut and fill


def test_every_slot_takes_its_value_and_nothing_else_changes() -> None:
    filled = cut(HTML).fill(values(policy="«policy»"))
    expected = HTML.replace("<p>zqslotbodyzq</p>", "«body»").replace("<head>", "<head>«policy»")
    expected = expected.replace('<meta name="zqslotheadzq">', "«head»")
    expected = expected.replace("communities/shell/", "«url»")
    for name in ("title", "description", "source"):
        expected = expected.replace(f"zqslot{name}zq", f"«{name}»")
    assert filled == expected


def test_a_minified_shell_without_quotes_is_cut_alike() -> None:
    plain = HTML.replace("<p>zqslotbodyzq</p>", "<p>zqslotbodyzq").replace(
        '<meta name="zqslotheadzq">', "<meta name=zqslotheadzq>"
    )
    assert cut(plain).fill(values()) == cut(HTML).fill(values())


def test_a_shell_is_filled_again_and_again() -> None:
    shell = cut(HTML)
    first = shell.fill(values(title="甲"))
    shell.fill(values(title="乙"))
    assert shell.fill(values(title="甲")) == first


# Shells that are not what they must be


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_slot_is_named(name: str) -> None:
    mark = slots(SOURCE, True, False, False)[name].pattern
    with pytest.raises(ShellError, match=rf"{SOURCE}: slot '{name}' found 0 times"):
        cut(re.sub(mark, "", HTML))


@pytest.mark.parametrize("name", NAMES)
def test_a_slot_that_stands_once_too_often_is_named(name: str) -> None:
    slot = slots(SOURCE, True, False, False)[name]
    found = re.search(slot.pattern, HTML)
    assert found
    with pytest.raises(ShellError, match=rf"slot '{name}' found {slot.hits + 1} times"):
        cut(f"{HTML}<i{found[0]}>")


@pytest.mark.parametrize("left", ["zqslottoczq", "ZQSLOTTOCZQ", "zqblock0zq", "zqslotbodyzq"])
def test_a_token_left_over_is_named(left: str) -> None:
    with pytest.raises(ShellError, match=f"slot left over: {left}"):
        cut(f"{HTML}<i>{left}</i>")


def test_pages_that_nobody_can_edit_have_no_slot_for_their_source() -> None:
    with pytest.raises(ShellError, match="slot left over: zqslotsourcezq"):
        cut(HTML, is_editable=False)
    read_only = HTML.replace("zqslotsourcezq", "")
    assert "«url»" in cut(read_only, is_editable=False).fill(values())


def test_a_page_without_a_head_is_no_shell() -> None:
    with pytest.raises(ShellError, match="no head"):
        cut(HTML.replace("<head>", ""))


def test_a_page_with_a_shell_of_its_own_has_its_texts_in_it() -> None:
    html = re.sub("zqslot(title|description|source)zq", "甲", HTML)
    own = cut(html, "communities/index.md")
    assert own.parts[1::2] == ("policy", "head", "body")


def test_the_address_of_a_shell_is_no_pattern() -> None:
    with pytest.raises(ShellError, match="slot 'url' found 0 times"):
        cut(HTML.replace("communities/shell/", "experiences/shell/"))


# Values cannot break a fill

TOKENS = st.sampled_from(["zqslotbodyzq", "zqslottitlezq", "\0title\0", "\0", "\\1", "<p>", "«"])
TEXTS = st.lists(TOKENS | st.text(ascii_lowercase + "\0<>&甲", max_size=5)).map("".join)


@given(st.fixed_dictionaries(dict.fromkeys([*NAMES, "policy"], TEXTS)))
def test_a_fill_is_the_text_of_the_shell_and_the_values_in_turn(given: dict[str, str]) -> None:
    shell = cut(HTML)
    filled = shell.fill(given)
    for text, name in zip(shell.parts[::2], [*shell.parts[1::2], None], strict=True):
        assert filled.startswith(text)
        filled = filled.removeprefix(text)
        if name is not None:
            assert filled.startswith(given[name])
            filled = filled.removeprefix(given[name])
    assert filled == ""


def test_a_token_in_a_value_stays_text() -> None:
    filled = cut(HTML).fill(values(title="zqslotbodyzq", body="\0head\0"))
    assert filled.count("zqslotbodyzq") == 3
    assert filled.count("\0head\0") == 1
    assert filled.count("«head»") == 1


# What is the same on every page is looked at once


@given(st.lists(st.sampled_from(["<script>c()</script>", "<style>d{}</style>", "<p id=a>甲</p>"])))
def test_the_policy_of_a_page_is_that_of_the_whole_page(inside: list[str]) -> None:
    shell = cut(HTML)
    given = {"head": "".join(inside[::2]), "body": "".join(inside[1::2])}
    whole = shell.fill(values(**given))
    found = {name: list(tags(text)) for name, text in given.items()}
    assert shell.policy(found) == content_security.of(tags(whole))


def test_indents_and_empty_lines_stay_behind_but_not_in_code() -> None:
    code = "<script>\n  a\n\n  b</script>"
    assert shells.slim(f"<p>\n\n   甲 乙\n  </p>{code}\n  <p>") == f"<p>\n甲 乙\n</p>{code}\n<p>"


def test_a_shell_as_the_builder_reads_it() -> None:
    _, matter, body = shells.written({"title": "甲: “乙”", "hide": ["toc"]}).split("---\n")
    assert yaml.safe_load(matter) == {"title": "甲: “乙”", "hide": ["toc"], "shell": True}
    assert body.strip() == "zqslotbodyzq"
