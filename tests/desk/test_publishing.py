"""From a draft on one machine to the site: handed in, three reviews, merged, built."""

from __future__ import annotations

import re

from desk.exchanges import GAMMA, Exchange, at, heads, press, sits
from desk.galleries import FOLDER, FORM, filled, listed, photo
from desks import BETA, Office, words
from repositories import git
from sites import make_site

REVIEW = "review/community/gamma"


def decide(desk: Office, do: str, note: str = "") -> str:
    """Press a button of the page of a review; what the desk says then."""
    answer = desk.post(REVIEW, desk.form(REVIEW, {"note": note}), do)
    if answer.status == 303:
        answer = desk.ask(answer.headers["location"])
    return words(answer.text)


def test_three_reviews_on_two_machines_publish(between: Exchange) -> None:
    one, two = between.one, between.two
    assert one.save("edit/community/beta", {"slogan": "新的口号"}).status == 303
    assert one.save("edit/community/gamma", {}, "hand-in").status == 303
    assert "王芳交的稿已经收进来" in press(two, "fetch")
    assert "/-/desk/review/community/gamma" in two.get("").text
    assert "审核已记下" in decide(two, "pass")
    sits(two, "赵敏", "市文明办", "second")
    decide(two, "pass")
    sits(two, "孙立", "市文明办", "final")
    page = words(two.get(REVIEW).text)
    assert "一起发布的" in page
    assert "贝塔社区" in page
    before = heads(between.bare)["refs/heads/main"]
    assert "终审已通过，已经发布" in decide(two, "pass")
    assert git(between.bare, "log", "-1", "--format=%an %p", "main").split()[0] == "孙立"
    parents = git(between.bare, "log", "-1", "--format=%P", "main").split()
    assert (len(parents), parents[0]) == (2, before)
    assert "status: published" in at(between.bare, "main", GAMMA)
    assert "新的口号" in at(between.bare, "main", BETA)
    people = git(between.bare, "log", "--format=%an", "main", "--", GAMMA).splitlines()
    assert people == ["孙立", "赵敏", "李明", "王芳", "t"]
    assert "网上发布的内容已经收进来" in press(one, "fetch")
    assert "status: published" in one.text(GAMMA)
    assert git(one.root, "status", "--porcelain") == ""
    site = make_site(two.root)
    assert (site / "communities/gamma/index.html").exists()


def test_what_is_sent_back_says_why(between: Exchange) -> None:
    one, two = between.one, between.two
    assert one.save("edit/community/gamma", {}, "hand-in").status == 303
    press(two, "fetch")
    assert "请写明为什么退回" in decide(two, "back")
    assert "status: review" in two.text(GAMMA)
    assert "已退回" in decide(two, "back", "户数对不上，\n\n请核对。")
    press(one, "fetch")
    assert "status: draft" in one.text(GAMMA)
    assert "李明退回时写：户数对不上， 请核对。" in words(one.get("").text)
    assert "李明退回时写：户数对不上" in words(one.get("edit/community/gamma").text)
    assert "请核对" in git(between.bare, "log", "-1", "--format=%b", "work/shiwenmingban")
    assert one.save("edit/community/gamma", {}, "hand-in").status == 303
    assert "退回时写" not in words(one.get("").text)


def test_an_approval_of_what_is_sent_back_does_not_stay(between: Exchange) -> None:
    one, two = between.one, between.two
    one.save("edit/community/gamma", {}, "hand-in")
    press(two, "fetch")
    decide(two, "pass")
    sits(two, "赵敏", "市文明办", "second")
    decide(two, "back", "再看看")
    assert "role: first" not in two.text(GAMMA)


def test_nobody_approves_before_it_is_their_turn(between: Exchange) -> None:
    two = between.two
    two.save("edit/community/gamma", {}, "hand-in")
    for role in ("final", "second", "editor"):
        sits(two, "孙立", "市文明办", role)
        assert 'value="pass"' not in two.get(REVIEW).text
        assert REVIEW not in two.get("").text
        pairs = [*two.form("edit/community/gamma"), ("do", "pass")]
        assert role == "editor" or two.post("edit/community/gamma", pairs).status == 200
        assert "role:" not in two.text(GAMMA)


