"""The home page: whose campaign this is, how far it has come, and where to go from here."""

from __future__ import annotations

from campaign.derive.coverage import existing
from campaign.derive.facts import newest
from campaign.kinds import BY_NAME
from campaign.kinds.articles import entry_item
from campaign.kinds.community import Community
from campaign.kinds.community.views import community_card
from campaign.kinds.district import District
from campaign.kinds.experience import Experience
from campaign.kinds.experience.page import experience_card
from campaign.kinds.gallery import Gallery
from campaign.kinds.gallery.page import gallery_photos, photo_url
from campaign.kinds.gallery.page import newest as newest_galleries
from campaign.kinds.honour import figures, plaques
from campaign.kinds.interpretation import Interpretation
from campaign.kinds.news import News
from campaign.kinds.policy import Policy
from campaign.kinds.speech import Speech
from campaign.kinds.task import Task
from campaign.kinds.task.page import task_tile
from campaign.model.entry import Entry
from campaign.render import names, pictures
from campaign.render.edition import Edition
from campaign.render.names import View

LATEST = 6
NEW_PLAQUES = 6
FINDER_OPEN = 60
"""Up to how many communities the home page lists; of more it has the letters alone."""


def view(edition: Edition) -> View:
    site = edition.site
    featured = site.settings.featured
    return {
        "motto": site.settings.motto,
        "summary": site.settings.campaign.summary,
        "hero": pictures.photo(edition, featured.photo),
        "figures": _figures(edition),
        "countdown": countdown(edition),
        "finder": _finder(edition),
        "has_finder": bool(site.of(Community)),
        "finder_open": len(site.of(Community)) <= FINDER_OPEN,
        "plaques": _new_plaques(edition),
        "levels": figures.levels(edition, edition.facts.standings, site.today),
        "communities": [
            community_card(edition, site.of(Community)[id])
            for id in featured.communities
            if id in site.of(Community)
        ],
        "experiences": [
            experience_card(edition, site.of(Experience)[id])
            for id in featured.experiences
            if id in site.of(Experience)
        ],
        "tasks": [
            task_tile(edition, item)
            for item in sorted(site.of(Task).values(), key=lambda item: item.order)
        ],
        "news": [entry_item(edition, e) for e in newest(site.of(News).values())[:LATEST]],
        "documents": [entry_item(edition, e) for e in _documents(edition)],
        "gallery": _gallery(edition),
    }


def countdown(edition: Edition) -> View:
    """Days to the inspection; on the day itself and after it, what is known of the outcome."""
    campaign = edition.site.settings.campaign
    day = campaign.inspection_date
    outcome = campaign.outcome
    days = (day - edition.site.today).days if day else None
    return {
        "days": days if days is not None and days > 0 and not outcome else None,
        "date": str(day or ""),
        "title": campaign.title,
        "outcome": outcome.text if outcome else "",
        "outcome_on": str(outcome.on) if outcome else "",
        "waiting": days is not None and days <= 0 and not outcome,
    }


def _figures(edition: Edition) -> list[View]:
    """The headline figures: communities, and the coverage with its fraction."""
    site = edition.site
    communities = existing(site, site.today)
    focus = [id for id, district in site.of(District).items() if district.focus]
    in_focus = sum(item.district in focus for item in communities)
    total: View = {
        "label": "社区",
        "value": str(len(communities)),
        "unit": "个",
        "note": f"其中责任主体所辖 {in_focus} 个" if focus and communities else "",
        "url": "communities/",
    }
    coverage = figures.coverage_view(edition, site.today)
    return [total] + ([coverage] if coverage and communities else [])


def _finder(edition: Edition) -> list[View]:
    """Every community under the first letter of its name, with the estates it is known by.

    In a big city the letters lead to where each begins on the list in the order of pinyin.
    """
    communities = edition.site.of(Community).values()
    if len(communities) > FINDER_OPEN:
        return _letters(edition)
    letters: dict[str, list[View]] = {}
    for community in sorted(communities, key=names.sort_key):
        link = names.record_link(edition, "community", community.id)
        letter = names.initial(community.pinyin or community.name)
        letters.setdefault(letter, []).append(link)
    return [{"letter": letter, "links": links} for letter, links in sorted(letters.items())]


def _letters(edition: Edition) -> list[View]:
    block = BY_NAME[Community.kind].presenter.list_block("communities")
    options = {"by": "pinyin"}
    places = block.contents(edition, options)
    groups = block.groups(edition, options)
    return [{"letter": g.label, "url": places[g.id], "links": []} for g in groups if places]


def _new_plaques(edition: Edition) -> list[View]:
    """The communities named most recently, the highest level first."""
    held = [
        item
        for item in edition.facts.standings
        if item.state.is_active and item.named and (item.kind.ladder or item.kind.is_site)
    ]
    held.sort(key=lambda item: (-(item.named.toordinal() if item.named else 0), item.level.rank))
    latest: dict[str, View] = {}
    for item in held:
        latest.setdefault(item.honour.subject.ref or "", plaques.plaque(edition, item))
    return list(latest.values())[:NEW_PLAQUES]


def _documents(edition: Edition) -> list[Entry]:
    site = edition.site
    items: list[Entry] = [
        *site.of(Speech).values(),
        *site.of(Policy).values(),
        *site.of(Interpretation).values(),
    ]
    return newest(items)[:LATEST]


def _gallery(edition: Edition) -> View | None:
    site = edition.site
    chosen = site.of(Gallery).get(site.settings.featured.gallery or "")
    gallery = chosen or next(iter(newest_galleries(edition)), None)
    if gallery is None:
        return None
    shots = gallery_photos(edition, gallery)[:5]
    photos = [shot | {"page": photo_url(edition, gallery, shot["id"])} for shot in shots]
    return {"title": gallery.title, "photos": photos}
