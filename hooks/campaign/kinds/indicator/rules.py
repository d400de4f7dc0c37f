"""What is asked of indicators: possible values, a formula, and who is short of the target."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.kinds.community import Community
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.facts import figure
from campaign.kinds.indicator.record import UNIT_LIMITS, IndicatorKind, Scope
from campaign.problems import Problem
from campaign.site import Site


def outside_unit(site: Site) -> Iterator[Problem]:
    """V20a: a value that its unit cannot have."""
    for indicator in site.of(Indicator).values():
        limits = UNIT_LIMITS.get(indicator.unit)
        for index, value in enumerate(indicator.values):
            if limits and not limits[0] <= value.value <= limits[1]:
                words = {"value": value.value, "unit": indicator.unit}
                yield site.problem(indicator, "V20a", "values", index, "value", **words)


def without_formula(site: Site) -> Iterator[Problem]:
    """V20c: computed, but from what?"""
    for indicator in site.of(Indicator).values():
        if indicator.type is IndicatorKind.COMPUTED and indicator.formula is None:
            yield site.problem(indicator, "V20c")


def short_of_target(site: Site) -> Iterator[Problem]:
    """V20b: communities that do not meet a standard yet."""
    for indicator in site.of(Indicator).values():
        if indicator.scope is not Scope.COMMUNITY or indicator.target is None:
            continue
        for community in site.of(Community).values():
            found = figure(site, indicator, site.today, community.id)
            if found and not found.meets:
                words = {
                    "subject": community.name,
                    "name": indicator.name,
                    "value": found.text,
                    "unit": indicator.unit,
                    "target": indicator.target.value,
                }
                yield site.problem(community, "V20b", **words)


CHECKS = (
    outside_unit,
    without_formula,
    short_of_target,
)
