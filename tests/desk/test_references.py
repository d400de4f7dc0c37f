"""Fields that name other records: what is there can be named, what is not yet can be begun."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.desk.openable import OPENABLE
from desks import Office

NEW = "/-/desk/new/"


def links(html: str, id: str) -> list[dict[str, str | None]]:
    """What leads away from beside a field, by its id in the form."""
    field = LexborHTMLParser(html).css_first(f".field:has(#{id})")
    assert field is not None
    return [link.attributes for link in field.css("a")]


@pytest.mark.parametrize(
    ("path", "id", "kind"),
    [
        ("new/community", "f-district", "district"),
        ("edit/community/alpha", "f-district", "district"),
        ("edit/honour/city-honour/alpha", "f-kind", "honour-kind"),
        ("edit/honour/city-honour/alpha", "f-subject-ref", "community"),
        ("edit/pairing/alpha-office", "f-department", "org"),
        ("edit/grant/start-alpha", "f-project", "project"),
    ],
)
def test_what_a_field_names_can_be_begun_beside_it(
    here: Office, path: str, id: str, kind: str
) -> None:
    (link,) = links(here.get(path).text, id)
    wanted = {"href": f"{NEW}{kind}", "target": "_blank", "rel": "noopener"}
    assert {key: link[key] for key in wanted} == wanted
    assert here.get(f"new/{kind}").status == 200


def test_the_link_says_what_it_begins_and_where(here: Office) -> None:
    page = LexborHTMLParser(here.get("new/community").text)
    link = page.css_first(".field:has(#f-district) a")
    assert link is not None
    assert link.text() == "新建镇街（新窗口）"


def test_nothing_is_begun_beside_what_the_desk_does_not_begin(here: Office) -> None:
    """Words of a vocabulary, photos and plain texts."""
    page = here.get("edit/community/alpha").text
    for id in ("f-type", "f-facilities-0-kind", "f-cover", "f-name"):
        assert links(page, id) == [], id


def test_every_link_to_a_new_record_leads_to_a_form(here: Office) -> None:
    for kind in OPENABLE:
        found = here.get(f"new/{kind}")
        for link in LexborHTMLParser(found.text).css("a.reference__new"):
            assert here.get((link.attributes["href"] or "").removeprefix("/-/desk/")).status == 200


def values(office: Office, kind: str) -> list[str]:
    found = office.get(f"choices/{kind}")
    assert found.headers["content-type"] == "application/json"
    return [choice["value"] for choice in found.json()]


def test_what_was_begun_meanwhile_can_be_named(here: Office) -> None:
    assert values(here, "district") == ["东镇（east）", "西镇（west）"]
    here.save("new/district", {"name": "南镇", "kind": "town", "id": "south"})
    assert values(here, "district") == ["东镇（east）", "南镇（south）", "西镇（west）"]
    saved = here.save(
        "new/community", {"name": "新社区", "district": "南镇（south）", "id": "new-one"}, "draft"
    )
    assert saved.status == 303
    assert "district: south" in here.text("showcases/communities/new-one.yml")


def test_the_list_of_a_page_is_that_which_is_asked_for(here: Office) -> None:
    page = LexborHTMLParser(here.get("edit/community/alpha").text)
    for kind in ("district", "photo"):
        options = page.css(f"#all-{kind} option")
        assert [option.attributes["value"] for option in options] == values(here, kind)
        hints = [choice["hint"] for choice in here.get(f"choices/{kind}").json()]
        assert [option.text() for option in options] == hints


def test_a_draft_with_gaps_can_be_named(here: Office) -> None:
    """What is begun in a hurry to be named says no more than its name for now."""
    assert here.save("new/community", {"name": "新社区", "id": "new-one"}, "draft").status == 303
    assert "新社区（new-one）" in values(here, "community")
    for written in ("新社区（new-one）", "新社区", "new-one"):
        typed = {"community": written}
        told = here.live("edit/pairing/alpha-office", typed, "check")
        assert "f-community" not in told["fields"], written
    here.save("edit/pairing/alpha-office", {"community": "新社区"})
    assert "community: new-one" in here.text("showcases/pairings/alpha-office.yml")


def test_a_draft_without_a_name_is_named_by_its_id(here: Office) -> None:
    assert here.save("new/community", {"est": "2001", "id": "new-one"}, "draft").status == 303
    assert "new-one" in values(here, "community")


NAMESAKES = {"east": "shengli", "west": "shengli-west"}


@pytest.mark.parametrize("do", ["save", "draft"])
def test_a_name_of_several_picks_none_and_asks(here: Office, do: str) -> None:
    for town, id in NAMESAKES.items():
        typed = {"name": "胜利社区", "district": town, "id": id}
        assert here.save("new/community", typed, "draft").status == 303
    told = here.live("edit/pairing/alpha-office", {"community": "胜利社区"}, "check")
    said = str(told["fields"]["f-community"])
    assert "叫“胜利社区”的社区不止一个" in said
    assert "shengli（东镇）、shengli-west（西镇）" in said
    here.save("edit/pairing/alpha-office", {"community": "胜利社区"}, do)
    assert "community: shengli" not in here.text("showcases/pairings/alpha-office.yml")
    here.save("edit/pairing/alpha-office", {"community": "胜利社区（shengli-west）"})
    assert "community: shengli-west" in here.text("showcases/pairings/alpha-office.yml")
