"""Districts as tiles, and the map that needs a review number."""

from __future__ import annotations

from dataclasses import replace

import values
from campaign.kinds.district import District
from campaign.kinds.district import page as districts
from campaign.kinds.indicator.coverage import by_district, coverage
from campaign.model.origin import Origin, Prose
from campaign.render.edition import Edition
from campaign.site import Site

GOAL = values.indicator(
    "coverage",
    name="覆盖率",
    kind="computed",
    formula={"name": "coverage"},
    target={"op": ">=", "value": "80"},
    precision="1",
)


def site() -> Site:
    places = [
        District(id="west", name="西镇", kind="town", order="2"),
        District(id="east", name="东镇", kind="town", order="1"),
        District(id="north", name="北镇", kind="town", order="3"),
    ]
    communities = [
        values.community("alpha"),
        values.community("beta", district="west"),
        values.community("gamma", district="west"),
        values.community("later", district="west", est="2030"),
    ]
    kind = values.honour_kind(counts_for=["coverage"], ladder=True)
    honours = [values.honour("2024-01-01 named", to=to) for to in ("alpha", "beta")]
    prose = {"communities/index.md": "[[communities]]", "honours/index.md": "[[honours]]"}
    found = values.site(*places, *communities, kind, *honours, GOAL)
    pages = {u: Prose(Origin(u, body=b), "", True) for u, b in prose.items()}
    return replace(found, prose=pages)


def test_the_coverage_of_all_districts_is_that_of_each() -> None:
    found = site()
    shares = by_district(found, GOAL, found.today)
    assert shares == {id: coverage(found, GOAL, found.today, id) for id in found.of(District)}
    assert (shares["west"].numerator, shares["west"].denominator) == (1, 2)


def test_tiles_stand_in_order_with_counts_and_computed_coverage() -> None:
    tiles = districts.view(Edition(site(), {}))["tiles"]
    assert [t["name"] for t in tiles] == ["东镇", "西镇", "北镇"]
    assert [(t["rate"], t["verdict"]) for t in tiles] == [
        ("100.0", "met"),
        ("50.0", "gap"),
        ("", ""),
    ]
    assert [t["fraction"] for t in tiles[:2]] == ["1/1", "1/2"]
    assert [t["url"] for t in tiles] == [
        *("communities/#group-1", "communities/#group-2"),
        "",  # no community, no group to lead to
    ]
    assert tiles[0]["roll"] == "honours/?district=east"


def test_the_block_says_that_it_is_no_map() -> None:
    edition = Edition(site(), {})
    html = str(edition.render(districts.TILES, "../", districts.view(edition)))
    assert "示意图（非地图）" in html
    assert "有差距" in html
    assert "审图号" not in html
