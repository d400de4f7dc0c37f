"""Communities side by side."""

from __future__ import annotations

import json
from typing import Any

import values
from campaign.kinds.community import Community, comparison
from campaign.render.edition import Edition
from rolls import edition

PAGE = {"communities/compare.md": "[[compare]]"}


def data_of(found: Edition) -> dict[str, Any]:
    output = next(iter(comparison.files(found)))
    assert isinstance(output.data, bytes)
    loaded: dict[str, Any] = json.loads(output.data)
    return loaded


def test_every_community_has_a_value_for_every_heading() -> None:
    data = data_of(edition(60, PAGE))
    assert len(data["communities"]) == 30
    assert {len(row[3]) for row in data["communities"]} == {len(data["headings"])}
    assert data["districts"][data["communities"][0][2]].startswith("示例")


def test_the_values_are_those_of_the_community() -> None:
    community = values.community(
        name="甲社区",
        households="1926",
        facilities=[{"kind": "station", "name": "站", "area_m2": "58"}],
    )
    station = values.indicator(
        "station",
        name="服务站面积",
        unit="m²",
        scope="community",
        kind="computed",
        formula={"name": "facility_area", "kinds": ["station"]},
        target={"op": ">=", "value": "60"},
    )
    site = values.site(community, station, values.honour_kind(ladder=True, name="市级称号"))
    data = comparison.data(Edition(site, {}))
    row = dict(zip(data["headings"], data["communities"][0][3], strict=True))
    assert row["户数"] == "1,926 户"
    assert row["社区设施"] == "1 处"
    assert row["服务站面积"] == ["58m²", 0]
    assert (row["最高荣誉"], row["面积"], row["志愿队伍"]) == ("无", "未填报", "未填报")


def test_without_script_every_community_stands_in_a_table_once() -> None:
    found = edition(800, PAGE)
    pages = [str(comparison.table(found, "../../", n)) for n in (1, 2, 3)]
    assert [page.count('<th scope="row">') for page in pages] == [150, 150, 100]
    for id in found.site.of(Community):
        assert "".join(pages).count(f'"../../communities/{id}/"') == 1
    further = [path for path, _ in comparison.further_pages(found)]
    assert further == ["communities/compare_2/", "communities/compare_3/"]


def test_without_a_page_for_it_nothing_is_compared() -> None:
    found = edition(10, {"index.md": "欢迎"})
    community = next(iter(found.site.of(Community).values()))
    assert comparison.link(found, community) == ""
    assert list(comparison.files(found)) == list(comparison.further_pages(found)) == []
    assert comparison.link(edition(10, PAGE), community) == "communities/compare/?c=c0"
