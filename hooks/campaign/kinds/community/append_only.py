"""Since when a community is there, and where it lay, stays: past rates are counted by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from campaign.checks import terms
from campaign.kinds.community import KIND, Community
from campaign.kinds.honour.facts import year_ends
from campaign.kinds.participation.facts import past_days
from campaign.problems import Problem, problem
from campaign.reading import earlier
from campaign.site import Site

SPAN = ("est", "dissolved")
"""The fields that say when a community was there."""
TOWN = "district"


def altered(site: Site, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """H20, H21a, H21b and H23, where files said something else before."""
    for path, before, now in earlier.pairs(site, KIND, files):
        if earlier.is_gone(site, now, path):
            yield problem(path, 1, "H21b", name=before.name)
        elif now is not None:
            yield from _rewritten(site, before, now)
            yield from _moved(site, before, now)
            yield from earlier.lost_corrections(site, now, before.corrections, now.corrections)


def _rewritten(site: Site, before: Community, now: Community) -> Iterator[Problem]:
    """There at the end of a past year and now not, or the other way round."""
    changed = {name for name in SPAN if getattr(before, name) != getattr(now, name)}
    ends = (date(year, 12, 31) for year in year_ends(site))
    wrong = next((on for on in ends if before.exists(on) != now.exists(on)), None)
    if wrong and not changed & earlier.corrected(before.corrections, now.corrections):
        name = next(name for name in SPAN if name in changed)
        title = Community.model_fields[name].title
        yield site.problem(now, "H21a", name, field=name, title=title, on=wrong)


def _moved(site: Site, before: Community, now: Community) -> Iterator[Problem]:
    """In another town on a past day than it was said to have been."""
    if TOWN not in earlier.corrected(before.corrections, now.corrections):
        days = (on for on in past_days(site) if before.exists(on))
        yield from terms.rewritten(site, before, now, [TOWN], days)
