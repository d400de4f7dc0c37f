"""In which state what a workbook brings is written, where reviews are demanded and where not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from projects import BASE, project
from tables_taken import BETA, FILES, HEADS, errors, plan_of, taken, text
from workbooks import Rows, workbook

PROFILE = "showcases/deploy/demo.yml"
REVIEWED = ("所属社区", "审次", "审核单位", "审核日期")
ROUNDS = [("beta", role, "示例办", "2026-03-05") for role in ("初审", "复审", "终审")]
MADE = "showcases/communities/beta.yml"


def city(folder: Path, compliance: str) -> Path:
    demo = BASE[PROFILE].replace("compliance: demo", f"compliance: {compliance}")
    return project(folder / "project", {**FILES, PROFILE: demo.replace("today: 2026-04-20\n", "")})


def sheet(folder: Path, state: str | None, more: Mapping[str, Rows] | None = None) -> Path:
    rows = {"社区": [(*HEADS, "状态"), (*BETA, state)]}
    return workbook(folder / "a.xlsx", {**rows, **(more or {})})


@pytest.mark.parametrize("compliance", ["party", "gov"])
def test_a_new_row_without_a_state_is_a_draft_where_reviews_are_demanded(
    tmp_path: Path, compliance: str
) -> None:
    root, path = city(tmp_path, compliance), sheet(tmp_path, None)
    plan = plan_of(root, path)
    assert [draft.id for draft in plan.begun] == ["beta"]
    assert taken(root, path) == 0
    assert "\nstatus: draft\n" in text(root, MADE)
    assert plan_of(root, path).unchanged  # the row changes no state that is written


def test_where_no_reviews_are_demanded_it_is_published_as_a_file_would_be(tmp_path: Path) -> None:
    root, path = city(tmp_path, "demo"), sheet(tmp_path, None)
    assert plan_of(root, path).begun == []
    assert taken(root, path) == 0
    assert "status" not in text(root, MADE)


def test_what_was_reviewed_is_published(tmp_path: Path) -> None:
    root = city(tmp_path, "gov")
    path = sheet(tmp_path, None, {"社区·三审记录": [REVIEWED, *ROUNDS]})
    assert plan_of(root, path).begun == []
    path = sheet(tmp_path, None, {"社区·三审记录": [REVIEWED, *ROUNDS[:2]]})
    assert len(plan_of(root, path).begun) == 1


def test_who_says_published_without_reviews_is_told(tmp_path: Path) -> None:
    plan = plan_of(city(tmp_path, "gov"), sheet(tmp_path, "已发布"))
    (fault,) = errors(plan)
    assert "三审不全" in fault
    assert "在“三审记录”里补上" in fault
