"""A change of a record changes its own lines, and every other byte stays."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from campaign.kinds import KINDS
from campaign.model.walk import Loc
from campaign.reading.characters import LINE_BREAK
from campaign.writing.changes import Change, Insert, Move, NotThere, Remove, Set, applied, under
from campaign.writing.differences import changes_between, is_same
from campaign.writing.records import new_text
from campaign.writing.splicing import (
    Unreadable,
    Unsafe,
    data_of,
    matter,
    spliced,
    spliced_entry,
)
from hostile import corpus
from sites import ROOT

RECORDS = sorted(ROOT.glob("showcases/**/*.yml"))
ENTRIES = [path for path in sorted(ROOT.glob("docs/**/*.md")) if path.read_text().startswith("---")]
TEXTS = [
    *("8:30", "yes", "no", "on", "off", "null", "~", "", "1_000", "0523", "1e3", "2024-05-01"),
    *("=", "<<", "- a", "# 一", "a: b", "a #b", "[a", "{a}", "a, b", "'", '"', "''", '\\"', "\\"),
    *(
        " 前面有空格",
        "后面有空格 ",
        "一\n二",
        "一\n\n二\n",
        "\n一",
        "一\n  二",
        "一\t二",
        "一\r\n二",
    ),
    *(
        "&a",
        "*a",
        "!a",
        "%a",
        "@a",
        "`a",
        "|",
        ">",
        "?",
        "-",
        "---",
        "...",
        "：",
        "一：二",
        "一，二",
    ),
    *(
        "零宽\u200b字",
        "\u202e反",
        "\ufeff",
        "\x85",
        "😀",
        "𠮷",
        "e\u0301",
        "«»",
        "a" * 300,
        "长" * 300,
    ),
    *("第1 #2", "key:", ":", "一:二", "x" * 90 + " # y", "- 一\n- 二", "# 一\n二", "--- \n一"),
]
"""What people, and other programs, put into a field of a form."""
TEXT = """\
# 说明
name: 幸福里 # 名称
est: '1998-06'
intro: >-
  一二三，
  四五六

committee: {address: 甲, phone: 0000-1} # 居委会
list:
  # 一
  - {a: 1, b: 2} # 甲

  # 二
  - a: 3
    b: |
      x
      y
  # 后面
tags: [一, 二]
group:
  # 里面
  x: 1 # 值
  y:
    - m
    - n
