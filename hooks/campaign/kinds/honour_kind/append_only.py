"""What a kind of honour meant in the past stays: past rolls and rates are made from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from campaign.checks import terms
from campaign.kinds.honour.facts import past_year_ends
from campaign.kinds.honour_kind import KIND, HonourKind
from campaign.kinds.honour_kind.record import TERMS
from campaign.problems import Problem, problem
from campaign.reading import earlier
from campaign.site import Site


def altered(site: Site, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """H20, H22 and H23, where files said something else before."""
    for path, before, now in earlier.pairs(site, KIND, files):
        if earlier.is_gone(site, now, path):
            yield problem(path, 1, "H22", label=before.label, name=before.name)
        elif now is not None:
            yield from _rewritten(site, before, now)
            yield from earlier.lost_corrections(site, now, before.corrections, now.corrections)


def _rewritten(site: Site, before: HonourKind, now: HonourKind) -> Iterator[Problem]:
    """Terms that are not, at the end of a past year, what they were said to have been."""
    open_to_change = earlier.corrected(before.corrections, now.corrections)
    names = [name for name in TERMS if name not in open_to_change]
    yield from terms.rewritten(site, before, now, names, past_year_ends(site))
