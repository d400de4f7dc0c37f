"""Drafts that are handed in together: each judged like one that goes from its form."""

from __future__ import annotations

import errno
import io
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from campaign.desk import steps
from campaign.desk.desk import PREFIX
from desk.exchanges import exchange, heads, press
from desks import Office, words
from repositories import git

PAGE = "waiting/drafts"
TEXT = "街道和社区一起办了一件事，居民都来参加，办得热闹，也办得有用。"


def draft(desk: Office, id: str, **typed: str) -> str:
    given = {
        "title": f"{id}的动态",
        "id": id,
        "published": "2026-04-02T09:00",
        "source": "示例办",
        **typed,
    }
    assert desk.save("new/news", given, "draft").status == 303
    return f"docs/news/{id}.md"


@pytest.fixture
def drafts(here: Office) -> list[str]:
    """Two that are whole, and one that lacks its title."""
    for id in ("one", "two"):
        path = draft(here, id)
        matter = here.text(path).rpartition("---\n")[0]
        (here.root / path).write_text(f"{matter}---\n\n{TEXT}\n", encoding="utf-8")
        here.desk.changed([path])
    lacking = draft(here, "three", title="还没写完", published="")
    git(here.root, "add", "--all")
    git(here.root, "commit", "--quiet", "--message", "drafts")
    return ["docs/news/one.md", "docs/news/two.md", lacking]


def keys(html: str) -> list[str]:
    found = LexborHTMLParser(html).css("input[name=draft]")
    return [str(node.attributes["value"]) for node in found]


def sent(desk: Office, do: str, *chosen: str) -> str:
    pairs = [pair for pair in desk.form(PAGE) if pair[0] == "token"]
    pairs += [("draft", key) for key in chosen]
    return desk.post(PAGE, pairs, do).text


def test_those_that_are_chosen_are_handed_in_and_the_others_stay(
    here: Office, drafts: list[str]
) -> None:
    assert {"news/one", "news/two", "news/three"} <= set(keys(here.get(PAGE).text))
    page = sent(here, "hand-in", "news/one")
    assert "已交稿 1 条" in words(page)
    assert "status: review" in here.text(drafts[0])
    assert "status: draft" in here.text(drafts[1])
    assert "news/one" not in keys(page)
    assert git(here.root, "log", "-1", "--format=%an %s").startswith("王芳 动态 one的动态 交稿")


def test_what_is_not_whole_stays_and_says_why(here: Office, drafts: list[str]) -> None:
    page = sent(here, "hand-in", "news/two", "news/three")
    assert "已交稿 1 条" in words(page)
    assert "这些没有交成" in words(page)
    assert "动态 还没写完 “发布时间”还没有填写" in words(page)
    assert "不是这里的草稿了" not in words(page)
    assert f"{PREFIX}edit/news/three" in page
    assert "status: draft" in here.text(drafts[2])


def test_all_that_can_be_are_handed_in(here: Office, drafts: list[str]) -> None:
    sent(here, "all")
    assert [("status: review" in here.text(path)) for path in drafts] == [True, True, False]
    assert git(here.root, "status", "--porcelain") == ""


def test_nothing_chosen_is_told_and_nothing_is_sent_from_elsewhere(
    here: Office, drafts: list[str]
) -> None:
    assert "没有勾选" in words(sent(here, "hand-in"))
    assert "没有勾选" not in words(here.get(PAGE).text)
    foreign = [("token", "别的"), ("draft", "news/two")]
    assert here.post(PAGE, foreign, "hand-in").status == 403
    assert "status: draft" in here.text(drafts[1])


def test_what_is_no_draft_any_more_keeps_no_other_back(here: Office, drafts: list[str]) -> None:
    sent(here, "hand-in", "news/one")
    page = sent(here, "hand-in", "news/one", "news/gone", "site/site", "page/index", "news/two")
    assert "已交稿 1 条" in words(page)
    assert words(page).count("不是这里的草稿了") == 4
    assert "status: review" in here.text(drafts[1])


def test_they_are_there_for_the_reviewer_on_another_machine(
    here: Office, drafts: list[str], tmp_path: Path
) -> None:
    made = exchange(here.root, tmp_path)
    sent(made.one, "all")
    press(made.two, "fetch")
    assert f"{PREFIX}review/news/one" in made.two.get("").text
    assert f"{PREFIX}review/news/two" in made.two.get("").text


def on_receiving(where: Path, script: str) -> None:
    """What the place does where work is handed in, before it takes anything."""
    hook = where / "hooks/pre-receive"
    hook.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    hook.chmod(0o755)


