"""Under what communities stand in their list: by district, county, type, level or first letter."""

from __future__ import annotations

from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.kinds.district.facts import districts_in_order, place_name, place_names, top
from campaign.kinds.honour.facts import highest_of
from campaign.model.level import Level
from campaign.render import names
from campaign.render.edition import Edition

NO_HONOUR = "尚无在册荣誉"
TO_COME = "尚未成立"
GONE = "已撤并"
APART = (TO_COME, GONE)
"""What stands behind the others: communities that are counted nowhere."""


def order(edition: Edition, by: str) -> list[str]:
    """The headings of the list of communities, in their order."""
    if by == "district":
        return place_names(edition.site)
    if by == "county":
        return [item.name for item in districts_in_order(edition.site)]
    if by == "type":
        return list(edition.site.labels("community-types").values())
    if by == "level":
        return [*(level.label for level in Level), NO_HONOUR]
    return sorted({_initial(item) for item in edition.site.of(Community).values()})


def heading(edition: Edition, by: str, community: Community) -> str:
    """Under what a community stands in the list: one that does not exist, apart from the others."""
    if not community.exists(edition.site.today):
        return TO_COME if edition.site.today < community.est.first() else GONE
    if by == "district":
        return place_name(edition.site, community.district)
    if by == "county":
        return names.name_of(edition, District, top(edition.site, community.district))
    if by == "type":
        return edition.site.label("community-types", community.type)
    return _level_label(edition, community) if by == "level" else _initial(community)


def _initial(community: Community) -> str:
    return names.initial(community.pinyin or community.name)


def _level_label(edition: Edition, community: Community) -> str:
    top = highest_of(edition.facts, community)
    return top.level.label if top else NO_HONOUR
