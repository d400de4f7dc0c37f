"""What happened in the whole campaign: its history, and what changed between two days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from campaign.derive.facts import Facts, fact
from campaign.derive.grouping import grouped
from campaign.derive.happenings import Happening, Sort
from campaign.kinds import KINDS, LABELS

LATELY = timedelta(days=30)
ALWAYS_TOLD = (Sort.LOST, Sort.WARNED)
"""Sorts of which it is told that there was none."""
SORTS = {sort: number for number, sort in enumerate(Sort)}


@fact
def happenings(facts: Facts) -> list[Happening]:
    """Whatever has happened up to today, the newest first."""
    found = (item for kind in KINDS for item in kind.presenter.happenings(facts))
    told = [item for item in found if item.on <= facts.site.today]
    return sorted(told, key=lambda h: (-h.on.toordinal(), SORTS[h.sort], h.key))


@fact
def history(facts: Facts) -> list[Happening]:
    """The landmarks of the campaign, and beside them what was done in each month, as a sum."""
    found = happenings(facts)
    landmarks = [item for item in found if item.is_landmark]
    done = (item for item in found if item.sort is Sort.DELIVERED and not item.is_landmark)
    months = grouped(done, lambda item: f"{item.on:%Y-%m}")
    told = [*landmarks, *(_month(items) for items in months.values())]
    return sorted(told, key=lambda h: (-h.on.toordinal(), SORTS[h.sort], h.key))


def _month(items: Sequence[Happening]) -> Happening:
    """What was done in a month, on the last day that had any of it: how much of each kind."""
    last = max(item.on for item in items)
    title = f"{last.month} 月兑现和办结 {sum(item.count for item in items)} 项"
    kinds = grouped(items, lambda item: LABELS.get(item.kind, ""))
    words = "，".join(
        f"{label} {sum(item.count for item in each)} 项" for label, each in sorted(kinds.items())
    )
    return Happening(f"month-{last:%Y-%m}", last, Sort.DELIVERED, title, words)


def changed(found: Iterable[Happening], after: date, until: date) -> list[Happening]:
    """What happened after a day and up to another; what was only planned is no change."""
    return [h for h in found if after < h.on <= until and h.sort is not Sort.PLANNED]


def by_sort(found: Iterable[Happening]) -> list[tuple[Sort, list[Happening]]]:
    """What happened under its sorts, losses first; what there is none of is left out."""
    groups = grouped(found, lambda item: item.sort)
    return [(sort, groups[sort]) for sort in Sort if sort in groups]


@dataclass(frozen=True)
class Period:
    """Some days, from the one after `after` to `until`."""

    title: str
    after: date
    until: date

    @property
    def words(self) -> str:
        """2026-04-01 至 2026-04-20."""
        return f"{self.after + timedelta(days=1)} 至 {self.until}"


def periods(today: date) -> tuple[Period, Period, Period]:
    """The last 30 days, the quarter so far, and the quarter before it."""
    begun = _quarter(today)
    before = _quarter(begun - timedelta(days=1))
    day = timedelta(days=1)
    return (
        Period("近 30 天", today - LATELY, today),
        Period("本季度以来", begun - day, today),
        Period("上季度", before - day, begun - day),
    )


def _quarter(day: date) -> date:
    """The first day of the quarter of a day."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
