"""The desk end to end, without a browser: forms that are sent, and what becomes of files."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.desk.desk import PREFIX
from campaign.kinds import KINDS
from campaign.problems import Severity
from desks import Answer, Office, office, told_at, words
from repositories import git
from sites import ROOT

BETA = "showcases/communities/beta.yml"


def changed(before: str, after: str) -> list[str]:
    """The lines that went and came."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


# Who


def test_the_first_run_asks_who_edits(nobody: Office) -> None:
    desk, history = nobody, nobody.root
    assert desk.get("").headers["location"] == f"{PREFIX}who"
    assert "必填" in desk.get("who").text
    desk.be("first")
    assert git(history, "config", "--local", "user.name") == "王芳"
    assert git(history, "config", "--local", "campaign.role") == "first"
    page = desk.get("")
    assert page.status == 200
    assert "王芳 · 城北街道办 · 初审" in page.text


def test_without_a_name_nobody_is_remembered(nobody: Office) -> None:
    desk = nobody
    answer = desk.post("who", [("token", desk.desk.token), ("name", " "), ("unit", "办")])
    assert "姓名和单位都要填写" in answer.text


# What the desk refuses


@pytest.mark.parametrize(
    ("header", "value", "status"),
    [
        ("origin", "https://example.org", 403),
        ("origin", "null", 403),
        ("origin", "http://127.0.0.1:9999", 403),
        ("sec-fetch-site", "cross-site", 403),
        ("host", "example.org", 400),
    ],
)
def test_a_foreign_page_changes_nothing(here: Office, header: str, value: str, status: int) -> None:
    before = here.text(BETA)
    pairs = [*here.form("edit/community/beta", {"name": "别的社区"}), ("do", "save")]
    answer = here.ask(f"{PREFIX}edit/community/beta", pairs, {header: value})
    assert answer.status == status
    assert here.text(BETA) == before


def test_a_form_without_the_token_changes_nothing(here: Office) -> None:
    before = here.text(BETA)
    pairs = here.form("edit/community/beta", {"name": "别的社区", "token": "别的"})
    answer = here.post("edit/community/beta", pairs, "save")
    assert answer.status == 403
    assert here.text(BETA) == before


@pytest.mark.parametrize("id", ["../beta", "..%2F..%2Fsite", "nobody", "beta/../../site"])
def test_an_id_leads_nowhere_else(here: Office, id: str) -> None:
    assert here.get(f"edit/community/{id}").status == 404


@pytest.mark.parametrize("id", ["../x", "a/b", "con", "A b", "x" * 60, "index"])
def test_a_new_record_takes_no_id_that_is_none(here: Office, id: str) -> None:
    kind = "news" if id == "index" else "community"
    field = "title" if id == "index" else "name"
    answer = here.save(f"new/{kind}", {field: "新社区", "id": id}, "draft")
    assert answer.status == 200
    assert "不能作编号" in words(answer.text)


def test_pages_ask_no_other_host(here: Office) -> None:
    answer = here.get("edit/community/beta")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "style=" not in answer.text


def test_the_dark_colours_of_the_site_come_with_a_dark_device(here: Office) -> None:
    style = here.get("desk.css").text
    dark = re.search(r"@media \(prefers-color-scheme: dark\) \{ :root \{(.*?)\} \}", style, re.S)
    tokens = (ROOT / "hooks/theme/css/00-tokens.css").read_text(encoding="utf-8")
    assert dark
    assert "--paper:" in dark[1]
    assert f'[data-md-color-scheme="slate"] {{{dark[1]}}}' in tokens


# Saving


def test_a_field_that_is_changed_changes_its_line(here: Office) -> None:
    before = here.text(BETA)
    answer = here.save("edit/community/beta", {"name": "贝塔新社区"})
    assert answer.status == 303, words(answer.text)
    lines = changed(before, here.text(BETA))
    assert [line[0] for line in lines] == ["-", "+"]
    assert "贝塔新社区" in lines[1]
    assert git(here.root, "log", "-1", "--format=%an %s") == "王芳 社区 贝塔新社区 改：名称"
    assert git(here.root, "status", "--porcelain") == ""
    assert "贝塔新社区" in here.ask(answer.headers["location"]).text


