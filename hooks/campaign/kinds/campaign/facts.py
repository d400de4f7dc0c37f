"""How far each campaign is as of a day: its phase, its round, the days to its inspection."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from campaign import urls
from campaign.derive.happenings import Happening, Sort
from campaign.kinds.campaign import Campaign
from campaign.model.campaign import CampaignTerms, Inspection
from campaign.model.lifecycle import Labelled
from campaign.site import Site

MAIN = "main"
"""Names the main campaign among the others, whose ids have a folder of their own."""


class Phase(Labelled):
    """Where a campaign is on a day."""

    AHEAD = "ahead", "尚未启动"
    UNDER_WAY = "under-way", "创建中"
    WAITING = "waiting", "检查验收已进行，结果待公布"
    DECIDED = "decided", "结果已公布"


@dataclass(frozen=True)
class Standing:
    """A campaign at a date."""

    terms: CampaignTerms
    on: date
    phase: Phase
    round: str
    """What the round under way is called."""
    next: date | None
    """When it is inspected next, before the final inspection."""

    final: date | None
    """When it is inspected for good, while that is still to come."""

    def days_to(self, day: date | None) -> int | None:
        """Days from the date of the standing to another."""
        return (day - self.on).days if day else None


def standing(terms: CampaignTerms, on: date) -> Standing:
    """The campaign as of a day."""
    phase = _phase(terms, on)
    is_open = phase is not Phase.DECIDED
    final = terms.inspection_date
    is_ahead = is_open and final is not None and final > on
    before = [item.on for item in terms.inspections if is_open and item.on > on]
    begun = [item for item in sorted(terms.rounds, key=lambda r: r.start) if item.start <= on]
    return Standing(
        terms,
        on,
        phase,
        begun[-1].title if begun and is_open else "",
        min(before, default=None),
        final if is_ahead else None,
    )


def _phase(terms: CampaignTerms, on: date) -> Phase:
    if terms.outcome is not None and terms.outcome.on <= on:
        return Phase.DECIDED
    if on < terms.start:
        return Phase.AHEAD
    final = terms.inspection_date
    return Phase.WAITING if final is not None and final <= on else Phase.UNDER_WAY


def campaigns(site: Site) -> list[tuple[str, CampaignTerms]]:
    """All campaigns by their ids: the main one first, then the others by their start."""
    others = sorted(site.of(Campaign).values(), key=lambda item: (item.start, item.id))
    return [(MAIN, site.settings.campaign), *((item.id, item) for item in others)]


def address(id: str) -> str:
    """Where a campaign stands: the main one at the head of the column."""
    return "campaigns/" if id == MAIN else urls.of(Campaign.kind, id)


def happenings(site: Site) -> Iterator[Happening]:
    """Beginnings, rounds, inspections and outcomes of all campaigns up to today."""
    for id, terms in campaigns(site):
        for key, day, title, text in _days(site, terms):
            if day <= site.today:
                name = f"campaign-{id}-{key}-{day}"
                where = address(id)
                yield Happening(name, day, Sort.INSPECTED, title, text, where, is_landmark=True)


def _days(site: Site, terms: CampaignTerms) -> Iterator[tuple[str, date, str, str]]:
    yield "start", terms.start, f"启动{terms.title}创建", ""
    for item in terms.rounds:
        yield "round", item.start, f"{terms.title}创建进入“{item.title}”", ""
    for inspection in terms.inspections:
        yield (
            "inspection",
            inspection.on,
            f"{terms.title}检查：{inspector(site, inspection)}",
            inspection.result or "结果未填报",
        )
    final, outcome = terms.inspection_date, terms.outcome
    if final:
        yield "final", final, f"{terms.title}检查验收", ""
    if outcome:
        yield "outcome", outcome.on, f"{terms.title}：{outcome.text}", ""


def inspector(site: Site, inspection: Inspection) -> str:
    """Who inspects, by name."""
    org = site.kind("org").get(inspection.by)
    return org.heading if org else inspection.by
