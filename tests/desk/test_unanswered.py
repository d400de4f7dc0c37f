"""Two sides of one field: nobody chooses for people, and what they did not choose is told."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from desk.exchanges import Exchange, press
from desks import BETA, Answer, Office, words
from repositories import git

FORM = "edit/community/beta"
MINE = {"name": "我的名称", "slogan": "我的口号"}
OTHER = {"name": "别人的名称", "slogan": "别人的口号"}


def chosen(page: Answer) -> list[str]:
    """The answers that are marked on a page."""
    return [
        f"{found.attributes['name']}={found.attributes['value']}"
        for found in LexborHTMLParser(page.text).css(".clashes input[type=radio]")
        if "checked" in found.attributes
    ]


def problems(page: Answer) -> list[str]:
    """The fields beside which a problem stands, by their names."""
    groups = LexborHTMLParser(page.text).css(".clashes fieldset")
    return [
        group.css_first("legend").text()
        for group in groups
        if group.css_first("p.fault") and "请选一边" in group.css_first("p.fault").text()
    ]


def test_a_form_asks_until_every_field_is_answered(here: Office) -> None:
    mine = here.form(FORM, MINE)
    assert here.save(FORM, OTHER).status == 303
    before = here.text(BETA)
    asked = here.post(FORM, mine, "save")
    assert (chosen(asked), problems(asked)) == ([], [])
    again = here.post(FORM, asked.form({"pick!name": "theirs"}), "save")
    assert again.status == 200
    assert "没有保存" in words(again.text)
    assert (chosen(again), problems(again)) == (["pick!name=theirs"], ["口号"])
    assert "用我的：我的口号" in words(again.text)
    assert here.text(BETA) == before
    checked = here.post(FORM, again.form(), "check")
    assert chosen(checked) == ["pick!name=theirs"]
    assert here.post(FORM, checked.form({"pick!slogan": "ours"}), "save").status == 303
    assert "name: 别人的名称" in here.text(BETA)
    assert "slogan: 我的口号" in here.text(BETA)


def test_fetching_asks_until_every_field_is_answered(between: Exchange) -> None:
    one, two = between.one, between.two
    one.save(FORM, OTHER)
    press(one, "send")
    two.save(FORM, MINE)
    head = git(two.root, "rev-parse", "HEAD")
    asked = two.post("fetch", [("token", two.desk.token)])
    assert (chosen(asked), problems(asked)) == ([], [])
    again = two.post("fetch", asked.form())
    assert len(problems(again)) == 2
    name = f"pick!{BETA}|beta|name"
    again = two.post("fetch", again.form({name: "theirs"}))
    assert (chosen(again), len(problems(again))) == ([f"{name}=theirs"], 1)
    assert git(two.root, "rev-parse", "HEAD") == head
    done = two.post("fetch", again.form({f"pick!{BETA}|beta|slogan": "ours"}))
    assert "已经收进来" in words(done.text)
    assert "name: 别人的名称" in two.text(BETA)
    assert "slogan: 我的口号" in two.text(BETA)
