"""Records that share a file: each has its own problems, its own changes and its own past."""

from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.desk.handing_in import waiting
from desks import Office, words
from repositories import commit, git

ORGS = "showcases/orgs.yml"
PEOPLE = (("王芳", "甲办公室"), ("李明", "乙办公室"))


def links(html: str, heading: str) -> list[str]:
    """Where the entries of a list lead, by the heading above it."""
    page = LexborHTMLParser(html)
    found = next(node for node in page.css("h2, h3") if node.text() == heading)
    cards = found.next
    while cards is not None and cards.tag != "ul":
        cards = cards.next
    assert cards is not None
    return [link.attributes.get("href") or "" for link in cards.css("a")]


@pytest.fixture
def orgs(here: Office) -> list[str]:
    """Two records of one file, which two people have changed."""
    ids = list(here.desk.site.kind("org"))[:2]
    for id, (person, name) in zip(ids, PEOPLE, strict=True):
        git(here.root, "config", "user.name", person)
        assert here.save(f"edit/org/{id}", {"name": name}).status == 303
    return ids


def test_each_record_has_its_own_past(here: Office, orgs: list[str]) -> None:
    for id, (person, name), (other, _) in zip(orgs, PEOPLE, reversed(PEOPLE), strict=True):
        page = here.get(f"history/org/{id}").text
        said = words(page)
        assert page.count('class="change"') == 2
        assert name in said
        assert person in said
        assert re.search(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}", said)
        assert "名称" in said
        assert other not in said


def test_a_change_by_hand_is_told_of_the_record_that_it_changed(
    here: Office, orgs: list[str]
) -> None:
    text = here.text(ORGS).replace("乙办公室", "丙办公室")
    (here.root / ORGS).write_text(text, encoding="utf-8")
    commit(here.root)
    here.desk.changed([ORGS])
    assert "丙办公室" not in words(here.get(f"history/org/{orgs[0]}").text)
    assert "丙办公室" in words(here.get(f"history/org/{orgs[1]}").text)


def test_taking_a_change_back_leaves_the_other_record(here: Office, orgs: list[str]) -> None:
    back = [("token", here.desk.token), ("back", git(here.root, "rev-parse", "HEAD~1"))]
    assert here.post(f"history/org/{orgs[0]}", back).status == 303
    assert "甲办公室" not in here.text(ORGS)
    assert "乙办公室" in here.text(ORGS)


def test_recent_changes_lead_to_the_record_that_changed(here: Office, orgs: list[str]) -> None:
    found = links(here.get("").text, "最近改动")
    assert found[:2] == [f"/-/desk/edit/org/{id}" for id in reversed(orgs)]


def test_a_problem_leads_to_the_record_at_its_line(here: Office, orgs: list[str]) -> None:
    here.desk.known()
    text = here.text(ORGS)
    broken = text.replace("乙办公室", "乙办公室XX待补充")
    (here.root / ORGS).write_text(broken, encoding="utf-8")
    here.desk.changed([ORGS])
    here.desk.known()
    found = links(here.get("").text, waiting.TITLES[waiting.PROBLEMS])
    assert f"/-/desk/edit/org/{orgs[1]}" in found
    assert f"/-/desk/edit/org/{orgs[0]}" not in found


def test_what_the_first_page_has_no_room_for_is_one_click_away(here: Office) -> None:
    for number in range(waiting.SHOWN + 2):
        typed = {"title": f"第{number}条动态", "id": f"news-{number}"}
        assert here.save("new/news", typed, "draft").status == 303
    page = here.get("")
    assert "第7条动态" not in links(page.text, "草稿")
    link = LexborHTMLParser(page.text).css_first("a[href$='waiting/drafts']")
    assert link is not None
    assert "还有" in link.text()
    whole = words(here.ask(link.attributes["href"] or "").text)
    assert all(f"第{number}条动态" in whole for number in range(waiting.SHOWN + 2))
    assert here.get("waiting/nothing").status == 404
