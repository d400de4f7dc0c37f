"""What was published stays: honours and their events against an earlier revision.

An event may be mended or struck out only together with a `corrected` event that names
it; an honour is never deleted, and never changes hands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic import ValidationError

from campaign.kinds.honour import KIND, Honour
from campaign.kinds.honour.record import PRIVATE, Event, EventType, Subject
from campaign.kinds.honour_kind import HonourKind
from campaign.model.base import Part, Record
from campaign.model.lifecycle import altered_at, rewritten
from campaign.problems import Problem, problem
from campaign.reading import earlier
from campaign.reading.refusals import without_absent
from campaign.site import Site

P = TypeVar("P", bound=Part)


def altered(site: Site, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """H08, H09 and H18, where files said something else before."""
    for path, raw in files.items():
        data = without_absent(earlier.data(path, raw))
        kind, _, name = KIND.id_of(PurePosixPath(path)).partition("/")
        now_called = earlier.present(site, HonourKind, kind, {})
        if not data or now_called is None:
            continue  # nobody saw it, or its whole kind is gone, which is told once
        id = f"{now_called.id}/{name}"
        honour = _present(site, id, f"{kind}/{name}", files)
        if honour is not None and honour.is_released:
            yield from _changed(site, honour, data, now_called.id)
        elif honour is not None or not _is_written(site, id, f"{kind}/{name}"):
            yield problem(path, 1, "H09", id=f"{kind}/{name}")


def _present(site: Site, id: str, before: str, files: Mapping[str, bytes]) -> Honour | None:
    """The honour of today, by its id or by one that it had; one that was there is no heir."""
    known = site.of(Honour)
    if id in known:
        return known[id]
    heirs = (item for item in known.values() if {id, before} & _former(item))
    return next((item for item in heirs if site.origin(item).path not in files), None)


def _is_written(site: Site, *ids: str) -> bool:
    """Whether there is a file for one of the ids: what cannot be read has its own problem."""
    return any((site.root / KIND.pattern.replace("*/*", id)).exists() for id in ids)


def _former(honour: Honour) -> set[str]:
    """Its former ids; one without a folder is of the same kind."""
    return {a if "/" in a else f"{honour.honour_kind}/{a}" for a in honour.aliases}


def _changed(site: Site, honour: Honour, data: Mapping[str, Any], kind: str) -> Iterator[Problem]:
    stated = data.get("events")
    published = list(_read(Event, stated if isinstance(stated, list) else []))
    for event in rewritten(published, honour.events, _stands):
        words = {"on": event.on, "event": event.type.label}
        at = altered_at(event, published, honour.events)
        yield site.problem(honour, "H08", "events", *at, **words)
    if honour.honour_kind != kind:
        yield site.problem(honour, "H18b", "kind", kind=kind)
    for subject in _read(Subject, [data.get("subject")]):
        if not _has_same_holder(site, subject, honour, published):
            field = "ref" if honour.subject.ref else "name"
            yield site.problem(honour, "H18a", "subject", field)


def _stands(event: Event, events: Sequence[Event]) -> bool:
    """Whether an event is still there; who corrected may be added where nobody said it."""
    if event.type is EventType.CORRECTED and event.by is None:
        return any(item.model_copy(update={"by": None}) == event for item in events)
    return event in events


# Who holds it


def _has_same_holder(site: Site, before: Subject, honour: Honour, published: list[Event]) -> bool:
    """Whether an honour is with whom it was; how a person is shown is that person's choice."""
    now = honour.subject
    if before.type is not now.type:
        return False
    if before.type in PRIVATE and now.name is None:
        return True
    old, new = _holder(site, before), _holder(site, now)
    return old == new or (not now.ref and _is_slip_of(old, new, honour, published))


def _holder(site: Site, subject: Subject) -> str:
    """The id of a holder that has a record, by its name, too; else the name."""
    known: Mapping[str, Record] = site.kind(subject.type.value)
    wanted = subject.ref or subject.name or ""
    names = ((id, {id, *record.aliases, record.heading}) for id, record in known.items())
    return next((id for id, own in names if wanted in own), wanted)


def _is_slip_of(old: str, new: str, honour: Honour, published: list[Event]) -> bool:
    """Whether a correction tells readers both names of a holder that has no record."""
    notes = (e.note or "" for e in honour.events if e.corrects and e not in published)
    return any(old in note and new in note for note in notes)


def _read(model: type[P], items: Iterable[Any]) -> Iterator[P]:
    """What can be read of the base; what could not be read there may be mended."""
    for item in items:
        with suppress(ValidationError):
            yield model.model_validate(item)