empty:
last: "q"
"""
CASES: dict[str, tuple[Change, str]] = {
    "a text": (Set(("name",), "光明"), "-name: 幸福里 # 名称\n+name: 光明 # 名称\n"),
    "in its quotes": (Set(("est",), "1999"), "-est: '1998-06'\n+est: '1999'\n"),
    "folded": (Set(("intro",), "七"), "-  一二三，\n-  四五六\n+  七\n"),
    "in braces": (
        Set(("committee", "phone"), "a, b"),
        "-committee: {address: 甲, phone: 0000-1} # 居委会\n"
        '+committee: {address: 甲, phone: "a, b"} # 居委会\n',
    ),
    "more in braces": (
        Set(("committee", "hours"), "8:30", after="address"),
        "-committee: {address: 甲, phone: 0000-1} # 居委会\n"
        '+committee: {address: 甲, hours: "8:30", phone: 0000-1} # 居委会\n',
    ),
    "in an item": (Set(("list", 1, "a"), "4"), "-  - a: 3\n+  - a: 4\n"),
    "line by line": (Set(("list", 1, "b"), "x\nz\n"), "-      y\n+      z\n"),
    "an item's first field": (
        Remove(("list", 1, "a")),
        "-  - a: 3\n-    b: |\n+  - b: |\n",
    ),
    "a field in braces": (
        Remove(("list", 0, "a")),
        "-  - {a: 1, b: 2} # 甲\n+  - {b: 2} # 甲\n",
    ),
    "an item": (Remove(("list", 1)), "-  - a: 3\n-    b: |\n-      x\n-      y\n"),
    "an item in front": (Insert(("list", 0), {"a": "0"}), "+  - {a: 0}\n"),
    "an item behind": (Insert(("list", 2), {"a": "5"}), "+  - a: 5\n"),
    "an item between": (Insert(("list", 1), {"a": "5"}), "+  - {a: 5}\n"),
    "a move": (
        Move(("list", 1), 0),
        "-  - {a: 1, b: 2} # 甲\n-\n+\n+  - {a: 1, b: 2} # 甲\n",
    ),
    "a word more": (Insert(("tags", 1), "三"), "-tags: [一, 二]\n+tags: [一, 三, 二]\n"),
    "a word moves": (Move(("tags", 0), 1), "-tags: [一, 二]\n+tags: [二, 一]\n"),
    "a word less": (Remove(("tags", 0)), "-tags: [一, 二]\n+tags: [二]\n"),
    "a word of a list in lines": (Set(("group", "y", 1), "k"), "-    - n\n+    - k\n"),
    "a field of a group": (Remove(("group", "x")), "-  x: 1 # 值\n"),
    "a field behind another": (Set(("group", "z"), "3", after="x"), "+  z: 3\n"),
    "a field in front": (Set(("id",), "a", after=""), "+id: a\n"),
    "a field at the end": (Set(("z",), "a"), "+z: a\n"),
    "an empty field": (Set(("empty",), "z"), "-empty:\n+empty: z\n"),
    "deep in an empty field": (
        Set(("empty", "a", "b"), ["c"]),
        "-empty:\n+empty: {a: {b: [c]}}\n",
    ),
    "the first item of a list": (
        Insert(("empty", 0), {"a": "一\n二"}),
        "+  - a: |-\n+      一\n+      二\n",
    ),
    "a group of groups": (
        Set(("g",), {"a": {"b": "c"}, "d": ["x" * 60, "y" * 60]}),
        f"+g:\n+  a: {{b: c}}\n+  d:\n+    - {'x' * 60}\n+    - {'y' * 60}\n",
    ),
    "a long text": (Set(("t",), "长" * 90), f"+t: >-\n+  {'长' * 90}\n"),
    "nothing for a group": (
        Set(("group",), None),
        "-  # 里面\n-  x: 1 # 值\n-  y:\n-    - m\n-    - n\n",
    ),
    "a group for a text": (
        Set(("last",), {"a": "b"}),
        '-last: "q"\n+last: {a: b}\n',
    ),
}


def diff(old: str, new: str) -> str:
    """The lines that differ, without heads."""
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
    return "".join(f"{line}\n" for line in list(lines)[2:] if line[0] in "+-")


def leaves(data: Any, loc: Loc = ()) -> list[Loc]:
    """The way to every text."""
    if isinstance(data, dict):
        return [found for key, value in data.items() for found in leaves(value, (*loc, key))]
    if isinstance(data, list):
        return [found for at, value in enumerate(data) for found in leaves(value, (*loc, at))]
    return [loc] if isinstance(data, str) else []


def value_at(data: Any, loc: Loc) -> Any:
    for step in loc:
        data = data[step]
    return data


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["plain", "bom"])
@pytest.mark.parametrize("name", CASES)
def test_a_change_changes_its_own_lines(name: str, bom: str, ending: str) -> None:
    change, wanted = CASES[name]
    made = spliced((bom + TEXT).replace("\n", ending), [change])
    assert made.startswith(bom)
    assert not LINE_BREAK.search(made.replace(ending, ""))
    plain = made.removeprefix(bom).replace(ending, "\n")
    assert diff(TEXT, plain) == wanted
    assert data_of(plain) == applied(data_of(TEXT), [change])


def test_a_list_or_a_group_can_become_empty() -> None:
    made = spliced(TEXT, [Remove(("list", 0)), Remove(("list", 0)), Remove(("tags", 0))])
    made = spliced(made, [Remove(("tags", 0)), Remove(("group", "y")), Remove(("group", "x"))])
    assert "list: []\n  # 一\n\n  # 二\n  # 后面\ntags: []\ngroup: {}\n" in made
    again = [Insert(("list", 0), {"a": "1"}), Insert(("tags", 0), "三"), Set(("group", "x"), "1")]
    assert "list:\n  - {a: 1}\n  # 一" in spliced(made, again[:1])
    assert data_of(spliced(made, again))["tags"] == ["三"]


def test_no_change_is_no_change() -> None:
    broken = "a: [\n"
    assert spliced(broken, []) == broken


@pytest.mark.parametrize(
    "text",
    ["- a\n", "a: &x 1\n", "a: [\n", "\tb: 1\n", "a: !x 1\n", "a: 1\n---\nb: 2\n"],
)
def test_what_is_not_sure_is_left_alone(text: str) -> None:
    with pytest.raises(Unreadable):
        spliced(text, [Set(("b",), "1")])


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("? a\n: 1\n", Set(("a",), "2")),
        ("a: [b, # 一\n  c]\n", Remove(("a", 1))),
        ("a: [ # 一\n]\n", Set(("a",), "2")),
        ("a: 1\n", Set(("b",), "\ud800")),
    ],
)
def test_what_is_not_safe_is_left_alone(text: str, change: Change) -> None:
    with pytest.raises(Unsafe):
        spliced(text, [change])


@pytest.mark.parametrize(
    "change",
    [
        Remove(("none",)),
        Remove(("tags", 7)),
        Set(("tags", 7), "a"),
        Set(("name", "a"), "b"),
        Insert(("name", 0), "a"),
        Move(("tags", 9), 0),
        Move(("group", "x"), 0),
    ],
)
def test_a_change_of_what_is_not_there_is_refused(change: Change) -> None:
    with pytest.raises((NotThere, Unsafe)):
        spliced(TEXT, [change])


# Any text in any place


@pytest.mark.parametrize("text", [*TEXTS, *corpus()[::9]])
def test_whatever_is_written_is_read_back(text: str) -> None:
    places: list[Loc] = [("name",), ("est",), ("intro",), ("committee", "phone"), ("list", 1, "b")]
    places += [("tags", 0), ("group", "y", 0), ("empty",), ("last",), ("new",), ("new", "deep")]
    for place in places:
        made = data_of(spliced(TEXT, [Set(place, text)]))
        assert value_at(made, place) == text
    made = data_of(spliced(TEXT, [Insert(("list", 1), {"a": text, "c": [text, text]})]))
    assert made["list"][1] == {"a": text, "c": [text, text]}


@pytest.mark.parametrize("text", [text for text in TEXTS if text not in ("e\u0301",)])
def test_other_readers_find_a_text_where_it_looks_like_something_else(text: str) -> None:
    made = yaml.safe_load(spliced("a: 1\n", [Set(("b",), text)]))["b"]
    typed = ("yes", "no", "on", "off", "0523", "1e3", "1_000", "2024-05-01")
    assert made == text or text in typed


VALUES = st.recursive(
    st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(TEXTS),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.from_regex(r"[a-z_]{1,6}", fullmatch=True), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,6}", fullmatch=True), VALUES, max_size=4))
def test_from_any_record_to_any_other(new: dict[str, Any]) -> None:
    old = data_of(TEXT)
    changes = changes_between(old, new)
    assert is_same(applied(old, changes), new)
    assert is_same(data_of(spliced(TEXT, changes)), new) if new else True


@given(st.permutations(range(6)), st.data())
def test_a_list_in_another_order_keeps_what_stands_beside_its_items(
    order: list[int], data: st.DataObject
) -> None:
    text = "l:\n" + "".join(f"  # 注{n}\n  - {{id: n{n}, v: {n}}} # 旁{n}\n" for n in range(6))
    old = data_of(text)
    kept = data.draw(st.integers(1, 6))
    new = {"l": [old["l"][n] for n in order[:kept]]}
    made = spliced(text, changes_between(old, new))
    assert data_of(made) == new
    beside = [line.split("# 旁")[1] for line in made.splitlines() if "旁" in line]
    assert beside == [str(n) for n in order[:kept]]


def test_an_item_that_changed_keeps_its_place_and_comment() -> None:
    old = data_of(TEXT)
    new = applied(old, [Set(("list", 0, "b"), "9"), Insert(("list", 0), {"c": "1"})])
    assert changes_between(old, new) == [
        Insert(("list", 0), {"c": "1"}),
        Set(("list", 1, "b"), "9"),
    ]


def test_a_field_that_a_form_empties_goes_and_a_new_one_stands_in_its_order() -> None:
    changes = changes_between({"a": "1", "b": "2", "c": None}, {"a": None, "n": "3", "b": "2"})
    assert changes == [Set(("n",), "3", after=""), Remove(("a",))]
    assert changes_between({"t": "一\n"}, {"t": "一"}) == []
    assert changes_between({"t": "一\n"}, {"t": "二"}) == [Set(("t",), "二\n")]


def test_a_record_in_a_file_of_many_is_changed_there() -> None:
    text = "items:\n  - {id: a, v: 1}\n  - {id: b, v: 2}\n"
    made = spliced(text, under(("items", 1), [Set(("v",), "3")]))
    assert diff(text, made) == "-  - {id: b, v: 2}\n+  - {id: b, v: 3}\n"


# The sample


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_field_of_the_sample_changes_alone(path: Path) -> None:
    text = path.read_bytes().decode()
    data = data_of(text)
    assert changes_between(data, data) == []
    places = leaves(data)
    for place in {places[0], places[len(places) // 2], places[-1]}:
        value = f"{value_at(data, place)} 改"
        made = spliced(text, [Set(place, value)])
        old, new = _one_stretch(text, made)
        assert any("改" in line for line in new)
        assert len(new) <= max(len(old), 1)
        assert data_of(made) == applied(data, [Set(place, value)])
        assert spliced(made, [Set(place, value_at(data, place))]).count("\n") <= text.count("\n")


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_an_entry_of_the_sample_changes_where_it_should(path: Path) -> None:
    text = path.read_bytes().decode()
    _, until = matter(text)
    assert spliced_entry(text, []) == text
    body = text[until:].split("\n", 1)[1]
    assert spliced_entry(text, [], body) == text
    made = spliced_entry(text, [Set(("title",), "另一个标题")])
    assert made[made.index("\n---") :] == text[text.index("\n---") :]
    old, new = _one_stretch(text, made)
    assert len(new) == 1 >= len(old)
    crlf = text.replace("\n", "\r\n")
    assert spliced_entry(crlf, [], body) == crlf
    assert spliced_entry(crlf, [], "一\n二\n").endswith("---\r\n一\r\n二\r\n")


def _one_stretch(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = before.splitlines(), after.splitlines()
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_record_of_the_sample_can_be_written_anew(kind: Any) -> None:
    for path in sorted(ROOT.glob(kind.pattern))[:8]:
        text = path.read_bytes().decode()
        if kind.is_entry:
            start, until = matter(text) if text.startswith("---") else (0, 0)
            data = data_of(text[start:until]) if until else {}
            made = new_text(kind, data, "正文")
            assert made.endswith("---\n\n正文\n")
            start, until = matter(made)
            assert data_of(made[start:until]) == data if data else True
        elif kind.list_key:
            item = data_of(text)[kind.list_key][0]
            assert data_of(new_text(kind, item))[kind.list_key] == [item]
        else:
            made = new_text(kind, data_of(text))
            assert is_same(data_of(made), data_of(text))
            assert made.splitlines()[0] == text.splitlines()[0]


def test_the_sample_is_there() -> None:
    assert len(RECORDS) > 300
    assert len(ENTRIES) > 40
