"""A community as templates see it: its card, and all that its page tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.references import naming
from campaign.html.dialling import dialled
from campaign.kinds.community import Community
from campaign.kinds.community.facts import Alike, alike_to
from campaign.kinds.district import District
from campaign.kinds.district.facts import place_name
from campaign.kinds.honour import plaques
from campaign.kinds.honour.facts import highest_of, honours_of, rank
from campaign.kinds.honour.plaques import History, Plaque, plaque
from campaign.kinds.indicator.standards import Verdict
from campaign.kinds.org import Org
from campaign.render.edition import Edition
from campaign.render.names import Link, draft_label, pinyin, record_link
from campaign.render.pictures import PhotoView, photo
from campaign.text import cut


class CommunityCard(TypedDict):
    """A community in a list, and at the head of its page."""

    name: str
    url: str
    district: str
    type: str
    line: str
    cover: PhotoView | None
    plaque: Plaque | None
    site: bool
    draft: str


DESCRIPTION = 110
"""Characters of an introduction that stand for it in search results and shared links."""


class Fact(TypedDict):
    """A line of a table of facts."""

    label: str
    value: str | Markup


class Merger(TypedDict):
    """The end of a community, and the one that it became part of."""

    on: str
    into: Link | None


class FacilityView(TypedDict):
    """A place in a community."""

    kind: str
    name: str
    area: str
    hours: str
    place: str
    minors: bool
    accessible: bool


class ServiceView(TypedDict):
    """What a community does for its people."""

    name: str
    kind: str
    kind_label: str
    audience: str
    time: str
    place: str
    phone: Markup


class NotListed(TypedDict):
    """What stands in the place of each list that has no items."""

    services: str
    facilities: str
    teams: str


def sort_key(community: Community) -> str:
    """By which communities stand in the order of their names."""
    return community.pinyin or pinyin(community.name)


def community_card(edition: Edition, community: Community) -> CommunityCard:
    top = highest_of(edition.facts, community)
    honours = honours_of(edition.facts, community)
    is_site = any(item.kind.is_site and item.state.is_active for item in honours)
    return {
        "name": community.name,
        "url": urls.url(community),
        "district": place_name(edition.site, community.district),
        "type": edition.site.label("community-types", community.type),
        "line": community.slogan or "、".join(community.features[:3]),
        "cover": photo(edition, community.cover),
        "plaque": plaque(edition, top) if top else None,
        "site": is_site,
        "draft": draft_label(edition, community),
    }


def description(intro: Markup) -> str:
    """The beginning of an introduction, for programs: said alike wherever a page tells it."""
    return cut(intro.striptags(), DESCRIPTION, unfinished="")


def alike(edition: Edition, community: Community) -> list[CommunityCard]:
    """Cards of communities like this one, with what they share in place of their own line."""
    return [
        {
            **community_card(edition, edition.site.of(Community)[item.id]),
            "line": in_common(edition, item),
        }
        for item in alike_to(edition.facts, community)
    ]


def in_common(edition: Edition, item: Alike) -> str:
    """The shared traits in words: 同为老旧小区型，都有“环境提升”的经验，都在澜城镇。"""
    site, shared = edition.site, item.shared
    district = site.of(District).get(shared.get("district", ""))
    words = [
        f"同为{site.label('community-types', shared['type'])}" if "type" in shared else "",
        f"都有“{site.label('themes', shared['theme'])}”的经验" if "theme" in shared else "",
        f"都是{shared['size']}" if "size" in shared else "",
        f"都在{district.name}" if district else "",
    ]
    return "，".join(filter(None, words))


def copied(text: str) -> Markup:
    """A text that one touch marks whole, to be copied."""
    return Markup('<span class="copied">{}</span>').format(text)


class Contact(TypedDict):
    """How to reach the committee."""

    address: Markup
    phone: Markup
    hours: str


def contact(community: Community) -> Contact | None:
    """The committee's office, if it is known."""
    office = community.committee
    if office is None:
        return None
    return {
        "address": copied(office.address),
        "phone": dialled(office.phone or ""),
        "hours": office.hours or "",
    }


