"""Community pages."""

from __future__ import annotations

from collections.abc import Iterator

from campaign import urls
from campaign.derive.figures import standards
from campaign.derive.lifecycle import State
from campaign.derive.likeness import Alike
from campaign.frame import subscribe
from campaign.kinds.community import Community, comparison
from campaign.kinds.district import District
from campaign.kinds.honour import plaques
from campaign.kinds.org import Org
from campaign.render import names, pictures, views
from campaign.render.edition import Edition
from campaign.render.names import View
from campaign.render.outputs import Page

SHELL = "communities/shell.md"
SERVICE_LABELS = {"welfare": "福利", "low_fee": "低偿", "paid": "有偿"}


def pages(edition: Edition) -> Iterator[Page]:
    """One page each, in pinyin order with a link to the previous and the next."""
    ordered = sorted(edition.site.of(Community).values(), key=names.sort_key)
    for index, community in enumerate(ordered):
        before = ordered[index - 1] if index else None
        after = ordered[index + 1] if index + 1 < len(ordered) else None
        yield page(edition, community, before, after)
    yield from comparison.further_pages(edition)


def page(
    edition: Edition, community: Community, before: Community | None, after: Community | None
) -> Page:
    root = urls.root_from(urls.url(community))
    card = views.community_card(edition, community)
    body = edition.render(
        "community.html.jinja",
        root,
        community=community,
        card=card,
        intro=edition.prose(community.intro, root),
        facts=_facts(edition, community),
        standards=[views.figure(edition, item) for item in standards(edition.site, community)],
        facilities=_facilities(edition, community),
        services=_services(edition, community),
        honours=_honours(edition, community),
        experiences=[
            views.experience_card(edition, item)
            for item in edition.facts.experiences_of.get(community.id, [])
        ],
        galleries=[
            pictures.gallery_card(edition, item)
            for item in edition.facts.galleries_of.get(community.id, [])
        ],
        news=[
            views.entry_item(edition, n) for n in edition.facts.news_of.get(community.id, [])[:5]
        ],
        route=[
            {"stop": s.stop, "what": s.what, "minutes": s.minutes}
            for s in (community.reception.route if community.reception else [])
        ],
        origin=names.origin(edition, community),
        alike=_alike(edition, community),
        compare=comparison.link(edition, community),
        before=names.record_link(edition, "community", before.id) if before else None,
        after=names.record_link(edition, "community", after.id) if after else None,
    )
    cover = card["cover"]
    return Page(
        path=urls.url(community),
        shell=SHELL,
        title=community.name,
        description=views_description(community),
        body=body + subscribe.line(edition, urls.url(community)),
        source=edition.site.origin(community).path,
        cover=cover["id"] if cover else "",
        modified=str(community.updated or ""),
    )


def _alike(edition: Edition, community: Community) -> list[View]:
    """Cards of communities like this one, with what they share in place of their own line."""
    return [
        views.community_card(edition, edition.site.of(Community)[item.id])
        | {"line": _in_common(edition, item)}
        for item in edition.facts.likeness.get(community.id, [])
    ]


def _in_common(edition: Edition, item: Alike) -> str:
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


def views_description(community: Community) -> str:
    """One line for search results and shared links."""
    flat = " ".join(community.intro.split())
    return flat if len(flat) <= 110 else flat[:109] + "…"


def _facts(edition: Edition, community: Community) -> list[View]:
    """The facts table: only what is known."""
    committee = community.committee
    org = edition.site.of(Org).get(community.contact_office or "")
    merged = community.dissolved
    rows = [
        ("所属镇街", names.district_name(edition, community)),
        ("社区类型", edition.site.label("community-types", community.type)),
        ("成立时间", str(community.est)),
        ("撤并时间", str(merged.date) if merged else ""),
        ("户数", f"{community.households:,} 户" if community.households else ""),
        ("常住人口", f"{community.population:,} 人" if community.population else ""),
        ("面积", f"{community.area_km2:f} 平方公里" if community.area_km2 else ""),
        ("小区", "、".join(community.estates)),
        ("居委会", committee.address if committee else ""),
        ("电话", committee.phone if committee else ""),
        ("办公时间", committee.hours if committee else ""),
        ("联系单位", org.name if org else ""),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


def _facilities(edition: Edition, community: Community) -> list[View]:
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
        for item in community.facilities
    ]


def _services(edition: Edition, community: Community) -> list[View]:
    return [
        {
            "name": item.name,
            "kind": item.kind.value,
            "kind_label": SERVICE_LABELS[item.kind.value],
            "audience": "、".join(edition.site.label("audiences", a) for a in item.audience),
            "time": item.time or "",
            "place": item.place or "",
            "phone": item.phone or "",
        }
        for item in community.services
    ]


def _honours(edition: Edition, community: Community) -> list[View]:
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
