"""What the desk tells: of what was done, by whom and when, and what is wrong, in words."""

from __future__ import annotations

import subprocess
from os import environ

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from campaign.desk.desk import PREFIX
from desk.exchanges import GAMMA, Exchange, sits
from desks import BETA, Office, told_at, words
from repositories import QUIET

PATH = "edit/community/gamma"
ROLES = ("first", "second", "final")


def graded(html: str) -> list[tuple[str, str]]:
    """Each problem of a page: how its style says how grave it is, and its words."""
    found = LexborHTMLParser(html).css(".told__item")
    return [
        (str(item.attributes["class"]).rpartition("--")[2], item.css_first("strong").text())
        for item in found
    ]


def test_form_and_preview_say_one_word_of_a_state(here: Office) -> None:
    for do, word in (("draft", "草稿"), ("hand-in", "审核中")):
        assert here.save(PATH, {}, do).status == 303
        form = here.form(PATH)
        look = here.post(PATH, form, "look", x_desk_live="1").json()["address"]
        tree = LexborHTMLParser(here.ask(look).text)
        assert word in tree.css_first("main").text()
        assert LexborHTMLParser(here.get(PATH).text).css_first("h1 .state").text() == word
        other = {"草稿", "审核中"} - {word}
        assert not any(found.text() in other for found in tree.css("main *"))


def reviewed(desk: Office) -> list[str]:
    """What the desk says after each of the three approvals."""
    said = []
    for name, role in zip(("李明", "赵敏", "孙立"), ROLES, strict=True):
        sits(desk, name, "城北街道办", role)
        answer = desk.save(PATH, {}, "pass")
        assert answer.status == 303, words(answer.text)
        said.append(words(desk.ask(answer.headers["location"]).text))
    return said


def test_the_last_approval_says_that_it_published(between: Exchange) -> None:
    assert between.one.save(PATH, {}, "hand-in").status == 303
    *before, last = reviewed(between.one)
    assert all("审核已记下。" in said and "已经发布" not in said for said in before)
    assert "终审已通过，已经发布：网站会按现在的内容更新。" in last
    assert "审核已记下" not in last


def test_a_history_names_each_of_the_three_approvals(here: Office) -> None:
    assert here.save(PATH, {}, "hand-in").status == 303
    assert "终审已通过，状态改成了“已发布”。" in reviewed(here)[-1]
    said = words(here.get("history/community/gamma").text)
    assert [f"{role}通过" in said for role in ("初审", "复审", "终审")] == [True] * 3
    assert "审核通过" not in said


@pytest.mark.parametrize("zone", ["+0000", "-0500", "+0800"])
def test_a_history_has_the_clock_of_the_reviews(here: Office, zone: str) -> None:
    """Whatever zone the machine has, on which something was written down."""
    path = here.root / BETA
    path.write_text(path.read_text("utf-8").replace("name: ", "name: 新", 1), encoding="utf-8")
    when = {"GIT_AUTHOR_DATE": f"1775059200 {zone}"}
    subprocess.run(
        ["git", "commit", "-qam", "改了名称"],
        cwd=here.root,
        env={**environ, **QUIET, **when},
        check=True,
    )
    here.desk.changed([BETA])
    assert "2026-04-02 00:00" in words(here.get("history/community/beta").text)


def with_drafts(desk: Office, count: int) -> LexborHTMLParser:
    """The first page with so many drafts more."""
    text = (desk.root / GAMMA).read_text("utf-8")
    names = [f"showcases/communities/more-{number}.yml" for number in range(count)]
    for name in names:
        (desk.root / name).write_text(text, encoding="utf-8")
    desk.desk.changed(names)
    return LexborHTMLParser(desk.get("").text)


def test_many_drafts_are_handed_in_together_from_the_first_page(here: Office) -> None:
    (link,) = with_drafts(here, 9).css(f'.start__waiting a[href="{PREFIX}waiting/drafts"]')
    assert link.text().startswith("一起交稿（还有 ")


def test_what_stops_and_what_only_reminds_says_so_in_a_word(here: Office) -> None:
    page = here.save("edit/community/beta", {"intro": "短短", "est": "1999年"}, "check")
    told = graded(page.text)
    assert {grade for grade, _ in told} == {"error", "warning"}
    for grade, said in told:
        assert said.startswith("错误 " if grade == "error" else "提醒 ")
    assert "错误 " in told_at(page.text, "est")
    assert "提醒 " in told_at(page.text, "intro")


def test_what_is_told_while_somebody_types_says_so_too(page: Page, address: str) -> None:
    page.goto(f"{address}edit/community/beta")
    page.locator("#f-est").fill("1999年")
    page.locator("#f-est").blur()
    expect(page.locator("#f-est-wrong .told__grade").first).to_have_text("错误")
    page.locator("#f-intro").fill("短短")
    page.locator("#f-intro").blur()
    expect(page.locator("#f-intro-wrong .told__grade").first).to_have_text("提醒")


def test_the_way_to_a_page_ends_in_a_place(here: Office) -> None:
    way = LexborHTMLParser(here.get("new/community").text).css_first(".way")
    assert not way.text().strip().endswith("›")
    assert way.text().count("›") == len(way.css("a")) - 1 > 0
