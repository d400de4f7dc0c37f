"""How far assignments have come, at any date, by block and by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from campaign.derive.facts import Facts, fact
from campaign.derive.grouping import grouped
from campaign.kinds.assignment import Assignment
from campaign.kinds.assignment.lifecycle import EventType, State
from campaign.kinds.community import Community
from campaign.model.promise import Standing, standing
from campaign.site import Site


class Part(StrEnum):
    """What an assignment is counted as: each as one of these, so that parts add up."""

    DONE = "done"
    REPORTED = "reported"
    OPEN = "open"
    OVERDUE = "overdue"
    RECTIFIED = "rectified"


TROUBLED = frozenset({State.OVERDUE, State.VETOED})
"""States of those that are overdue by what was said of them. Whoever was given another deadline
is not overdue before that day: lateness is measured by the due day in force, as for pairings."""


@dataclass(frozen=True)
class Given:
    """An assignment at a date."""

    assignment: Assignment
    standing: Standing

    @property
    def part(self) -> Part:
        """What it is counted as: what was only reported, and what was put right, are told apart."""
        item = self.standing
        if item.is_claimed:
            return Part.REPORTED
        if item.is_fulfilled:
            events = item.promise.until(item.on)
            was_late = any(event.type is EventType.RECTIFIED for event in events)
            return Part.RECTIFIED if was_late else Part.DONE
        return Part.OVERDUE if item.is_late or item.state in TROUBLED else Part.OPEN


def given_by(assignment: Assignment, on: date) -> Given:
    """An assignment as of a day."""
    return Given(assignment, standing(assignment.promises[0], on))


def given_at(site: Site, on: date) -> list[Given]:
    """Every assignment that was given by a date: overdue ones first, then by their due day."""
    found = (given_by(item, on) for item in site.of(Assignment).values())
    there = (item for item in found if item.standing.since)
    return sorted(
        there,
        key=lambda g: (g.part is not Part.OVERDUE, *g.standing.urgency, g.assignment.id),
    )


def block(site: Site, assignment: Assignment) -> str:
    """The district in which it is: its own, or that of its community."""
    community = site.of(Community).get(assignment.community or "")
    return assignment.district or (community.district if community else "")


def counts(items: Iterable[Given]) -> Counter[Part]:
    """How many are done, to be checked, open, overdue and put right."""
    return Counter(item.part for item in items)


@fact
def given(facts: Facts) -> list[Given]:
    """Every assignment as of today, in the order of `given_at`."""
    return given_at(facts.site, facts.site.today)


@fact
def _by_unit(facts: Facts) -> Mapping[str, list[Given]]:
    return grouped(given(facts), lambda item: item.assignment.unit)


def today(facts: Facts, assignment: Assignment) -> Given:
    """An assignment as of today."""
    return given_by(assignment, facts.site.today)


def given_to(facts: Facts, unit: str) -> list[Given]:
    """What a unit was given, overdue ones first."""
    return _by_unit(facts).get(unit, [])