def test_they_go_in_one_push_with_a_commit_each(
    here: Office, drafts: list[str], tmp_path: Path
) -> None:
    made, told = exchange(here.root, tmp_path), tmp_path / "pushes"
    on_receiving(made.bare, f"cat >> {told}")
    before = git(made.one.root, "rev-parse", "HEAD")
    page = sent(made.one, "hand-in", "news/one", "news/three", "news/two")
    assert "已交稿 2 条" in words(page)
    assert f"{PREFIX}edit/news/three" in page
    (push,) = told.read_text("utf-8").splitlines()
    head = git(made.one.root, "rev-parse", "HEAD")
    assert push.split()[1] == head
    subjects = git(made.one.root, "log", "--format=%an %s", "--reverse", f"{before}..").splitlines()
    assert [line.split("：")[0] for line in subjects] == [
        "王芳 动态 one的动态 交稿",
        "王芳 动态 two的动态 交稿",
    ]
    assert git(made.one.root, "show", "--name-only", "--format=", "HEAD") == drafts[1]
    assert git(made.one.root, "status", "--porcelain") == ""


def test_a_push_that_fails_changes_nothing_and_says_so(
    here: Office, drafts: list[str], tmp_path: Path
) -> None:
    made = exchange(here.root, tmp_path)
    on_receiving(made.bare, "exit 1")
    one, bare = made.one, heads(made.bare)
    before = git(one.root, "rev-parse", "HEAD")
    page = sent(one, "hand-in", "news/one", "news/two")
    assert "已交稿" not in words(page)
    assert words(page).count("网上不让这台电脑写进去，所以没有送出去。") == 2
    assert {"news/one", "news/two", "news/three"} <= set(keys(page))
    assert (git(one.root, "rev-parse", "HEAD"), heads(made.bare)) == (before, bare)
    assert git(one.root, "status", "--porcelain") == ""
    on_receiving(made.bare, "exit 0")
    assert "已交稿 2 条" in words(sent(one, "hand-in", "news/one", "news/two"))


def test_a_disk_that_is_full_is_told_in_words(
    here: Office, drafts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "没有空间")

    monkeypatch.setattr(steps.files, "write", full)
    page = words(sent(here, "hand-in", "news/one"))
    assert "没有存上：没有空间。请检查磁盘，再按一次。" in page
    assert "Errno" not in page
    assert "status: draft" in here.text(drafts[0])


def test_those_that_share_a_file_all_go(here: Office, tmp_path: Path) -> None:
    path = "showcases/grants.yml"
    there = here.text(path)
    first = there.index("  - ")
    lines = there[first:].split("\n  - ")[0].rstrip("\n")
    for id in ("shared-one", "shared-two"):
        mine = re.sub(r"id: [\w-]+", f"id: {id}", lines, count=1)
        there = f"{there.rstrip()}\n{mine}\n    status: draft\n"
    (here.root / path).write_text(there, "utf-8")
    git(here.root, "commit", "--quiet", "--all", "--message", "drafts")
    here.desk.changed([path])
    made = exchange(here.root, tmp_path)
    page = sent(made.one, "hand-in", "grant/shared-one", "grant/shared-two")
    assert "已交稿 2 条" in words(page), words(page)
    assert made.one.text(path).count("status: review") == 2
    assert git(made.one.root, "status", "--porcelain") == ""


def test_after_a_workbook_it_is_one_click_away(here: Office) -> None:
    book = load_workbook(io.BytesIO(here.get("table/news?form=1").data))
    sheet = book["动态"]
    row = {"标题": "从表里来的", "编号": "from-a-table", "状态": "草稿", "来源": "示例办"}
    row |= {"发布时间": "2026-04-02 09:00", "正文": TEXT}
    for cell in sheet[1]:
        if said := row.get(str(cell.value).partition("（")[0]):
            sheet.cell(3, cell.column, said)
    file = io.BytesIO()
    book.save(file)
    path = here.hand_over("动态.xlsx", file.getvalue()).headers["location"].removeprefix(PREFIX)
    done = here.post(path, here.form(path), "write")
    assert "导入好了" in words(done.text), words(done.text)
    assert f'href="{PREFIX}{PAGE}"' in done.text
    assert "news/from-a-table" in keys(here.get(PAGE).text)


def test_by_the_keyboard(here: Office, drafts: list[str], address: str, page: Page) -> None:
    page.goto(f"{address}{PAGE}" if address.endswith(PREFIX) else f"{address}{PREFIX}{PAGE}")
    page.get_by_label("交稿：one的动态").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="把勾选的交稿").press("Enter")
    page.get_by_text("已交稿 1 条").wait_for()
    assert "status: review" in here.text(drafts[0])
