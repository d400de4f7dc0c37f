"""A community (社区) and its neighbourhood committee."""

from campaign.kinds.community.addresses import (
    COMPARISON_DATA,
    FACILITIES_DATA,
    FINDER_DATA,
    SERVICES_DATA,
    TEAMS_DATA,
)
from campaign.kinds.community.record import Community
from campaign.kinds.kind import Kind, Plain

KIND = Kind(
    Community,
    "showcases/communities/*.yml",
    fetched=(COMPARISON_DATA, FINDER_DATA, SERVICES_DATA, FACILITIES_DATA, TEAMS_DATA),
    folder="communities",
    plain=Plain(
        "home-group",
        "按镇街找到自己的社区",
        title="找我的社区",
        shortcut="communities/by-pinyin.md",
        shortcut_words="按名称的拼音首字母找",
    ),
    is_followed=False,
    is_followed_one_by_one=True,
    offers={
        "communities": {"by": ("district", "county", "type", "level", "pinyin")},
        "compare": {},
        "services": {"by": ("district", "audience")},
        "facilities": {"by": ("kind", "district")},
        "teams": {"by": ("district",)},
    },
)

__all__ = ["KIND", "Community"]
