"""In which town a community lies: what was said stays, and past figures are counted by it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import values
from campaign.kinds.community.views import facts
from campaign.kinds.district import District
from campaign.kinds.indicator.coverage import by_district, coverage
from campaign.kinds.participation import Participation
from campaign.kinds.participation.facts import share
from campaign.render.edition import Edition
from projects import BASE, codes, project, write
from repositories import altered, commit, repository

PLACE = "showcases/communities/alpha.yml"
COMMUNITY = BASE[PLACE]
MOVED = COMMUNITY.replace("district: east", "district: west")
FORMER = "terms_history: [{until: 2026-03-31, district: east}]\n"
CORRECTION = "corrections: [{on: 2026-04-10, field: district, by: office, note: 录错}]\n"
TABLE = {
    "showcases/indicators/families.yml": (
        'name: 参评率\nunit: "%"\nprecision: 1\nbetter: up\nscope: community\nkind: computed\n'
        "formula: {name: participation}\n"
    ),
    "showcases/participation/march.yml": (
        "title: 三月参评\nindicator: families\nperiod: 2026-03\ndate: 2026-04-02\nunit: 户\n"
        "method: 逐户登记\nrows: [{community: alpha, count: 8, of: 10}]\n"
    ),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(project(tmp_path))


def found(root: Path, text: str) -> list[str]:
    return codes(altered(root, {PLACE: text}))


def test_a_move_without_a_date_rewrites_the_past(root: Path) -> None:
    (told,) = altered(root, {PLACE: MOVED})
    assert (told.code, told.path) == ("H20", PLACE)
    assert told.line == MOVED.splitlines().index("district: west") + 1
    assert "2025-12-31" in told.message()


@pytest.mark.parametrize("town", ["东镇", "esat"])
def test_a_town_that_is_not_there_is_one_problem(root: Path, town: str) -> None:
    assert found(root, COMMUNITY.replace("district: east", f"district: {town}")) == []


def test_a_move_with_a_date_leaves_the_past_standing(root: Path) -> None:
    assert found(root, MOVED + FORMER) == []
    assert found(root, MOVED + FORMER.replace("2026", "2025")) == ["H20"]


def test_a_move_is_no_past_of_one_that_was_not_there(root: Path) -> None:
    young = COMMUNITY.replace("est: 2001", "est: 2026-04-10")
    write(root, {PLACE: young})
    commit(root)
    assert found(root, young.replace("district: east", "district: west")) == []


def test_tables_of_this_year_are_of_the_towns_of_their_period(root: Path) -> None:
    """Else the share of a town in March would change with a move in April."""
    young = COMMUNITY.replace("est: 2001", "est: 2026-01-10")
    write(root, {**TABLE, PLACE: young})
    commit(root)
    (told,) = altered(root, {PLACE: young.replace("district: east", "district: west")})
    assert told.code == "H20"
    assert "2026-04-02" in told.message()


def test_a_slip_is_mended_with_a_correction_that_stays(root: Path) -> None:
    assert found(root, MOVED + CORRECTION) == []
    assert found(root, MOVED + CORRECTION.replace("district", "est")) == ["H20"]
    write(root, {PLACE: MOVED + CORRECTION})
    commit(root)
    assert found(root, MOVED) == ["H23"]


HISTORY = [{"until": "2024-06-30", "district": "east"}, {"until": "2026-03-31", "district": "hill"}]
TOWNS = tuple(
    District.model_validate({"id": id, "name": f"{id}镇", "kind": "town"})
    for id in ("east", "hill", "west")
)
HOME = values.community("a", district="west", terms_history=HISTORY)


@pytest.mark.parametrize(
    ("on", "town"),
    [
        ("2023-12-31", "east"),
        ("2024-06-30", "east"),
        ("2024-07-01", "hill"),
        ("2026-03-31", "hill"),
        ("2026-04-01", "west"),
    ],
)
def test_each_day_counts_it_in_the_town_of_that_day(on: str, town: str) -> None:
    day, goal = date.fromisoformat(on), values.indicator("coverage", kind="computed")
    here = values.site(*TOWNS, HOME, goal)
    rates = by_district(here, goal, day)
    assert {id for id, rate in rates.items() if rate.denominator} == {town}
    assert coverage(here, goal, day, town).denominator == 1
    assert HOME.as_of(day).district == town


def test_a_share_is_of_the_town_of_its_period() -> None:
    rates = values.indicator("rates", kind="computed", formula={"name": "participation"})
    record = Participation.model_validate(
        {
            "id": "march",
            "title": "三月",
            "indicator": "rates",
            "period": "2026-03",
            "date": "2026-04-02",
            "unit": "户",
            "method": "逐户登记",
            "rows": [{"community": "a", "count": 8, "of": 10}],
        }
    )
    here = values.site(*TOWNS, HOME, rates, record)
    known = {id: share(here, record, id) for id in ("east", "hill", "west")}
    assert {id for id, rate in known.items() if rate} == {"hill"}


NAMES = [{"name": "北里", "until": "2020-01-01"}, {"name": "后称", "until": "2026-12-31"}]


def test_its_page_says_where_it_lay_and_what_it_was_called() -> None:
    edition = Edition(values.site(*TOWNS, HOME), {})
    named = values.community("a", district="west", terms_history=HISTORY, name_history=NAMES)
    rows = {row["label"]: row["value"] for row in facts(edition, named)}
    assert rows["曾用名"] == "北里（到 2020-01-01）"
    assert rows["曾属镇街"] == "hill镇（到 2026-03-31）；east镇（到 2024-06-30）"
