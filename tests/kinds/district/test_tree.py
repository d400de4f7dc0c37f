"""Places as a tree: towns in districts and counties, and all that is counted at both levels."""

from __future__ import annotations

from datetime import date

import pytest

import values
from campaign.kinds import kind_of
from campaign.kinds.community import headings
from campaign.kinds.district import District
from campaign.kinds.district import page as districts
from campaign.kinds.district.facts import counties, districts_in_order, lies_in, line, place_name
from campaign.kinds.honour import roll, roll_filter, rolldata
from campaign.kinds.honour.facts import standings
from campaign.kinds.indicator.coverage import by_district, coverage
from campaign.kinds.indicator.standards import standards, subjects
from campaign.kinds.participation.facts import asked
from campaign.render.edition import Edition
from campaign.search.facets import DISTRICT, Finder
from campaign.site import Site

GOAL = values.indicator(
    "coverage", kind="computed", formula={"name": "coverage"}, target={"value": "80"}, precision="1"
)
MOVED = [{"until": "2025-12-31", "parent": "xi"}, {"until": "2024-06-30", "apart": "yes"}]


def place(
    id: str, name: str, kind: str, order: int, parent: str = "", **fields: object
) -> District:
    more = {"parent": parent} if parent else {}
    return District.model_validate(
        {"id": id, "name": name, "kind": kind, "order": order, **more, **fields}
    )


PLACES = (
    place("xi", "西县", "county", 2),
    place("bridge", "桥镇", "town", 1, "xi"),
    place("lake", "湖街道", "office", 2, "dong"),
    place("hill", "山街道", "street", 1, "dong", terms_history=MOVED),
    place("dong", "东区", "district", 1),
    place("alone", "独镇", "town", 3),
)
COMMUNITIES = tuple(
    values.community(id, district=district)
    for id, district in (
        ("a", "lake"),
        ("b", "hill"),
        ("c", "hill"),
        ("d", "bridge"),
        ("e", "alone"),
    )
)
HONOURS = tuple(values.honour("2024-01-01 named", to=to) for to in ("a", "b", "d", "e"))


def site(*records: object, today: date = values.TODAY) -> Site:
    kind = values.honour_kind(counts_for=["coverage"], ladder=True)
    return values.site(*PLACES, *COMMUNITIES, kind, *HONOURS, GOAL, *records, today=today)  # type: ignore[arg-type]


def test_each_place_stands_behind_what_it_lies_in() -> None:
    here = site()
    found = [item.id for item in districts_in_order(here)]
    assert found == ["dong", "hill", "lake", "xi", "bridge", "alone"]
    assert [item.id for item in counties(here)] == ["dong", "xi"]
    assert place_name(here, "hill") == "东区 · 山街道"
    assert place_name(here, "alone") == "独镇"
    assert place_name(here, "nowhere") == ""


def test_a_circle_ends_where_it_begins() -> None:
    here = values.site(place("x", "甲", "town", 1, "y"), place("y", "乙", "town", 2, "x"))
    assert line(here, "x") == ("x", "y")
    assert {item.id for item in districts_in_order(here)} == {"x", "y"}


@pytest.mark.parametrize(
    ("on", "above"), [("2024-06-30", ""), ("2025-12-31", "xi"), ("2026-01-01", "dong")]
)
def test_a_place_lay_in_what_it_lay_in_then(on: str, above: str) -> None:
    day = date.fromisoformat(on)
    assert line(site(), "hill", day)[1:] == ((above,) if above else ())
    assert lies_in(site(), "hill", ["dong"], day) is (above == "dong")
    shown = site(today=day).published()
    assert (shown.of(District)["hill"].parent or "") == above


def test_the_coverage_of_a_district_is_that_of_all_that_lies_in_it() -> None:
    here = site()
    shares = by_district(here, GOAL, here.today)
    found = {id: (share.numerator, share.denominator) for id, share in shares.items()}
    assert found == {
        "dong": (2, 3),
        "hill": (1, 2),
        "lake": (1, 1),
        "xi": (1, 1),
        "bridge": (1, 1),
        "alone": (1, 1),
    }
    assert shares == {id: coverage(here, GOAL, here.today, id) for id in shares}
    whole = coverage(here, GOAL, here.today)
    tops = [shares[id] for id in ("dong", "xi", "alone")]
    assert sum(share.numerator for share in tops) == whole.numerator
    assert sum(share.denominator for share in tops) == whole.denominator


