"""A contest as templates see it: its card, its works, and who won."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from campaign import urls
from campaign.kinds.community import Community
from campaign.kinds.contest import Contest
from campaign.kinds.contest.facts import (
    Stage,
    award_of,
    category_of,
    is_decided,
    ranked,
    shuffled,
    stage,
    token,
)
from campaign.kinds.contest.record import Award, ContestEntry
from campaign.kinds.gallery.record import Author
from campaign.render import names, pictures
from campaign.render.edition import Edition
from campaign.render.names import Link
from campaign.render.pictures import PhotoView

SIZES = (
    "(min-width: 60em) 1200px, 92vw",
    "(min-width: 60em) 590px, 92vw",
    "(min-width: 60em) 390px, 92vw",
)
"""How wide the winners of the first, the second and every further award are shown."""


class ContestCard(TypedDict):
    """A contest in the list of contests, and at the head of its page."""

    title: str
    url: str
    period: str
    count: int
    stage: str
    stage_label: str
    result: str
    intro: str
    cover: PhotoView | None
    draft: str


class Winner(TypedDict):
    """A work that won."""

    photo: PhotoView
    category: str
    community: Link | None


class AwardGroup(TypedDict):
    """The winners of an award, and how wide they are shown."""

    name: str
    rank: int
    sizes: str
    works: list[Winner]


@dataclass(frozen=True)
class Work:
    """An entry whose photo may be shown, and what may be told of it today."""

    entry: ContestEntry
    photo: PhotoView
    award: Award | None
    """Nothing for what won none, and for every work before the result."""


def works(edition: Edition, contest: Contest) -> list[Work]:
    """The works that may be shown: those that won first, the others in a telling-nothing order."""
    found = [_work(edition, contest, entry) for entry in shuffled(contest)]
    order = [award.id for award in ranked(contest)]
    shown = [work for work in found if work]
    return sorted(shown, key=lambda w: order.index(w.award.id) if w.award else len(order))


def _work(edition: Edition, contest: Contest, entry: ContestEntry) -> Work | None:
    photo = pictures.photo(edition, entry.photo)
    if photo is None:
        return None
    is_open = is_decided(contest, edition.site.today)
    award = award_of(contest, entry) if is_open else None
    # A photo's own anchor and caption tell where it is from, and before the result nothing may.
    told: PhotoView = {
        **photo,
        "anchor": f"work-{token(contest, entry)[:8]}",
        "caption": photo["caption"] if is_open else photo["alt"],
        "credit": _credit(edition, entry) if is_open else "",
        "award": award.name if award else "",
        "series": "",
    }
    return Work(entry, told, award)


def _credit(edition: Edition, entry: ContestEntry) -> str:
    """The photo's own credit, with the author as the contest names them."""
    photo = edition.site.photos[entry.photo]
    if entry.author_display:
        author = Author(name=entry.author_display, display=True)
        photo = photo.model_copy(update={"author": author})
    return pictures.credit(edition, photo)


def card(edition: Edition, contest: Contest, found: list[Work]) -> ContestCard:
    """A contest in the list of contests, and at the head of its page."""
    at = stage(contest, edition.site.today)
    return {
        "title": contest.title,
        "url": urls.url(contest),
        "period": f"{contest.period.start} 至 {contest.period.end}",
        "count": len(found),
        "stage": at.value,
        "stage_label": at.label,
        "result": str(contest.result_published) if at is Stage.DECIDED else "",
        "intro": contest.intro or "",
        "cover": found[0].photo if found else None,
        "draft": names.draft_label(edition, contest),
    }


def award_groups(edition: Edition, contest: Contest, winners: list[Work]) -> Iterator[AwardGroup]:
    """The winners by award; an award that nobody won is left out."""
    given = [award for award in ranked(contest) if any(w.award == award for w in winners)]
    for place, award in enumerate(given):
        rank = min(place, len(SIZES) - 1)
        group = [winner(edition, contest, work) for work in winners if work.award == award]
        yield {"name": award.name, "rank": rank, "sizes": SIZES[rank], "works": group}


def winner(edition: Edition, contest: Contest, work: Work) -> Winner:
    """A work that won: its photo, its category, and the community it came from."""
    community = work.entry.community or ""
    is_linked = community in edition.site.of(Community)
    return {
        "photo": work.photo,
        "category": category_of(contest, work.entry),
        "community": names.record_link(edition, "community", community) if is_linked else None,
    }
