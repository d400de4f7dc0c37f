"""Promises as templates see them: state, due day, and each event with what proves it."""

from __future__ import annotations

from typing import TypedDict

from campaign.model.promise import Event, Standing
from campaign.render import names, pictures
from campaign.render.edition import Edition
from campaign.render.names import Link
from campaign.render.pictures import PhotoView

LATE, POSTPONED = "late", "postponed"
LATE_LABEL, POSTPONED_LABEL = "逾期", "延期"


class EventView(TypedDict):
    """An event of a promise."""

    on: str
    type: str
    label: str
    by: str
    doc: Link | None
    note: str
    due: str
    corrects: str
    photos: list[PhotoView]


class PromiseView(TypedDict):
    """A promise as it stands today, with its history."""

    anchor: str
    title: str
    state: str
    """Its state, or `late` or `postponed`: what an open one is marked with."""
    label: str
    due: str
    promised_due: str
    """The day that was first promised, where it was put off."""
    days_late: int
    open: bool
    claimed: bool
    """Whether it was only reported as done, and waits to be checked."""
    events: list[EventView]


def event_view(edition: Edition, event: Event) -> EventView:
    """One event, with its document as a link where the site has it."""
    doc = event.doc or ""
    is_policy = doc in edition.site.kind("policy")
    link = names.record_link(edition, "policy", doc) if is_policy else Link(name=doc, url="")
    org = edition.site.kind("org").get(event.by or "")
    return {
        "on": str(event.on),
        "type": str(event.type),
        "label": event.type.label,
        "by": (org.short or org.name) if org else "",
        "doc": link if doc else None,
        "note": event.note or "",
        "due": str(event.due or ""),
        "corrects": event.corrected_words,
        "photos": pictures.photos(edition, event.evidence),
    }


def mark(item: Standing) -> tuple[str, str]:
    """What a promise is marked with: an open one that is late or put off says so first."""
    is_told = item.state in item.promise.cycle.telling
    if item.is_late and not is_told:
        return LATE, LATE_LABEL
    if item.is_postponed and not is_told:
        return POSTPONED, POSTPONED_LABEL
    return str(item.state), item.state.label


def promise_view(edition: Edition, item: Standing) -> PromiseView:
    """A promise as of its day."""
    promise = item.promise
    state, label = mark(item)
    was_put_off = item.due != promise.due
    return {
        "anchor": f"item-{promise.key}" if promise.key else "",
        "title": promise.title,
        "state": state,
        "label": label,
        "due": str(item.due or ""),
        "promised_due": str(promise.due or "") if was_put_off else "",
        "days_late": item.days_late,
        "open": not item.is_closed,
        "claimed": item.is_claimed,
        "events": [event_view(edition, event) for event in promise.until(item.on)],
    }


def states(labels: tuple[str, ...]) -> tuple[str, ...]:
    """What may be said of promises in the search: late and put off, then their states."""
    return tuple(dict.fromkeys((LATE_LABEL, POSTPONED_LABEL, *labels)))
