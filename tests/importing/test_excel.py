"""What offices send in Excel is understood or refused, cell by cell, and taken in whole."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from campaign.attachments.untrusted import Refused
from campaign.importing.excel import grid
from campaign.importing.excel.columns import form
from campaign.importing.excel.plan import Plan, planned
from campaign.importing.excel.telling import told
from campaign.kinds import BY_NAME, KINDS
from campaign.reading import records
from campaign.verbs import importing
from projects import INTRO, REVIEW, project
from sites import ROOT, tree_of
from workbooks import Rows, altered, hostile, workbook

GOLDEN = Path(__file__).with_name("messy.txt")
FILES: Mapping[str, str] = {
    "showcases/vocab/facility-kinds.yml": (
        "title: 设施\nitems:\n  - {id: service_station, label: 服务站}\n"
        "  - {id: square, label: 文化广场}\n"
    ),
    "showcases/vocab/audiences.yml": (
        "title: 对象\nitems:\n  - {id: all, label: 全体居民}\n  - {id: aged, label: 老人}\n"
    ),
    "showcases/communities/alpha.yml": (
        "# 甲社区的材料\n"
        f"name: 甲社区   # 全称\ndistrict: east\ntype: old\nest: '2001'\nhouseholds: 1200\n"
        f"intro: {INTRO}\n\n# 设施\nfacilities:\n"
        "  - {kind: service_station, name: 甲服务站, area_m2: 58}  # 南门\n"
        f"  - kind: square\n    name: 甲广场\n{REVIEW}"
    ),
    "showcases/honour-kinds/star.yml": (
        "name: 示例星级社区\nlevel: city\nissuer: 示例办公室\nsubjects: [community]\n"
        "publicity_days: 5\n"
    ),
    "showcases/indicators/rate.yml": (
        'name: 参评率\nunit: "%"\nscope: district\nkind: measured\nvalues:\n'
        "  - {subject: east, period: 2026-01, value: 80, source: 台账}\n"
        f"{REVIEW}"
    ),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", {**FILES})


def plan_of(root: Path, path: Path, kind: str = "") -> Plan:
    site, problems = records.load(root)
    assert site is not None
    kinds = [BY_NAME[kind]] if kind else list(KINDS)
    return planned(root, site, problems, grid.read(path), [form(kind) for kind in kinds])


def taken(root: Path, path: Path, kind: str = "") -> int:
    return importing.run(root, path, kind, agreed=True)


def errors(plan: Plan) -> list[str]:
    return [item.line for item in plan.complaints if item.is_error]


def text(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


HEADS = ("编号", "名称", "所属镇街", "类型", "成立时间", "户数", "面积（平方公里）", "简介")
BETA = ("beta", "乙社区", "东镇", "老旧小区型", "2011年12月", 900, 0.5, INTRO)


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


# The copy, and all or nothing


def test_one_error_keeps_everything_out_and_a_marked_copy_says_where(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [HEADS, BETA, ("gamma", "丙社区", "东镇", "old", "2012", "约40", 0.3, INTRO)]
    path = workbook(tmp_path / "a.xlsx", {"社区": rows})
    before = tree_of(root / "showcases")
    assert taken(root, path) == 1
    assert tree_of(root / "showcases") == before
    said = capsys.readouterr().err
    assert "社区!F3 “户数”应为数字，现为“约40” → 只写数字" in said
    page = load_workbook(tmp_path / "a-标注.xlsx")["社区"]
    assert page["F3"].comment.text.startswith("“户数”应为数字，现为“约40”")
    assert page["F3"].fill.fgColor.rgb == "00FF9C9C"
    assert page["F2"].comment is None
    assert taken(root, path) == 1
    assert (tmp_path / "a-标注2.xlsx").exists()


def test_a_marked_copy_that_was_mended_is_taken_in(root: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"社区": [HEADS, (*BETA[:5], "约40", *BETA[6:])]})
    assert taken(root, path) == 1

    def mend(book: Workbook) -> None:
        book["社区"]["F2"] = 40

    assert taken(root, altered(tmp_path / "a-标注.xlsx", mend)) == 0
    assert "households: 40\n" in text(root, "showcases/communities/beta.yml")


def test_rules_over_the_whole_site_are_told_at_the_cell(root: Path, tmp_path: Path) -> None:
    rows = [("所属荣誉", "日期", "事件"), ("star/alpha", "2024-12-12", "命名")]
    more = [("荣誉种类", "获得者·对象类型", "获得者·编号"), ("star", "社区", "nobody")]
    path = workbook(tmp_path / "a.xlsx", {"荣誉": more, "荣誉·事件": rows})
    found = errors(plan_of(root, path))
    assert any(line.startswith("荣誉·事件!A2 没有叫“star/alpha”的荣誉") for line in found)
    assert any(line.startswith("荣誉!C2") and "nobody" in line for line in found)


def test_nobody_agreed_and_nothing_is_written(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "a.xlsx", {"社区": [HEADS, BETA]})
    before = tree_of(root / "showcases")
    monkeypatch.setattr("typer.confirm", lambda *_, **__: False)
    assert importing.run(root, path, "", agreed=False) == 0
    assert tree_of(root / "showcases") == before


def test_an_old_export_takes_nothing_back(root: Path, tmp_path: Path) -> None:
    from campaign.importing.excel.book import workbook as made
    from campaign.importing.excel.drafts import Written
    from campaign.importing.excel.names import Names

    site, _ = records.load(root)
    assert site is not None
    kind = BY_NAME["community"]
    path = tmp_path / "a.xlsx"
    items = {"community": Written(root, site).items(kind)}
    path.write_bytes(made([form(kind)], items, Names(site), False))
    place = root / "showcases/communities/alpha.yml"
    place.write_text(
        text(root, place.name and "showcases/communities/alpha.yml").replace("1200", "1250")
    )
    assert errors(plan_of(root, path)) == [
        "社区!A2 “alpha”导出以后改过，这张表里的可能是旧内容 → 重新导出，再填要改的格子"
    ]


# What is not opened


@pytest.mark.parametrize("name", hostile())
def test_a_hostile_workbook_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(hostile()[name])
    with pytest.raises(Refused):
        grid.read(path)


SCRIPT = r"""
import re, sys, time
from pathlib import Path
from campaign.attachments.untrusted import Refused
from campaign.importing.excel import grid
started = time.perf_counter()
try:
    grid.read(Path(sys.argv[1]))
except Refused:
    seconds = time.perf_counter() - started
    most = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())
    print(seconds, int(most[1]) // 1024)
"""


def test_no_hostile_workbook_takes_long_or_much_memory(tmp_path: Path) -> None:
    for number, (name, data) in enumerate(hostile().items()):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(data)
        command = [sys.executable, "-c", SCRIPT, str(path)]
        done = subprocess.run(
            command, capture_output=True, text=True, cwd=ROOT / "hooks", check=True
        )
        seconds, megabytes = done.stdout.split()
        assert float(seconds) < 10, name  # two on a machine with nothing else to do
        assert int(megabytes) < 200, name


@pytest.mark.parametrize("ending", [".xls", ".et", ".xlsm", ".csv", ".ods"])
def test_other_formats_are_to_be_saved_as_xlsx(
    ending: str, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert taken(root, path) == 1
    assert "请另存为 .xlsx" in capsys.readouterr().err


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
