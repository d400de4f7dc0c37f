"""Books and their chapters in order."""

from __future__ import annotations

from collections.abc import Mapping

from campaign.derive.facts import Facts, fact
from campaign.kinds.lesson import Lesson
from campaign.site import Site

BOOKS = "lesson-books"
"""The vocabulary of books, in their order."""


def in_order(site: Site) -> dict[str, list[Lesson]]:
    """The chapters of each book, in the order of the books."""
    found: dict[str, list[Lesson]] = {id: [] for id in site.labels(BOOKS)}
    for lesson in sorted(site.of(Lesson).values(), key=lambda item: (item.order, item.id)):
        found.setdefault(lesson.book, []).append(lesson)
    return {id: chapters for id, chapters in found.items() if chapters}


@fact
def books(facts: Facts) -> Mapping[str, list[Lesson]]:
    """The chapters of each book of today."""
    return in_order(facts.site)
