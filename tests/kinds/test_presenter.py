"""What is said of any record when its kind says nothing of its own."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import PurePosixPath

import pytest

from campaign.exchange.table import Type
from campaign.kinds import BY_NAME, KINDS, standard
from campaign.kinds.district import District
from campaign.kinds.experience.record import Result
from campaign.kinds.indicator.record import Operator
from campaign.kinds.kind import Kind
from campaign.kinds.presenter import Presenter
from campaign.kinds.task import Task
from campaign.model.entry import Entry
from campaign.model.level import Level
from campaign.render.edition import Edition
from values import community, site


@pytest.mark.parametrize(
    ("records", "found"),
    [
        ("", []),
        ("a", [(None, "a", None)]),
        ("abc", [(None, "a", "b"), ("a", "b", "c"), ("b", "c", None)]),
    ],
)
def test_neighbours_are_those_beside_a_record(records: str, found: list[object]) -> None:
    presenter = Presenter(BY_NAME["task"])
    assert list(presenter.neighbours(list(records))) == found  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "是"),
        (False, "否"),
        (Decimal("1E+2"), "100"),
        (Level.CITY, Level.CITY.label),
        (date(2026, 3, 2), "2026-03-02"),
        ([1, 2], "1、2"),
        (Result(text="少了", source="台账"), "成效：少了，来源：台账"),
        (Operator.EQUAL, "等于"),
    ],
)
def test_a_value_is_said_in_words(value: object, words: str) -> None:
    assert standard.words(value) == words


def test_a_table_has_a_column_for_each_plain_field() -> None:
    kind: Kind[Task] = Kind(Task, "showcases/tasks.yml", "tasks", folder="tasks")
    columns = {column.name: column.type for column in standard.table(kind).columns}
    assert columns["order"] is Type.NUMBER
    assert columns["due"] is Type.DATE
    assert columns["title"] is Type.TEXT
    assert "milestones" not in columns
    assert "review" not in columns


@pytest.mark.parametrize(
    ("pattern", "path", "id"),
    [
        ("showcases/a/*.yml", "showcases/a/one.yml", "one"),
        ("showcases/a/*/*.yml", "showcases/a/b/one.yml", "b/one"),
        ("showcases/a/*/it.yml", "showcases/a/one/it.yml", "one"),
        ("showcases/a.yml", "showcases/a.yml", "a"),
        ("docs/a/*.md", "docs/a/2026-04-01-one.md", "2026-04-01-one"),
    ],
)
def test_an_id_is_what_the_stars_stand_for(pattern: str, path: str, id: str) -> None:
    assert Kind(District, pattern).id_of(PurePosixPath(path)) == id


def test_articles_are_what_is_written_in_markdown() -> None:
    for kind in KINDS:
        assert kind.is_entry == issubclass(kind.model, Entry)


NOUGHTS = re.compile(r"\b0 (?:件|项|对|个|条)|0/")
OPTIONS = {"by": "block"}


@pytest.mark.parametrize(
    ("kind", "block"),
    [
        (kind.name, name)
        for kind in KINDS
        for name in kind.offers or ()
        if name.endswith(("-progress", "-totals"))
    ],
)
def test_sums_of_records_that_nobody_has_written_are_no_noughts(kind: str, block: str) -> None:
    edition = Edition(site(community()), {})
    text = str(BY_NAME[kind].presenter.blocks[block](edition, "", OPTIONS))
    assert NOUGHTS.findall(re.sub(r"<[^>]+>", "", text)) == []
