"""Which pages change with the record of a form: those that differ, and no others."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.desk import reach
from desks import Answer, Office, words


def asked(desk: Office, path: str, typed: dict[str, str]) -> Answer:
    answer = desk.post(path, desk.form(path, typed), reach.ASKED)
    assert answer.status == 200
    return answer


def found(page: Answer) -> dict[str, str]:
    """The pages that change, by their addresses, and how."""
    cards = LexborHTMLParser(page.text).css("#reach .card")
    links = [(card.css_first("a"), card.css_first(".tag")) for card in cards]
    return {
        (link.attributes.get("href") or "").split("as-if/")[-1].partition("/")[2]: tag.text()
        for link, tag in links
        if link and tag
    }


def truly(desk: Office, path: str, typed: dict[str, str]) -> set[str]:
    """Every page of the site whose text differs once the form is saved."""
    resident = desk.desk.resident

    def looks() -> dict[str, tuple[str, str]]:
        site_map = resident.map_with(desk.desk.site)
        assert site_map is not None
        pages = {address: make() for address, make in site_map.pages.items()}
        return {address: (page.title, str(page.body)) for address, page in pages.items()}

    before = looks()
    assert desk.save(path, typed).status == 303
    after = looks()
    return {a for a in {*before, *after} if before.get(a) != after.get(a)}


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("edit/community/beta", {"name": "贝塔新社区"}),
        ("edit/community/beta", {"slogan": "新口号"}),
        ("edit/district/east", {"name": "东新镇"}),
        ("edit/speech/2026-04-09-meeting", {"title": "在另一个会上的讲话"}),
    ],
)
def test_what_is_told_is_what_changes(here: Office, path: str, typed: dict[str, str]) -> None:
    told = found(asked(here, path, typed))
    wanted = truly(here, path, typed)
    assert wanted
    assert set(told) == wanted
    assert set(told.values()) == {reach.CHANGED}


def test_what_nobody_changed_changes_nothing(here: Office) -> None:
    page = asked(here, "edit/community/beta", {})
    assert found(page) == {}
    assert "都不会变" in page.text


def test_a_new_record_has_a_new_page(here: Office) -> None:
    typed = {"name": "新社区", "district": "东镇（east）", "id": "newest"}
    typed |= {"type": "老旧小区型（old）", "est": "2020", "intro": "这里有一座桥。" * 10}
    page = asked(here, "new/community", typed)
    assert found(page).get("communities/newest/") == reach.NEW, words(page.text)


def test_the_pages_can_be_looked_at_as_they_would_be(here: Office) -> None:
    page = asked(here, "edit/community/beta", {"name": "贝塔新社区"})
    links = LexborHTMLParser(page.text).css("#reach a")
    assert links
    for link in links[:3]:
        seen = here.ask(link.attributes.get("href") or "")
        assert seen.status == 200
        assert "贝塔新社区" in seen.text


def test_what_takes_too_long_is_said(here: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "SECONDS", -1)
    page = asked(here, "edit/community/beta", {"name": "贝塔新社区"})
    assert "没来得及比对" in page.text
    assert found(page) == {}


def test_a_form_that_cannot_be_read_says_so(here: Office) -> None:
    assert reach.UNKNOWN in asked(here, "edit/community/beta", {"households": "约40"}).text


@pytest.mark.parametrize(
    ("path", "typed", "is_around"),
    [
        ("edit/site/site", {"short_name": "另一个名字"}, True),
        ("edit/site/site", {"columns.1.title": "另一个栏目名"}, True),
        ("edit/profile/demo", {"sponsor": "另一个办公室"}, True),
        ("edit/community/beta", {"name": "贝塔新社区"}, False),
        ("edit/page/index", {"description": "另一句话。"}, False),
    ],
)
def test_it_is_said_that_what_stands_around_all_pages_changes(
    here: Office, path: str, typed: dict[str, str], is_around: bool
) -> None:
    here.be("final")
    page = asked(here, path, typed)
    assert ("所有网页的页眉、页脚或导航也会变" in words(page.text)) is is_around
