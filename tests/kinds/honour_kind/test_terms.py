"""What a kind of honour meant in the past, against an earlier revision of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from projects import codes, project, write
from repositories import altered, commit, repository

PLACE = "showcases/honour-kinds/example.yml"
KIND = """\
name: 示例荣誉
level: district
issuer: 示例办
subjects: [community]
publicity_days: 0
valid_years: 3
counts_for: [coverage, other]
"""
RATE = """\
name: 示例率
unit: "%"
scope: city
kind: computed
formula: {name: coverage, level: district}
definition: 示例
"""
HONOUR = "subject: {type: community, ref: alpha}\nevents: [{on: 2023-06-01, type: named}]\n"
CHANGES = {
    "level": ("level: district", "level: city"),
    "valid_years": ("valid_years: 3", "valid_years: 2"),
    "counts_for": ("[coverage, other]", "[other]"),
    "ladder": ("valid_years: 3", "valid_years: 3\nladder: yes"),
}
FORMER = {
    "level": "level: district",
    "valid_years": "valid_years: 3",
    "counts_for": "counts_for: [coverage, other]",
    "ladder": "ladder: no",
}
CORRECTION = "corrections: [{{on: 2026-04-10, field: {}, by: office, note: 录错}}]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    honour = "showcases/honours/example/alpha.yml"
    rates = {f"showcases/indicators/{id}.yml": RATE for id in ("coverage", "other")}
    return repository(project(tmp_path, {PLACE: KIND, honour: HONOUR, **rates}))


def found(root: Path, text: str | None) -> list[str]:
    return codes(altered(root, {PLACE: text}))


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_without_a_date_rewrites_the_past(root: Path, name: str) -> None:
    (told,) = altered(root, {PLACE: KIND.replace(*CHANGES[name])})
    assert (told.code, told.path) == ("H20", PLACE)
    assert name in told.message()
    assert "2025-12-31" in told.message()


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_with_a_date_leaves_the_past_standing(root: Path, name: str) -> None:
    former = f"terms_history: [{{until: 2026-03-31, {FORMER[name]}}}]\n"
    assert found(root, KIND.replace(*CHANGES[name]) + former) == []


def test_a_change_dated_before_the_end_of_a_past_year_rewrites_it(root: Path) -> None:
    former = "terms_history: [{until: 2024-03-31, level: district}]\n"
    assert found(root, KIND.replace("district", "city") + former) == ["H20"]


@pytest.mark.parametrize("name", CHANGES)
def test_a_slip_is_mended_with_a_correction_of_that_field(root: Path, name: str) -> None:
    text = KIND.replace(*CHANGES[name])
    assert found(root, text + CORRECTION.format(name)) == []
    assert found(root, text + CORRECTION.format("summary")) == ["H20"]


def test_an_earlier_correction_licenses_no_later_change(root: Path) -> None:
    text = KIND.replace("district", "city") + CORRECTION.format("level")
    write(root, {PLACE: text})
    commit(root)
    assert found(root, text.replace("level: city", "level: province")) == ["H20"]


def test_a_correction_stays(root: Path) -> None:
    write(root, {PLACE: KIND + CORRECTION.format("level")})
    commit(root)
    assert found(root, KIND) == ["H23"]


def test_former_terms_stay(root: Path) -> None:
    former = "terms_history: [{until: 2024-12-31, level: street}]\n"
    write(root, {PLACE: KIND + former})
    commit(root)
    assert found(root, KIND) == ["H20"]


def test_another_order_of_what_it_counts_for_is_no_change(root: Path) -> None:
    assert found(root, KIND.replace("[coverage, other]", "[other, coverage]")) == []


def test_words_may_change(root: Path) -> None:
    assert found(root, KIND.replace("示例荣誉", "示例称号") + "summary: 说明\n") == []


@pytest.mark.parametrize("hidden", ["status: draft\n", "visibility: internal\n"])
def test_a_kind_is_not_hidden(root: Path, hidden: str) -> None:
    assert found(root, KIND + hidden) == ["H22"]


def test_a_kind_that_is_gone_is_told_once_and_not_for_each_honour(root: Path) -> None:
    files = {PLACE: None, "showcases/honours/example/alpha.yml": None}
    assert codes(altered(root, files)) == ["H22"]


def test_a_kind_is_not_taken_over_by_another(root: Path) -> None:
    other = "showcases/honour-kinds/other.yml"
    write(root, {other: KIND.replace("level: district", "level: city")})
    commit(root)
    taken = f"{KIND.replace('level: district', 'level: city')}aliases: [example]\n"
    assert "H22" in codes(altered(root, {PLACE: None, other: taken}))


def test_a_kind_that_no_longer_reads_is_not_gone(root: Path) -> None:
    assert found(root, "level: [") == []
