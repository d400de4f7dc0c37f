"""What offices send in Excel is understood or refused, cell by cell, and taken in whole."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from campaign.importing.excel.telling import told
from projects import REVIEW, project
from sites import tree_of
from tables_taken import BETA, FILES, HEADS, errors, plan_of, taken, text
from workbooks import Rows, workbook


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", {**FILES})


# What is written


def test_a_row_of_a_new_record_becomes_a_file_in_the_order_of_the_model(
    root: Path, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "a.xlsx", {"社区": [HEADS, (*BETA[:5], "９００", *BETA[6:])]})
    before = tree_of(root)
    assert taken(root, path) == 0
    made = text(root, "showcases/communities/beta.yml")
    lines = made.splitlines()
    assert lines[:6] == [
        "# yaml-language-server: $schema=../schema/community.schema.json",
        "name: 乙社区",
        "district: east",
        "type: old",
        "est: 2011-12",
        "households: 900",
    ]
    assert {
        k: v for k, v in tree_of(root).items() if "beta" not in k and ".cache" not in k
    } == before


def test_a_change_of_a_cell_changes_its_line_alone(root: Path, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        {
            "社区": [("编号", "名称", "户数"), ("alpha", "甲社区", 1201)],
            "社区·设施": [
                ("所属社区", "类别", "名称", "位置"),
                ("甲社区", "文化广场", "甲广场", "北门"),
            ],
        },
    )
    before = text(root, "showcases/communities/alpha.yml")
    plan = plan_of(root, path)
    assert list(told(plan)) == [
        "改动 社区 alpha（甲社区）",
        "  户数：1200 → 1201",
        "  设施第 2 项·位置：（空） → 北门",
        "新增 0，改动 1，没有变化 0",
    ]
    assert taken(root, path) == 0
    after = text(root, "showcases/communities/alpha.yml")
    assert after == before.replace("1200", "1201").replace(
        "    name: 甲广场\n", "    name: 甲广场\n    place: 北门\n"
    )
    assert taken(root, path) == 0
    assert text(root, "showcases/communities/alpha.yml") == after


def test_an_empty_cell_changes_nothing_and_a_word_clears_one(root: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"社区": [("编号", "户数"), ("alpha", None)]})
    assert plan_of(root, path).unchanged
    path = workbook(tmp_path / "b.xlsx", {"社区": [("编号", "户数"), ("alpha", "清空")]})
    assert taken(root, path) == 0
    assert "households" not in text(root, "showcases/communities/alpha.yml")


def test_items_come_and_go_and_the_others_stay(root: Path, tmp_path: Path) -> None:
    heads = ("所属社区", "第几项", "类别", "名称", "面积（平方米）", "处理")
    path = workbook(
        tmp_path / "a.xlsx",
        {
            "社区·设施": [
                heads,
                ("alpha", None, "服务站", "新站", "３５平方米", None),
                ("alpha", 2, None, None, None, "删除"),
            ]
        },
    )
    assert taken(root, path) == 0
    made = text(root, "showcases/communities/alpha.yml")
    assert "  - {kind: service_station, name: 甲服务站, area_m2: 58}  # 南门\n" in made
    assert "甲广场" not in made
    assert "name: 新站" in made
    assert "area_m2: 35" in made


def test_a_workbook_brings_communities_and_their_honours(root: Path, tmp_path: Path) -> None:
    """The honours name communities that are not written yet, by name."""
    events = ("所属荣誉", "日期", "事件", "单位", "文件")
    path = workbook(
        tmp_path / "a.xlsx",
        {
            "荣誉": [
                ("荣誉种类", "获得者·对象类型", "获得者·编号"),
                ("示例星级社区", "社区", "乙社区"),
            ],
            "荣誉·事件": [
                events,
                ("star/beta", "2024.11.1", "推荐", "示例办", "台账"),
                ("star/beta", datetime(2024, 12, 2), "公示", "示例办", "示文〔2024〕1号"),
                ("star/beta", "2024年12月12日", "命名", "示例办", "示文〔2024〕2号"),
            ],
            "社区": [HEADS, BETA],
        },
    )
    assert errors(plan_of(root, path)) == []
    assert taken(root, path) == 0
    made = text(root, "showcases/honours/star/beta.yml")
    assert "subject: {type: community, ref: beta}\n" in made
    assert "  - {on: 2024-12-12, type: named, by: office, doc: 示文〔2024〕2号}\n" in made


ROSTER: Rows = [
    ("示例市星级社区花名册",),
    ("序号", "荣誉种类", "对象类型", "获得者·编号", "批次", "日期", "事件", "单位", "文件"),
    (1, "示例星级社区", "社区", "甲社区", "第一批", "2024.11.1", "推荐", "示例办", "台账"),
    (2, None, None, None, None, "2024.12.2", "公示", "示例办", "示文〔2024〕1号"),
    (
        3,
        "示例星级社区",
        "社区",
        "甲社区",
        "第一批",
        "2024.12.12",
        "命名",
        "示例办",
        "示文〔2024〕2号",
    ),
    (4, "示例星级社区", "社区", "乙社区", "第一批", "2024.11.1", "推荐", "示例办", "台账"),
    (5, "示例星级社区", "社区", "乙社区", "第一批", "2024.12.2", "公示", "示例办", "台账"),
]


def test_a_roster_of_honours_has_a_row_an_event(root: Path, tmp_path: Path) -> None:
    """Columns beside the events say whose they are, on every row or on the first."""
    sheets = {"Sheet1": ROSTER, "社区": [HEADS, BETA]}
    path = workbook(tmp_path / "a.xlsx", sheets)
    plan = plan_of(root, path)
    assert errors(plan) == []
    found = {draft.id: draft.data for draft in plan.new if draft.kind.name == "honour"}
    assert list(found) == ["star/alpha", "star/beta"]
    assert [event["type"] for event in found["star/alpha"]["events"]] == [
        "recommended",
        "publicised",
        "named",
    ]
    assert found["star/beta"]["batch"] == "第一批"
    assert len(found["star/beta"]["events"]) == 2
    assert taken(root, path) == 0
    assert plan_of(root, path).changed == []


def test_a_roster_that_says_two_things_of_one_honour_is_refused(root: Path, tmp_path: Path) -> None:
    rows = [list(row) for row in ROSTER]
    rows[4][4] = "第二批"
    path = workbook(tmp_path / "a.xlsx", {"Sheet1": rows[:5]})
    assert errors(plan_of(root, path)) == [
        "Sheet1!B5 “star/alpha”已经在 B3 那一行 → 一条记录只写一行"
    ]


def test_an_id_comes_from_the_name_and_a_name_finds_its_record(root: Path, tmp_path: Path) -> None:
    rows = [HEADS, ("", "幸福里社区", *BETA[2:]), ("", "甲社区", None, None, None, 1300)]
    plan = plan_of(root, workbook(tmp_path / "a.xlsx", {"社区": rows}))
    assert [draft.id for draft in plan.new] == ["xingfuli"]
    assert [draft.id for draft in plan.changed] == ["alpha"]


def test_values_of_an_indicator_are_rows(root: Path, tmp_path: Path) -> None:
    heads = ("所属指标", "对象", "时期", "数值", "来源")
    rows = [
        heads,
        ("参评率", "east", "2026年1月", 80, "台账"),
        ("参评率", "east", "2026年2月", (0.815, "0.0%"), "台账"),
        ("参评率", "west", "2026年2月", "79.5%", "台账"),
    ]
    path = workbook(tmp_path / "a.xlsx", {"指标·数值": rows})
    assert errors(plan_of(root, path)) == []
    assert taken(root, path) == 0
    made = text(root, "showcases/indicators/rate.yml")
    assert "{subject: east, period: 2026-02, value: 81.5, source: 台账}" in made
    assert "{subject: west, period: 2026-02, value: 79.5, source: 台账}" in made
    assert made.count("period: 2026-01") == 1


def test_an_entry_keeps_its_text_unless_a_cell_has_another(root: Path, tmp_path: Path) -> None:
    name = "docs/news/2026-03-01-fair.md"
    body = "\n第一段。\n\n* 一\n* 二\n"
    front = "---\ntitle: 庙会开了   # 标题\npublished: 2026-03-01 09:00\nsource: 示例办\n"
    project(root, {**FILES, name: f"{front}kind: dynamic\n{REVIEW}---\n{body}"})
    heads = ("编号", "标题", "正文")
    path = workbook(tmp_path / "a.xlsx", {"动态": [heads, ("2026-03-01-fair", "庙会开张了", None)]})
    assert taken(root, path) == 0
    assert text(root, name).startswith("---\ntitle: 庙会开张了   # 标题\n")
    assert text(root, name).endswith(f"---\n{body}")
    path = workbook(tmp_path / "b.xlsx", {"动态": [heads, ("2026-03-01-fair", None, "只有一段。")]})
    assert taken(root, path) == 0
    assert text(root, name).endswith("---\n\n只有一段。\n")
