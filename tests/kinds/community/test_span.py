"""Since when communities are there, against an earlier revision of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from projects import BASE, codes, project, write
from repositories import altered, commit, repository

PLACE = "showcases/communities/alpha.yml"
COMMUNITY = BASE[PLACE]
FILES = {
    "showcases/honour-kinds/example.yml": (
        "name: 示例荣誉\nlevel: city\nissuer: 示例办\nsubjects: [community]\npublicity_days: 0\n"
    ),
    "showcases/honours/example/alpha.yml": (
        "subject: {type: community, ref: alpha}\nevents: [{on: 2023-06-01, type: named}]\n"
    ),
}
CORRECTION = "corrections: [{{on: 2026-04-10, field: {}, by: office, note: 录错}}]\n"
MERGED = "dissolved: {{date: {}}}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(project(tmp_path, FILES))


def found(root: Path, text: str | None) -> list[str]:
    return codes(altered(root, {PLACE: text}))


def test_a_later_beginning_rewrites_past_rates(root: Path) -> None:
    (told,) = altered(root, {PLACE: COMMUNITY.replace("est: 2001", "est: 2024")})
    assert (told.code, told.path) == ("H21a", PLACE)
    assert "2023-12-31" in told.message()


def test_the_day_of_a_known_year_may_be_added(root: Path) -> None:
    assert found(root, COMMUNITY.replace("est: 2001", "est: 2001-05-12")) == []


def test_a_beginning_is_put_right_with_a_correction_of_it(root: Path) -> None:
    text = COMMUNITY.replace("est: 2001", "est: 2024")
    assert found(root, text + CORRECTION.format("est")) == []
    assert found(root, text + CORRECTION.format("name")) == ["H21a"]


def test_an_end_in_this_year_leaves_the_past_standing(root: Path) -> None:
    assert found(root, COMMUNITY + MERGED.format("2026-03-01")) == []


def test_an_end_in_a_past_year_needs_a_correction(root: Path) -> None:
    assert found(root, COMMUNITY + MERGED.format("2024-03-01")) == ["H21a"]
    text = COMMUNITY + MERGED.format("2024-03-01") + CORRECTION.format("dissolved")
    assert found(root, text) == []


def test_a_correction_stays(root: Path) -> None:
    write(root, {PLACE: COMMUNITY + CORRECTION.format("est")})
    commit(root)
    assert found(root, COMMUNITY) == ["H23"]


@pytest.mark.parametrize("hidden", ["status: draft\n", "visibility: internal\n"])
def test_a_community_is_not_hidden(root: Path, hidden: str) -> None:
    assert found(root, COMMUNITY + hidden) == ["H21b"]


def test_a_community_is_not_deleted(root: Path) -> None:
    assert found(root, None) == ["H21b"]


def test_a_community_with_a_new_id_names_the_old_one(root: Path) -> None:
    new = {PLACE: None, "showcases/communities/beta.yml": f"{COMMUNITY}aliases: [alpha]\n"}
    assert codes(altered(root, new)) == []


def test_a_community_is_not_taken_over_by_the_former_id_of_another(root: Path) -> None:
    other = "showcases/communities/beta.yml"
    write(root, {other: COMMUNITY.replace("甲", "乙")})
    commit(root)
    taken = f"{COMMUNITY.replace('甲', '乙')}aliases: [alpha]\n"
    assert codes(altered(root, {PLACE: None, other: taken})) == ["H21b"]


def test_other_fields_may_change(root: Path) -> None:
    assert found(root, f"{COMMUNITY}slogan: 一句口号\n") == []
