"""A community as templates see it: its card, and all that its page tells."""

from __future__ import annotations

from decimal import Decimal

from campaign import urls
from campaign.derive.standards import Verdict
from campaign.kinds.community import Community
from campaign.kinds.community.facts import Alike
from campaign.kinds.district import District
from campaign.kinds.honour import plaques
from campaign.kinds.honour.lifecycle import State
from campaign.kinds.honour.plaques import plaque
from campaign.kinds.org import Org
from campaign.render import names
from campaign.render.edition import Edition
from campaign.render.names import View, district_name, draft_label, initial, sort_key
from campaign.render.pictures import photo


def community_card(edition: Edition, community: Community) -> View:
    top = edition.facts.highest_of(community)
    honours = edition.facts.honours_of.get(community.id, [])
    is_site = any(item.kind.is_site and item.state.is_active for item in honours)
    return {
        "id": community.id,
        "name": community.name,
        "url": urls.url(community),
        "district": district_name(edition, community),
        "type": edition.site.label("community-types", community.type),
        "line": community.slogan or "、".join(community.features[:3]),
        "estates": community.estates,
        "cover": photo(edition, community.cover),
        "plaque": plaque(edition, top) if top else None,
        "site": is_site,
        "initial": initial(community.pinyin or community.name),
        "pinyin": sort_key(community),
        "draft": draft_label(edition, community),
    }


def alike(edition: Edition, community: Community) -> list[View]:
    """Cards of communities like this one, with what they share in place of their own line."""
    return [
        community_card(edition, edition.site.of(Community)[item.id])
        | {"line": in_common(edition, item)}
        for item in edition.facts.likeness.get(community.id, [])
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


def facts(edition: Edition, community: Community) -> list[View]:
    """The facts table: only what is known."""
    committee = community.committee
    org = edition.site.of(Org).get(community.contact_office or "")
    merged = community.dissolved
    rows = [
        ("所属镇街", names.district_name(edition, community)),
        ("社区类型", edition.site.label("community-types", community.type)),
        ("成立时间", str(community.est)),
        ("撤并时间", str(merged.date) if merged else ""),
        ("户数", quantity(community.households, "户")),
        ("常住人口", quantity(community.population, "人")),
        ("面积", quantity(community.area_km2, "平方公里")),
        ("小区", "、".join(community.estates)),
        ("居委会", committee.address if committee else ""),
        ("电话", committee.phone if committee else ""),
        ("办公时间", committee.hours if committee else ""),
        ("联系单位", org.name if org else ""),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


def quantity(value: int | Decimal | None, unit: str) -> str:
    """A number with its unit; what nobody has filled in is not nothing."""
    return f"{value:,} {unit}" if value is not None else NOT_REPORTED


NOT_REPORTED = Verdict.UNKNOWN.label


def not_listed(community: Community) -> View:
    """What stands where there is no list: that it is empty, or that nobody has written it."""
    names = {"services": "服务项目", "facilities": "设施", "teams": "志愿队伍"}
    return {
        field: f"{NOT_REPORTED}。" if getattr(community, field) is None else f"没有{label}。"
        for field, label in names.items()
    }


def facilities(edition: Edition, community: Community) -> list[View]:
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


def services(edition: Edition, community: Community) -> list[View]:
    return [
        {
            "name": item.name,
            "kind": item.kind.value,
            "kind_label": item.kind.label,
            "audience": "、".join(edition.site.label("audiences", a) for a in item.audience),
            "time": item.time or "",
            "place": item.place or "",
            "phone": item.phone or "",
        }
        for item in community.services or ()
    ]


def honours(edition: Edition, community: Community) -> list[View]:
    """Plaques with their life-cycle: held ones first, those that give a level before others."""
    order = {State.REVOKED: 2, State.LAPSED: 2, State.WITHDRAWN: 3}
    items = sorted(
        edition.facts.honours_of.get(community.id, []),
        key=lambda item: (
            order.get(item.state, 1 if item.state.is_pending else 0),
            not item.kind.ladder,
        ),
    )
    return [
        plaques.plaque(edition, item)
        | {
            "events": [
                plaques.honour_event(edition, event)
                for event in item.honour.events
                if event.on <= edition.site.today
            ]
        }
        for item in items
    ]
