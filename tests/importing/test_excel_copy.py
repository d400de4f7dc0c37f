"""A workbook is taken in whole or not at all, and a marked copy says where its errors are."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from campaign.importing.excel.columns import form
from campaign.importing.excel.making import made
from campaign.kinds import BY_NAME
from campaign.reading import records
from campaign.verbs import importing
from projects import INTRO, project, write
from sites import tree_of
from tables_taken import BETA, FILES, HEADS, errors, plan_of, taken, text
from workbooks import altered, workbook

HELD = (
    "subject: {type: community, ref: alpha}\nhonour_kind: star\nevents:\n"
    "  - {on: 2024-12-12, type: named, doc: 示例〔2024〕1号}\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", {**FILES})


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


def test_the_same_with_many_cells_is_said_once(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = ("gamma", "delta", "epsilon", "zeta")
    rows = [(id, f"{id}社区", "东镇", "old", "2012", "约40", 0.3, INTRO) for id in ids]
    path = workbook(tmp_path / "a.xlsx", {"社区": [HEADS, BETA, *rows]})
    assert taken(root, path) == 1
    said = capsys.readouterr().err
    assert said.count("现为“约40”") == 1
    assert "社区!F3、社区!F4、社区!F5 等 4 格 “户数”应为数字，现为“约40” → 只写数字" in said
    page = load_workbook(tmp_path / "a-标注.xlsx")["社区"]
    assert all(page[f"F{number}"].comment for number in range(3, 7))


def test_an_honour_may_come_with_its_kind(root: Path, tmp_path: Path) -> None:
    files = ("showcases/honour-kinds/star.yml", "showcases/honours/star/alpha.yml")
    write(root, {files[1]: HELD})
    site, _ = records.load(root)
    assert site is not None
    kinds = [BY_NAME["honour"], BY_NAME["honour-kind"]]
    path = tmp_path / "a.xlsx"
    path.write_bytes(made(root, site, kinds, is_form=False).data)
    for name in files:
        (root / name).unlink()
    plan = plan_of(root, path)
    assert errors(plan) == []
    assert {draft.path for draft in plan.new} == {*files}


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
