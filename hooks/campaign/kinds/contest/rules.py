"""Photo contests: entries that belong to it, days in order, and the consent of people shown."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.kinds.contest import Contest
from campaign.kinds.gallery.record import Scope
from campaign.problems import Problem, nearest
from campaign.site import Site


def categories(site: Site) -> Iterator[Problem]:
    """V39a: an entry in a category that the contest does not have."""
    for contest in site.of(Contest).values():
        known = [category.id for category in contest.categories]
        for index, entry in enumerate(contest.entries):
            if entry.category not in known:
                words = {"value": entry.category, "nearest": nearest(entry.category, known)}
                yield site.problem(contest, "V39a", "entries", index, "category", **words)


def awards(site: Site) -> Iterator[Problem]:
    """V39b: an award that the contest does not have."""
    for contest in site.of(Contest).values():
        known = [award.id for award in contest.awards]
        for index, entry in enumerate(contest.entries):
            if entry.award is not None and entry.award not in known:
                words = {"value": entry.award, "nearest": nearest(entry.award, known)}
                yield site.problem(contest, "V39b", "entries", index, "award", **words)


def entered_twice(site: Site) -> Iterator[Problem]:
    """V39c: one photo that takes part twice."""
    for contest in site.of(Contest).values():
        seen: set[str] = set()
        for index, entry in enumerate(contest.entries):
            if entry.photo in seen:
                yield site.problem(contest, "V39c", "entries", index, "photo", value=entry.photo)
            seen.add(entry.photo)


def days(site: Site) -> Iterator[Problem]:
    """V39d and V39e: an end before the beginning, a result before the end."""
    for contest in site.of(Contest).values():
        start, end, result = contest.period.start, contest.period.end, contest.result_published
        if end < start:
            yield site.problem(contest, "V39d", "period", "to", end=end, start=start)
        if result is not None and result < end:
            yield site.problem(contest, "V39e", "result_published", result=result, end=end)


def awards_unpublished(site: Site) -> Iterator[Problem]:
    """V39f: awards are given, but no day says from when they are shown."""
    for contest in site.of(Contest).values():
        given = [index for index, entry in enumerate(contest.entries) if entry.award]
        if given and contest.result_published is None:
            yield site.problem(contest, "V39f", "entries", given[0], "award", count=len(given))


def consents(site: Site) -> Iterator[Problem]:
    """V39g: whoever can be recognised has not agreed to be judged in a contest."""
    for contest in site.of(Contest).values():
        for index, entry in enumerate(contest.entries):
            photo = site.photos.get(entry.photo)
            if photo is None or not photo.shows_a_person:
                continue
            if photo.consent is None or Scope.CONTEST not in photo.consent.scope:
                yield site.problem(contest, "V39g", "entries", index, "photo", value=entry.photo)


def ids_twice(site: Site) -> Iterator[Problem]:
    """V39h: two categories or two awards with one id."""
    for contest in site.of(Contest).values():
        for key, listed in (("categories", contest.categories), ("awards", contest.awards)):
            ids = [item.id for item in listed]
            for index, id in enumerate(ids):
                if id in ids[:index]:
                    yield site.problem(contest, "V39h", key, index, "id", value=id)


CHECKS = (
    categories,
    awards,
    entered_twice,
    days,
    awards_unpublished,
    consents,
    ids_twice,
)
