"""Reading YAML: nothing that was written changes, and every fault has its line."""

from __future__ import annotations

from string import ascii_lowercase
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from campaign.problems import Problem
from campaign.reading import yamltext

thorough = settings(max_examples=200)

FRAGMENTS = (
    *("\n", "\n  ", "\n    ", "\n- ", "\n  - ", ": ", ":", "：", " #", " # ", "---\n", "...\n"),
    *("&a ", "*a", "!!int ", "!<x> ", "!", "<<: *a", "? ", "| \n", ">-\n  ", "|2\n", "%YAML 1.1\n"),
    *('"', "'", "\\", '"\\x', "{", "}", "[", "]", ",", "{a: 1}", "[1, 2]", "~", "null", "@", "`"),
    *("a: 1", "id: x", "name: 甲", "title：乙", "no", "0x1F", "2026-04-01", "\t", "\r", "\r\n"),
    *("\x85", "\u2028", "\u2029", "\ufeff", "\u200b", "\x00", "\x07", "\x7f", "😀", "e\u0301"),
)
yaml_like = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=5)), max_size=30).map(
    "".join
)
LETTERS = st.characters(
    min_codepoint=0x4E00, max_codepoint=0x9FA5, include_characters=f"{ascii_lowercase}_"
)
printable = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=40)
keys = st.text(LETTERS, min_size=1, max_size=8)
values = st.recursive(
    printable,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4),
        st.dictionaries(keys, inner, min_size=1, max_size=4),
    ),
    max_leaves=12,
)


def is_told_well(found: Problem, path: str) -> bool:
    words = (found.message("zh"), found.remedy("zh"), found.message("en"), found.remedy("en"))
    return found.path == path and found.line >= 1 and all(text.strip() for text in words)


def depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(depth, inner), default=0)


def value_of(text: str) -> Any:
    document = yamltext.read("x.yml", f"value: {text}\n")
    assert document.problems == []
    return document.data["value"]


@pytest.mark.parametrize(
    "text",
    [
        *("0523", "010", "05231234567", "0523-1234567", "0x1F", "0o17", "0b11", "1_000", "+1"),
        *("1e3", "75.60", ".5", ".inf", ".NaN", "8:30", "12:30", "1:30:00", "2024-05", "2024"),
        *("2026-04-09", "2026-04-10 09:00", "2001-12-14t21:59:43.10-05:00", "no", "yes", "on"),
        *(
            "off",
            "True",
            "FALSE",
            "y",
            "n",
            "=",
            "-1",
            "周一至周五 8:30—17:30",
            "NO",
            "~x",
            "nulla",
        ),
    ],
)
def test_a_plain_scalar_stays_the_text_that_was_written(text: str) -> None:
    assert value_of(text) == text


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_a_plain_nothing_is_absent_and_a_quoted_one_is_text(text: str) -> None:
    assert value_of(text) is None
    assert value_of(f"'{text}'") == text
    assert value_of(f'"{text}"') == text


def test_block_text_keeps_its_lines() -> None:
    document = yamltext.read("x.yml", "a: |\n  一 二\n  三: 四 #五\n\n  六\n")
    assert (document.data, document.problems) == ({"a": "一 二\n三: 四 #五\n\n六\n"}, [])


@pytest.mark.parametrize("style", [">-\n  ", ""])
def test_folded_lines_are_joined_as_their_script_is_written(style: str) -> None:
    assert value_of(f"{style}河的另一边，\n  楼不高") == "河的另一边，楼不高"
    assert value_of(f"{style}by the\n  river\n  楼不高") == "by the river 楼不高"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("河，\n  楼", "河，楼"),
        ("'河，\n  楼'", "河，楼"),
        ('"河，\n  楼"', "河，楼"),
        ("[河，\n  楼, 山]", ["河，楼", "山"]),
        ("{a: 河，\n  楼, b: 山}", {"a": "河，楼", "b": "山"}),
        (">-\n  河 河\n  河", "河 河河"),
        (">-\n  一 二\n  三\n\n  四 五\n  六", "一 二三\n四 五六"),
        ("河，  # 注释", "河，"),
        ("'河，楼'  # 注释", "河，楼"),
        (">-  # 注释\n  河，\n  楼", "河，楼"),
    ],
)
def test_lines_are_joined_in_every_style(text: str, value: Any) -> None:
    assert value_of(text) == value


@pytest.mark.parametrize("text", ["同心同行 共建共享", "一 二", "“一” 二"])
def test_a_space_that_was_typed_between_chinese_words_stays(text: str) -> None:
    assert value_of(text) == text
    assert value_of(f">-\n  {text}") == text


def test_a_non_specific_tag_is_allowed() -> None:
    assert value_of("! 12") == "12"


def test_keys_are_composed_and_never_typed() -> None:
    document = yamltext.read("x.yml", "cafe\u0301: 1\nno: 2\n2024: 3\n")
    assert document.data == {"caf\u00e9": "1", "no": "2", "2024": "3"}


