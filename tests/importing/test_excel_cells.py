"""A cell in any dress says what it means, or is refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from campaign.importing.excel.columns import form
from campaign.kinds import BY_NAME
from projects import project
from tables_taken import FILES, errors, plan_of
from workbooks import workbook


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", {**FILES})


VALUES: list[tuple[str, Any, str]] = [
    ("成立时间", "2026年3月", "2026-03"),
    ("成立时间", "2026.3.5", "2026-03-05"),
    ("成立时间", "２０２６年", "2026"),
    ("成立时间", (date(2026, 3, 1), 'yyyy"年"m"月"'), "2026-03"),
    ("成立时间", (date(2026, 3, 1), "yyyy-mm-dd"), "2026-03-01"),
    ("户数", "1,200", "1200"),
    ("户数", "1200 户", "1200"),
    ("户数", 1200.0, "1200"),
    ("面积（平方公里）", 75.60000000000001, "75.6"),
    ("面积（平方公里）", "0.38km²", "0.38"),
    ("所属镇街", "西镇（west）", "west"),
    ("所属镇街", "west", "west"),
    ("所属镇街", " 西 镇 ", "west"),
    ("检查点位", "√", "yes"),
    ("检查点位", "否", "no"),
    ("居委会·电话", "0000-6200000", "0000-6200000"),
]


@pytest.mark.parametrize(("title", "value", "wanted"), VALUES)
def test_a_cell_in_any_dress_says_what_it_means(
    title: str, value: Any, wanted: str, root: Path, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "a.xlsx", {"社区": [("编号", title), ("beta", value)]})
    draft = plan_of(root, path).drafts[0]
    column = next(c for c in form(BY_NAME["community"]).sheets[0].columns if c.title == title)
    found: Any = draft.data
    for key in column.keys:
        found = found[key]
    assert found == wanted


UNCLEAR: Mapping[str, tuple[str, Any]] = {
    "a number for a month": ("成立时间", 2026.3),
    "a serial number": ("成立时间", 46000),
    "a telephone that lost its zero": ("居委会·电话", 5736201001),
    "a time for a text": ("居委会·办公时间", time(8, 30)),
    "a percentage for a count": ("户数", (0.5, "0%")),
    "a name and another's id": ("所属镇街", "西镇（east）"),
    "a formula that nobody computed": ("户数", "=1+1"),
}


@pytest.mark.parametrize("case", UNCLEAR)
def test_what_can_mean_two_things_is_refused(case: str, root: Path, tmp_path: Path) -> None:
    title, value = UNCLEAR[case]
    path = workbook(tmp_path / "a.xlsx", {"社区": [("编号", title), ("alpha", value)]})
    plan = plan_of(root, path)
    assert [line.split(" ")[0] for line in errors(plan)] == ["社区!B2"]
    assert plan.is_stopped(())


def test_rows_of_a_record_that_was_refused_are_not_told_of(root: Path, tmp_path: Path) -> None:
    honours = [("编号", "荣誉种类", "获得者·对象类型", "获得者·编号")]
    honours.append(("honour-1", "示例星级社区", "社区", "甲社区"))
    events = [("所属荣誉", "日期", "事件"), ("honour-1", "2026-03-01", "推荐")]
    events.append(("honour-2", "2026-03-01", "推荐"))
    path = workbook(tmp_path / "a.xlsx", {"荣誉": honours, "荣誉·事件": events})
    told = errors(plan_of(root, path))
    assert [line.partition(" ")[0] for line in told] == ["荣誉!A2", "荣誉·事件!A3"]
