"""Figures: possible at all, computed where they can be, and never typed twice."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.derive.figures import figure, rounded
from campaign.kinds.community import Community
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.record import UNIT_LIMITS, IndicatorKind, Scope
from campaign.kinds.speech import Speech
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


def typed_against_computed(site: Site) -> Iterator[Problem]:
    """V21 and V22: a speech's or an experience's figure that names an indicator."""
    for speech in site.of(Speech).values():
        for index, item in enumerate(speech.figures):
            indicator = site.of(Indicator).get(item.indicator or "")
            if indicator is None:
                continue
            on = item.asof or speech.delivered
            found = figure(site, indicator, on)
            at = ("figures", index)
            if found is None:
                yield site.problem(speech, "V22", *at, value=indicator.id, on=on)
            elif item.value is not None:
                written = rounded(item.value, indicator.precision)
                if written != found.text:
                    words = {"written": item.value, "computed": found.with_unit}
                    yield site.problem(speech, "V21", *at, "value", **words)
