"""Who meets the standards of the campaign, who falls short, and who has not reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from campaign.derive.facts import Facts, fact
from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.kinds.district.facts import counties, lies_in
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.coverage import coverage
from campaign.kinds.indicator.facts import figure
from campaign.kinds.indicator.figure import Figure
from campaign.kinds.indicator.record import FormulaName, Scope
from campaign.site import Site


class Verdict(StrEnum):
    """How a subject stands against a standard. What nobody has reported is no gap."""

    GAP = "gap"
    UNKNOWN = "unknown"
    MET = "met"

    @property
    def label(self) -> str:
        return VERDICT_LABELS[self]


VERDICT_LABELS = {Verdict.GAP: "有差距", Verdict.UNKNOWN: "未填报", Verdict.MET: "达标"}


@dataclass(frozen=True)
class Answer:
    """What is known of one subject of an indicator: its figure, or that there is none."""

    indicator: Indicator
    subject: str
    """The id of a community or a district; empty for the city."""
    figure: Figure | None

    @property
    def verdict(self) -> Verdict | None:
        """How it stands; nothing when there is a figure and no target to hold it against."""
        if self.figure is None:
            return Verdict.UNKNOWN
        meets = self.figure.meets
        return None if meets is None else Verdict.MET if meets else Verdict.GAP

    @property
    def words(self) -> str:
        """The figure with its unit, or that it was not reported."""
        return self.figure.with_unit if self.figure else Verdict.UNKNOWN.label


def subjects(site: Site, indicator: Indicator) -> list[str]:
    """Whom an indicator measures: the city, its districts, or the communities of today."""
    if indicator.scope is Scope.CITY:
        return [""]
    if indicator.scope is Scope.DISTRICT:
        return _districts(site, indicator)
    return [item.id for item in site.of(Community).values() if _applies(site, indicator, item)]


def _districts(site: Site, indicator: Indicator) -> list[str]:
    """Those that are named; else all but the counties, in whose places communities lie."""
    counted = {place.id for place in counties(site)}
    return [
        id
        for id in site.of(District)
        if (id in indicator.districts if indicator.districts else id not in counted)
    ]


def _applies(site: Site, indicator: Indicator, community: Community) -> bool:
    """Whether the indicator asks anything of the community: it exists, and where is meant."""
    wanted = indicator.districts
    is_meant = not wanted or lies_in(site, community.district, wanted)
    return community.exists(site.today) and is_meant


def subject_name(site: Site, subject: str) -> str:
    """Whom a figure is about: a community, a district or the city."""
    record = site.of(Community).get(subject) or site.of(District).get(subject)
    return record.name if record else site.settings.city


def answer(site: Site, indicator: Indicator, subject: str = "") -> Answer:
    """What is known today of a subject of the indicator."""
    return Answer(indicator, subject, figure(site, indicator, site.today, subject))


def answers(site: Site, indicator: Indicator) -> list[Answer]:
    """What is known today of each subject; the share of no communities is nobody's to report."""
    found = [answer(site, indicator, subject) for subject in subjects(site, indicator)]
    if indicator.formula is None or indicator.formula.name is not FormulaName.COVERAGE:
        return found
    return [
        item
        for item in found
        if item.figure or coverage(site, indicator, site.today, item.subject or None).denominator
    ]


def standards(site: Site, community: Community) -> list[Answer]:
    """The community against every standard that the campaign sets for communities."""
    return [
        answer(site, indicator, community.id)
        for indicator in for_communities(site)
        if _applies(site, indicator, community)
    ]


@fact
def known_answers(facts: Facts, indicator: str) -> list[Answer]:
    """The same for an indicator's id: many pages ask."""
    return answers(facts.site, facts.site.of(Indicator)[indicator])


@fact
def known_standards(facts: Facts, community: str) -> list[Answer]:
    """A community, by its id, against every standard: many pages ask."""
    return standards(facts.site, facts.site.of(Community)[community])


def for_communities(site: Site) -> list[Indicator]:
    """The standards that a community is held against: indicators with a target that it meets."""
    return [
        item
        for item in site.of(Indicator).values()
        if item.target and (item.scope is Scope.COMMUNITY or is_of_committees(item))
    ]


def is_of_committees(indicator: Indicator) -> bool:
    """Whether committees report it, so that each has a figure whatever the scope adds up."""
    return indicator.formula is not None and indicator.formula.name is FormulaName.PARTICIPATION


def tally(found: Iterable[Answer]) -> Counter[Verdict]:
    """How many meet the standard, fall short of it, or have not reported."""
    return Counter(item.verdict for item in found if item.verdict)


def tally_words(counts: Counter[Verdict]) -> str:
    """达标 28，有差距 5，未填报 12; what there is none of is left out."""
    order = (Verdict.MET, Verdict.GAP, Verdict.UNKNOWN)
    return "，".join(f"{verdict.label} {counts[verdict]}" for verdict in order if counts[verdict])


def overall(found: Iterable[Answer]) -> Verdict | None:
    """One verdict for many subjects: met when all meet it, a gap where one falls short."""
    counts = tally(found)
    return next((verdict for verdict in Verdict if counts[verdict]), None)


def gaps_first(found: Iterable[Answer]) -> list[Answer]:
    """Those that fall short, then those not reported, then those met, then the unjudged."""
    return sorted(found, key=lambda item: place(item.verdict))


def place(verdict: Verdict | None) -> int:
    """What asks for most work comes first."""
    return len(Verdict) if verdict is None else list(Verdict).index(verdict)


def summary(verdicts: Sequence[Verdict | None]) -> str:
    """11 项中 7 项达标，2 项未填报; nothing when nothing is judged."""
    counts = Counter(verdict for verdict in verdicts if verdict)
    if not counts:
        return ""
    rest = f"，{counts[Verdict.UNKNOWN]} 项未填报" if counts[Verdict.UNKNOWN] else ""
    return f"{counts.total()} 项中 {counts[Verdict.MET]} 项达标{rest}"
