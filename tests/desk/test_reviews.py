"""The desk from a draft to its publication, and what is there of a record besides its form."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.desk.desk import PREFIX
from campaign.desk.saving import DONE, EARLIER
from campaign.kinds import KINDS
from campaign.problems import Severity
from desks import BETA, Office, changed, told_at, words
from repositories import git

# Drafts and reviews


def test_a_draft_may_have_gaps_and_cannot_be_handed_in(here: Office) -> None:
    answer = here.save("new/community", {"name": "新桥社区"}, "draft")
    assert answer.headers["location"].startswith(f"{PREFIX}edit/community/xinqiao")
    path = "edit/community/xinqiao"
    assert dict(here.form(path))["intro"] == ""
    answer = here.save(path, {}, "hand-in")
    assert answer.status == 200
    assert "还有错误" in words(answer.text)
    assert told_at(answer.text, "intro")
    assert "status: draft" in here.text("showcases/communities/xinqiao.yml")


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


def test_a_review_says_whose_turn_it_is(here: Office) -> None:
    path = "review/community/delta"
    assert here.save("edit/community/delta", {}, "hand-in").status == 303
    here.be("final")
    page = here.get(path)
    assert "初审" in words(page.text)
    assert "退回的原因" not in words(page.text)
    assert EARLIER.format("初审", "终审") in words(page.text)
    here.be("first")
    assert EARLIER.partition("{")[0] not in words(here.get(path).text)
    assert here.save("edit/community/delta", {}, "pass").status == 303
    assert DONE.format("复审", "初审") in words(here.get(path).text)


def test_the_way_to_a_page_does_not_name_the_page_itself(here: Office) -> None:
    tree = LexborHTMLParser(here.get("stick").text)
    assert [step.text() for step in tree.css(".way a")] == ["首页"]


def test_whoever_decides_goes_on_to_what_waits_next(here: Office) -> None:
    for id in ("delta", "gamma"):
        assert here.save(f"edit/community/{id}", {}, "hand-in").status == 303
    here.be("first")
    answer = here.post("review/community/delta", here.form("review/community/delta"), "pass")
    assert answer.status == 303, words(answer.text)
    following = answer.headers["location"].removeprefix(PREFIX)
    assert following == "review/community/gamma"
    page = here.get(following)
    assert "审核已记下。下面是等您审核的下一条。" in words(page.text)
    assert "审核已记下" not in words(here.get(following).text)
    answer = here.post(following, [*page.form(), ("note", "数字不对")], "back")
    assert answer.headers["location"] == f"{PREFIX}?said=back"


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
