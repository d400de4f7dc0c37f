"""Walking a record: every filled field by the keys that people write."""

from __future__ import annotations

from typing import Any

from campaign.kinds.experience import Experience
from campaign.kinds.honour import Honour
from campaign.model.marks import Items, Length, MarkdownText
from campaign.model.walk import mark, texts, walk
from values import community

SERVICE = {"name": "送餐", "kind": "welfare", "for": ["aged", "all"], "phone": "0000-6200000"}
RECEPTION = {
    "open": "yes",
    "route": [{"stop": "一站", "what": "看"}, {"stop": "二站", "what": "听"}],
}


def test_fields_are_found_at_the_keys_that_people_write() -> None:
    found = {loc: value for loc, _, value in walk(community(services=[SERVICE]))}
    assert found["services", 0, "for"] == ["aged", "all"]
    assert found["services", 0, "name"] == "送餐"
    assert ("services", 0, "audience") not in found
    assert found["name",] == "alpha"


def test_parts_within_parts_are_walked() -> None:
    found = {loc: value for loc, _, value in walk(community(reception=RECEPTION))}
    assert found["reception", "open"] is True
    assert found["reception", "route", 1, "stop"] == "二站"


def test_what_is_not_filled_is_not_found() -> None:
    found = {loc for loc, _, _ in walk(community(services=[SERVICE]))}
    assert ("slogan",) not in found
    assert ("services", 0, "place") not in found
    assert ("reception",) not in found


def test_a_field_comes_before_the_fields_within_it() -> None:
    order = [loc for loc, _, _ in walk(community(reception=RECEPTION))]
    assert order.index(("reception",)) < order.index(("reception", "route"))
    assert order.index(("reception", "route")) < order.index(("reception", "route", 0, "stop"))


def test_texts_are_found_in_lists_and_parts_and_nothing_else_is_text() -> None:
    record = community(
        services=[SERVICE], estates=["一区", "二区"], households="12", status="draft"
    )
    found = {loc: text for loc, _, text in texts(walk(record))}
    assert found["estates", 1] == "二区"
    assert found["services", 0, "for", 1] == "all"
    assert found["services", 0, "phone"] == "0000-6200000"
    assert not {"est", "households", "status"} & {loc[0] for loc in found}
    assert ("services", 0, "kind") not in found


def marks(part: Any) -> dict[Any, tuple[Any, Any, Any]]:
    return {
        loc: (mark(field, Length), mark(field, Items), mark(field, MarkdownText))
        for loc, field, _ in walk(part)
    }


def test_marks_are_found_by_their_own_kind() -> None:
    found = marks(community(features=["一"]))
    assert found["intro",] == (Length(60, 400), None, MarkdownText())
    assert found["features",] == (None, Items(high=6), None)
    assert found["name",] == (None, None, None)


def test_a_mark_on_a_field_that_may_be_left_out_is_found() -> None:
    assert marks(community(slogan="同心"))["slogan",][0] == Length(high=20)


def test_an_alias_stands_at_every_depth() -> None:
    honour = Honour.model_validate(
        {
            "id": "city/alpha",
            "kind": "city",
            "subject": {"type": "community", "ref": "alpha"},
            "events": [{"on": "2024-05-01", "type": "named", "note": "甲"}],
        }
    )
    assert {loc: text for loc, _, text in texts(walk(honour))} == {
        ("id",): "city/alpha",
        ("kind",): "city",
        ("subject", "ref"): "alpha",
        ("events", 0, "note"): "甲",
    }
    period = Experience.model_validate(
        {
            "id": "lane",
            "title": "题",
            "summary": "句",
            "communities": ["alpha"],
            "tasks": ["roads"],
            "theme": "minors",
            "period": {"from": "2024", "to": "2025"},
            "challenge": "难",
            "practice": [{"heading": "一", "text": "二"}],
            "results": [{"text": "三", "source": "台账"}],
            "transfer": ["四"],
            "author_unit": "办",
        }
    )
    assert {("period", "from"), ("period", "to")} <= {loc for loc, _, _ in walk(period)}
