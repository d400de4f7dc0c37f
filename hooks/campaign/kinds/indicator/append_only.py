"""What an indicator was, how it was judged and what was reported stays: past rates rest on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from campaign.checks import terms
from campaign.kinds.honour.facts import past_year_ends
from campaign.kinds.indicator import KIND, Indicator
from campaign.kinds.indicator.record import TERMS, Value
from campaign.kinds.participation.facts import reported_on, tables
from campaign.problems import Problem, problem
from campaign.reading import earlier
from campaign.site import Site


def altered(site: Site, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """H20, H22, H23 and H26, where files said something else before."""
    for path, before, now in earlier.pairs(site, KIND, files):
        if earlier.is_gone(site, now, path):
            yield problem(path, 1, "H22", label=before.label, name=before.name)
        elif now is not None:
            open_to_change = earlier.corrected(before.corrections, now.corrections)
            names = [name for name in TERMS if name not in open_to_change]
            days = sorted({*past_year_ends(site), *_reported_on(site, before)}, reverse=True)
            yield from terms.rewritten(site, before, now, names, days)
            if "values" not in open_to_change:
                yield from _reported(site, before, now)
            yield from earlier.lost_corrections(site, now, before.corrections, now.corrections)


def _reported_on(site: Site, indicator: Indicator) -> Iterator[date]:
    """The days for which figures were given, and those on which tables of them came out."""
    given = {value.period.last() for value in indicator.values}
    given |= reported_on(tables(site, indicator.id, site.today))
    return (on for on in given if on < site.today)


def _reported(site: Site, before: Indicator, now: Indicator) -> Iterator[Problem]:
    """H26: a value that was published for a period is another one now, or is gone."""
    known = {(value.subject, str(value.period)): value for value in now.values}
    for value in before.values:
        found = known.get((value.subject, str(value.period)))
        if found is None or _figures(found) != _figures(value):
            at = ("values", now.values.index(found)) if found else ("values",)
            yield site.problem(now, "H26", *at, period=value.period, value=f"{value.value:f}")


def _figures(value: Value) -> tuple[object, object]:
    return value.value, value.of
