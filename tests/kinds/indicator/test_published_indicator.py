"""What an indicator was and what was reported, against an earlier revision of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from projects import codes, project, write
from repositories import altered, branch, commit, git, repository

PLACE = "showcases/indicators/rate.yml"
INDICATOR = """\
name: 示例率
unit: "%"
scope: city
kind: computed
formula: {name: coverage, level: district}
target: {op: ">=", value: 80}
"""
MEASURED = """\
name: 示例率
unit: "%"
scope: city
kind: measured
target: {op: ">=", value: 80}
values:
  - {period: 2025-10, value: 61, source: 台账}
  - {period: 2026-03, value: 75, of: 100, source: 台账}
"""
CHANGES = {
    "formula": ("level: district", "level: city"),
    "target": ("value: 80", "value: 60"),
    "unit": ('unit: "%"', "unit: 个"),
    "districts": ("scope: city", "scope: city\ndistricts: [east]"),
}
FORMER = {
    "unit": 'unit: "%"',
    "districts": "districts: []",
    "formula": "formula: {name: coverage, level: district}",
    "target": 'target: {op: ">=", value: 80}',
}
ROWS = "unit: 户\nmethod: 逐户登记\nrows: [{community: alpha, count: 8, of: 10}]\n"
CORRECTION = "corrections: [{{on: 2026-04-10, field: {}, by: office, note: 录错}}]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(project(tmp_path, {PLACE: INDICATOR}))


@pytest.fixture
def measured(tmp_path: Path) -> Path:
    return repository(project(tmp_path, {PLACE: MEASURED}))


def found(root: Path, text: str | None) -> list[str]:
    return codes(altered(root, {PLACE: text}))


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_without_a_date_rewrites_the_past(root: Path, name: str) -> None:
    (told,) = altered(root, {PLACE: INDICATOR.replace(*CHANGES[name])})
    assert (told.code, told.path) == ("H20", PLACE)
    assert name in told.message()
    assert "2025-12-31" in told.message()


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_with_a_date_leaves_the_past_standing(root: Path, name: str) -> None:
    former = f"terms_history: [{{until: 2026-03-31, {FORMER[name]}}}]\n"
    assert found(root, INDICATOR.replace(*CHANGES[name]) + former) == []


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_dated_before_the_end_of_a_past_year_rewrites_it(root: Path, name: str) -> None:
    former = f"terms_history: [{{until: 2025-03-31, {FORMER[name]}}}]\n"
    assert found(root, INDICATOR.replace(*CHANGES[name]) + former) == ["H20"]


@pytest.mark.parametrize("name", CHANGES)
def test_a_slip_is_mended_with_a_correction_of_that_field(root: Path, name: str) -> None:
    text = INDICATOR.replace(*CHANGES[name])
    assert found(root, text + CORRECTION.format(name)) == []
    assert found(root, text + CORRECTION.format("definition")) == ["H20"]


def test_another_order_of_its_districts_is_no_change(root: Path) -> None:
    write(root, {PLACE: f"{INDICATOR}districts: [east, west]\n"})
    commit(root)
    assert found(root, f"{INDICATOR}districts: [west, east]\n") == []
    assert found(root, f"{INDICATOR}districts: [east]\n") == ["H20"]


def test_a_table_of_this_year_keeps_the_districts_it_was_of(root: Path) -> None:
    counted = INDICATOR.replace("{name: coverage, level: district}", "{name: participation}")
    table = f"title: 示例参评\nindicator: rate\nperiod: 2026-02\ndate: 2026-03-05\n{ROWS}"
    write(root, {PLACE: counted, "showcases/participation/table.yml": table})
    commit(root)
    changed = counted.replace(*CHANGES["districts"])
    for until, wanted in (("2026-02-27", ["H20"]), ("2026-03-05", [])):
        former = f"terms_history: [{{until: {until}, districts: []}}]\n"
        assert found(root, changed + former) == wanted


def test_a_target_that_is_new_judges_no_earlier_value(root: Path) -> None:
    without = INDICATOR.replace('target: {op: ">=", value: 80}\n', "")
    assert found(root, without) == ["H20"]
    write(root, {PLACE: without})
    commit(root)
    assert found(root, INDICATOR) == ["H20"]
    former = "terms_history: [{until: 2026-04-19, untargeted: yes}]\n"
    assert found(root, INDICATOR + former) == []


def test_a_value_of_this_year_keeps_its_target(measured: Path) -> None:
    changed = MEASURED.replace(*CHANGES["target"])
    (told,) = altered(measured, {PLACE: changed})
    assert (told.code, "2026-03-31" in told.message()) == ("H20", True)
    for until, wanted in (("2026-03-30", ["H20"]), ("2026-03-31", [])):
        former = f"terms_history: [{{until: {until}, {FORMER['target']}}}]\n"
        assert found(measured, changed + former) == wanted


@pytest.mark.parametrize(
    "change",
    [
        ("value: 61", "value: 81"),
        ("of: 100", "of: 90"),
        ("period: 2025-10", "period: 2025-11"),
        ("  - {period: 2025-10, value: 61, source: 台账}\n", ""),
    ],
)
def test_a_reported_value_stays(measured: Path, change: tuple[str, str]) -> None:
    changed = MEASURED.replace(*change)
    assert found(measured, changed) == ["H26"]
    assert found(measured, changed + CORRECTION.format("values")) == []


def test_a_new_value_and_a_fuller_source_are_no_change(measured: Path) -> None:
    more = MEASURED.replace("source: 台账", "source: 台账第 2 期, method: 抽查")
    assert found(measured, more + "  - {period: 2026-04, value: 82, source: 台账}\n") == []


def test_former_terms_and_corrections_stay(root: Path) -> None:
    former = "terms_history: [{until: 2025-12-31, target: {value: 70}}]\n"
    write(root, {PLACE: INDICATOR + former + CORRECTION.format("formula")})
    commit(root)
    assert found(root, INDICATOR + CORRECTION.format("formula")) == ["H20"]
    assert found(root, INDICATOR + former) == ["H23"]


@pytest.mark.parametrize("text", [None, INDICATOR + "status: draft\n"])
def test_an_indicator_is_not_taken_away(root: Path, text: str | None) -> None:
    (told,) = altered(root, {PLACE: text})
    assert (told.code, "指标“示例率”" in told.message()) == ("H22", True)


def test_a_renamed_file_is_the_same_indicator(root: Path) -> None:
    other = "showcases/indicators/share.yml"
    files = {PLACE: None, other: INDICATOR + "aliases: [rate]\n"}
    assert codes(altered(root, files)) == []
    files[other] = INDICATOR.replace(*CHANGES["target"]) + "aliases: [rate]\n"
    assert codes(altered(root, files)) == ["H20"]


def test_a_squashed_merge_is_compared_with_where_it_left(root: Path) -> None:
    branch(root)
    write(root, {PLACE: INDICATOR.replace(*CHANGES["target"])})
    commit(root)
    git(root, "checkout", "--quiet", "main")
    git(root, "merge", "--quiet", "--squash", "work")
    assert codes(altered(root, base="HEAD")) == ["H20"]
