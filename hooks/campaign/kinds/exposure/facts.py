"""How soon what was reported is answered and put right, at any date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from campaign.derive.facts import Facts, fact
from campaign.kinds.exposure import Exposure
from campaign.kinds.exposure.lifecycle import EventType, State
from campaign.model.promise import Standing, standing
from campaign.site import Site


@dataclass(frozen=True)
class Reported:
    """Something that was reported, at a date."""

    exposure: Exposure
    standing: Standing

    @property
    def is_open(self) -> bool:
        return not self.standing.is_closed

    @property
    def reported(self) -> date:
        """When it was reported first."""
        return self.exposure.events[0].on

    @property
    def days_to_answer(self) -> int | None:
        """Until somebody answered for the first time, by word or by putting it right."""
        replies = (EventType.ANSWERED, EventType.RECTIFIED)
        events = self.standing.promise.until(self.standing.on)
        on = next((event.on for event in events if event.type in replies), None)
        return (on - self.reported).days if on else None

    @property
    def days_to_rectify(self) -> int | None:
        """Until it was put right; nothing while it is not, or not any more."""
        done = self.standing.fulfilled
        return (done - self.reported).days if done else None

    @property
    def days_open(self) -> int:
        """Since when it has been waiting, of what is open."""
        return (self.standing.on - self.reported).days if self.is_open else 0

    @property
    def urgency(self) -> tuple[bool, bool, int, str]:
        """By which they are listed: open ones first, those that wait longest at the head."""
        is_late = self.standing.is_late
        return not self.is_open, not is_late, -self.days_open, self.exposure.id


def reported_by(exposure: Exposure, on: date) -> Reported:
    """One as of a day."""
    return Reported(exposure, standing(exposure.promises[0], on))


def reported_at(site: Site, on: date) -> list[Reported]:
    """All that was reported by a date, open ones first."""
    found = (reported_by(item, on) for item in site.of(Exposure).values())
    return sorted((item for item in found if item.standing.since), key=lambda r: r.urgency)


@dataclass(frozen=True)
class Sums:
    """How many wait for an answer, are being put right, and have been: each is one of these."""

    unanswered: int
    answered: int
    rectified: int
    answer_days: tuple[int, ...]
    """Of each that was answered."""
    rectify_days: tuple[int, ...]
    """Of each that was put right."""

    @property
    def total(self) -> int:
        return self.unanswered + self.answered + self.rectified


def sums(items: Iterable[Reported]) -> Sums:
    """The sums of some that were reported."""
    found = list(items)
    states = [item.standing.state for item in found]
    return Sums(
        sum(state in (State.REPORTED, State.RECURRED) for state in states),
        states.count(State.ANSWERED),
        states.count(State.RECTIFIED),
        tuple(d for d in (item.days_to_answer for item in found) if d is not None),
        tuple(d for d in (item.days_to_rectify for item in found) if d is not None),
    )


@fact
def reported(facts: Facts) -> list[Reported]:
    """All that was reported, in the order of `reported_at`."""
    return reported_at(facts.site, facts.site.today)


def today(facts: Facts, exposure: Exposure) -> Reported:
    """One as of today."""
    return reported_by(exposure, facts.site.today)
