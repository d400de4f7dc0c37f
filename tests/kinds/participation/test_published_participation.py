"""What committees have reported, against an earlier revision of their table."""

from __future__ import annotations

from pathlib import Path

import pytest

from projects import codes, project
from repositories import altered, repository

PLACE = "showcases/participation/spring.yml"
INDICATOR = """\
name: 示例率
unit: "%"
scope: city
kind: measured
formula: {name: participation}
"""
TABLE = """\
title: 示例参评
indicator: rate
period: 2026-03
date: 2026-04-03
unit: 户
method: 逐户登记
rows:
  - {community: alpha, count: 8, of: 10}
"""
CORRECTION = "corrections: [{on: 2026-04-10, field: rows, by: office, note: 录错}]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {PLACE: TABLE, "showcases/indicators/rate.yml": INDICATOR}
    return repository(project(tmp_path, files))


def found(root: Path, text: str | None) -> list[str]:
    return codes(altered(root, {PLACE: text}))


@pytest.mark.parametrize("change", [("count: 8", "count: 9"), ("of: 10", "of: 9")])
def test_a_published_row_stays_or_is_corrected(root: Path, change: tuple[str, str]) -> None:
    changed = TABLE.replace(*change)
    (told,) = altered(root, {PLACE: changed})
    assert (told.code, told.line, "8/10" in told.message()) == ("H27", 8, True)
    assert found(root, changed + CORRECTION) == []


def test_a_note_is_no_change(root: Path) -> None:
    assert found(root, TABLE.replace("of: 10", "of: 10, note: 租房户也算")) == []


def test_a_published_table_is_not_deleted(root: Path) -> None:
    assert found(root, None) == ["H22"]
