"""Promises as they were published: their events stay, and their terms are only corrected.

A kind whose records hold promises says so in its `append_only.py`:
`altered = partial(promised.altered, KIND)`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from campaign.kinds.kind import Kind
from campaign.model.lifecycle import altered_at, corrected_newly, rewritten
from campaign.model.promise import Promise, PromisingRecord
from campaign.problems import Problem, problem
from campaign.reading import earlier
from campaign.site import Site

R = TypeVar("R", bound=PromisingRecord)


def altered(kind: Kind[R], site: Site, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """V47h to V47l and H23, where files said something else before."""
    for path, before, now in earlier.pairs(site, kind, files):
        if earlier.is_gone(site, now, path):
            yield problem(path, 1, "V47h", id=before.id)
        elif now is not None:
            yield from _of_record(site, before, now)


def _of_record(site: Site, before: PromisingRecord, now: PromisingRecord) -> Iterator[Problem]:
    yield from earlier.lost_corrections(site, now, before.corrections, now.corrections)
    corrected = earlier.corrected(before.corrections, now.corrections)
    for name in before.fixed:
        if getattr(before, name) != getattr(now, name) and name not in corrected:
            title = type(now).model_fields[name].title
            yield site.problem(now, "V47i", name, field=name, title=title)
    present = {promise.key: promise for promise in now.promises}
    for promise in before.promises:
        if promise.key in present:
            yield from _of_promise(site, now, promise, present[promise.key])
        else:
            yield site.problem(now, "V47j", title=promise.title)


def _of_promise(
    site: Site, record: PromisingRecord, before: Promise, now: Promise
) -> Iterator[Problem]:
    for event in rewritten(before.events, now.events):
        words = {"on": event.on, "event": event.type.label, "title": before.title}
        at = (*now.loc, "events", *altered_at(event, before.events, now.events))
        yield site.problem(record, "V47k", *at, **words)
    changed = [name for name, value in before.terms.items() if now.terms.get(name) != value]
    is_told = bool(corrected_newly(before.events, now.events))
    for name in () if is_told else changed:
        yield site.problem(record, "V47l", *now.loc, name, field=name, title=before.title)