def test_a_form_that_nobody_touched_changes_nothing(here: Office) -> None:
    head = git(here.root, "rev-parse", "HEAD")
    for kind in ("community", "honour", "speech", "org", "task", "gallery", "vocab"):
        for id in here.desk.site.kind(kind):
            path = f"edit/{kind}/{id}"
            here.post(path, here.form(path), "save")
    assert git(here.root, "diff", head) == ""
    assert git(here.root, "rev-parse", "HEAD") == head


HOSTILE = (
    *("8:30", "yes", "no", "on", "~", "null", "0523", "1_000", "2024-05-01", "=", "<<", "- a"),
    *("a: b", "a #b", "#b", "'", '"', '"quoted"', "\\n", "[甲，乙]", "{a}", "&a", "*a", "!x", "%a"),
    *(
        "@a",
        "`a`",
        "|",
        ">",
        "?",
        "甲：乙",
        "<script>alert(1)</script>",
        "</textarea>",
        "&amp;",
        "🙂",
    ),
)


@pytest.mark.parametrize("name", ["name", "slogan", "intro"])
def test_whatever_is_typed_comes_back(here: Office, name: str) -> None:
    for typed in HOSTILE:
        answer = here.save("edit/community/gamma", {name: typed}, "draft")
        assert answer.status == 303, (typed, words(answer.text))
        assert dict(here.form("edit/community/gamma"))[name] == typed


def test_lines_of_a_text_come_back(here: Office) -> None:
    typed = "第一段。\n\n第二段：\n- 甲\n- 乙"
    here.save("edit/community/gamma", {"intro": typed}, "draft")
    found = dict(here.form("edit/community/gamma"))["intro"].replace("\r\n", "\n")
    assert found.rstrip("\n") == typed


def test_without_git_it_is_saved_all_the_same(project: Path) -> None:
    desk = office(project)
    assert "没有修改记录" in desk.get("").text
    answer = desk.save("edit/community/beta", {"name": "贝塔新社区"})
    assert answer.status == 303
    assert "贝塔新社区" in desk.text(BETA)


# Lists


def test_items_are_added_moved_and_removed(here: Office) -> None:
    path = "edit/community/alpha"
    page = here.post(path, here.form(path), "add facilities")
    assert 'name="facilities.n1.name"' in page.text
    typed = {"facilities.n1.name": "丙站", "facilities.n1.kind": "服务站（service_station）"}
    moved = here.post(path, page.form(typed), "up facilities.n1")
    assert stations(moved) == ["甲站", "丙站", "乙站"]
    removed = here.post(path, moved.form(), "remove facilities.0")
    assert stations(removed) == ["丙站", "乙站"]
    assert here.post(path, removed.form(), "save").status == 303
    assert "name: 甲站" not in here.text("showcases/communities/alpha.yml")
    assert "name: 丙站" in here.text("showcases/communities/alpha.yml")


def stations(page: Answer) -> list[str]:
    """The names of the facilities in a form, in its order."""
    name = re.compile(r"facilities\.\w+\.name")
    return [value for key, value in page.form() if name.fullmatch(key)]


def test_none_is_not_the_same_as_not_said(here: Office) -> None:
    pairs = here.form("edit/community/gamma", {"teams!none": "1"})
    assert here.post("edit/community/gamma", pairs, "draft").status == 303
    assert "teams: []" in here.text("showcases/communities/gamma.yml")
    assert ("teams!none", "1") in here.form("edit/community/gamma")


# Problems


def test_a_value_that_is_refused_is_told_at_its_field(here: Office) -> None:
    before = here.text(BETA)
    answer = here.save("edit/community/beta", {"households": "约40"})
    assert answer.status == 200
    assert "约40" in told_at(answer.text, "households")
    assert 'value="约40"' in answer.text
    assert here.text(BETA) == before


def test_a_reference_to_nothing_is_told_at_its_field(here: Office) -> None:
    answer = here.save("edit/community/beta", {"district": "没有的镇"})
    assert "没有的镇" in told_at(answer.text, "district")


def test_what_a_change_causes_elsewhere_is_told_before(here: Office) -> None:
    path = "edit/district/east"
    before = here.text("showcases/districts.yml")
    pairs = here.form("edit/vocab/community-types")
    token = next(name for name, value in pairs if name.endswith(".id") and value)
    answer = here.save("edit/vocab/community-types", {token: "renamed-type"})
    assert answer.status == 200
    assert "这样改会在别处引起" in words(answer.text)
    assert here.text("showcases/districts.yml") == before
    assert here.get(path).status == 200


