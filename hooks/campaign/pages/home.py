"""The home page: whose campaign this is, how far it has come, and where to go from here."""

from __future__ import annotations

from campaign.derive.coverage import exists
from campaign.derive.facts import newest
from campaign.model import Entry
from campaign.pages import honours, names, pictures, plaques, views
from campaign.pages.desk import Desk
from campaign.pages.galleries import newest as newest_galleries
from campaign.pages.galleries import photo_url
from campaign.pages.names import View

LATEST = 6
NEW_PLAQUES = 6
FINDER_OPEN = 60
"""Up to how many communities the home page lists without being asked."""


def view(desk: Desk) -> View:
    site = desk.site
    featured = site.settings.featured
    return {
        "motto": site.settings.motto,
        "summary": site.settings.campaign.summary,
        "hero": pictures.photo(desk, featured.photo),
        "figures": _figures(desk),
        "countdown": countdown(desk),
        "finder": _finder(desk),
        "finder_open": len(site.communities) <= FINDER_OPEN,
        "plaques": _new_plaques(desk),
        "levels": honours.levels(desk.facts.standings),
        "communities": [
            views.community_card(desk, site.communities[id])
            for id in featured.communities
            if id in site.communities
        ],
        "experiences": [
            views.experience_card(desk, site.experiences[id])
            for id in featured.experiences
            if id in site.experiences
        ],
        "tasks": [
            views.task_tile(desk, item)
            for item in sorted(site.tasks.values(), key=lambda item: item.order)
        ],
        "news": [views.entry_item(desk, e) for e in newest(site.news.values())[:LATEST]],
        "documents": [views.entry_item(desk, e) for e in _documents(desk)],
        "gallery": _gallery(desk),
    }


def countdown(desk: Desk) -> View:
    """Days to the inspection; on the day itself and after it, what is known of the outcome."""
    campaign = desk.site.settings.campaign
    day = campaign.inspection_date
    outcome = campaign.outcome
    days = (day - desk.site.today).days if day else None
    return {
        "days": days if days is not None and days > 0 and not outcome else None,
        "date": str(day or ""),
        "title": campaign.title,
        "outcome": outcome.text if outcome else "",
        "outcome_on": str(outcome.on) if outcome else "",
        "waiting": days is not None and days <= 0 and not outcome,
    }


def _figures(desk: Desk) -> list[View]:
    """The headline figures: communities, and the coverage with its fraction."""
    site = desk.site
    existing = sum(exists(item, site.today) for item in site.communities.values())
    focus = [id for id, district in site.districts.items() if district.focus]
    in_focus = sum(item.district in focus for item in site.communities.values())
    total: View = {
        "label": "社区",
        "value": str(existing),
        "unit": "个",
        "note": f"其中责任主体所辖 {in_focus} 个" if focus and existing else "",
        "url": "communities/",
    }
    coverage = honours.coverage_view(desk, site.today)
    return [total] + ([coverage] if coverage and existing else [])


def _finder(desk: Desk) -> list[View]:
    """Every community under the first letter of its name, with the estates it is known by."""
    letters: dict[str, list[View]] = {}
    for community in sorted(desk.site.communities.values(), key=names.sort_key):
        link = names.record_link(desk, "community", community.id)
        letter = names.initial(community.pinyin or community.name)
        letters.setdefault(letter, []).append(link)
    return [{"letter": letter, "links": links} for letter, links in sorted(letters.items())]


def _new_plaques(desk: Desk) -> list[View]:
    """The communities named most recently, the highest level first."""
    held = [
        item
        for item in desk.facts.standings
        if item.state.is_active and item.named and (item.kind.ladder or item.kind.is_site)
    ]
    held.sort(key=lambda item: (-(item.named.toordinal() if item.named else 0), item.level.rank))
    latest: dict[str, View] = {}
    for item in held:
        latest.setdefault(item.honour.subject.ref or "", plaques.plaque(desk, item))
    return list(latest.values())[:NEW_PLAQUES]


def _documents(desk: Desk) -> list[Entry]:
    site = desk.site
    items: list[Entry] = [
        *site.speeches.values(),
        *site.policies.values(),
        *site.interpretations.values(),
    ]
    return newest(items)[:LATEST]


def _gallery(desk: Desk) -> View | None:
    site = desk.site
    chosen = site.galleries.get(site.settings.featured.gallery or "")
    gallery = chosen or next(iter(newest_galleries(desk)), None)
    if gallery is None:
        return None
    shots = pictures.gallery_photos(desk, gallery)[:5]
    photos = [shot | {"page": photo_url(desk, gallery, shot["id"])} for shot in shots]
    return {"title": gallery.title, "photos": photos}
