"""Saves on a branch of the office, handed in, fetched, reviewed and published between machines."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaign.desk.desk import PREFIX
from campaign.desk.handing_in import sharing
from desk.exchanges import GAMMA, UNITS, Exchange, at, heads, press, sits
from desks import BETA, Office, words
from repositories import git


def test_a_save_goes_to_the_branch_of_the_office(between: Exchange) -> None:
    one = between.one
    files = git(one.root, "status", "--porcelain")
    assert one.save("edit/community/beta", {"name": "贝塔新社区"}).status == 303
    assert git(one.root, "symbolic-ref", "--short", "HEAD") == "work/chengbeijiedaoban"
    assert (
        git(one.root, "log", "-1", "--format=%an %P")
        == f"王芳 {git(one.root, 'rev-parse', 'main')}"
    )
    assert git(one.root, "status", "--porcelain") == files
    assert heads(between.bare).keys() == {"refs/heads/main"}


def test_the_setting_names_the_branch(between: Exchange) -> None:
    one = between.one
    git(one.root, "config", "campaign.branch", "work/Cheng Bei/../x")
    one.save("edit/community/beta", {"name": "贝塔新社区"})
    assert git(one.root, "symbolic-ref", "--short", "HEAD") == "work/cheng-bei-x"


def test_work_that_is_elsewhere_is_not_lost(between: Exchange) -> None:
    """Somebody has gone back to the published branch by hand, past work that is not in it."""
    one = between.one
    one.save("edit/community/beta", {"name": "贝塔新社区"})
    git(one.root, "checkout", "--quiet", "main")
    one.desk.changed([BETA])
    one.save("edit/community/beta", {"slogan": "新的口号"})
    assert git(one.root, "symbolic-ref", "--short", "HEAD") == "work/chengbeijiedaoban-2"
    assert "贝塔新社区" in at(one.root, "work/chengbeijiedaoban", BETA)


def test_on_one_machine_work_stays_where_it_is(here: Office) -> None:
    here.save("edit/community/beta", {"name": "贝塔新社区"})
    assert git(here.root, "symbolic-ref", "--short", "HEAD") == "main"
    assert "送出去" not in words(here.get("").text)


def test_a_machine_without_a_remote_may_ask_for_a_branch(here: Office) -> None:
    git(here.root, "config", "campaign.branch", "chengbei")
    for role, do in (("editor", "hand-in"), ("first", "pass"), ("second", "pass")):
        here.be(role)
        assert here.save("edit/community/gamma", {}, do).status == 303
    assert "status: review" in at(here.root, "work/chengbei", GAMMA)
    assert git(here.root, "rev-parse", "main") == git(here.root, "rev-parse", "first")
    here.be("final")
    assert here.save("edit/community/gamma", {}, "pass").status == 303
    assert "status: published" in at(here.root, "main", GAMMA)
    assert git(here.root, "rev-parse", "main") == git(here.root, "rev-parse", "work/chengbei")


def test_what_is_handed_in_is_there_for_others(between: Exchange) -> None:
    one, two = between.one, between.two
    assert one.save("edit/community/gamma", {}, "hand-in").status == 303
    assert "status: review" in at(between.bare, "work/chengbeijiedaoban", GAMMA)
    assert "status: draft" in at(between.bare, "main", GAMMA)
    sharing.fetch(two.desk.ledger)
    (tip,) = sharing.coming(two.desk.ledger)
    taken = sharing.take_in(two.desk.ledger, tip, {})
    assert (tip.words, taken.paths, taken.fault) == ("王芳交的稿", [GAMMA], "")
    assert "status: review" in two.text(GAMMA)


# Two editors


def test_two_editors_on_two_fields_both_stay(between: Exchange) -> None:
    one, two = between.one, between.two
    one.save("edit/community/beta", {"name": "贝塔新社区"})
    two.save("edit/community/beta", {"district": "东镇"})
    assert "送出去了" in press(one, "send")
    assert "收进来" in press(two, "fetch")
    assert "name: 贝塔新社区\ndistrict: east\n" in two.text(BETA)
    assert len(git(two.root, "log", "-1", "--format=%P").split()) == 2
    assert "李明 改" not in (said := words(two.get("history/community/beta").text))
    assert "东镇" in said
    assert "贝塔新社区" in said


@pytest.mark.parametrize(("pick", "kept"), [("ours", "李明写的"), ("theirs", "王芳写的")])
def test_two_editors_on_one_field_are_asked(between: Exchange, pick: str, kept: str) -> None:
    one, two = between.one, between.two
    one.save("edit/community/beta", {"slogan": "王芳写的", "households": "77"})
    press(one, "send")
    two.save("edit/community/beta", {"slogan": "李明写的"})
    head, before = git(two.root, "rev-parse", "HEAD"), two.text(BETA)
    asked = two.post("fetch", [("token", two.desk.token)])
    assert "用这台电脑上的：李明写的" in words(asked.text)
    assert "用对方的（王芳交的稿）：王芳写的" in words(asked.text)
    assert (git(two.root, "rev-parse", "HEAD"), two.text(BETA)) == (head, before)
    answer = two.post("fetch", asked.form({f"pick!{BETA}|beta|slogan": pick}))
    assert "已经收进来" in words(answer.text)
    assert f"slogan: {kept}" in two.text(BETA)
    assert "households: 77" in two.text(BETA)
    assert "<<<<" not in two.text(BETA)
    assert git(two.root, "status", "--porcelain") == ""


def test_an_answer_to_what_has_changed_since_is_asked_again(between: Exchange) -> None:
    one, two = between.one, between.two
    one.save("edit/community/beta", {"slogan": "王芳写的"})
    press(one, "send")
    two.save("edit/community/beta", {"slogan": "李明写的"})
    asked = two.post("fetch", [("token", two.desk.token)])
    two.save("edit/community/beta", {"slogan": "李明又写的"})
    answer = two.post("fetch", asked.form({f"pick!{BETA}|beta|slogan": "theirs"}))
    assert "李明又写的" in words(answer.text)
    assert "李明又写的" in two.text(BETA)


def test_a_file_without_a_form_is_told_by_name(between: Exchange) -> None:
    one, two = between.one, between.two
    for desk, words_ in ((one, "欢迎甲。"), (two, "欢迎乙。")):
        page = desk.root / "docs/guide/own.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(f"---\ntitle: 首页\n---\n\n{words_}\n", encoding="utf-8")
        desk.save("edit/community/gamma", {"slogan": words_}, "draft")
        git(desk.root, "add", "docs/guide")
        git(desk.root, "commit", "--quiet", "--all", "--message", "page")
    press(one, "send")
    head = git(two.root, "rev-parse", "HEAD")
    said = press(two, "fetch")
    assert "docs/guide/own.md" in said
    assert "没有收进来" in said
    assert git(two.root, "rev-parse", "HEAD") == head
    assert git(two.root, "status", "--porcelain") == ""


def test_what_was_changed_by_hand_and_not_written_down_is_not_lost(between: Exchange) -> None:
    one, two = between.one, between.two
    one.save("edit/community/beta", {"slogan": "王芳写的"})
    press(one, "send")
    by_hand = two.text(BETA) + "# 手写的\n"
    (two.root / BETA).write_text(by_hand, encoding="utf-8")
    said = press(two, "fetch")
    assert BETA in said
    assert "请技术员先提交" in said
    assert two.text(BETA) == by_hand


def test_a_step_that_was_cut_off_is_gone_on_with(between: Exchange) -> None:
    one, two = between.one, between.two
    one.save("edit/community/beta", {"slogan": "王芳写的"})
    press(one, "send")
    (two.root / BETA).write_bytes((one.root / BETA).read_bytes())
    assert "已经收进来" in press(two, "fetch")
    assert git(two.root, "status", "--porcelain") == ""


def test_line_ends_of_a_machine_stay_on_it(between: Exchange) -> None:
    """Git for Windows writes files with other line ends than it keeps."""
    one, two = between.one, between.two
    git(one.root, "config", "core.autocrlf", "true")
    git(one.root, "rm", "--quiet", "--cached", "-r", ".")
    git(one.root, "reset", "--quiet", "--hard")
    assert "\r\n" in one.text(GAMMA)
    one.desk.changed([GAMMA, BETA])
    assert one.save("edit/community/beta", {"slogan": "王芳写的"}).status == 303
    assert one.save("edit/community/gamma", {}, "hand-in").status == 303
    assert changed_lines(between.bare, "main", "work/chengbeijiedaoban") == 2
    two.save("edit/community/beta", {"district": "东镇"})
    press(two, "fetch")
    press(two, "send")
    assert "已经收进来" in press(one, "fetch")
    assert "district: east\r\n" in one.text(BETA)
    assert "slogan: 王芳写的\r\n" in one.text(BETA)
    assert git(one.root, "status", "--porcelain") == ""


def changed_lines(where: Path, before: str, after: str) -> int:
    """How many lines one state has that another has not."""
    told = git(where, "diff", "--numstat", before, after).splitlines()
    return sum(int(line.split("\t")[0]) for line in told)


@pytest.mark.parametrize(
    "path", ["fetch", "send", "publish", "stick/out", "review/community/gamma"]
)
def test_what_no_page_of_the_desk_sent_is_refused(between: Exchange, path: str) -> None:
    two = between.two
    before = (git(two.root, "rev-parse", "HEAD"), heads(between.bare))
    foreign = {"origin": "https://example.org"}
    pairs = [("token", two.desk.token), ("sure", "yes"), ("do", "pass")]
    assert two.ask(f"{PREFIX}{path}", pairs, foreign).status == 403
    assert two.post(path, [("token", "别的"), ("sure", "yes")]).status == 403
    assert (git(two.root, "rev-parse", "HEAD"), heads(between.bare)) == before


def test_work_that_changes_the_program_is_not_fetched(between: Exchange) -> None:
    one, two = between.one, between.two
    one.save("edit/community/beta", {"slogan": "王芳写的"})
    (one.root / "build_site.py").write_text("raise SystemError\n", encoding="utf-8")
    git(one.root, "commit", "--quiet", "--all", "--message", "program")
    press(one, "send")
    head = git(two.root, "rev-parse", "HEAD")
    assert "build_site.py" in press(two, "fetch")
    assert git(two.root, "rev-parse", "HEAD") == head
    assert "SystemError" not in two.text("build_site.py")


# Refused


def refused(desk: Office, told: str) -> None:
    """Handing in is refused, and nothing has changed."""
    before = (git(desk.root, "rev-parse", "HEAD"), git(desk.root, "status", "--porcelain"))
    typed = desk.form("edit/community/gamma", {"slogan": "还没有交的"})
    answer = desk.post("edit/community/gamma", typed, "hand-in")
    assert answer.status == 200
    assert told in words(answer.text)
    assert "没有送出去" in words(answer.text)
    assert dict(answer.form())["slogan"] == "还没有交的"
    assert "status: draft" in desk.text(GAMMA)
    assert (git(desk.root, "rev-parse", "HEAD"), git(desk.root, "status", "--porcelain")) == before


def test_where_others_were_first_nothing_is_handed_in(between: Exchange) -> None:
    one, two = between.one, between.two
    sits(two, "李明", UNITS["one"], "editor")
    two.save("edit/community/beta", {"slogan": "李明写的"})
    press(two, "send")
    there = heads(between.bare)
    one.save("edit/community/beta", {"name": "王芳写的"})
    refused(one, "请先回首页按“取回”")
    assert heads(between.bare) == there
    press(one, "fetch")
    assert one.save("edit/community/gamma", {}, "hand-in").status == 303
    assert "李明写的" in at(between.bare, "work/chengbeijiedaoban", BETA)


def test_where_nobody_answers_nothing_is_handed_in(between: Exchange) -> None:
    one = between.one
    one.save("edit/community/beta", {"name": "王芳写的"})
    between.bare.rename(between.bare.with_name("gone"))
    refused(one, "请检查网络")
    assert "没有取回来" in press(one, "fetch")


def test_where_writing_is_barred_nothing_is_handed_in(between: Exchange) -> None:
    one = between.one
    one.save("edit/community/beta", {"name": "王芳写的"})
    hook = between.bare / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    refused(one, "账号和权限")


def test_the_last_approval_waits_for_what_was_published_meanwhile(between: Exchange) -> None:
    one, two = between.one, between.two
    for role, do in (("editor", "hand-in"), ("first", "pass"), ("second", "pass")):
        sits(one, "王芳", UNITS["one"], role)
        assert one.save("edit/community/gamma", {}, do).status == 303
    sits(two, "孙立", UNITS["two"], "final")
    two.save("edit/community/beta", {"slogan": "先发布的"})
    assert "已经发布" in press(two, "publish", ("sure", "yes"))
    there = heads(between.bare)
    sits(one, "王芳", UNITS["one"], "final")
    answer = one.save("edit/community/gamma", {}, "pass")
    assert "请先回首页按“取回”" in words(answer.text)
    assert "status: review" in one.text(GAMMA)
    assert heads(between.bare) == there
    press(one, "fetch")
    assert one.save("edit/community/gamma", {}, "pass").status == 303
    assert "status: published" in at(between.bare, "main", GAMMA)
    assert "先发布的" in at(between.bare, "main", BETA)
