"""A form that is refused: the record stays in the state it had, with the buttons of that state."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.desk.desk import PREFIX
from desk.exchanges import GAMMA, Exchange, at, heads, press, sits
from desks import Answer, Office, told_at, words
from repositories import git

NEW = "new/community"
WORK = "work/chengbeijiedaoban"


def state(answer: Answer) -> str:
    found = LexborHTMLParser(answer.text).css_first("h1 .state")
    return found.text() if found else ""


def buttons(answer: Answer) -> list[str]:
    return [found.text() for found in LexborHTMLParser(answer.text).css(".actions .button")]


def test_a_new_record_that_is_refused_stays_a_draft_and_can_be_handed_in(
    between: Exchange,
) -> None:
    one = between.one
    refused = one.save(NEW, {"name": "新桥社区", "est": "1999年"}, "hand-in")
    assert "还有错误，改好才能交稿；可以先存草稿。" in words(refused.text)
    assert (state(refused), buttons(refused)) == ("草稿", ["存草稿", "交稿", "检查"])
    assert told_at(refused.text, "est")
    for way in ("review", "history", "remove"):
        assert f"{PREFIX}{way}/" not in refused.text
    saved = one.post(NEW, refused.form({"est": "1999"}), "draft")
    assert saved.status == 303
    assert "status: draft" in one.text("showcases/communities/xinqiao.yml")


def test_a_draft_that_is_refused_stays_one(between: Exchange) -> None:
    one, path = between.one, "edit/community/gamma"
    refused = one.save(path, {"est": "1999年"}, "hand-in")
    assert (state(refused), buttons(refused)) == ("草稿", ["存草稿", "交稿", "检查"])
    assert one.post(path, refused.form({"est": "1999"}), "hand-in").status == 303
    assert "status: review" in at(between.bare, WORK, GAMMA)


def test_an_empty_form_says_what_has_to_be_filled_in(here: Office) -> None:
    for do in ("draft", "hand-in"):
        refused = here.save(NEW, {}, do)
        assert "请填写“名称”：编号按它的拼音取" in words(refused.text)
        assert (state(refused), buttons(refused)) == ("草稿", ["存草稿", "交稿", "检查"])
    assert told_at(refused.text, "name")


@pytest.mark.parametrize("role", ["first", "final"])
def test_an_approval_that_is_refused_approves_nothing(here: Office, role: str) -> None:
    path = "edit/community/gamma"
    assert here.save(path, {}, "hand-in").status == 303
    for before in ("first", "second")[: 2 if role == "final" else 0]:
        here.be(before)
        assert here.save(path, {}, "pass").status == 303
    here.be(role)
    passing = buttons(here.get(path))
    refused = here.save(path, {"est": "1999年"}, "pass")
    assert refused.status == 200
    assert (state(refused), buttons(refused)) == ("审核中", passing)
    assert "还有错误，改好才能审核通过。" in words(refused.text)
    assert len(passing) == 4
    reviews = [name for name, _ in refused.form() if name.startswith("review.")]
    assert reviews == [name for name, _ in here.form(path) if name.startswith("review.")]


def test_what_can_be_done_first_is_a_button_that_is_there(here: Office) -> None:
    path = "edit/community/gamma"
    assert here.save(path, {}, "hand-in").status == 303
    here.be("first")
    refused = here.save(path, {"intro": ""}, "pass")
    assert "还有错误，改好才能审核通过；可以先保存。" in words(refused.text)
    assert "保存" in buttons(refused)
    assert here.post(path, refused.form(), "save").status == 303
    again = here.save(path, {}, "pass")
    assert "还有错误，改好才能审核通过。" in words(again.text)


def test_where_nobody_answers_the_form_stays_a_draft(between: Exchange) -> None:
    between.bare.rename(between.bare.with_name("gone"))
    refused = between.one.save("edit/community/gamma", {"slogan": "还没有交的"}, "hand-in")
    assert (state(refused), buttons(refused)) == ("草稿", ["存草稿", "交稿", "检查"])


def test_what_is_saved_of_a_record_under_review_reaches_the_reviewer(between: Exchange) -> None:
    one, path = between.one, "edit/community/gamma"
    one.save(path, {}, "hand-in")
    answer = one.save(path, {"slogan": "改过的口号"})
    assert "这一条在审核中，所以改动也送出去了" in words(one.ask(answer.headers["location"]).text)
    assert "改过的口号" in at(between.bare, WORK, GAMMA)
    assert "没有送出去" not in words(one.get("").text)
    press(between.two, "fetch")
    assert "改过的口号" in between.two.text(GAMMA)


def test_a_save_that_cannot_be_sent_is_kept_and_says_so(between: Exchange) -> None:
    one, path = between.one, "edit/community/gamma"
    one.save(path, {}, "hand-in")
    there = heads(between.bare)
    between.bare.rename(between.bare.with_name("gone"))
    answer = one.save(path, {"slogan": "改过的口号"})
    said = words(one.ask(answer.headers["location"]).text)
    assert "审核的人还看不到这次改动：连不上存稿子的地方" in said
    assert "改过的口号" in one.text(GAMMA)
    assert git(one.root, "status", "--porcelain", "showcases") == ""
    assert heads(between.bare.with_name("gone")) == there


def test_two_who_hand_in_at_once_are_asked_without_a_step(between: Exchange) -> None:
    """What the other one has handed in stays handed in, whatever becomes of one's own."""
    one, path = between.one, "edit/community/gamma"
    mine = one.form(path, {"slogan": "我的口号"})
    sits(one, "李明", "城北街道办", "editor")
    assert one.save(path, {"slogan": "别人的口号"}, "hand-in").status == 303
    asked = one.post(path, mine, "hand-in")
    assert "用我的：我的口号" in words(asked.text)
    assert state(asked) == "审核中"


