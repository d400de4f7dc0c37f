"""The directories: every entry in each of its groups, on the page and in the data of its form."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from campaign.kinds.community import directory_page
from campaign.kinds.community.addresses import SERVICES_DATA
from campaign.kinds.community.directory import DIRECTORIES, FACILITIES, SERVICES, TEAMS
from campaign.kinds.community.welfare import welfare
from campaign.model.origin import Origin, Prose
from campaign.render.edition import Edition
from campaign.site import Site
from values import community, site

CUT: dict[str, Any] = {
    "name": "老人理发",
    "kind": "welfare",
    "for": ["aged", "disabled"],
    "time": "周一、周三 9:00—11:00",
    "place": "服务站",
    "phone": "0000-6201002",
}
LUNCH = {"name": "午餐", "kind": "low_fee"}


def city() -> Site:
    return site(
        community(
            "alpha",
            services=[CUT, LUNCH],
            facilities=[
                {"kind": "library", "name": "书屋", "accessible": "yes", "hours": "每月1日"},
                {"kind": "canteen", "name": "食堂", "open_to_minors": "yes", "hours": "8:00—20:00"},
            ],
            teams=[{"name": "巡河队", "field": "环境", "size": 12}, {"name": "合唱队"}],
        ),
        community("beta", services=[]),
        community("gamma"),
        community("gone", services=[CUT], dissolved={"date": "2020-01-01"}),
    )


def edition(here: Site, block: str = "services", by: str = "district") -> Edition:
    text = f"[[{block} by={by}]]"
    page = Prose(Origin("docs/communities/services.md", body=text), "便民服务", True)
    return Edition(replace(here, prose={"communities/services.md": page}), {})


def shown(here: Site, block: str, by: str) -> str:
    return str(directory_page.BLOCKS[block](edition(here, block, by), "../", {"by": by}))


@pytest.mark.parametrize("by", SERVICES.orders)
def test_services_are_told_with_community_time_place_and_phone(by: str) -> None:
    html = shown(city(), "services", by)
    for words in ("老人理发", "福利", ">alpha<", "周一、周三 9:00—11:00", "服务站", "tel:"):
        assert words in html
    assert "全部 <b>2</b> 项服务" in html
    assert "福利服务 1 项，占 50.0%（1/2）" in html
    assert "1 个社区未填报" in html


def test_a_service_for_two_audiences_is_found_under_both_and_counted_once() -> None:
    groups = directory_page.BLOCKS["services"].groups(edition(city()), {"by": "audience"})
    assert {group.label: len(group.items) for group in groups} == {
        "aged": 1,
        "disabled": 1,
        "对象未填报": 1,
    }
    assert "全部 <b>2</b> 项服务" in shown(city(), "services", "audience")


def test_what_a_community_that_is_gone_offered_is_not_listed() -> None:
    found = welfare(city())
    assert (found.numerator, found.denominator) == (1, 2)
    assert (found.reporting, found.communities) == (2, 3)
    assert ">gone<" not in shown(city(), "services", "district")


def test_no_services_have_no_share() -> None:
    assert welfare(site(community("alpha"))).percent == ""


@pytest.mark.parametrize("directory", DIRECTORIES, ids=lambda item: item.name)
def test_tags_of_entries_are_those_of_the_form(directory: Any) -> None:
    made = edition(city(), directory.name)
    choices = [tag for choice in directory.choices(made.facts) for tag in choice.options]
    used = {tag for entry in directory.entries(made.facts) for tag in entry.tags}
    known = {*choices, "district-east"}  # a district without a record has no choice
    assert {tag for tag in used if tag.split("-")[0] in ("district", "fee", "with")} <= known


@pytest.mark.parametrize("directory", DIRECTORIES, ids=lambda item: item.name)
def test_the_data_hold_every_entry_of_the_page(directory: Any) -> None:
    made = edition(city(), directory.name)
    data: Any = directory_page.found(directory, made)
    entries = list(directory.entries(made.facts))
    assert [line[1] for line in data["entries"]] == [entry.name for entry in entries]
    for line, entry in zip(data["entries"], entries, strict=True):
        assert data["communities"][line[0]][0] == entry.community.id
        assert [data["tags"][place] for place in line[3]] == list(entry.tags)


def test_days_are_bits_and_words_that_only_people_read_are_none() -> None:
    services: Any = directory_page.found(SERVICES, edition(city()))
    assert [line[4] for line in services["entries"]] == [0b101, -1]
    facilities: Any = directory_page.found(FACILITIES, edition(city(), "facilities"))
    assert [line[4] for line in facilities["entries"]] == [-1, 0b1111111]


def test_only_what_a_page_asks_for_is_published() -> None:
    [file] = directory_page.files(edition(city()))
    assert file.path == SERVICES_DATA
    assert isinstance(file.data, bytes)
    assert json.loads(file.data)["communities"] == [["alpha", "alpha"]]


def test_a_team_without_a_number_says_so() -> None:
    html = shown(city(), TEAMS.name, "district")
    assert "12 人" in html
    assert "人数未填报" in html


def test_a_long_directory_goes_on_in_addresses_of_its_own() -> None:
    many = [LUNCH] * (directory_page.SIZE + 1)
    made = edition(site(community(services=many)))
    further = dict(directory_page.BLOCKS["services"].further(made))
    assert list(further) == ["communities/services-by-district_2/"]
