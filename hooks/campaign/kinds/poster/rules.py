"""Posters: days in order, changed when they are over, figures that somebody has reported."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.facts import figure
from campaign.kinds.poster import Poster
from campaign.kinds.poster.facts import State, state
from campaign.problems import Problem
from campaign.site import Site


def days_in_order(site: Site) -> Iterator[Problem]:
    """V64a and V64b: over before it begins, or taken down before it hung."""
    for poster in site.of(Poster).values():
        start, end, removed = poster.period.start, poster.period.end, poster.removed
        if end < start:
            yield site.problem(poster, "V64a", "period", "to", end=end, start=start)
        elif removed and removed < start:
            yield site.problem(poster, "V64b", "removed", removed=removed, start=start)


def to_be_changed(site: Site) -> Iterator[Problem]:
    """V64c: its time is over, and nobody says that it was taken down."""
    for poster in site.of(Poster).values():
        is_ordered = poster.period.start <= poster.period.end
        is_told = poster.removed is None or not site.is_future(poster.removed)
        if is_ordered and is_told and state(poster, site.today) is State.OVERDUE:
            words = {"end": poster.period.end, "count": len(poster.places)}
            yield site.problem(poster, "V64c", "period", "to", **words)


def without_figure(site: Site) -> Iterator[Problem]:
    """V64d: a figure that is to be printed, and that nobody has reported for the city."""
    for poster in site.of(Poster).values() if site.is_whole else ():
        for index, id in enumerate(poster.indicators):
            indicator = site.of(Indicator).get(id)
            if indicator and figure(site, indicator, site.today) is None:
                yield site.problem(poster, "V64d", "indicators", index, name=indicator.name)


CHECKS = (days_in_order, to_be_changed, without_figure)
