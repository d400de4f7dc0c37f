"""Rows without an id: which record a name means, and what id a new one gets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from campaign.importing.excel.plan import Plan
from campaign.kinds import BY_NAME
from campaign.writing import ids
from projects import INTRO, project
from tables_taken import FILES, HEADS, errors, plan_of, taken, text
from workbooks import workbook

WEST = {
    "showcases/districts/west.yml": "name: 西镇\nkind: town\nintro: 西镇在城西。\n",
    "showcases/districts/north.yml": "name: 北镇\nkind: town\nintro: 北镇在城北。\n",
}
ALPHA = "showcases/communities/alpha.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", {**FILES, **WEST})


def row(id: str, name: str, town: str) -> tuple[Any, ...]:
    return (id or None, name, town, "老旧小区型", "2011年12月", 900, 0.5, INTRO)


def planned(root: Path, *rows: tuple[Any, ...]) -> Plan:
    return plan_of(root, workbook(root.parent / "a.xlsx", {"社区": [HEADS, *rows]}))


def reminders(plan: Plan) -> list[str]:
    """What is told of names and towns."""
    found = (item.line for item in plan.complaints if not item.is_error)
    return [line for line in found if "编号" in line]


def test_two_of_one_name_in_two_towns_are_two(root: Path) -> None:
    rows = [row("", "胜利社区", "东镇"), row("", "胜利社区", "西镇")]
    plan = planned(root, *rows)
    assert [draft.id for draft in plan.new] == ["shengli", "shengli-west"]
    assert (errors(plan), reminders(plan)) == ([], [])


def test_two_of_one_name_in_one_town_are_told_by_their_name(root: Path) -> None:
    plan = planned(root, row("", "胜利社区", "东镇"), row("", "胜利社区", "东镇"))
    assert errors(plan) == ["社区!A3 “胜利社区”已经在 A2 那一行 → 一条记录只写一行"]


def test_a_namesake_elsewhere_is_not_rewritten(root: Path) -> None:
    before = text(root, ALPHA)
    path = workbook(root.parent / "a.xlsx", {"社区": [HEADS, row("", "甲社区", "西镇")]})
    plan = plan_of(root, path)
    assert (plan.changed, [draft.id for draft in plan.new]) == ([], ["jia"])
    assert reminders(plan) == [
        "社区!B2 已有甲社区（alpha），这一行算新的一条，编号 jia"
        " → 是同一个的，在编号一栏写 alpha；不是的不用改"
    ]
    assert taken(root, path) == 0
    assert text(root, ALPHA) == before


def test_the_same_name_in_the_same_town_is_the_same(root: Path) -> None:
    for town in ("东镇", "east", ""):
        plan = planned(root, row("", "甲社区", town))
        assert ([draft.id for draft in plan.changed], plan.new) == (["alpha"], [])


def test_only_an_id_moves_a_record_and_that_is_told(root: Path) -> None:
    plan = planned(root, row("alpha", "甲社区", "西镇"))
    assert [draft.id for draft in plan.changed] == ["alpha"]
    assert reminders(plan) == [
        "社区!C2 甲社区（alpha）原来在东镇（east），这一行把它改到西镇（west）"
        " → 是另一个同名的，把编号一栏清空；确实改了的不用改"
    ]


def test_no_row_gets_an_id_that_another_row_says(root: Path) -> None:
    rows = [row("", "胜利社区", "东镇"), row("shengli", "盛利社区", "西镇")]
    plan = planned(root, *rows)
    assert [draft.id for draft in plan.new] == ["shengli-east", "shengli"]
    assert errors(plan) == []


def test_a_new_one_that_sounds_like_one_that_is_there_is_told(root: Path) -> None:
    assert taken(root, _book(root, row("", "胜利社区", "东镇"))) == 0
    plan = planned(root, row("", "盛利社区", "东镇"))
    assert [draft.id for draft in plan.new] == ["shengli-east"]
    assert "已有胜利社区（shengli），这一行算新的一条，编号 shengli-east" in reminders(plan)[0]


def _book(root: Path, *rows: tuple[Any, ...]) -> Path:
    return workbook(root.parent / "b.xlsx", {"社区": [HEADS, *rows]})


def test_a_row_without_a_name_is_asked_for_its_name(root: Path) -> None:
    plan = planned(root, row("", "", "东镇"))
    assert errors(plan) == ["社区!B2 没有写“名称” → 在“名称”一栏写上"]


def test_what_has_no_sound_needs_an_id(root: Path) -> None:
    assert "取不出拼音作编号" in errors(planned(root, row("", "１２３社区", "东镇")))[0]


def test_a_number_of_a_person_is_told_at_its_cell(root: Path) -> None:
    heads = (*HEADS, "口号")
    rows = [heads, (*row("", "胜利社区", "东镇"), "有事请打13812345678，随叫随到")]
    plan = plan_of(root, workbook(root.parent / "a.xlsx", {"社区": rows}))
    assert errors(plan) == [
        "社区!I2 这一格有手机号：138****5678 → 删去，或遮住中间几位（如 138****5678）；"
        "确实可以公开的，先遮住导入，以后在文件里写上号码和理由"
    ]


@pytest.mark.parametrize(
    ("value", "words"),
    [(2006.1, "可能是 2006-01 或 2006-10"), (2006.12, "可能是 2006-12"), (0.5, "看不出是哪年哪月")],
)
def test_a_month_as_a_number_is_told_with_what_it_may_be(
    root: Path, value: float, words: str
) -> None:
    one = (None, "胜利社区", "东镇", "老旧小区型", value, 900, 0.5, INTRO)
    [told] = errors(planned(root, one))
    assert told.endswith(f"{words} → 写成年、年月或年月日，如 2006、2006-01、2006-01-05")


def test_ids_are_short_and_free() -> None:
    community = BY_NAME["community"]
    data = {"name": "红旗社区", "district": "heping"}
    assert ids.proposed(community, data, ()) == "hongqi"
    assert ids.proposed(community, data, {"hongqi"}) == "hongqi-heping"
    assert ids.proposed(community, data, {"hongqi", "hongqi-heping"}) == "hongqi-2"
    assert ids.proposed(community, {"name": "社区"}, ()) == "shequ"
    assert ids.proposed(community, {"name": "", "district": "heping"}, ()) == ""


@pytest.mark.parametrize(
    ("kind", "data", "id"),
    [
        (
            "news",
            {"title": "路灯修好了", "published": "2026-03-05 09:00"},
            "2026-03-05-ludengxiuhaole",
        ),
        ("honour", {"kind": "star", "subject": {"ref": "alpha"}}, "star/alpha"),
        ("honour", {"kind": "star", "subject": {"ref": "没有的社区"}}, ""),
        ("project", {"name": "幸福里幸福里幸福里幸福里幸福里"}, "xingfulixingfulixingfulixing"),
        ("honour", {"kind": "", "subject": {"ref": "alpha"}}, ""),
        ("community", {"name": "COM1社区"}, "com1-2"),
    ],
)
def test_ids_of_other_kinds(kind: str, data: dict[str, Any], id: str) -> None:
    assert ids.proposed(BY_NAME[kind], data, ()) == id


# Records that somebody has begun, with gaps, which are refused


def begun(root: Path, id: str, town: str) -> str:
    path = f"showcases/communities/{id}.yml"
    gaps = 'type: "（待填写：类型）"\nest: "（待填写：成立时间）"\n'
    (root / path).write_text(f"name: 胜利社区\nstatus: draft\ndistrict: {town}\n{gaps}")
    return path


def test_a_begun_record_that_sounds_alike_is_not_rewritten(root: Path) -> None:
    path = begun(root, "shengli", "east")
    before, table = text(root, path), _book(root, row("", "圣利社区", "西镇"))
    plan = plan_of(root, table)
    assert ([draft.id for draft in plan.new], plan.changed) == (["shengli-west"], [])
    assert "已有胜利社区（shengli），这一行算新的一条，编号 shengli-west" in reminders(plan)[0]
    assert taken(root, table) == 0
    assert text(root, path) == before


@pytest.mark.parametrize("town", ["east", '"（待填写：所属镇街）"'])
def test_a_begun_record_is_known_by_its_name_and_town(root: Path, town: str) -> None:
    begun(root, "sl", town)
    plan = planned(root, row("", "胜利社区", "东镇"))
    assert ([draft.id for draft in plan.changed], plan.new) == (["sl"], [])


def test_a_begun_namesake_in_another_town_is_another(root: Path) -> None:
    begun(root, "sl", "west")
    plan = planned(root, row("", "胜利社区", "东镇"))
    assert ([draft.id for draft in plan.new], plan.changed) == (["shengli"], [])
    assert "已有胜利社区（sl），这一行算新的一条" in reminders(plan)[0]


def test_a_begun_record_without_a_name_keeps_its_id(root: Path) -> None:
    path = root / begun(root, "shengli", "east")
    path.write_text(path.read_text().replace("胜利社区", '"（待填写：名称）"'))
    plan = planned(root, row("", "胜利社区", "东镇"))
    assert ([draft.id for draft in plan.new], plan.changed) == (["shengli-east"], [])


def test_a_file_that_cannot_be_read_keeps_its_id(root: Path) -> None:
    (root / begun(root, "shengli", "east")).write_text("name: [胜利社区\n")
    plan = planned(root, row("", "胜利社区", "东镇"))
    assert "shengli" not in [draft.id for draft in plan.drafts]
