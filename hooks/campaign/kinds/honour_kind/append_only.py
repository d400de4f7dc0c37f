"""What a kind of honour meant in the past stays: past rolls and rates are made from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from campaign.kinds.honour.facts import year_ends
from campaign.kinds.honour_kind import KIND, HonourKind
from campaign.kinds.honour_kind.record import TERMS
from campaign.problems import Problem, problem
from campaign.reading import earlier
from campaign.site import Site


def altered(site: Site, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """H20, H22 and H23, where files said something else before."""
    for path, before, now in earlier.pairs(site, KIND, files):
        if earlier.is_gone(site, now, path):
            yield problem(path, 1, "H22", name=before.name)
        elif now is not None:
            yield from _rewritten(site, before, now)
            yield from earlier.lost_corrections(site, now, before.corrections, now.corrections)


def _rewritten(site: Site, before: HonourKind, now: HonourKind) -> Iterator[Problem]:
    """Terms that are not, at the end of a past year, what they were said to have been."""
    open_to_change = earlier.corrected(before.corrections, now.corrections)
    years = year_ends(site) or [site.today.year - 1]
    for name in TERMS:
        ends = (date(year, 12, 31) for year in years)
        wrong = (on for on in ends if _term(before, name, on) != _term(now, name, on))
        if name not in open_to_change and (on := next(wrong, None)):
            title = HonourKind.model_fields[name].title
            yield site.problem(now, "H20", name, field=name, title=title, on=on)


def _term(kind: HonourKind, name: str, on: date) -> object:
    """A term at a day; the order of a list says nothing."""
    value = getattr(kind.as_of(on), name)
    return sorted(value) if isinstance(value, list) else value or 0
