"""The level of a community: the highest that makes one, and no other honour that it holds."""

from __future__ import annotations

from campaign.kinds import BY_NAME
from campaign.kinds.community import Community
from campaign.kinds.community.page import CommunityPresenter
from campaign.kinds.indicator.coverage import by_level
from campaign.model.level import Level
from campaign.render.edition import Edition
from campaign.site import Site
from values import TODAY, community, honour, honour_kind, site

PRESENTER = CommunityPresenter(BY_NAME[Community.kind])


def city() -> Site:
    return site(
        honour_kind("province", level="province", ladder=True),
        honour_kind("city", level="city", ladder=True),
        honour_kind("commendation", level="national"),
        community("alpha"),
        community("beta"),
        community("gone", dissolved={"date": "2025-01-01"}),
        honour("2020-01-01 named", kind="province", to="alpha"),
        honour("2019-01-01 named", kind="city", to="alpha"),
        honour("2021-01-01 named", kind="commendation", to="alpha"),
        honour("2019-01-01 named", kind="city", to="beta"),
        honour("2019-01-01 named, 2020-01-01 revoked", kind="province", to="beta"),
        honour("2019-01-01 named", kind="city", to="gone"),
    )


def test_communities_that_exist_are_counted_once_at_their_highest_level() -> None:
    found = by_level(city(), TODAY)
    assert found == {Level.PROVINCE: 1, Level.CITY: 1}


def test_a_commendation_makes_no_level_by_which_a_community_is_found() -> None:
    edition = Edition(city(), {})
    traits = PRESENTER.traits(edition, edition.site.of(Community)["alpha"])
    assert list(traits.levels) == [Level.PROVINCE]


def test_a_community_that_is_gone_is_listed_apart() -> None:
    edition = Edition(city(), {})
    for way in ("level", "pinyin"):
        groups = PRESENTER.groups(edition, {"by": way})
        assert groups[-1].label == "已撤并"
        assert sum(len(group.items) for group in groups[:-1]) == 2


def test_a_community_that_is_still_to_come_is_not_listed_as_gone() -> None:
    edition = Edition(site(community("alpha"), community("later", est="2099-05")), {})
    groups = {group.label: group.items for group in PRESENTER.groups(edition, {"by": "pinyin"})}
    assert [item.id for item in groups["尚未成立"]] == ["later"]
    assert "已撤并" not in groups
