"""A change of a record changes its own lines, and every other byte stays."""

from __future__ import annotations

import pytest
import yaml

from campaign.model.walk import Loc
from campaign.reading.characters import LINE_BREAK
from campaign.writing.changes import Change, Insert, Move, NotThere, Remove, Set, applied
from campaign.writing.splicing import (
    Unreadable,
    Unsafe,
    data_of,
    spliced,
)
from hostile import corpus
from spliced_texts import TEXT, TEXTS, diff, value_at

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
