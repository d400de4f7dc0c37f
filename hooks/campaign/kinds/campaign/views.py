"""Campaigns, and what happened, as templates see them."""

from __future__ import annotations

from typing import TypedDict

from campaign.derive.happenings import Happening
from campaign.kinds.campaign import facts
from campaign.kinds.campaign.facts import Phase, address, inspector, standing
from campaign.model.campaign import CampaignTerms
from campaign.render.edition import Edition


class HappeningRow(TypedDict):
    """Something that happened, in a list."""

    id: str
    date: str
    sort: str
    label: str
    title: str
    text: str
    url: str


class InspectionView(TypedDict):
    """An inspection, held or to come."""

    date: str
    by: str
    result: str
    is_ahead: bool


class CampaignCard(TypedDict):
    """A campaign in a list, and at the head of its page."""

    title: str
    url: str
    level: str
    summary: str
    phase: str
    phase_label: str
    round: str
    start: str
    next: str
    next_days: int | None
    final: str
    final_days: int | None
    outcome: str
    is_main: bool


def row(happening: Happening) -> HappeningRow:
    return {
        "id": happening.key,
        "date": str(happening.on),
        "sort": happening.sort.value,
        "label": happening.sort.label,
        "title": happening.title,
        "text": happening.text,
        "url": happening.address,
    }


def card(edition: Edition, id: str, terms: CampaignTerms) -> CampaignCard:
    at = standing(terms, edition.site.today)
    outcome = terms.outcome if at.phase is Phase.DECIDED else None
    return {
        "title": terms.title,
        "url": address(id),
        "level": terms.level.label if terms.level else "",
        "summary": terms.summary,
        "phase": at.phase.value,
        "phase_label": at.phase.label,
        "round": at.round,
        "start": str(terms.start),
        "next": str(at.next or ""),
        "next_days": at.days_to(at.next),
        "final": str(at.final or ""),
        "final_days": at.days_to(at.final),
        "outcome": f"{outcome.on}：{outcome.text}" if outcome else "",
        "is_main": id == facts.MAIN,
    }


def inspections(edition: Edition, terms: CampaignTerms) -> list[InspectionView]:
    """All inspections, those to come last."""
    today = edition.site.today
    return [
        {
            "date": str(item.on),
            "by": inspector(edition.site, item),
            "result": item.result or "",
            "is_ahead": item.on > today,
        }
        for item in sorted(terms.inspections, key=lambda item: item.on)
    ]
