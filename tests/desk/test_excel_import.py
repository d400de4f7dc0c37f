"""Workbooks that are brought to the desk: compared, and written as a whole or not at all."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from campaign.desk.desk import PREFIX
from campaign.importing.excel.telling import titled
from campaign.kinds import BY_NAME, KINDS
from desks import BETA, Answer, Office, changed, words
from repositories import git
from workbooks import HOSTILE, hostile


def exported(desk: Office, kind: str = "community") -> bytes:
    answer = desk.get(f"table/{kind}")
    assert answer.status == 200
    return answer.data


def altered(data: bytes, change: Callable[[Workbook], None]) -> bytes:
    book = load_workbook(io.BytesIO(data))
    change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def put(id: str, title: str, value: object) -> Callable[[Workbook], None]:
    """Writes into the row of a community, below a title."""

    def change(book: Workbook) -> None:
        sheet = book["社区"]
        column = next(c.column for c in sheet[1] if str(c.value).startswith(title))
        row = next(r[0].row for r in sheet.iter_rows(min_row=2) if r[0].value == id)
        sheet.cell(row, column, value)

    return change


def opened(desk: Office, data: bytes) -> str:
    answer = desk.hand_over("社区.xlsx", data)
    assert answer.status == 303, words(answer.text)
    return answer.headers["location"].removeprefix(PREFIX)


def written(desk: Office, path: str, do: str = "write") -> Answer:
    return desk.post(path, desk.form(path), do)


@pytest.mark.parametrize("name", [kind.name for kind in KINDS])
def test_every_kind_has_its_tables(here: Office, name: str) -> None:
    form = here.get(f"table/{name}?form=1")
    assert "attachment; filename*=UTF-8''" in form.headers["content-disposition"]
    for data in (exported(here, name), form.data):
        assert load_workbook(io.BytesIO(data)).sheetnames


def test_the_page_of_a_kind_leads_to_its_tables(here: Office) -> None:
    page = here.get("all/community").text
    assert f'href="{PREFIX}table/community?form=1"' in page
    assert f'href="{PREFIX}table/community"' in page


def test_what_was_exported_changes_nothing(here: Office) -> None:
    page = here.get(opened(here, exported(here)))
    assert "新增 0 条，改动 0 条，没有变化" in words(page.text)
    assert "照此写入" not in page.text


def test_a_change_is_shown_and_written_when_somebody_agrees(here: Office) -> None:
    before = here.text(BETA)
    path = opened(here, altered(exported(here), put("beta", "名称", "贝塔新社区")))
    page = here.get(path)
    assert "名称：贝塔社区 → 贝塔新社区" in words(page.text)
    assert here.text(BETA) == before
    done = written(here, path)
    assert "已写入：新增 0 条，改动 1 条。" in words(done.text)
    lines = changed(before, here.text(BETA))
    assert [line[0] for line in lines] == ["-", "+"]
    assert git(here.root, "log", "-1", "--format=%an %s") == (
        "王芳 从 Excel 导入 社区.xlsx：新增 0 条，改动 1 条"
    )
    assert git(here.root, "status", "--porcelain") == ""
    assert here.get(path).status == 404


def test_one_error_keeps_everything_out_and_is_told_by_its_cell(here: Office) -> None:
    before = here.text(BETA)

    def change(book: Workbook) -> None:
        put("beta", "名称", "贝塔新社区")(book)
        put("alpha", "户数", "约40")(book)

    path = opened(here, altered(exported(here), change))
    page = here.get(path)
    assert "一条也没有写" in words(page.text)
    assert "约40" in words(page.text)
    assert "照此写入" not in page.text
    pairs = [*here.form(path), ("do", "write"), ("seen", "x")]
    assert here.post(path, pairs).status == 200
    assert here.text(BETA) == before
    marked = here.get(f"{path}/marked")
    book = load_workbook(io.BytesIO(marked.data))
    comments = [cell.comment.text for row in book["社区"] for cell in row if cell.comment]
    assert any("约40" in text for text in comments)
    assert "%E6%A0%87%E6%B3%A8.xlsx" in marked.headers["content-disposition"]


def test_reminders_stand_apart_from_errors(here: Office) -> None:
    def change(book: Workbook) -> None:
        put("alpha", "户数", "约40")(book)
        put("beta", "简介", "太短")(book)

    page = words(here.get(opened(here, altered(exported(here), change))).text)
    wrong, _, doubtful = page.partition("只是提醒，不改也能导入。")
    assert "1 处要改，提醒 1 处" in page
    assert "约40" in wrong.partition("哪些格子要改")[2]
    assert "社区 L3：提醒 “简介”有 2 字" in doubtful


def test_what_somebody_changed_meanwhile_is_shown_again(here: Office) -> None:
    path = opened(here, altered(exported(here), put("beta", "名称", "贝塔新社区")))
    pairs = here.form(path)
    here.save("edit/community/beta", {"slogan": "别人写的口号"})
    page = here.post(path, pairs, "write")
    assert page.status == 200
    assert "重新比对" in words(page.text) or "导出以后改过" in words(page.text)
    assert "贝塔新社区" not in here.text(BETA)


def test_a_sheet_of_another_name_needs_its_kind(here: Office) -> None:
    def rename(book: Workbook) -> None:
        for name in book.sheetnames:
            if name != "社区":
                del book[name]
        book["社区"].title = "东镇汇总"
        put_in = book["东镇汇总"]
        column = next(c.column for c in put_in[1] if str(c.value).startswith("名称"))
        row = next(r[0].row for r in put_in.iter_rows(min_row=2) if r[0].value == "beta")
        put_in.cell(row, column, "贝塔新社区")

    path = opened(here, altered(exported(here), rename))
    page = here.post(path, here.form(path, {"kind": "community"}), "show")
    assert "名称：贝塔社区 → 贝塔新社区" in words(page.text)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused(here: Office, name: str) -> None:
    answer = here.hand_over("a.xlsx", hostile(name))
    assert answer.status == 200
    assert 'class="fault"' in answer.text
    assert git(here.root, "status", "--porcelain") == ""


def test_the_tables_of_nothing_are_not_there(here: Office, tmp_path: Path) -> None:
    assert here.get("table/secret").status == 404
    assert here.get("import/nothing").status == 404
    assert here.get("import/nothing/marked").status == 404


def test_a_change_is_told_by_what_its_column_is_called() -> None:
    community = BY_NAME["community"]
    assert titled(community, ("estates", 2)) == "小区第 3 项"
    assert titled(community, ("facilities", 1, "area_m2")) == "设施第 2 项·面积（平方米）"


def test_what_was_wrong_elsewhere_already_keeps_nothing_out(here: Office) -> None:
    """A town that a draft names before it is there makes its slip another one, not a new one."""
    here.save("edit/community/gamma", {"district": "新来的街道"}, "draft")
    assert "找不到镇街“新来的街道”" in words(here.get("edit/community/gamma").text)
    book = load_workbook(io.BytesIO(here.get("table/district?form=1").data))
    row = {"编号": "xinlai", "名称（必填）": "新来的街道", "状态": "草稿"}
    sheet = book["镇街"]
    for cell in sheet[1]:
        if cell.value in row:
            sheet.cell(3, cell.column, row[str(cell.value)])
    file = io.BytesIO()
    book.save(file)
    path = opened(here, file.getvalue())
    assert "照此写入" in here.get(path).text
    assert "新增 1 条" in words(written(here, path).text)
    assert "name: 新来的街道" in here.text("showcases/districts.yml")


def test_one_fault_of_many_cells_is_told_once(here: Office) -> None:
    def change(book: Workbook) -> None:
        for id in ("alpha", "beta", "gamma"):
            put(id, "户数", "约四十")(book)

    path = opened(here, altered(exported(here), change))
    told = words(here.get(path).text)
    assert told.count("应为数字") == 1
    assert "社区 H2、社区 H3、社区 H5：" in told
    marked = load_workbook(io.BytesIO(here.get(f"{path}/marked").data))
    assert sum(bool(cell.comment) for row in marked["社区"] for cell in row) >= 3


def test_cells_are_told_in_the_words_of_their_table(here: Office) -> None:
    page = here.get(opened(here, altered(exported(here), put("gamma", "状态", "已发布"))))
    assert "在“三审记录”里补上初审" in words(page.text)
    assert "review" not in words(page.text)
