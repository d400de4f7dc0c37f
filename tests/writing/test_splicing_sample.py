"""The files of the sample change where they should and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from campaign.kinds import KINDS
from campaign.model.walk import Loc
from campaign.writing.changes import Set, applied
from campaign.writing.differences import changes_between, is_same
from campaign.writing.records import new_text
from campaign.writing.splicing import (
    data_of,
    matter,
    spliced,
    spliced_entry,
)
from sites import ROOT
from spliced_texts import value_at

RECORDS = sorted(ROOT.glob("showcases/**/*.yml"))
ENTRIES = [path for path in sorted(ROOT.glob("docs/**/*.md")) if path.read_text().startswith("---")]


def leaves(data: Any, loc: Loc = ()) -> list[Loc]:
    """The way to every text."""
    if isinstance(data, dict):
        return [found for key, value in data.items() for found in leaves(value, (*loc, key))]
    if isinstance(data, list):
        return [found for at, value in enumerate(data) for found in leaves(value, (*loc, at))]
    return [loc] if isinstance(data, str) else []


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
