"""What a place lay in stays: past sums of districts rest on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from campaign.checks import terms
from campaign.kinds.district import KIND
from campaign.kinds.participation.facts import past_days
from campaign.problems import Problem
from campaign.reading import earlier
from campaign.site import Site

TERMS = ("parent",)


def altered(site: Site, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """H20 and H23, where files said something else before. One that is gone leaves references."""
    for _, before, now in earlier.pairs(site, KIND, files):
        if now is not None:
            open_to_change = earlier.corrected(before.corrections, now.corrections)
            names = [name for name in TERMS if name not in open_to_change]
            yield from terms.rewritten(site, before, now, names, past_days(site))
            yield from earlier.lost_corrections(site, now, before.corrections, now.corrections)
