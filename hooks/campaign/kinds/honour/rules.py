"""The rules of the honour life-cycle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from campaign.kinds.honour import Honour
from campaign.kinds.honour.facts import (
    Standing,
    months_after,
    standings_at,
    years_after,
)
from campaign.kinds.honour.lifecycle import CYCLE, State
from campaign.kinds.honour.record import EventType, SubjectType
from campaign.kinds.honour_kind import HonourKind
from campaign.model import lifecycle
from campaign.model.base import Record
from campaign.model.lifecycle import Slip
from campaign.model.soundness import is_orderly, out_of_order
from campaign.problems import Problem, nearest
from campaign.site import Site

WITH_GROUNDS = frozenset({EventType.REVOKED, EventType.SUSPENDED})
SLIPS: Mapping[Slip, tuple[str, tuple[str, ...]]] = {
    Slip.UNSAID: ("H17a", ()),
    Slip.EARLY: ("H17b", ("on",)),
    Slip.TWICE: ("H17c", ("corrects",)),
}
OUTCOME_MONTHS = 18
WITH_RECORDS = frozenset({SubjectType.COMMUNITY, SubjectType.ORG, SubjectType.DISTRICT})
"""Subjects that have records of their own."""


def _is_orderly(site: Site, honour: Honour) -> bool:
    """Whether what follows from its days can be told: else they have slips of their own."""
    return is_orderly(honour.events, site.last_known)


def order_of_dates(site: Site) -> Iterator[Problem]:
    """H01: events out of order; the same day keeps the order of the file."""
    for honour in site.of(Honour).values():
        for index, event, above in out_of_order(honour.events, site.last_known):
            words = {"on": event.on, "previous": above.on}
            yield site.problem(honour, "H01", "events", index, "on", **words)


def transitions(site: Site) -> Iterator[Problem]:
    """H02: an event that cannot follow."""
    for honour in site.of(Honour).values():
        for index, step in lifecycle.illegal(CYCLE, honour.events):
            words = {
                "state": step.before.label,
                "event": step.event.type.label,
                "legal": CYCLE.legal_words(step.before),
            }
            yield site.problem(honour, "H02", "events", index, "type", **words)


def grounds(site: Site) -> Iterator[Problem]:
    """H03 and H04: taken away without a document or a reason."""
    for honour in site.of(Honour).values():
        for index, event in enumerate(honour.events):
            if event.type not in WITH_GROUNDS:
                continue
            label = event.type.label
            if event.doc is None:
                yield site.problem(honour, "H03", "events", index, event=label)
            if event.reason is None:
                yield site.problem(honour, "H04", "events", index, event=label)


def in_the_future(site: Site) -> Iterator[Problem]:
    """H05: events are facts, not plans."""
    for honour in site.of(Honour).values():
        for index, event in enumerate(honour.events):
            if site.is_future(event.on):
                yield site.problem(honour, "H05", "events", index, "on", on=event.on)


def subjects(site: Site) -> Iterator[Problem]:
    """H06a and H06b: a subject of the wrong type, or one without its id."""
    for honour in site.of(Honour).values():
        subject, kind = honour.subject, site.of(HonourKind).get(honour.honour_kind)
        if kind and subject.type not in kind.subjects:
            words = {
                "kind": kind.name,
                "type": subject.type.label,
                "choices": "、".join(allowed.label for allowed in kind.subjects),
            }
            yield site.problem(honour, "H06a", "subject", "type", **words)
        if subject.type in WITH_RECORDS and not subject.ref:
            named = {item.heading: item.id for item in site.kind(subject.type.value).values()}
            near = named.get(nearest(subject.name or "", named), "")
            words = {"type": subject.type.label, "nearest": near}
            yield site.problem(honour, "H06b", "subject", **words)


def _by_subject(site: Site) -> dict[tuple[str, str], list[Standing]]:
    """The standings today of every named subject."""
    found: dict[tuple[str, str], list[Standing]] = defaultdict(list)
    for item in standings_at(site, site.today):
        subject = item.honour.subject
        if name := subject.ref or subject.name:
            found[subject.type, name].append(item)
    return found


def held_twice(site: Site) -> Iterator[Problem]:
    """H07: two active honours of one kind."""
    for items in _by_subject(site).values():
        first: dict[str, Honour] = {}
        for item in items:
            if not item.state.is_active:
                continue
            if item.kind.id in first:
                other = site.origin(first[item.kind.id]).path
                words = {"kind": item.kind.name, "other": other}
                yield site.problem(item.honour, "H07", **words)
            first.setdefault(item.kind.id, item.honour)


def publicity(site: Site) -> Iterator[Problem]:
    """H10: named without publicity, or after too few days of it."""
    for honour in site.of(Honour).values():
        kind = site.of(HonourKind).get(honour.honour_kind)
        for index, event in enumerate(honour.events if _is_orderly(site, honour) else ()):
            if kind is None or event.type is not EventType.NAMED or not kind.publicity_days:
                continue
            days = _days_publicised(honour, index)
            if days < kind.publicity_days:
                words = {"days": days, "required": kind.publicity_days}
                yield site.problem(honour, "H10", "events", index, **words)


def _days_publicised(honour: Honour, named: int) -> int:
    """Days from the last publicity of this cycle to the naming; 0 without any."""
    for event in reversed(honour.events[:named]):
        if event.type is EventType.PUBLICISED:
            return (honour.events[named].on - event.on).days
        if event.type in (EventType.NAMED, EventType.WITHDRAWN):
            break
    return 0


def without_outcome(site: Site) -> Iterator[Problem]:
    """H11: recommended long ago, and nobody says what became of it."""
    for item in standings_at(site, site.today):
        if item.state.is_pending and item.since and _is_orderly(site, item.honour):
            recommended = max(e.on for e in item.honour.events if e.type is EventType.RECOMMENDED)
            if site.today > months_after(recommended, OUTCOME_MONTHS):
                words = {"on": recommended, "months": OUTCOME_MONTHS}
                yield site.problem(item.honour, "H11", "events", **words)


def two_lists(site: Site) -> Iterator[Problem]:
    """H12a and H12b: lists that must look at each other."""
    for items in _by_subject(site).values():
        considered = {item.kind.id for item in items}
        held = {item.kind.id for item in items if item.state.is_active}
        for item in items:
            missing = [other for other in item.kind.requires if other not in considered]
            for other in missing if item.state.is_pending else ():
                words = {"kind": item.kind.name, "other": _kind_name(site, other)}
                yield site.problem(item.honour, "H12a", **words)
            clashing = [other for other in item.kind.conflicts if other in held]
            for other in clashing if item.state.is_active else ():
                words = {"kind": item.kind.name, "other": _kind_name(site, other)}
                yield site.problem(item.honour, "H12b", **words)


def without_base(site: Site) -> Iterator[Problem]:
    """H25: held, though nothing is that it builds on."""
    for items in _by_subject(site).values():
        held = {item.kind.id for item in items if item.state.is_active}
        for item in items:
            bases = item.kind.builds_on
            if item.state.is_active and bases and held.isdisjoint(bases):
                words = {"kind": item.kind.name, "choices": _names(site, bases)}
                yield site.problem(item.honour, "H25", **words)


def _names(site: Site, kinds: Iterable[str]) -> str:
    return "、".join(_kind_name(site, id) for id in kinds)


def _kind_name(site: Site, id: str) -> str:
    kind: HonourKind | None = site.of(HonourKind).get(id)
    return kind.name if kind else id


def under_rectification(site: Site) -> Iterator[Problem]:
    """H13: recommended for one honour while another is to be rectified."""
    for items in _by_subject(site).values():
        troubled = [item for item in items if item.state is State.RECTIFYING]
        for item in items if troubled else ():
            if item.state.is_pending:
                yield site.problem(item.honour, "H13", other=troubled[0].kind.name)


def plates(site: Site) -> Iterator[Problem]:
    """H14: one plate number on two honours."""
    first: dict[str, Record] = {}
    for honour in site.of(Honour).values():
        number = honour.plate_no
        if number and number in first:
            other = site.origin(first[number]).path
            yield site.problem(honour, "H14", "plate_no", value=number, other=other)
        elif number:
            first[number] = honour


def reviews_due(site: Site) -> Iterator[Problem]:
    """H15 and H16: overdue, and overdue by more than a year."""
    for item in standings_at(site, site.today):
        due = item.next_review
        if due and item.is_overdue and _is_orderly(site, item.honour):
            code = "H16" if site.today > years_after(due, 1) else "H15"
            yield site.problem(item.honour, code, "events", due=due)


def corrections(site: Site) -> Iterator[Problem]:
    """H17a to H17c: a correction says what and who, comes after it, and is no correction's."""
    for honour in site.of(Honour).values():
        for index, event, slip in lifecycle.slips(honour.events):
            code, field = SLIPS[slip]
            words = {"on": event.on, "corrected": event.corrects.on if event.corrects else ""}
            yield site.problem(honour, code, "events", index, *field, **words)


def only_corrections(site: Site) -> Iterator[Problem]:
    """H19: an honour of which every event was struck out."""
    for honour in site.of(Honour).values():
        if {event.type for event in honour.events} == {EventType.CORRECTED}:
            yield site.problem(honour, "H19", "events")


CHECKS = (
    order_of_dates,
    transitions,
    grounds,
    in_the_future,
    subjects,
    held_twice,
    publicity,
    without_outcome,
    two_lists,
    without_base,
    under_rectification,
    plates,
    reviews_due,
    corrections,
    only_corrections,
)
