"""What the models refuse, in the editors' words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from campaign.kinds.community import Community
from campaign.kinds.community.record import Facility
from campaign.kinds.experience import Experience
from campaign.model.entry import PageMatter
from campaign.model.origin import Origin
from campaign.problems import Problem, catalogue
from campaign.reading.file import validated
from campaign.reading.records import KINDS, PROFILES, SETTINGS
from campaign.reading.refusals import keys_at, not_a_mapping, submodel, without_absent
from test_yamltext import is_told_well, thorough

MODELS: tuple[type[BaseModel], ...] = (
    *(kind.model for kind in (SETTINGS, PROFILES, *KINDS)),
    PageMatter,
)
COMMUNITY = {"id": "alpha", "name": "甲社区", "district": "east", "type": "old", "est": "2001"}
ORIGIN = Origin("x.yml", {(): 1, ("est",): 5, ("facilities",): 7, ("facilities", 0): 8})


def refused(**fields: Any) -> list[Problem]:
    problems: list[Problem] = []
    values = {**COMMUNITY, "intro": "简介", **fields}
    assert validated(Community, values, ORIGIN, problems) is None
    return problems


def test_a_missing_field_is_named_with_its_title_at_its_parent() -> None:
    (found,) = refused(facilities=[{"kind": "station"}])
    assert (found.code, found.line) == ("V06c", 8)
    assert found.message() == "缺少必填字段“name”（名称）"


def test_a_missing_field_is_named_as_people_write_it() -> None:
    problems: list[Problem] = []
    validated(Experience, {"period": {"to": "2025"}}, ORIGIN, problems)
    assert "缺少必填字段“from”（开始）" in {found.message() for found in problems}


def test_an_unknown_key_is_held_against_the_keys_of_its_place() -> None:
    (found,) = refused(facilities=[{"kind": "station", "name": "站", "area": "46"}])
    assert (found.code, found.values) == ("V04", {"key": "area", "nearest": "area_m2"})
    (service,) = refused(services=[{"name": "送餐", "kind": "paid", "fro": ["aged"]}])
    assert service.values["nearest"] == "for"


def test_a_refusal_of_a_field_type_keeps_its_own_code_and_line() -> None:
    (found,) = refused(est="五月")
    assert (found.code, found.line, found.values["value"]) == ("V06h", 5, "五月")
    assert found.values["field"] == "est"


@pytest.mark.parametrize(
    ("value", "code"),
    [("地址", "V06k"), (["地址"], "V06k"), ("address：路", "Y10"), ("address : 路", "V06k")],
)
def test_text_where_a_group_should_stand_is_no_mapping(value: Any, code: str) -> None:
    (found,) = refused(committee=value)
    assert found.code == code


def test_nothing_in_a_list_of_groups_is_shown_as_nothing() -> None:
    (found,) = refused(facilities=[None])
    assert found.code == "V06k"
    assert "None" not in found.message()


def test_a_refused_list_or_group_is_not_shown_as_python_would() -> None:
    for found in (*refused(estates={"a": "b"}), *refused(name={"a": "b"}), *refused(est=["a"])):
        assert "{'a'" not in found.message()
        assert "['a'" not in found.message()


def test_a_record_that_is_no_mapping_is_shown() -> None:
    assert not_a_mapping("x.yml", "name：甲", 3).values == {"key": "name"}
    assert not_a_mapping("x.yml", "name：甲", 3).line == 3
    assert not_a_mapping("x.yml", "甲").values["value"] == "甲"
    assert not_a_mapping("x.yml", None).values["value"] == ""


def test_a_field_without_a_value_is_an_absent_field() -> None:
    value = {"a": None, "b": {"c": None, "d": ["x", None, {"e": None}]}, "f": ""}
    assert without_absent(value) == {"b": {"d": ["x", None, {}]}, "f": ""}


def test_keys_are_those_that_people_write() -> None:
    assert {"district", "facilities", "id"} <= set(keys_at(Community, ()))
    assert {"for", "name"} <= set(keys_at(Community, ("services", 3)))
    assert "audience" not in keys_at(Community, ("services", 3))
    assert {"from", "to"} == set(keys_at(Experience, ("period",)))
    assert keys_at(Community, ("name",)) == []
    assert keys_at(Community, ("nothing", 0)) == []


def test_a_model_is_found_inside_lists_and_options() -> None:
    assert submodel(Facility) is Facility
    assert submodel(list[Facility]) is Facility
    assert submodel(dict[str, list[Facility | None]] | None) is Facility
    assert submodel(list[str] | None) is None


def _fields(model: type[BaseModel], depth: int = 0) -> st.SearchStrategy[dict[str, Any]]:
    """Values of every shape below the keys that the model knows, and below others."""
    scalars = st.sampled_from([None, "", "甲", "8:30", "no", "-1", "１", "name：甲", "2026-04-01"])
    inner: st.SearchStrategy[Any] = st.one_of(scalars, st.lists(scalars, max_size=2))
    names = (field.alias or name for name, field in model.model_fields.items())
    optional: dict[str, st.SearchStrategy[Any]] = dict.fromkeys((*names, "colour"), inner)
    for name, field in model.model_fields.items() if depth < 2 else ():
        if part := submodel(field.annotation):
            group = _fields(part, depth + 1)
            optional[field.alias or name] = st.one_of(inner, group, st.lists(group, max_size=2))
    return st.fixed_dictionaries({}, optional=optional)


@thorough
@given(st.sampled_from(MODELS).flatmap(lambda m: st.tuples(st.just(m), _fields(m))))
def test_whatever_a_model_refuses_is_said_in_words(pair: tuple[type[BaseModel], Any]) -> None:
    model, values = pair
    problems: list[Problem] = []
    found = validated(model, values, ORIGIN, problems)
    assert (found is None) == bool(problems)
    assert all(is_told_well(item, "x.yml") for item in problems)
    codes = {item.code for item in problems}
    assert codes <= catalogue().keys()
