"""Photo contests: how far one has come, and what may be told of it today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from hashlib import sha256

from campaign.derive.facts import Facts, fact
from campaign.kinds.contest import Contest
from campaign.kinds.contest.record import Award, ContestEntry
from campaign.kinds.gallery import Gallery
from campaign.site import Site


class Stage(StrEnum):
    """Where a contest is between the call for photos and the result."""

    AHEAD = "ahead"
    OPEN = "open"
    JUDGING = "judging"
    DECIDED = "decided"

    @property
    def label(self) -> str:
        return STAGE_LABELS[self]


STAGE_LABELS = {
    Stage.AHEAD: "即将开始",
    Stage.OPEN: "征集中",
    Stage.JUDGING: "评选中",
    Stage.DECIDED: "已揭晓",
}


def is_decided(contest: Contest, today: date) -> bool:
    """Whether readers may know who took which photo, and who won."""
    return contest.result_published is not None and contest.result_published <= today


def stage(contest: Contest, today: date) -> Stage:
    if is_decided(contest, today):
        return Stage.DECIDED
    if today < contest.period.start:
        return Stage.AHEAD
    return Stage.OPEN if today <= contest.period.end else Stage.JUDGING


@fact
def awards(facts: Facts) -> Mapping[str, str]:
    """What each photo has won in the contests that are decided, by its id."""
    return {
        entry.photo: f"{contest.title}{award.name}"
        for contest in facts.site.of(Contest).values()
        if is_decided(contest, facts.site.today)
        for entry in contest.entries
        if (award := award_of(contest, entry))
    }


def veiled(site: Site) -> Site:
    """The site without the authors of photos that are being judged.

    Nobody shall find out in a gallery what the contest does not tell yet.
    """
    judged = {
        entry.photo
        for contest in site.of(Contest).values()
        if not is_decided(contest, site.today)
        for entry in contest.entries
    }
    if not judged:
        return site
    galleries = {id: _veiled(gallery, judged) for id, gallery in site.of(Gallery).items()}
    return replace(site, records={**site.records, Gallery.kind: galleries})


def _veiled(gallery: Gallery, judged: set[str]) -> Gallery:
    nameless = {"author": None}
    photos = [
        photo.model_copy(update=nameless) if f"{gallery.id}/{photo.stem}" in judged else photo
        for photo in gallery.photos
    ]
    return gallery.model_copy(update={"photos": photos})


def token(contest: Contest, entry: ContestEntry) -> str:
    """Letters that stand for an entry and tell nothing about it."""
    return sha256(f"{contest.id}/{entry.photo}".encode()).hexdigest()


def shuffled(contest: Contest) -> list[ContestEntry]:
    """The entries in an order that is always the same and tells nothing about them.

    Neither when a photo came in, nor whose it is, nor how it was judged.
    """
    return sorted(contest.entries, key=lambda entry: token(contest, entry))


def ranked(contest: Contest) -> list[Award]:
    """The awards, the highest first."""
    return sorted(contest.awards, key=lambda award: award.order)


def award_of(contest: Contest, entry: ContestEntry) -> Award | None:
    return next((award for award in contest.awards if award.id == entry.award), None)


def category_of(contest: Contest, entry: ContestEntry) -> str:
    """The name of an entry's category."""
    return next((item.name for item in contest.categories if item.id == entry.category), "")
