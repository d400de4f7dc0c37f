"""What speeches ask, of whom, and what is known of it: open, done with its proof, or due."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TypedDict

from campaign.derive.references import naming
from campaign.kinds.org import Org
from campaign.kinds.speech import Speech
from campaign.kinds.speech.record import Demand
from campaign.model.base import Record
from campaign.render import names
from campaign.render.edition import Edition
from campaign.render.names import Link


class State(StrEnum):
    """How a demand stands: of one that is due, nobody has reported what became of it."""

    OPEN = "open"
    DONE = "done"
    UNREPORTED = "unreported"


class DemandView(TypedDict):
    """What a speech asks, of whom, and how it stands."""

    text: str
    task: Link | None
    org: str
    due: str
    state: str
    words: str
    proof: str
    speech: Link


def state(demand: Demand, today: date) -> State:
    """How a demand stands on a day."""
    if demand.done and demand.done <= today:
        return State.DONE
    is_over = demand.due is not None and demand.due < today
    return State.UNREPORTED if is_over else State.OPEN


def words(demand: Demand, today: date) -> str:
    """How it stands in words: 2026-04-02 办结，晚 3 天."""
    at = state(demand, today)
    if at is State.DONE and demand.done:
        late = (demand.done - demand.due).days if demand.due else 0
        return f"{demand.done} 办结" + (f"，晚 {late} 天" if late > 0 else "")
    if at is State.UNREPORTED:
        return "已到期，完成情况未填报"
    return "未到期" if demand.due else "没有写期限，完成情况未填报"


def view(edition: Edition, speech: Speech, demand: Demand) -> DemandView:
    """A demand of a speech as templates see it."""
    at = state(demand, edition.site.today)
    return {
        "text": demand.text,
        "task": names.record_link(edition, "task", demand.task) if demand.task else None,
        "org": names.name_of(edition, Org, demand.org),
        "due": str(demand.due or ""),
        "state": at.value,
        "words": words(demand, edition.site.today),
        "proof": demand.proof or "" if at is State.DONE else "",
        "speech": names.record_link(edition, "speech", speech.id),
    }


def asked(edition: Edition, record: Record) -> list[DemandView]:
    """What speeches ask for a key task, or of a unit, by the day until when."""
    found = [
        view(edition, speech, demand)
        for speech in naming(edition.facts, Speech, record, "demands")
        for demand in speech.demands
        if record.id == (demand.org if record.kind == Org.kind else demand.task)
    ]
    return sorted(found, key=lambda item: item["due"] or "~")
