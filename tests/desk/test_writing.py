"""What a text can be given by a choice: links, figures and photos, as texts write them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from campaign.derive import stated
from campaign.reading import markup
from desks import Office


def offered(desk: Office, what: str, question: str, on: str = "") -> list[Any]:
    answer = desk.get(f"insertions/{what}?q={question}&on={on}")
    assert answer.status == 200
    found: list[Any] = answer.json()
    return found


@pytest.mark.parametrize("question", ["贝塔", "beita", "bt", "beta"])
def test_a_record_is_found_by_name_letters_and_id(here: Office, question: str) -> None:
    first = offered(here, "link", question)[0]
    assert first["text"] == "community:beta"
    assert first["name"] == "贝塔社区"
    assert "社区" in first["hint"]


def test_every_link_that_is_offered_leads_somewhere(here: Office) -> None:
    for choice in offered(here, "link", ""):
        [link] = markup.links(f"[]({choice['text']})")
        assert link.target in here.desk.site.kind(link.kind)
        assert link.kind in markup.LINK_KINDS


def test_what_is_not_out_yet_says_so(here: Office) -> None:
    here.save("edit/community/gamma", {"name": "伽马社区"}, "draft")
    [choice] = [c for c in offered(here, "link", "gamma") if c["text"] == "community:gamma"]
    assert "还没发布" in choice["hint"]


def test_a_figure_is_offered_with_its_value_and_its_day(here: Office) -> None:
    now = offered(here, "figure", "覆盖率")[0]
    assert re.fullmatch(r"\[\]\(indicator:[a-z-]+\)", now["text"])
    assert re.search(r"\d+(\.\d+)?%", now["name"])
    then = offered(here, "figure", "覆盖率", "2025-12-31")[0]
    assert then["text"].endswith("@2025-12-31)")
    assert "今天" not in then["hint"]


def test_a_number_of_a_record_is_offered_as_its_field(here: Office) -> None:
    fields = [c for c in offered(here, "figure", "alpha") if "#" in c["text"]]
    assert fields
    for choice in fields:
        [link] = markup.links(choice["text"])
        record = here.desk.site.kind(link.kind)[link.target]
        value = stated.stated(record, link.field)
        assert value is not None
        assert choice["name"].endswith(f"：{value}")


def test_a_photo_is_offered_with_its_picture(here: Office) -> None:
    photos = offered(here, "photo", "")
    assert {c["text"] for c in photos} == {f"[[photo id={id}]]" for id in here.desk.site.photos}
    for choice in photos:
        [block] = markup.blocks(choice["text"])
        assert block.name == "photo"
        path = choice["picture"].lstrip("/")
        assert here.desk.resident.answer(path).media_type == "image/webp"


def test_nothing_else_is_offered(here: Office) -> None:
    assert here.get("insertions/secret?q=a").status == 404
    assert here.get("scripts/..%2Fdesk.js").status == 404
    assert here.get("scripts/writing.js").status == 200