def test_problems_are_told_while_somebody_types(here: Office) -> None:
    told = here.live("edit/community/beta", {"households": "约40"}, "check")
    assert "约40" in told["fields"]["f-households"][0]["message"]
    assert told["elsewhere"] == []


# Drafts and reviews


def test_a_draft_may_have_gaps_and_cannot_be_handed_in(here: Office) -> None:
    answer = here.save("new/community", {"name": "新桥社区"}, "draft")
    assert answer.headers["location"].startswith(f"{PREFIX}edit/community/xinqiaoshequ")
    path = "edit/community/xinqiaoshequ"
    assert dict(here.form(path))["intro"] == ""
    answer = here.save(path, {}, "hand-in")
    assert answer.status == 200
    assert "还有错误" in words(answer.text)
    assert told_at(answer.text, "intro")
    assert "status: draft" in here.text("showcases/communities/xinqiaoshequ.yml")


def test_three_reviews_publish(here: Office) -> None:
    path = "edit/community/gamma"
    assert here.save(path, {}, "hand-in").status == 303
    for role in ("first", "second", "final"):
        here.be(role)
        assert "等我审核" in words(here.get("").text)
        answer = here.save(path, {}, "pass")
        assert answer.status == 303, words(answer.text)
    text = here.text("showcases/communities/gamma.yml")
    assert "status: published" in text
    assert [f"role: {role}" in text for role in ("first", "second", "final")] == [True] * 3
    assert "城北街道办" in text


REVIEWED = [kind.name for kind in KINDS if kind.is_reviewed]


@pytest.mark.parametrize("kind", REVIEWED)
def test_every_reviewed_kind_is_begun_as_a_draft(here: Office, kind: str) -> None:
    before = {item.message() for item in here.desk.resident.problems}
    typed = {"name": "新的一条", "title": "新的一条", "id": "new-one"}
    answer = here.save(f"new/{kind}", typed, "draft")
    assert answer.status == 303, words(answer.text)
    assert here.ask(answer.headers["location"]).status == 200
    grave = [item for item in here.desk.resident.problems if item.severity() is Severity.ERROR]
    assert [item.message() for item in grave if item.message() not in before] == []
    assert git(here.root, "status", "--porcelain") == ""


def test_a_kind_that_nobody_reviews_is_written_when_it_is_whole(here: Office) -> None:
    typed = {"id": "new-office", "name": "新单位", "level": "city", "type": "政府部门"}
    answer = here.save("new/org", {"id": "new-office"}, "save")
    assert told_at(answer.text, "name")
    assert here.save("new/org", typed, "save").status == 303
    assert git(here.root, "diff", "--stat", "HEAD~1").count("orgs.yml") == 1


# Two people


def test_two_people_on_two_fields_both_stay(here: Office) -> None:
    mine = here.form("edit/community/beta", {"name": "我的名称"})
    here.save("edit/community/beta", {"slogan": "别人的口号"})
    assert here.post("edit/community/beta", mine, "save").status == 303
    text = here.text(BETA)
    assert "我的名称" in text
    assert "别人的口号" in text


@pytest.mark.parametrize(("choice", "kept"), [("ours", "我的名称"), ("theirs", "别人的名称")])
def test_two_people_on_one_field_are_asked(here: Office, choice: str, kept: str) -> None:
    mine = here.form("edit/community/beta", {"name": "我的名称"})
    here.save("edit/community/beta", {"name": "别人的名称"})
    answer = here.post("edit/community/beta", mine, "save")
    assert answer.status == 200
    said = words(answer.text)
    assert "用我的：我的名称" in said
    assert "用对方的：别人的名称" in said
    assert "别人的名称" in here.text(BETA)
    pairs = [pair for pair in answer.form() if not pair[0].startswith("pick!")]
    here.post("edit/community/beta", [*pairs, ("pick!name", choice)], "save")
    assert kept in here.text(BETA)


# Preview, past and end


def test_the_preview_shows_what_nobody_has_saved(here: Office) -> None:
    told = here.live("edit/community/beta", {"name": "没有存的社区"}, "look")
    address = told["address"]
    page = here.ask(address)
    assert "没有存的社区" in page.text
    assert "没有存的社区" not in here.text(BETA)
    root = address.removesuffix("communities/beta/")
    assert "没有存的社区" in here.ask(f"{root}communities/").text
    assert here.ask(f"{root}assets/campaign.css").status == 200