def reviewed(desk: Office, *roles: str) -> None:
    """What somebody approves while another has the form open."""
    for role in roles:
        sits(desk, "李明", "市文明办", role)
        assert desk.save("edit/community/gamma", {}, "pass").status == 303


def test_what_was_published_meanwhile_is_not_sent_back_and_nobody_is_asked(
    between: Exchange,
) -> None:
    one, path = between.one, "edit/community/gamma"
    one.save(path, {}, "hand-in")
    sits(one, "李明", "市文明办", "first")
    mine = one.form(path, {"slogan": "我的口号"})
    reviewed(one, "first", "second", "final")
    told = one.post(path, mine, "back")
    assert "您打开以后，这一条已经发布，所以没有退回。" in words(told.text)
    assert "用我的" not in words(told.text)
    assert (state(told), buttons(told)) == ("已发布", ["保存", "检查"])
    assert dict(told.form())["slogan"] == "我的口号"
    assert one.post(path, told.form(), "save").status == 303
    assert "status: published" in one.text(GAMMA)
    assert "我的口号" in one.text(GAMMA)


@pytest.mark.parametrize("do", ["draft", "save"])
def test_a_text_that_is_kept_does_not_come_out_with_what_was_published(
    between: Exchange, do: str
) -> None:
    one, path = between.one, "edit/community/gamma"
    if do == "save":
        one.save(path, {}, "hand-in")
    mine = one.form(path, {"slogan": "我的口号"})
    if do == "draft":
        one.save(path, {}, "hand-in")
    reviewed(one, "first", "second", "final")
    told = one.post(path, mine, do)
    assert "您打开以后，这一条已经发布，所以没有保存。" in words(told.text)
    assert (state(told), buttons(told)) == ("已发布", ["保存", "检查"])
    assert "我的口号" not in one.text(GAMMA)


def test_what_was_sent_back_meanwhile_is_not_approved(between: Exchange) -> None:
    one, path = between.one, "edit/community/gamma"
    one.save(path, {}, "hand-in")
    sits(one, "李明", "市文明办", "first")
    mine = one.form(path)
    assert one.save(path, {}, "back").status == 303
    told = one.post(path, mine, "pass")
    assert "您打开以后，这一条已经退回草稿，所以没有记下您的审核。" in words(told.text)
    assert (state(told), buttons(told)) == ("草稿", ["存草稿", "交稿", "检查"])
    assert "review:" not in one.text(GAMMA)


def test_what_was_approved_meanwhile_is_told_before_it_is_sent_back(between: Exchange) -> None:
    one, path = between.one, "edit/community/gamma"
    one.save(path, {}, "hand-in")
    sits(one, "李明", "市文明办", "first")
    mine = one.form(path)
    reviewed(one, "first")
    sits(one, "赵强", "区文明办", "first")
    for do, undone in (("back", "退回"), ("pass", "记下您的审核")):
        told = one.post(path, mine, do)
        assert f"您打开以后，这一条初审已经通过，所以没有{undone}。" in words(told.text)
        assert (state(told), buttons(told)) == ("审核中", ["保存", "退回草稿", "检查"])
    assert one.post(path, told.form(), "back").status == 303
    assert "status: draft" in one.text(GAMMA)
    assert "review:" not in one.text(GAMMA)


def test_a_side_of_a_text_is_asked_beside_what_happened(between: Exchange) -> None:
    one, path = between.one, "edit/community/gamma"
    one.save(path, {}, "hand-in")
    mine = one.form(path, {"slogan": "我的口号"})
    one.save(path, {"slogan": "别人的口号"})
    reviewed(one, "first", "second", "final")
    told = one.post(path, mine, "back")
    assert "这一条已经发布，所以没有退回。" in words(told.text)
    assert "用我的：我的口号" in words(told.text)
    assert "用我的：草稿" not in words(told.text)
    assert state(told) == "已发布"
