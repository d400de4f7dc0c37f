"""Sheets as offices fill them in are understood, and what is not clear is told at its cell."""

from __future__ import annotations

from datetime import time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from projects import INTRO, project
from tables_taken import BETA, FILES, HEADS, errors, plan_of
from workbooks import Rows, altered, workbook

GOLDEN = Path(__file__).with_name("messy.txt")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", {**FILES})


# Messy sheets

MESSY: Rows = [
    ("示例市社区情况汇总表", *[None] * 7),
    ("填报单位：东镇", None, None, None, None, "单位：户", None, None),
    ("序号", "名 称", "所属\n镇街", "类型", "成立时间", "户数", "面积", "简介"),
    (1, "乙社区", "东镇", "老旧小区型", "2011年12月", "１，２００", "0.5平方公里", INTRO),
    (2, "丙社区", None, "老旧小区型", "2012.3", "880户", 0.25, INTRO),
    (3, "丁社区", "西镇", "old", 2013, 700, ".", INTRO),
    ("合计", None, None, None, None, "=SUM(F4:F6)", None, None),
    ("注：户数为年末数", *[None] * 7),
]


def messy(book: Workbook) -> None:
    page = book["Sheet1"]
    page.merge_cells("A1:H1")
    page.merge_cells("C4:C5")


def test_a_messy_sheet_is_understood(root: Path, tmp_path: Path) -> None:
    rows = [*MESSY[:5], (3, "丁社区", "西镇", "old", 2013, 700, None, INTRO), *MESSY[6:]]
    path = altered(workbook(tmp_path / "a.xlsx", {"Sheet1": rows}), messy)
    plan = plan_of(root, path, "community")
    assert errors(plan) == []
    assert [draft.id for draft in plan.new] == ["yi", "bing", "ding"]
    found = [draft.data for draft in plan.new]
    assert [data["district"] for data in found] == ["east", "east", "west"]
    assert [data["est"] for data in found] == ["2011-12", "2012-03", "2013"]
    assert [data["households"] for data in found] == ["1200", "880", "700"]
    assert [data.get("area_km2") for data in found] == ["0.5", "0.25", None]


def test_names_of_columns_may_stand_in_two_rows(root: Path, tmp_path: Path) -> None:
    rows = [
        ("情况表",),
        ("名称", "居委会", None, "所属镇街", "类型", "成立时间", "简介"),
        (None, "地址", "电话", None, None, None, None),
        ("乙社区", "河边 1 号院", "0000-6200000", "东镇", "老旧小区型", "2011", INTRO),
    ]

    def merge(book: Workbook) -> None:
        page = book["Sheet1"]
        page.merge_cells("B2:C2")
        for letter in "ADEFG":
            page.merge_cells(f"{letter}2:{letter}3")

    path = altered(workbook(tmp_path / "a.xlsx", {"Sheet1": rows}), merge)
    plan = plan_of(root, path, "community")
    assert errors(plan) == []
    committee = plan.new[0].data["committee"]
    assert committee == {"address": "河边 1 号院", "phone": "0000-6200000"}


def wrong(book: Workbook) -> None:
    page = book["社区"]
    page.row_dimensions[6].hidden = True
    page.merge_cells("F4:F5")


def test_what_is_not_clear_is_told_at_its_cell(root: Path, tmp_path: Path) -> None:
    """The exact list: nothing is guessed, and nothing is told twice."""
    heads = (*HEADS, "网格员", "口号")
    rows: list[tuple[Any, ...]] = [
        heads,
        ("beta", "乙社区", "东镇", "老旧小区型", "去年", "约40", (0.25, "0%"), INTRO, "张三"),
        ("gamma", "丙社区", "北镇", "old", 2012.3, 1.5, "=1/0", "太短"),
        ("delta", "丁社区", "西镇", "old", "2013", 700, 0.3, INTRO),
        ("eps", "戊社区", "西镇", "old", "2013", None, 0.3, INTRO),
        ("zeta", "己社区", "西镇", "old", "2013", 700, 0.3, INTRO),
        ("../x", "庚社区", "西镇", "old", "2013", 700, 0.3, INTRO),
        ("eta", "辛社区", "东镇（west）", "old", "2013", True, time(8, 30), INTRO),
        ("beta", "乙社区二", "东镇", "old", "2013", 700, 0.3, INTRO),
    ]
    more = [
        ("所属社区", "类别", "名称", "面积（平方米）", "处理"),
        ("没有的社区", "服务站", "站", 1, None),
        (None, "服务站", "站", 1, None),
        ("alpha", "没有的类别", "站", "3,5", "去掉"),
    ]
    book = workbook(tmp_path / "a.xlsx", {"社区": rows, "社区·设施": more, "别的": [("甲", "乙")]})
    plan = plan_of(root, altered(book, wrong))
    assert errors(plan) == GOLDEN.read_text(encoding="utf-8").splitlines()
    assert plan.rewrites == [] or plan.is_stopped(())


def test_several_names_in_a_cell_are_told_apart_where_each_is_known(
    root: Path, tmp_path: Path
) -> None:
    heads = ("所属社区", "服务项目", "收费性质", "服务对象")
    rows = [
        heads,
        ("alpha", "理发、修脚", "福利", "老人、全体居民"),
        ("alpha", "送餐", "福利", "老人；all"),
    ]
    path = workbook(tmp_path / "a.xlsx", {"社区·服务": rows})
    services = plan_of(root, path).drafts[0].data["services"]
    assert [item["for"] for item in services] == [["aged", "all"], ["aged", "all"]]
    rows = [("编号", "小区"), ("alpha", "一区、二区")]
    plan = plan_of(root, workbook(tmp_path / "b.xlsx", {"社区": rows}))
    assert plan.drafts[0].data["estates"] == ["一区、二区"]
    assert [c.line for c in plan.complaints if "分号" in c.remedy] == [
        "社区!B2 “一区、二区”算作一个值 → 是几个值的，用分号“；”分开"
    ]


def test_a_hidden_table_is_told(root: Path, tmp_path: Path) -> None:
    def hide(book: Workbook) -> None:
        book["社区"].sheet_state = "hidden"

    sheets = {"社区": [HEADS, BETA], "封面": [("编号", "户数"), ("alpha", 1300)]}
    plan = plan_of(root, altered(workbook(tmp_path / "a.xlsx", sheets), hide), "community")
    assert errors(plan) == ["社区!A1 这张工作表是隐藏的，没有读 → 取消隐藏，或删去这张工作表"]