def head(here: Office) -> str:
    return git(here.root, "rev-parse", "HEAD")


def test_a_change_is_shown_and_taken_back(here: Office) -> None:
    before = here.text(BETA)
    here.save("edit/community/beta", {"name": "贝塔新社区"})
    here.save("edit/community/beta", {"district": "西镇", "status": "archived"})
    page = here.get("history/community/beta")
    assert "已归档" in words(page.text)
    assert "西镇" in words(page.text)
    here.post("history/community/beta", [("token", here.desk.token), ("back", head(here))])
    page = here.get("history/community/beta")
    assert "贝塔新社区" in words(page.text)
    assert "王芳" in words(page.text)
    commit = git(here.root, "rev-parse", "HEAD~2")
    pairs = [("token", here.desk.token), ("back", commit)]
    assert here.post("history/community/beta", pairs).status == 303
    assert here.text(BETA) == before
    assert "收回" in git(here.root, "log", "-1", "--format=%s")


def test_a_record_that_others_name_is_not_deleted(here: Office) -> None:
    sure = [("token", here.desk.token), ("sure", "yes")]
    answer = here.post("remove/district/east", sure)
    assert "提到它" in words(answer.text)
    assert "/-/desk/edit/community/alpha" in answer.text
    assert "id: east" in here.text("showcases/districts.yml")


def test_an_honour_is_never_deleted(here: Office) -> None:
    id = next(iter(here.desk.site.kind("honour")))
    path = here.desk.site.origins["honour", id].path
    answer = here.post(f"remove/honour/{id}", [("token", here.desk.token), ("sure", "yes")])
    assert "只增不删" in words(answer.text)
    assert (here.root / path).exists()


def test_a_draft_can_be_deleted(here: Office) -> None:
    here.save("new/community", {"name": "新桥社区", "id": "bridge"}, "draft")
    answer = here.post("remove/community/bridge", [("token", here.desk.token), ("sure", "yes")])
    assert answer.status == 303
    assert not (here.root / "showcases/communities/bridge.yml").exists()
    assert "删除" in git(here.root, "log", "-1", "--format=%s")
    assert git(here.root, "status", "--porcelain") == ""


# Finding


@pytest.mark.parametrize("question", ["贝塔", "beita", "btsq", "beta"])
def test_a_record_is_found_by_name_letters_and_id(here: Office, question: str) -> None:
    assert "/-/desk/edit/community/beta" in here.get(f"find?q={question}").text


def test_the_text_of_an_article_changes_alone(here: Office) -> None:
    path = "docs/speeches/2026-04-09-meeting.md"
    before = here.text(path)
    body = dict(here.form("edit/speech/2026-04-09-meeting"))["body"]
    typed = body.replace("## 一、", "## 一、改了的")
    answer = here.save("edit/speech/2026-04-09-meeting", {"body": typed})
    assert answer.status == 303, words(answer.text)
    assert [line[:6] for line in changed(before, here.text(path))] == ["-## 一、", "+## 一、"]


# What happened


def test_an_honour_is_continued_with_what_may_follow(here: Office) -> None:
    path = "edit/honour/city-honour/alpha"
    file = "showcases/honours/city-honour/alpha.yml"
    before = here.text(file)
    page = here.get(path)
    assert 'name="events.0.on"' not in page.text
    added = here.post(path, page.form(), "add events")
    count = len(here.desk.site.kind("honour")["city-honour/alpha"].events)
    options = LexborHTMLParser(added.text).css("[name='events.n1.type'] option")
    offered = {option.attributes["value"] for option in options}
    assert "retained" in offered
    assert "recommended" not in offered
    typed = {"events.n1.on": "2026-04-18", "events.n1.type": "revoked", "events.n1.by": "office"}
    refused = here.post(path, added.form(typed), "save")
    assert refused.status == 200
    assert "原因" in words(refused.text)
    told = here.post(path, added.form(typed), "check", x_desk_live="1").json()
    assert any("→" in share for share in told["shares"])
    kept = {**typed, "events.n1.type": "retained"}
    assert here.post(path, added.form(kept), "save").status == 303
    lines = changed(before, here.text(file))
    assert all(line.startswith("+") for line in lines), lines
    assert len(here.desk.site.kind("honour")["city-honour/alpha"].events) == count + 1