def test_the_page_of_a_review_shows_before_and_after(between: Exchange) -> None:
    one = between.one
    one.save("edit/community/beta", {"slogan": "新的口号"})
    page = one.get("review/community/beta")
    assert "<mark>新的口号</mark>" in page.text
    before, after = re.findall(r'<iframe title="[^"]+" src="([^"#]+)#changed-here"', page.text)
    assert "新的口号" not in one.ask(before).text
    assert "新的口号" in one.ask(after).text
    assert re.search(r'<mark id="changed-here">[^<]*新的口号', one.ask(after).text)
    assert 'id="changed-here"' in one.ask(before).text
    root = before.removesuffix("communities/beta/")
    assert "新的口号" not in one.ask(f"{root}communities/alpha/").text


def test_of_a_new_record_only_the_later_page_is_shown(between: Exchange) -> None:
    page = between.one.get(REVIEW)
    assert page.text.count("<iframe") == 1
    assert "新增的一条" in words(page.text)


def test_a_review_of_what_somebody_changed_meanwhile_is_shown_again(between: Exchange) -> None:
    two = between.two
    two.save("edit/community/gamma", {}, "hand-in")
    shown = two.form(REVIEW)
    two.save("edit/community/gamma", {"slogan": "后来改的"})
    answer = two.post(REVIEW, shown, "pass")
    assert "有人改了这一条" in words(answer.text)
    assert "后来改的" in answer.text
    assert "role: first" not in two.text(GAMMA)


def test_what_was_published_and_changed_is_published_by_the_last_reviewer(
    between: Exchange,
) -> None:
    one, two = between.one, between.two
    one.save("edit/community/beta", {"slogan": "新的口号"})
    assert "送出去了" in press(one, "send")
    press(two, "fetch")
    assert "发布由终审来做" in press(two, "publish", ("sure", "yes"))
    sits(two, "孙立", "市文明办", "final")
    assert "贝塔社区" in words(two.get("publish").text)
    assert "新的口号" not in at(between.bare, "main", BETA)
    assert "已经发布" in press(two, "publish", ("sure", "yes"))
    assert "新的口号" in at(between.bare, "main", BETA)
    assert "没有要发布的改动" in words(two.get("publish").text)


def test_nothing_is_published_while_there_are_errors(between: Exchange) -> None:
    two = between.two
    sits(two, "孙立", "市文明办", "final")
    two.save("edit/community/beta", {"slogan": "新的口号"})
    broken = two.root / "showcases/communities/alpha.yml"
    broken.write_text(two.text("showcases/communities/alpha.yml") + "nonsense: 1\n", "utf-8")
    two.desk.changed(["showcases/communities/alpha.yml"])
    before = heads(between.bare)
    assert "处错误，这时发布不了" in press(two, "publish", ("sure", "yes"))
    assert heads(between.bare) == before


def test_a_gallery_is_handed_in_with_its_pictures_and_without_those_that_went(
    between: Exchange,
) -> None:
    one, place = between.one, len(listed(between.one))
    page = one.bring(FORM, one.form(FORM), [("桥.jpg", photo(1))])
    assert one.post(FORM, page.form(filled(place)), "save").status == 303
    gone = f"{FOLDER}/{listed(one)[place]['file']}"
    page = one.bring(FORM, one.form(FORM), [("巷.jpg", photo(2))])
    new = f"{FOLDER}/{listed(one)[place + 1]['file']}"
    page = one.post(FORM, page.form(filled(place + 1)), f"remove photos.{place}")
    assert one.post(FORM, page.form(), "hand-in").status == 303
    name = next(name for name in heads(between.bare) if name.startswith("refs/heads/work/"))
    files = git(between.bare, "ls-tree", "-r", "--name-only", name, f"{FOLDER}/").splitlines()
    assert new in files
    assert gone not in files
    assert not (one.root / gone).exists()
    assert git(one.root, "status", "--porcelain") == ""
