from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from campaign.kinds.community import Community
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.page import indicator_view
from campaign.kinds.indicator.record import Target
from campaign.kinds.indicator.standards import (
    Verdict,
    answers,
    gaps_first,
    overall,
    standards,
    summary,
    tally,
    tally_words,
)
from campaign.kinds.indicator.table import TABLE
from campaign.render.edition import Edition
from campaign.site import Site
from values import community, indicator, site

SCHOOL: dict[str, Any] = {
    "kind": "computed",
    "scope": "community",
    "unit": "所",
    "formula": {"name": "facility_count", "kinds": ["school"]},
    "target": {"value": "1"},
}
LISTED = [{"kind": "school", "name": "学校"}]


def city() -> Site:
    """One community meets the standard, one says that it has none, one has not reported."""
    return site(
        indicator("school", **SCHOOL),
        community("alpha", facilities=LISTED),
        community("beta", facilities=[]),
        community("gamma"),
    )


def verdicts(here: Site, id: str = "school") -> dict[str, Verdict | None]:
    return {item.subject: item.verdict for item in answers(here, here.of(Indicator)[id])}


def test_not_reported_is_a_third_answer() -> None:
    known = {"alpha": Verdict.MET, "beta": Verdict.GAP, "gamma": Verdict.UNKNOWN}
    assert verdicts(city()) == known


def test_the_standards_are_the_communitys_indicators_with_a_target() -> None:
    here = site(
        indicator("school", **SCHOOL),
        indicator("no-target", **{**SCHOOL, "target": None}),
        indicator("of-the-city", **{**SCHOOL, "scope": "city"}),
        indicator("not-measured", scope="community", target={"value": "1"}),
        community(facilities=LISTED),
    )
    held = standards(here, here.of(Community)["alpha"])
    assert [(item.indicator.id, item.words) for item in held] == [
        ("school", "1所"),
        ("not-measured", "未填报"),
    ]
    assert [item.indicator.id for item in gaps_first(held)] == ["not-measured", "school"]


def test_a_community_that_is_gone_owes_nothing() -> None:
    gone = community("alpha", dissolved={"date": "2025-01-01"})
    here = site(indicator("school", **SCHOOL), gone)
    assert verdicts(here) == {}
    assert standards(here, gone) == []


def test_a_standard_for_some_districts_asks_nothing_of_others() -> None:
    here = site(
        indicator("school", **SCHOOL, districts=["west"]),
        community("alpha", district="east"),
        community("beta", district="west"),
    )
    assert verdicts(here) == {"beta": Verdict.UNKNOWN}
    assert standards(here, here.of(Community)["alpha"]) == []


def test_the_share_of_no_communities_is_nobodys_to_report() -> None:
    here = site(indicator(kind="computed", formula={"name": "coverage"}, target={"value": "80"}))
    assert verdicts(here, "coverage") == {}


def test_a_count_says_all_three() -> None:
    found = answers(city(), city().of(Indicator)["school"])
    assert tally_words(tally(found)) == "达标 1，有差距 1，未填报 1"
    assert tally_words(tally(found[:1])) == "达标 1"


def test_many_subjects_meet_a_standard_only_together() -> None:
    found = answers(city(), city().of(Indicator)["school"])
    assert overall(found) is Verdict.GAP
    assert overall([found[0], found[2]]) is Verdict.UNKNOWN
    assert overall(found[:1]) is Verdict.MET
    assert overall([]) is None


def test_a_summary_counts_what_is_judged() -> None:
    assert summary([Verdict.MET, Verdict.GAP, None]) == "2 项中 1 项达标"
    assert summary([Verdict.MET, Verdict.UNKNOWN]) == "2 项中 1 项达标，1 项未填报"
    assert summary([None]) == ""


def test_the_page_names_who_falls_short_apart_from_who_has_not_reported() -> None:
    here = city()
    shown = indicator_view(Edition(here, {}), here.of(Indicator)["school"])["communities"]
    lists = {item["verdict"]: [link["name"] for link in item["links"]] for item in shown["lists"]}
    assert lists == {"gap": ["beta"], "unknown": ["gamma"]}
    assert [(part["start"], part["share"]) for part in shown["parts"]] == [
        ("0.00", "33.33"),
        ("33.33", "33.33"),
        ("66.67", "33.33"),
    ]


def test_the_data_has_a_row_without_a_value_for_who_has_not_reported() -> None:
    rows = {row["subject_id"]: row for row in TABLE.rows(Edition(city(), {}))}
    assert [(id, row["value"], row["meets"], row["verdict"]) for id, row in rows.items()] == [
        ("alpha", 1, True, "met"),
        ("beta", 0, False, "gap"),
        ("gamma", None, None, "unknown"),
    ]


@pytest.mark.parametrize(
    ("target", "words", "held"),
    [
        ({"value": "80"}, "不低于 80%", [False, True, True]),
        ({"op": "<=", "value": "80", "by": "2026"}, "到 2026 年不高于 80%", [True, True, False]),
        ({"op": "=", "value": "80"}, "等于 80%", [False, True, False]),
        (
            {"op": "between", "value": "80", "upper": "80.5"},
            "在 80—80.5% 之间",
            [False, True, False],
        ),
        ({"op": "between", "value": "70", "upper": "90"}, "在 70—90% 之间", [True, True, True]),
    ],
)
def test_a_target_is_held_as_its_words_say(
    target: dict[str, str], words: str, held: list[bool]
) -> None:
    found = Target.model_validate(target)
    assert found.words("%") == words
    assert [found.holds(Decimal(value)) for value in ("79.9", "80", "80.6")] == held