def test_keys_that_look_alike_are_one_key() -> None:
    (found,) = yamltext.read("x.yml", "cafe\u0301: 1\ncaf\u00e9: 2\n").problems
    assert (found.code, found.line) == ("V05", 2)


def test_a_duplicate_key_is_refused_at_its_second_line_and_the_first_value_stays() -> None:
    document = yamltext.read("x.yml", "a: 1\nb: 2\na: {b: [3], b: 4}\nc: 5\n")
    assert document.data == {"a": "1", "b": "2", "c": "5"}
    assert [(p.code, p.line, p.values["first"]) for p in document.problems] == [
        ("V05", 3, "1"),
        ("V05", 3, "3"),
    ]


def test_every_value_knows_its_line() -> None:
    text = "# 注释\na: 1\nb:\n  c:\n    - x\n    - d: 2\n      e: 3\nf: |\n  g\n"
    document = yamltext.read("x.yml", text)
    assert {loc: line for loc, line in document.lines.items() if loc} == {
        ("a",): 2,
        ("b",): 3,
        ("b", "c"): 4,
        ("b", "c", 0): 5,
        ("b", "c", 1): 6,
        ("b", "c", 1, "d"): 6,
        ("b", "c", 1, "e"): 7,
        ("f",): 8,
    }


def test_what_is_not_written_has_the_line_of_its_parent() -> None:
    document = yamltext.read("x.yml", "\na:\n  - b: 1\n")
    assert document.line(("a", 0, "missing", 3)) == 3
    assert document.line(("a", 0, "missing")) == 3
    assert document.line(("missing",)) == 2
    assert yamltext.Document("x.yml").line(("a",)) == 1


def test_lines_are_counted_from_the_first_line_given() -> None:
    document = yamltext.read("x.md", "a: 1\na: 2\n", first_line=2)
    assert document.lines["a",] == 2
    assert document.problems[0].line == 3
    for text in ("a: [\n", "a: *b\n", "a:\t1\n"):
        (found,) = yamltext.read("x.md", f"b: 1\n{text}", first_line=2).problems
        assert found.line >= 3


def test_twelve_levels_are_read_and_thirteen_are_not() -> None:
    assert yamltext.read("x.yml", "[" * 13 + "]" * 13).problems == []
    assert yamltext.read("x.yml", "[" * 14 + "]" * 14).problems[0].code == "Y09"


def test_a_bomb_of_brackets_is_refused_at_once() -> None:
    (found,) = yamltext.read("x.yml", "a: " + "[" * 100_000).problems
    assert found.code == "Y09"


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    text = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    assert [(p.code, p.line) for p in yamltext.read("x.yml", text).problems] == [("Y05", 1)]


def test_a_key_has_no_anchor_either() -> None:
    assert [(p.code, p.line) for p in yamltext.read("x.yml", "a: 1\n&b b: 2\n").problems] == [
        ("Y05", 2)
    ]


def test_what_the_parser_cannot_take_at_all_is_refused() -> None:
    assert yamltext.read("x.yml", "a: \ud800\n").problems


def test_every_tab_is_reported() -> None:
    document = yamltext.read("x.yml", "a:\t1\nb: 2\n\tc: 3\n")
    assert [(p.code, p.line) for p in document.problems] == [("Y03", 1), ("Y03", 3)]
    assert document.data is None


def test_the_line_of_a_syntax_error_is_shown() -> None:
    (found,) = yamltext.read("x.yml", "a: 1\nb: 甲: 乙\n").problems
    assert (found.code, found.line, found.values["value"]) == ("Y01a", 2, "b: 甲: 乙")


@pytest.mark.parametrize("above", ['"三优"活动', "name：甲"])
def test_a_fault_is_not_blamed_on_the_text_above_it(above: str) -> None:
    (found,) = yamltext.read("x.yml", f"a: |\n  甲\n  {above}\nb: 乙: 丙\n").problems
    assert (found.code, found.line) == ("Y01a", 4)


def test_a_key_holds_no_control_character_either() -> None:
    found = yamltext.read("x.yml", 'a: 1\n"b\\e[2J\\u202e": 2\n').problems
    assert [(p.code, p.line) for p in found] == [("Y04", 2)]


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        ("a: 第1 #2", "#2"),
        ("a: #2", "#2"),
        ("- a #2 # 3", "#2 # 3"),
        ("a: {b: c} #2", None),
        ("a: 'x' #2", None),
        ("a: x # 注释", None),
        ("a: x#2", None),
        ("a: |\n  x #2\n", None),
        ("# a: x #2\nb: c", None),
    ],
)
def test_text_behind_a_hash_is_reported_and_comments_are_not(
    text: str, dropped: str | None
) -> None:
    found = yamltext.read("x.yml", text).problems
    assert [(p.code, p.values["value"]) for p in found] == ([("Y14", dropped)] if dropped else [])


