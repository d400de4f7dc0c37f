"""Honours as templates see them: plaques, events, changes, and whose they are."""

from __future__ import annotations

from typing import TypedDict

from campaign import urls
from campaign.kinds.community import Community
from campaign.kinds.district.facts import place_name
from campaign.kinds.honour import Honour, disclosure
from campaign.kinds.honour.facts import Change, Standing, place_among_holders, standings
from campaign.kinds.honour.lifecycle import State
from campaign.kinds.honour.record import Event, EventType, SubjectType
from campaign.kinds.org import Org
from campaign.kinds.policy import Policy
from campaign.model.level import Level
from campaign.render import sheets
from campaign.render.edition import Edition

BARS = {level: len(Level) - level.rank for level in Level}
"""How many bars a plaque carries: five for the nation, one for a street."""
HOLDERS = 100
"""Honours on one page of their kind: each with its history, as heavy as two rows of the roll."""


class Plaque(TypedDict):
    """An honour at a date, as a plaque."""

    url: str
    anchor: str
    name: str
    level: str
    level_label: str
    bars: list[int]
    batch: str
    year: str
    named: str
    state: str
    state_label: str
    active: bool
    next_review: str
    overdue: bool
    plate_no: str
    subject: str
    subject_url: str
    district: str


class EventView(TypedDict):
    """One event of a life-cycle."""

    on: str
    type: str
    label: str
    by: str
    doc: str
    doc_url: str
    reason: str
    note: str
    corrects: str
    due: str
    lost: bool


class ChangeView(EventView):
    """An event with its honour."""

    honour: str
    honour_url: str
    subject: str
    subject_url: str


class History(Plaque):
    """An honour with its life-cycle up to today."""

    note: str
    events: list[EventView]


def plaque(edition: Edition, item: Standing) -> Plaque:
    """An honour at a date, as a plaque: level by form, state in words."""
    return edition.once((plaque, item.honour.id, item.on), lambda: _plaque(edition, item))


def _plaque(edition: Edition, item: Standing) -> Plaque:
    year = str(item.named.year) if item.named else ""
    return {
        "url": address(edition, item.honour),
        "anchor": item.honour.public_id.split("/")[1],
        "name": item.title,
        "level": item.level.value,
        "level_label": item.level.label,
        "bars": list(range(BARS[item.level])),
        "batch": item.honour.batch or "",
        "year": year,
        "named": str(item.named or ""),
        "state": item.state.value,
        "state_label": state_label(item),
        "active": item.state.is_active,
        "next_review": str(item.next_review or ""),
        "overdue": item.is_overdue,
        "plate_no": item.honour.plate_no or "",
        "subject": disclosure.holder(edition.site, item.honour),
        "subject_url": subject_url(edition, item.honour),
        "district": subject_district(edition, item.honour),
    }


def newest(edition: Edition, number: int) -> list[Plaque]:
    """The subjects named most recently, the highest level first, each with one plaque."""
    held = [
        item
        for item in standings(edition.facts)
        if item.state.is_active and item.named and (item.kind.ladder or item.kind.is_site)
    ]
    held.sort(key=lambda item: (-(item.named.toordinal() if item.named else 0), item.level.rank))
    latest: dict[str, Plaque] = {}
    for item in held:
        latest.setdefault(item.honour.subject.ref or "", plaque(edition, item))
    return list(latest.values())[:number]


def sheet_of(edition: Edition, honour: Honour) -> int:
    """The sheet of its kind's page that holds an honour; the first for one that is not shown."""
    return sheets.number_of(place_among_holders(edition.facts, honour), HOLDERS)


def address(edition: Edition, honour: Honour) -> str:
    """Where an honour stands today. `urls.url` names it for good, and leads to its kind."""
    page, _, anchor = urls.url(honour).partition("#")
    return f"{urls.further(page, sheet_of(edition, honour))}#{anchor}"


def state_label(item: Standing) -> str:
    """The state in words, with what a reader would ask next."""
    if item.state is State.RECTIFYING and item.due:
        return f"{item.state.label}（至 {item.due}）"
    return KEY_LABELS[state_key(item)]


OVERDUE = "overdue"
KEY_LABELS = {state.value: state.label for state in State} | {OVERDUE: "待复查"}


def state_key(item: Standing) -> str:
    """What `state_label` says, without its date: by this a reader filters."""
    has_term = item.state is State.RECTIFYING and item.due
    return OVERDUE if item.is_overdue and not has_term else item.state.value


def subject_url(edition: Edition, honour: Honour) -> str:
    ref = honour.subject.ref or ""
    is_community = honour.subject.type is SubjectType.COMMUNITY
    return urls.of("community", ref) if is_community and ref in edition.site.of(Community) else ""


def subject_district(edition: Edition, honour: Honour) -> str:
    return place_name(edition.site, subject_district_id(edition, honour))


def subject_district_id(edition: Edition, honour: Honour) -> str:
    """The district of the community that holds it; nothing for other holders."""
    community = edition.site.of(Community).get(honour.subject.ref or "")
    is_community = honour.subject.type is SubjectType.COMMUNITY
    return community.district if community and is_community else ""


def history(edition: Edition, item: Standing) -> History:
    """A plaque with what has happened to it."""
    past = (event for event in item.honour.events if event.on <= edition.site.today)
    events = [honour_event(edition, item.honour, event) for event in past]
    return {**plaque(edition, item), "note": disclosure.remark(item.honour), "events": events}


def honour_event(edition: Edition, honour: Honour, event: Event) -> EventView:
    """One event of a life-cycle, with its document and the label of its reason."""
    policy = edition.site.of(Policy).get(event.doc or "")
    org = edition.site.of(Org).get(event.by or "")
    return {
        "on": str(event.on),
        "type": event.type.value,
        "label": event.type.label,
        "by": (org.short or org.name) if org else "",
        "doc": policy.title if policy else event.doc or "",
        "doc_url": urls.url(policy) if policy else "",
        "reason": edition.site.label("reasons", event.reason) if event.reason else "",
        "note": disclosure.note(honour, event),
        "corrects": corrected(event),
        "due": str(event.due or ""),
        "lost": event.type in (EventType.REVOKED, EventType.SUSPENDED, EventType.LAPSED),
    }


def corrected(event: Event) -> str:
    """What a correction corrected, in words; nothing for another event."""
    return f"{event.corrects.on} {event.corrects.type.label}" if event.corrects else ""


def change(edition: Edition, item: Change) -> ChangeView:
    """An event with its honour, for the list of changes."""
    return {
        **honour_event(edition, item.honour, item.event),
        "honour": item.title,
        "honour_url": address(edition, item.honour),
        "subject": disclosure.holder_of_change(edition.site, item.honour),
        "subject_url": subject_url(edition, item.honour),
    }
