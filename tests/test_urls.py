"""Addresses relative to the site's root."""

from __future__ import annotations

import pytest

from campaign import urls
from campaign.kinds.contest.addresses import winners
from campaign.kinds.honour.addresses import roll
from campaign.model.fields import ID
from campaign.reading.markup import LINK_KINDS
from values import community, honour, honour_kind, indicator


@pytest.mark.parametrize(
    ("kind", "id", "address"),
    [
        ("community", "xingfuli", "communities/xingfuli/"),
        ("experience", "lane", "experiences/lane/"),
        ("honour-kind", "city", "honours/city/"),
        ("honour", "city/alpha", "honours/city/#alpha"),
        ("task", "roads", "tasks/roads/"),
        ("indicator", "coverage", "tasks/indicators/#coverage"),
        ("gallery", "fair", "galleries/fair/"),
        ("contest", "lens", "contests/lens/"),
        ("speech", "2026-04-09-talk", "speeches/2026-04-09-talk/"),
        ("policy", "2026-01-10-rules", "policies/2026-01-10-rules/"),
        ("interpretation", "2026-01-12-why", "interpretations/2026-01-12-why/"),
        ("news", "2026-04-01-item", "news/2026-04-01-item/"),
    ],
)
def test_an_address_is_folder_and_id(kind: str, id: str, address: str) -> None:
    assert urls.of(kind, id) == address


def test_a_record_has_its_address() -> None:
    records = (community(), honour_kind(), honour("2024-05-01 named"), indicator())
    assert [urls.url(record) for record in records] == [
        "communities/alpha/",
        "honours/city/",
        "honours/city/#alpha",
        "tasks/indicators/#coverage",
    ]


@pytest.mark.parametrize("kind", LINK_KINDS)
def test_whatever_can_be_linked_has_an_address_of_its_own(kind: str) -> None:
    address = urls.of(kind, "x1")
    assert "x1" in address
    assert [other for other in LINK_KINDS if urls.of(other, "x1") == address] == [kind]


def test_what_has_no_page_has_no_address() -> None:
    with pytest.raises(KeyError):
        urls.of("vocab", "themes")


def test_no_contest_can_stand_where_the_winners_of_another_do() -> None:
    assert winners("lens") == "contests/lens_winners/"
    assert not ID.fullmatch("lens_winners")


def test_the_roll_of_a_year_stands_among_the_honours() -> None:
    assert roll(2024) == "honours/2024/"


@pytest.mark.parametrize(
    ("address", "root"),
    [
        ("", ""),
        ("news/", "../"),
        ("communities/xingfuli/", "../../"),
        ("tasks/indicators/", "../../"),
    ],
)
def test_the_way_back_to_the_root_has_one_step_a_folder(address: str, root: str) -> None:
    assert urls.root_from(address) == root


def test_an_anchor_is_no_folder() -> None:
    assert urls.root_from(urls.of("indicator", "coverage")) == "../../"