def merger(edition: Edition, community: Community) -> Merger | None:
    """When a community ended, and which one its residents belong to now."""
    gone = community.dissolved
    if gone is None:
        return None
    into = record_link(edition, "community", gone.into) if gone.into else None
    return {"on": str(gone.date), "into": into}


def facts(edition: Edition, community: Community) -> list[Fact]:
    """The facts table: only what is known, and not said in the head of the page."""
    org = edition.site.of(Org).get(community.contact_office or "")
    merged = community.dissolved
    absorbed = naming(edition.facts, Community, community, "dissolved")
    rows = [
        ("曾用名", "；".join(_former_names(edition, community))),
        ("所属镇街", place_name(edition.site, community.district)),
        ("曾属镇街", "；".join(_former_towns(edition, community))),
        ("社区类型", edition.site.label("community-types", community.type)),
        ("成立时间", str(community.est)),
        ("撤并时间", str(merged.date) if merged else ""),
        ("并入的社区", "、".join(item.name for item in absorbed)),
        ("户数", quantity(community.households, "户")),
        ("常住人口", quantity(community.population, "人")),
        ("面积", quantity(community.area_km2, "平方公里")),
        ("小区", "、".join(community.estates)),
        ("联系单位", org.name if org else ""),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


def _former_names(edition: Edition, community: Community) -> Iterator[str]:
    """What residents may still know it by."""
    for item in sorted(community.name_history, key=lambda item: item.until, reverse=True):
        if item.until < edition.site.today:
            yield f"{item.name}（到 {item.until}）"


def _former_towns(edition: Edition, community: Community) -> Iterator[str]:
    """Where it lay before: past figures of towns are counted so."""
    for item in sorted(community.terms_history, key=lambda item: item.until, reverse=True):
        if item.until < edition.site.today:
            yield f"{place_name(edition.site, item.district)}（到 {item.until}）"


def quantity(value: int | Decimal | None, unit: str) -> str:
    """A number with its unit; what nobody has filled in is not nothing."""
    return f"{value:,} {unit}" if value is not None else NOT_REPORTED


NOT_REPORTED = Verdict.UNKNOWN.label


def not_listed(community: Community) -> NotListed:
    """What stands where there is no list: that it is empty, or that nobody has written it."""
    return {
        "services": _not_listed(community.services, "服务项目"),
        "facilities": _not_listed(community.facilities, "设施"),
        "teams": _not_listed(community.teams, "志愿队伍"),
    }


def _not_listed(items: Sequence[object] | None, label: str) -> str:
    return f"{NOT_REPORTED}。" if items is None else f"没有{label}。"


def facilities(edition: Edition, community: Community) -> list[FacilityView]:
    return [
        {
            "kind": edition.site.label("facility-kinds", item.kind),
            "name": item.name,
            "area": f"{item.area_m2:f}" if item.area_m2 is not None else "",
            "hours": item.hours or "",
            "place": item.place or "",
            "minors": bool(item.open_to_minors),
            "accessible": bool(item.accessible),
        }
        for item in community.facilities or ()
    ]


def services(edition: Edition, community: Community) -> list[ServiceView]:
    return [
        {
            "name": item.name,
            "kind": item.kind.value,
            "kind_label": item.kind.label,
            "audience": "、".join(edition.site.label("audiences", a) for a in item.audience),
            "time": item.time or "",
            "place": item.place or "",
            "phone": dialled(item.phone or ""),
        }
        for item in community.services or ()
    ]


def honours(edition: Edition, community: Community) -> list[History]:
    """Plaques with their life-cycle: held ones first, then pending ones, by rank each."""
    items = sorted(honours_of(edition.facts, community), key=rank)
    return [plaques.history(edition, item) for item in items]


class StopView(TypedDict):
    """A stop of a tour."""

    stop: str
    what: str
    minutes: int | None


def route(community: Community) -> list[StopView]:
    """The stops of its tour, if it receives visitors."""
    stops = community.reception.route if community.reception else []
    return [{"stop": s.stop, "what": s.what, "minutes": s.minutes} for s in stops]
