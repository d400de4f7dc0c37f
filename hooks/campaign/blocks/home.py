"""The home page: whose campaign this is, how far it has come, and where to go from here."""

from __future__ import annotations

from typing import TypedDict

from campaign.derive.happenings import Sort
from campaign.kinds.campaign import story
from campaign.kinds.campaign.page import CHANGES
from campaign.kinds.campaign.views import HappeningRow, row
from campaign.kinds.community import Community, finder
from campaign.kinds.community.facts import existing
from campaign.kinds.community.views import CommunityCard, community_card
from campaign.kinds.district import District
from campaign.kinds.district.facts import lies_in
from campaign.kinds.entry_presenter import EntryItem, entry_item
from campaign.kinds.event.views import EventRow, next_events
from campaign.kinds.experience import Experience
from campaign.kinds.experience.page import ExperienceCard, experience_card
from campaign.kinds.gallery.page import Mosaic, mosaic
from campaign.kinds.honour import figures, plaques
from campaign.kinds.indicator.views import FigureView
from campaign.kinds.interpretation import Interpretation
from campaign.kinds.news.facts import current
from campaign.kinds.policy import Policy
from campaign.kinds.speech import Speech
from campaign.kinds.task.facts import tasks_in_order
from campaign.kinds.task.tile import TaskTile, task_tile
from campaign.model.entry import Entry, newest
from campaign.render import pictures
from campaign.render.edition import Edition
from campaign.render.pictures import PhotoView

LATEST = 6
NEW_PLAQUES = 6
DONE = 3
"""Things that were finished lately, which the home page names."""


class Total(TypedDict):
    """How many communities there are."""

    label: str
    value: str
    unit: str
    note: str
    url: str


class Countdown(TypedDict):
    """Days to the inspection, or what is known of its outcome."""

    days: int | None
    date: str
    title: str
    outcome: str
    outcome_on: str
    waiting: bool


class Done(TypedDict):
    """What was finished lately, the newest first, and where all changes stand."""

    title: str
    count: int
    rows: list[HappeningRow]
    url: str


class Home(finder.Finder):
    """All that the home page shows."""

    motto: str
    summary: str
    hero: PhotoView | None
    total: Total
    coverage: FigureView | None
    countdown: Countdown
    plaques: list[plaques.Plaque]
    levels: list[figures.LevelCount]
    communities: list[CommunityCard]
    experiences: list[ExperienceCard]
    tasks: list[TaskTile]
    events: list[EventRow]
    done: Done | None
    news: list[EntryItem]
    documents: list[EntryItem]
    gallery: Mosaic | None


def view(edition: Edition) -> Home:
    site = edition.site
    featured = site.settings.featured
    communities = existing(site, site.today)
    return {
        "motto": site.settings.motto,
        "summary": site.settings.campaign.summary,
        "hero": pictures.photo(edition, featured.photo),
        "total": _total(edition, communities),
        "coverage": figures.coverage_view(edition, site.today) if communities else None,
        "countdown": countdown(edition),
        **finder.view(edition),
        "plaques": plaques.newest(edition, NEW_PLAQUES),
        "levels": figures.levels(edition, site.today),
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
        "tasks": [task_tile(edition, item) for item in tasks_in_order(site)],
        "events": next_events(edition),
        "done": _done(edition),
        "news": [entry_item(edition, e) for e in current(edition.facts)[:LATEST]],
        "documents": [entry_item(edition, e) for e in _documents(edition)],
        "gallery": mosaic(edition, featured.gallery),
    }


def countdown(edition: Edition) -> Countdown:
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


def _done(edition: Edition) -> Done | None:
    """Promises that were kept and works that were accepted lately; nothing where there is none."""
    lately, *_ = story.periods(edition.site.today)
    changed = story.changed(story.happenings(edition.facts), lately.after, lately.until)
    done = [item for item in changed if item.sort is Sort.DELIVERED]
    if not done:
        return None
    return {
        "title": f"{lately.title}办成的事",
        "count": sum(item.count for item in done),
        "rows": [row(item) for item in done[:DONE]],
        "url": CHANGES if edition.site.shows(f"{CHANGES.rstrip('/')}.md") else "",
    }


def _total(edition: Edition, communities: list[Community]) -> Total:
    """How many communities there are, and how many of them the campaign is about."""
    site = edition.site
    focus = [id for id, district in site.of(District).items() if district.focus]
    in_focus = sum(lies_in(site, item.district, focus) for item in communities)
    return {
        "label": "社区",
        "value": str(len(communities)),
        "unit": "个",
        "note": f"其中责任主体所辖 {in_focus} 个" if focus and communities else "",
        "url": "communities/",
    }


def _documents(edition: Edition) -> list[Entry]:
    site = edition.site
    items: list[Entry] = [
        *site.of(Speech).values(),
        *site.of(Policy).values(),
        *site.of(Interpretation).values(),
    ]
    return newest(items)[:LATEST]