def test_a_byte_order_mark_and_every_line_break_are_accepted() -> None:
    for raw in (b"a: 1\nb: 2\n", b"\xef\xbb\xbfa: 1\nb: 2\n", b"a: 1\r\nb: 2\r\n", b"a: 1\rb: 2\r"):
        assert yamltext.decode("x.yml", raw) == ("a: 1\nb: 2\n", [])


def test_a_byte_order_mark_within_the_text_is_refused() -> None:
    _, found = yamltext.decode("x.yml", "a: 1\nb: \ufeff2\n".encode())
    assert [(p.code, p.line) for p in found] == [("Y04", 2)]


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "big5", "utf-16"])
def test_other_encodings_are_refused(encoding: str) -> None:
    text, found = yamltext.decode("x.yml", "name: 幸福里社區\n".encode(encoding))
    assert (text, [p.code for p in found]) == ("", ["Y02"])


def test_the_line_of_a_wrong_byte_is_counted_behind_a_byte_order_mark_too() -> None:
    for mark in (b"", b"\xef\xbb\xbf"):
        _, (found,) = yamltext.decode("x.yml", mark + b"a: 1\nb: 2\n\xff\n")
        assert found.line == 3


def test_every_line_with_a_control_character_is_reported() -> None:
    _, found = yamltext.decode("x.yml", b"a\x00\x07\nb\n\x1bc\r\n\xc2\x9bd\n")
    assert [(p.code, p.line, p.values["character"]) for p in found] == [
        ("Y04", 1, "U+0000"),
        ("Y04", 3, "U+001B"),
        ("Y04", 4, "U+009B"),
    ]


def test_text_that_runs_backwards_is_refused() -> None:
    for character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f":
        assert [p.code for p in yamltext.decode("x.yml", character.encode())[1]] == ["Y04"]


def test_half_a_megabyte_is_the_limit() -> None:
    assert yamltext.decode("x.yml", b"a" * yamltext.MAX_BYTES)[1] == []
    _, (found,) = yamltext.decode("x.yml", b"a" * (yamltext.MAX_BYTES + 1))
    assert (found.code, found.line) == ("Y08", 1)
    assert found.values == {"size": "512", "limit": "512"}


@thorough
@given(yaml_like)
@example("\ud800")
def test_any_text_is_read_or_refused_with_words(text: str) -> None:
    document = yamltext.read("x.yml", text)
    assert all(is_told_well(found, "x.yml") for found in document.problems)


@thorough
@given(st.one_of(st.binary(max_size=60), yaml_like.map(str.encode)))
@example("a: 1\u2028b: 2\nc: 3\nc: 4\n".encode())
def test_a_problem_stands_on_a_line_of_the_file(raw: bytes) -> None:
    text, found = yamltext.decode("x.yml", raw)
    document = yamltext.read("x.yml", text) if not found else yamltext.Document("x.yml")
    lines = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    assert all(is_told_well(p, "x.yml") and p.line <= lines for p in found + document.problems)
    assert all(1 <= line <= lines for line in document.lines.values())


@thorough
@given(yaml_like)
def test_what_is_read_is_text_lists_and_mappings(text: str) -> None:
    waiting = [yamltext.read("x.yml", text).data]
    while waiting:
        value = waiting.pop()
        assert value is None or type(value) in (str, list, dict)
        waiting += value.values() if isinstance(value, dict) else []
        waiting += value if isinstance(value, list) else []


@thorough
@given(printable)
def test_a_quoted_text_is_read_as_it_stands(text: str) -> None:
    assert value_of("'" + text.replace("'", "''") + "'") == text


@thorough
@given(st.dictionaries(keys, values, max_size=5).filter(lambda value: depth(value) <= 12))
def test_whatever_is_dumped_is_read_back(value: dict[str, Any]) -> None:
    for style in ("'", '"'):
        text = yaml.safe_dump(value, default_style=style, allow_unicode=True, width=10_000)
        document = yamltext.read("x.yml", text)
        assert (document.data or {}, document.problems) == (value, [])


@thorough
@given(
    st.lists(st.text("一二 ，", min_size=1, max_size=9), min_size=1),
    st.sampled_from(("", ">-\n  ")),
)
def test_only_the_spaces_of_line_breaks_are_taken_out(parts: list[str], style: str) -> None:
    lines = [" ".join(part.split()) for part in parts]
    text = [line for line in lines if line]
    if text:
        assert value_of(style + "\n  ".join(text)) == "".join(text)


@thorough
@given(st.dictionaries(keys, st.sampled_from(["no", "8:30", "0523", "75.60", "甲"]), min_size=1))
def test_every_key_has_its_own_line(value: dict[str, str]) -> None:
    document = yamltext.read("x.yml", "".join(f"{key}: {text}\n" for key, text in value.items()))
    assert document.data == value
    assert [document.lines[key,] for key in value] == list(range(1, len(value) + 1))