def test_a_past_coverage_counts_a_place_where_it_lay() -> None:
    before, after = date(2025, 12, 31), date(2026, 1, 1)
    assert coverage(site(), GOAL, before, "xi").denominator == 3
    assert coverage(site(), GOAL, after, "xi").denominator == 1


def test_a_standard_for_a_district_is_one_for_all_that_lies_in_it() -> None:
    one = values.indicator("school", scope="community", districts=["dong"], target={"value": "1"})
    here = site(one)
    held = {item.id: [a.indicator.id for a in standards(here, item)] for item in COMMUNITIES}
    assert held == {"a": ["school"], "b": ["school"], "c": ["school"], "d": [], "e": []}
    assert [item.id for item in asked(here, one, here.today)] == ["a", "b", "c"]


def test_districts_are_measured_by_their_places_unless_they_are_named() -> None:
    rate = {"scope": "district", "target": {"value": "1"}}
    lowest, named = values.indicator("x", **rate), values.indicator("y", **rate, districts=["dong"])
    assert subjects(site(lowest), lowest) == ["bridge", "lake", "hill", "alone"]
    assert subjects(site(named), named) == ["dong"]


@pytest.mark.parametrize(
    ("by", "wanted"),
    [
        ("district", ["东区 · 山街道", "东区 · 湖街道", "西县 · 桥镇", "独镇"]),
        ("county", ["东区", "西县", "独镇"]),
    ],
)
def test_communities_and_the_roll_stand_under_either_level(by: str, wanted: list[str]) -> None:
    edition = Edition(site(), {})
    found = [headings.heading(edition, by, item) for item in COMMUNITIES]
    order = headings.order(edition, by)
    assert sorted(dict.fromkeys(found), key=order.index) == wanted
    groups = roll.groups(edition, standings(edition.facts), by)
    assert [group.label for group in groups] == wanted


def test_who_filters_by_a_district_finds_all_that_lies_in_it() -> None:
    edition = Edition(site(), {})
    field = next(f for f in roll_filter.form(edition)["fields"] if f["id"] == "district")
    assert {option["id"]: option["count"] for option in field["options"]} == {
        "dong": "有效 2 项",
        "hill": "有效 1 项",
        "lake": "有效 1 项",
        "xi": "有效 1 项",
        "bridge": "有效 1 项",
        "alone": "有效 1 项",
    }
    assert rolldata.data(edition)["districts"] == [
        ("dong", "东区", ""),
        ("hill", "东区 · 山街道", "dong"),
        ("lake", "东区 · 湖街道", "dong"),
        ("xi", "西县", ""),
        ("bridge", "西县 · 桥镇", "xi"),
        ("alone", "独镇", ""),
        ("city-wide", "全市", ""),
    ]
    traits = kind_of(COMMUNITIES[0]).presenter.traits(edition, COMMUNITIES[0])
    assert Finder(edition).filters(traits)[DISTRICT] == ["东区", "湖街道"]


def test_tiles_show_a_district_with_its_sum_before_its_places() -> None:
    edition = Edition(site(), {})
    view = districts.view(edition)
    assert [(t["name"], t["count"], t["is_above"], t["fraction"]) for t in view["tiles"]] == [
        ("东区", 3, True, "2/3"),
        ("东区 · 山街道", 2, False, "1/2"),
        ("东区 · 湖街道", 1, False, "1/1"),
        ("西县", 1, True, "1/1"),
        ("西县 · 桥镇", 1, False, "1/1"),
        ("独镇", 1, False, "1/1"),
    ]
    assert view["moved"] == [
        "山街道：到 2025-12-31 属西县",
        "山街道：到 2024-06-30 直属本市",
    ]
    html = str(edition.render(districts.TILES, "../", view))
    assert "每格一个区县或镇街" in html
    assert html.count("tile--above") == 2
