"""What is asked of indicators: possible values, a formula, and who is short of the target."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.kinds.community import Community
from campaign.kinds.indicator import Indicator, standards
from campaign.kinds.indicator.facts import figure
from campaign.kinds.indicator.figure import rounded
from campaign.kinds.indicator.record import UNIT_LIMITS, FormulaName, IndicatorKind, Operator, Scope
from campaign.kinds.indicator.standards import Verdict
from campaign.problems import Problem
from campaign.site import Site

SOURCES = {
    FormulaName.COVERAGE: "showcases/honours/",
    FormulaName.FACILITY_COUNT: "showcases/communities/ facilities",
    FormulaName.FACILITY_AREA: "showcases/communities/ facilities",
    FormulaName.FACILITY_KINDS: "showcases/communities/ facilities",
    FormulaName.SERVICE_SHARE: "showcases/communities/ services",
    FormulaName.EVENT_COUNT: "showcases/events/",
    FormulaName.PAIRINGS_LINKED: "showcases/pairings/",
    FormulaName.PAIRING_ITEMS: "showcases/pairings/",
    FormulaName.PROJECTS_FINISHED: "showcases/projects/",
    FormulaName.PARTICIPATION: "showcases/participation/",
}
"""From which records each formula computes."""


def outside_unit(site: Site) -> Iterator[Problem]:
    """V20a: a value that its unit cannot have."""
    for indicator in site.of(Indicator).values():
        for index, value in enumerate(indicator.values):
            unit = indicator.as_of(value.period.last()).unit
            limits = UNIT_LIMITS.get(unit)
            if limits and not limits[0] <= value.value <= limits[1]:
                words = {"value": value.value, "unit": unit}
                yield site.problem(indicator, "V20a", "values", index, "value", **words)


def without_formula(site: Site) -> Iterator[Problem]:
    """V20c: computed, but from what?"""
    for indicator in site.of(Indicator).values():
        if indicator.type is IndicatorKind.COMPUTED and indicator.formula is None:
            yield site.problem(indicator, "V20c")


def short_of_target(site: Site) -> Iterator[Problem]:
    """V20b: communities that do not meet a standard yet."""
    for community in site.of(Community).values():
        for item in standards.standards(site, community):
            if item.verdict is Verdict.GAP and item.figure and item.indicator.target:
                words = {
                    "subject": community.name,
                    "name": item.indicator.name,
                    "value": item.figure.text,
                    "unit": item.indicator.unit,
                    "target": item.indicator.target.words(item.indicator.unit),
                }
                yield site.problem(community, "V20b", **words)


def not_reported(site: Site) -> Iterator[Problem]:
    """V20d: standards of which a community has not said how it stands, once a community."""
    for community in site.of(Community).values() if site.is_whole else ():
        found = standards.standards(site, community)
        lacking = [item.indicator for item in found if item.verdict is Verdict.UNKNOWN]
        if lacking:
            words = {
                "names": "、".join(item.name for item in lacking),
                "where": "、".join(dict.fromkeys(_source(site, item) for item in lacking)),
            }
            yield site.problem(community, "V20d", subject=community.name, **words)


def without_value(site: Site) -> Iterator[Problem]:
    """V20e: standards of the city or of districts that nobody has reported, once a standard."""
    for indicator in site.of(Indicator).values() if site.is_whole else ():
        if indicator.scope is Scope.COMMUNITY or indicator.target is None:
            continue
        found = standards.answers(site, indicator)
        lacking = [item.subject for item in found if item.verdict is Verdict.UNKNOWN]
        if lacking:
            names = "、".join(standards.subject_name(site, subject) for subject in lacking)
            words = {"subjects": names, "where": _source(site, indicator)}
            yield site.problem(indicator, "V20e", name=indicator.name, **words)


def _source(site: Site, indicator: Indicator) -> str:
    """Where the figures of an indicator are written: its own file, or the records it counts."""
    if indicator.formula is None:
        return f"{site.origin(indicator).path} values"
    return SOURCES[indicator.formula.name]


def impossible_targets(site: Site) -> Iterator[Problem]:
    """V20g: between two numbers that are none, or an upper one that nothing reads."""
    for indicator in site.of(Indicator).values():
        former = [item.target for item in indicator.terms_history]
        places = [("target",), *(("terms_history", n, "target") for n in range(len(former)))]
        for loc, target in zip(places, [indicator.target, *former], strict=True):
            if target is None:
                continue
            is_between = target.op is Operator.BETWEEN
            is_range = target.upper is not None and target.upper > target.value
            if is_between != is_range or (target.upper is not None and not is_between):
                yield site.problem(indicator, "V20g", *loc)


def disagreeing(site: Site) -> Iterator[Problem]:
    """V20f: a value that was published before the records were counted, and is not their count."""
    for indicator in site.of(Indicator).values():
        for index, value in enumerate(indicator.values if indicator.formula else ()):
            found = figure(site.shown, indicator, value.period.last(), value.subject or "")
            if found and found.text != rounded(value.value, indicator.precision):
                words = {"period": value.period, "value": value.value, "found": found.text}
                yield site.problem(indicator, "V20f", "values", index, "value", **words)


CHECKS = (
    outside_unit,
    without_formula,
    short_of_target,
    not_reported,
    without_value,
    impossible_targets,
    disagreeing,
)
