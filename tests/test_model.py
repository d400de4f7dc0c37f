"""The models: explained to editors field by field, frozen, strict; and the types of fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from inspect import isabstract
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from campaign.kinds import LABELS
from campaign.kinds.gallery import PHOTO
from campaign.model import fields as types
from campaign.model.base import Part, Record, referred_kind
from campaign.model.entry import PageMatter
from campaign.model.level import Level
from campaign.model.marks import Items, Length
from campaign.model.partial_date import PartialDate
from campaign.model.walk import mark
from campaign.reading.records import KINDS, PROFILES, SETTINGS
from test_yamltext import thorough
from values import community

HAN = re.compile(r"[\u4e00-\u9fff]")


def parts(model: type[Part] = Part) -> Iterator[type[Part]]:
    for found in model.__subclasses__():
        yield found
        yield from parts(found)


ROOT = Path(__file__).parents[1]
MODELS = sorted(
    (model for model in set(parts()) if not isabstract(model)),
    key=lambda model: (model.__name__, model.__module__),
)
FIELDS = [
    pytest.param(field, id=f"{model.__name__}.{name}")
    for model in MODELS
    for name, field in model.model_fields.items()
]
KINDS_OF_RECORD = [kind.model for kind in (SETTINGS, PROFILES, *KINDS)]


def read(type: Any, value: Any) -> Any:
    return TypeAdapter(type).validate_python(value)


def refused(type: Any, value: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        read(type, value)
    (found,) = caught.value.errors()
    return found["type"]


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_explained_in_chinese(field: Any) -> None:
    assert HAN.search(field.title or "")
    # A list of the words that may be written has no Chinese but its commas.
    assert re.search(r"[\u3000-\u9fff\uff00-\uffef]", field.description or "")
    assert field.title != field.description or field.title == "队伍名称"


@pytest.mark.parametrize("model", KINDS_OF_RECORD, ids=lambda model: model.kind)
def test_every_kind_has_a_chinese_name_and_needs_something(model: type[Record]) -> None:
    assert HAN.search(model.label)
    with pytest.raises(ValidationError):
        model.model_validate({})


def test_no_two_kinds_share_a_name() -> None:
    kinds = [model.kind for model in KINDS_OF_RECORD]
    assert len(set(kinds)) == len(kinds)
    assert len({model.label for model in KINDS_OF_RECORD}) == len(kinds)
    assert {model.kind for model in KINDS_OF_RECORD} - LABELS.keys() <= {"site", "profile"}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_model_is_frozen_and_knows_no_other_keys(model: type[Part]) -> None:
    found = model.model_construct()
    name = next(iter(model.model_fields), "id")
    with pytest.raises(ValidationError, match="frozen"):
        setattr(found, name, None)
    with pytest.raises(ValidationError) as caught:
        model.model_validate({"colour": "red"})
    assert "extra_forbidden" in {error["type"] for error in caught.value.errors()}


def test_every_reference_is_to_a_kind_or_a_vocabulary() -> None:
    vocabularies = {path.stem for path in (ROOT / "showcases/vocab").glob("*.yml")}
    found = {
        kind
        for model in MODELS
        for field in model.model_fields.values()
        if (kind := referred_kind(field))
    }
    assert found - {*LABELS, PHOTO} == vocabularies


@pytest.mark.parametrize(
    ("status", "visibility", "released"),
    [
        ("published", "public", True),
        ("archived", "public", True),
        ("draft", "public", False),
        ("review", "public", False),
        ("published", "internal", False),
    ],
)
def test_only_what_is_published_and_public_is_released(
    status: str, visibility: str, released: bool
) -> None:
    assert community(status=status, visibility=visibility).is_released is released


def test_a_page_needs_nothing_and_is_published() -> None:
    page = PageMatter.model_validate({})
    assert (page.status, page.visibility) == ("published", "public")


@pytest.mark.parametrize("text", ["no", "No", "NO", "false", "off", "否"])
def test_a_no_is_no(text: str) -> None:
    assert read(types.YesNo, text) is False


@pytest.mark.parametrize("text", ["yes", "Yes", "true", "ON", "是"])
def test_a_yes_is_yes(text: str) -> None:
    assert read(types.YesNo, text) is True


@pytest.mark.parametrize("value", ["", "1", "0", "有", "不", [], {"a": "b"}])
def test_anything_else_is_neither(value: Any) -> None:
    assert refused(types.YesNo, value) == "V06e"


@pytest.mark.parametrize(
    ("text", "number"), [("46", "46"), ("75.60", "75.60"), ("-1", "-1"), ("+3", "3"), ("007", "7")]
)
def test_numbers_are_exact(text: str, number: str) -> None:
    assert str(read(types.Number, text)) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "1e3",
        "0x1F",
        "1_000",
        "1,000",
        "1.",
        ".5",
        "NaN",
        "Infinity",
        "46㎡",
        "1" * 16,
        "٣",
    ],
)
def test_other_notations_are_no_numbers(text: str) -> None:
    assert refused(types.Number, text) in ("V06a", "V06b")


def test_full_width_characters_are_told_with_their_half_width_form() -> None:
    with pytest.raises(ValidationError) as caught:
        read(types.Day, "２０２６－０４－０９")
    (found,) = caught.value.errors()
    assert (found["type"], found["ctx"]["ascii"]) == ("V06b", "2026-04-09")
    assert refused(types.Count, "１２") == "V06b"
    assert refused(types.Moment, "2026-04-09 ０９:00") == "V06b"


def test_counts_and_amounts_are_not_negative() -> None:
    assert (read(types.Count, "0"), read(types.Amount, "0.0")) == (0, Decimal("0.0"))
    assert (refused(types.Count, "-1"), refused(types.Amount, "-0.1")) == ("V06j", "V06j")
    assert refused(types.Count, "1.5") == "V06o"


@thorough
@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_of_the_calendar_is_read(day: date) -> None:
    assert read(types.Day, day.isoformat()) == day
    whole = PartialDate(day.year, day.month, day.day)
    assert read(types.PartialDay, day.isoformat()) == whole
    assert (whole.first(), whole.last(), str(whole)) == (day, day, day.isoformat())


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-01-00",
        "0000-01-01",
        "2026-4-9",
        "26-04-09",
        "今天",
    ],
)
def test_other_days_are_refused(text: str) -> None:
    assert refused(types.Day, text) == "V06d"
    assert refused(types.PartialDay, text) == "V06h"


@pytest.mark.parametrize("text", ["2026-00", "2026-13", "0000", "2026-1", "26", "2026-", "五月"])
def test_other_periods_are_refused(text: str) -> None:
    assert refused(types.PartialDay, text) == "V06h"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3)),
    ],
)
def test_a_partial_date_lasts_from_its_first_day_to_its_last(
    text: str, first: date, last: date
) -> None:
    found = read(types.PartialDay, text)
    assert (found.first(), found.last(), str(found)) == (first, last, text)


def test_a_moment_is_a_day_and_a_time_of_24_hours() -> None:
    assert read(types.Moment, "2026-04-10 09:05") == datetime(2026, 4, 10, 9, 5)
    assert read(types.Moment, "2026-04-10 00:00") == datetime(2026, 4, 10)
    for text in ("2026-04-10 24:00", "2026-04-10 09:60", "2026-04-31 09:00", "2026-04-10 9:00"):
        assert refused(types.Moment, text) == "V06g"
    assert refused(types.Moment, "2026-04-10") == "V06g"


@pytest.mark.parametrize("type", [types.Text, types.LooseText, types.Markdown, types.Ref])
@pytest.mark.parametrize("value", [["a"], {"a": "b"}])
def test_text_is_neither_list_nor_mapping(type: Any, value: Any) -> None:
    assert refused(type, value) == "V06i"


@pytest.mark.parametrize(
    "type", [types.Count, types.Number, types.Day, types.Moment, types.PartialDay]
)
@pytest.mark.parametrize("value", [["1"], {"a": "b"}, None])
def test_no_field_reads_a_list_a_mapping_or_nothing(type: Any, value: Any) -> None:
    assert refused(type, value).startswith("V06")


def test_levels_rank_from_the_nation_down_and_have_names() -> None:
    assert [level.rank for level in Level] == [0, 1, 2, 3, 4]
    assert Level.NATIONAL.rank < Level.PROVINCE.rank < Level.STREET.rank
    assert all(HAN.search(level.label) for level in Level)
    assert refused(types.LevelField, "town") == "V06f"


@pytest.mark.parametrize("kind", [Length, Items])
def test_limits_hold_at_both_ends(kind: type[Length]) -> None:
    limits = kind(2, 4)
    assert [limits.lacks(count) for count in (1, 2, 4, 5)] == [True, False, False, False]
    assert [limits.exceeds(count) for count in (1, 2, 4, 5)] == [False, False, False, True]
    assert not kind(high=4).lacks(0)
    assert not kind(2).exceeds(10**6)


@pytest.mark.parametrize("field", FIELDS)
def test_every_limit_is_found_by_the_checks(field: Any) -> None:
    """A mark inside `X | None` belongs to the option, not to the field."""
    for kind in (Length, Items):
        written = re.search(rf"\b{kind.__name__}\b", repr(field))
        assert (mark(field, kind) is not None) == bool(written)


def test_models_are_found() -> None:
    assert len(MODELS) > 40
    assert all(issubclass(model, BaseModel) for model in MODELS)


@pytest.mark.parametrize(
    ("low", "high", "words"), [(20, 60, "20—60"), (20, None, "至少 20"), (None, 60, "不超过 60")]
)
def test_limits_in_words(low: int | None, high: int | None, words: str) -> None:
    assert Length(low, high).text == words
