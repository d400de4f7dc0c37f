"""In what a place lies, against an earlier revision of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from projects import codes, project, write
from repositories import altered, commit, repository

PLACE = "showcases/districts.yml"
DISTRICTS = """\
districts:
  - {id: dong, name: 东区, kind: district, order: 1}
  - {id: xi, name: 西区, kind: district, order: 2}
  - {id: west, name: 西镇, kind: town, parent: xi, order: 3}
  - id: east
    name: 东镇
    kind: town
    parent: dong
"""
MOVED = DISTRICTS.replace("parent: dong", "parent: xi")
CORRECTION = "    corrections: [{on: 2026-04-10, field: parent, by: office, note: 录错}]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(project(tmp_path, {PLACE: DISTRICTS}))


def found(root: Path, text: str) -> list[str]:
    return codes(altered(root, {PLACE: text}))


@pytest.mark.parametrize("text", [MOVED, DISTRICTS.replace("    parent: dong\n", "")])
def test_a_move_without_a_date_rewrites_the_past(root: Path, text: str) -> None:
    (told,) = altered(root, {PLACE: text})
    assert (told.code, told.path) == ("H20", PLACE)
    assert "上级" in told.message()
    assert "2025-12-31" in told.message()


def test_a_move_with_a_date_leaves_the_past_standing(root: Path) -> None:
    former = "    terms_history: [{until: 2026-03-31, parent: dong}]\n"
    assert found(root, MOVED + former) == []
    assert found(root, MOVED + former.replace("2026", "2025")) == ["H20"]


def test_a_place_that_gets_a_parent_says_that_it_had_none(root: Path) -> None:
    write(root, {PLACE: DISTRICTS.replace("    parent: dong\n", "")})
    commit(root)
    assert found(root, DISTRICTS) == ["H20"]
    former = "    terms_history: [{until: 2026-03-31, apart: yes}]\n"
    assert found(root, DISTRICTS + former) == []


def test_a_slip_is_mended_with_a_correction_that_stays(root: Path) -> None:
    assert found(root, MOVED + CORRECTION) == []
    write(root, {PLACE: MOVED + CORRECTION})
    commit(root)
    assert found(root, MOVED) == ["H23"]


def test_names_and_orders_may_change(root: Path) -> None:
    assert (
        found(root, DISTRICTS.replace("东镇", "东街道").replace("kind: town", "kind: office")) == []
    )
