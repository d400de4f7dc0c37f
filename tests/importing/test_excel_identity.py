"""What is exported and taken in again changes nothing; a form of any kind can be filled in."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from campaign.importing.excel import grid
from campaign.importing.excel.book import workbook
from campaign.importing.excel.columns import BODY, EXAMPLE, MARKS, OPTIONS, Column, Role, Type, form
from campaign.importing.excel.drafts import Written
from campaign.importing.excel.gathering import Gathering
from campaign.importing.excel.grid import Book, Cell, Grid
from campaign.importing.excel.names import Names
from campaign.importing.excel.plan import Plan, planned
from campaign.importing.excel.rows import Item
from campaign.importing.excel.tables import Complaint, tables
from campaign.kinds import KINDS
from campaign.problems import Problem
from campaign.reading import records
from campaign.site import Site
from campaign.writing.differences import changes_between
from hostile import corpus
from projects import load
from sites import ROOT
from workbooks import altered


@cache
def sample() -> tuple[Site, list[Problem], Written]:
    site, problems = records.load(ROOT)
    assert site is not None
    return site, problems, Written(ROOT, site)


def taken(path: Path, kinds: list[Any]) -> Plan:
    site, problems, _ = sample()
    return planned(ROOT, site, problems, grid.read(path), [form(kind) for kind in kinds])


def written(path: Path, kinds: list[Any], is_form: bool = False) -> Path:
    site, _, files = sample()
    items = {kind.name: files.items(kind) for kind in kinds}
    path.write_bytes(workbook([form(kind) for kind in kinds], items, Names(site), is_form))
    return path


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_export_of_the_sample_changes_nothing(kind: Any, tmp_path: Path) -> None:
    plan = taken(written(tmp_path / "a.xlsx", [kind]), [kind])
    site = sample()[0]
    assert {draft.id for draft in plan.unchanged} == set(site.kind(kind.name))
    assert (plan.new, plan.changed, plan.complaints, plan.rewrites) == ([], [], [], [])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_form_holds_no_record_and_says_how_it_is_filled_in(kind: Any, tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", [kind], is_form=True)
    assert taken(path, [kind]).drafts == []
    book = load_workbook(path)
    assert book[OPTIONS].sheet_state == "hidden"
    assert list(book[MARKS].values) == []
    for sheet in form(kind).sheets:
        page = book[sheet.name]
        assert (page.max_row, page["A2"].value) == (2, EXAMPLE)
        for place, head in enumerate(sheet.heads, 1):
            cell = page.cell(1, place)
            assert cell.value.startswith(head.title)
            assert cell.comment or head.column is None or not head.column.help
            is_needed = head.column is not None and head.column.is_required
            assert cell.value.endswith("（必填）") == is_needed


def test_all_kinds_fit_into_one_workbook(tmp_path: Path) -> None:
    path = written(tmp_path / "all.xlsx", list(KINDS))
    plan = taken(path, list(KINDS))
    assert len(plan.unchanged) == sum(len(sample()[0].kind(kind.name)) for kind in KINDS)
    assert plan.complaints == []


def test_what_an_example_shows_is_a_record_of_the_site(tmp_path: Path) -> None:
    kinds = [kind for kind in KINDS if kind.name == "community"]
    page = load_workbook(written(tmp_path / "a.xlsx", kinds, is_form=True))["社区"]
    row = dict(zip([cell.value for cell in page[1]], [cell.value for cell in page[2]], strict=True))
    assert row["名称（必填）"].endswith("社区")
    assert row["所属镇街（必填）"].endswith("）")


def test_drop_downs_name_the_records_that_are_there(tmp_path: Path) -> None:
    kinds = [kind for kind in KINDS if kind.name == "community"]
    book = load_workbook(written(tmp_path / "a.xlsx", kinds, is_form=True))
    offered = {value for row in book[OPTIONS].values for value in row if value}
    assert {"澜城镇（lancheng）", "是", "福利（welfare）"} <= offered
    checks = book["社区·服务"].data_validations.dataValidation
    assert any(check.type == "list" and OPTIONS in check.formula1 for check in checks)
    assert any(check.type == "whole" for check in book["社区"].data_validations.dataValidation)


@pytest.mark.parametrize("number", range(0, len(corpus()), 150))
def test_hostile_texts_are_texts_in_a_workbook(number: int, tmp_path: Path) -> None:
    """A workbook runs nothing of a text, and gives it back as it is."""
    texts = [text.strip() for text in ("=1+1", "+1", "@a", "-1", *corpus()[number : number + 6])]
    site, problems = load(tmp_path / "site")
    kind = next(kind for kind in KINDS if kind.name == "community")
    lines = [text for text in texts if "\n" not in text]
    data = {"name": texts[0], "estates": lines, "committee": {"address": texts[4]}}
    path = tmp_path / "a.xlsx"
    items = {"community": [Item("alpha", data)]}
    path.write_bytes(workbook([form(kind)], items, Names(site), False))
    cells = load_workbook(path)["社区"]
    assert not any(cell.data_type == "f" for row in cells.rows for cell in row)
    altered(path, lambda book: book.remove(book[MARKS]))
    plan = planned(tmp_path / "site", site, problems, grid.read(path), [form(kind)])
    draft = next(iter(plan.drafts))
    assert draft.data["name"] == texts[0]
    assert draft.data["committee"]["address"] == texts[4]
    assert draft.data["estates"] == lines


def test_every_column_has_a_title_of_its_own() -> None:
    for kind in KINDS:
        assert form(kind).left_out == ()
        names = [sheet.name for sheet in form(kind).sheets]
        assert len(names) == len(set(names))
        for sheet in form(kind).sheets:
            titles = [head.title for head in sheet.heads]
            assert len(titles) == len(set(titles)), sheet.name
            assert sheet.heads[0].role is Role.KEY


def other(cell: Cell, column: Column, names: Names) -> Any:
    """Another value for a cell, of the kind that its column takes."""
    if column.choices:
        return next(value for value, _ in column.choices if value not in str(cell.value))
    if column.refers and names.of(column.refers):
        return next(id for id in names.of(column.refers) if f"（{id}）" not in str(cell.value))
    if column.type is Type.YES_NO:
        return "否" if cell.value == "是" else "是"
    if column.type in (Type.DAY, Type.MOMENT) and not column.is_list:
        return datetime(1999, 9, 9, 9, 9)
    if column.type in (Type.INTEGER, Type.NUMBER):
        return 98765
    return "1999-09" if column.type is Type.PARTIAL_DAY else f"{cell.value}改"


def one_row(whole: Grid, row: int, change: dict[tuple[int, int], Cell]) -> Book:
    """A workbook with the names of the columns and one row."""
    kept = {place: cell for place, cell in whole.cells.items() if place[0] in (1, row)}
    return Book([Grid(whole.name, {**kept, **change})], {})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_cell_that_changes_changes_one_value(kind: Any, tmp_path: Path) -> None:
    site, _, files = sample()
    book = grid.read(written(tmp_path / "a.xlsx", [kind]))
    sheets = {sheet.name: sheet for sheet in form(kind).sheets}
    count = 0
    for whole in book.grids[:-1]:
        for place, head in enumerate(sheets[whole.name].heads, 1):
            filled = (row for row in whole.rows[1:] if not whole.at(row, place).is_blank)
            row = next(filled, None)
            if row is None or head.column is None or head.column.is_parent:
                continue
            if any(c.refers_beside == head.column.keys[-1] for c in sheets[whole.name].columns):
                continue  # the column beside it names something of this kind
            value = other(whole.at(row, place), head.column, Names(site))
            cell = Cell(value, place=(row, place))
            complaints: list[Complaint] = []
            gathering = Gathering(files, Names(site), {})
            changed = one_row(whole, row, {(row, place): cell})
            gathering.gather(list(tables(changed, [form(kind)], complaints)))
            assert (complaints, gathering.complaints) == ([], [])
            (draft,) = gathering.drafts.values()
            if head.column.keys == (BODY,):
                assert draft.body.strip() == value
                continue
            changes = changes_between(draft.old, draft.data)
            assert changes, (whole.name, head.title)
            where = {tuple(step for step in c.loc if isinstance(step, str)) for c in changes}
            wanted = tuple(key for keys in sheets[whole.name].way for key in keys)
            wanted += head.column.keys
            # an item that becomes like its neighbour may be told as one that goes
            assert all(one[: len(wanted)] == wanted[: len(one)] for one in where), head.title
            count += 1
    assert count > 3
