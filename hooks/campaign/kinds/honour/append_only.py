"""What was published stays: honours and their events against an earlier revision.

An event may be mended or struck out only together with a `corrected` event that names
it; an honour is never deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, TypeVar

from pydantic import ValidationError

from campaign.kinds.honour import Honour
from campaign.kinds.honour.record import Event, Subject
from campaign.model.base import Part
from campaign.problems import Problem, problem
from campaign.reading import characters, yamltext
from campaign.reading.refusals import without_absent
from campaign.site import Site

RELEASED = ("published", "archived")
P = TypeVar("P", bound=Part)


def altered(site: Site, published: Mapping[str, str]) -> Iterator[Problem]:
    """H08, H09 and H18: `published` is path and text of every honour at the base."""
    present = {site.origin(h).path: h for h in site.of(Honour).values() if site.is_out(h)}
    for path, text in published.items():
        data = without_absent(yamltext.read(path, text).data)
        if not _is_out(data):
            continue
        honour = present.get(path)
        if honour is not None:
            yield from _changed(site, honour, data)
        elif not (site.root / path).exists() or _is_hidden(site, path):
            yield problem(path, 1, "H09", id=path.removeprefix("showcases/honours/"))


def _is_out(data: Any) -> bool:
    """Whether readers see an honour that is written so."""
    if not isinstance(data, dict):
        return False
    return data.get("status", "published") in RELEASED and data.get("visibility") != "internal"


def _is_hidden(site: Site, path: str) -> bool:
    """Taken out of sight; a file that cannot be read is a problem of its own."""
    text, _ = characters.decode(path, (site.root / path).read_bytes())
    data = yamltext.read(path, text).data
    return isinstance(data, dict) and not _is_out(data)


def _changed(site: Site, honour: Honour, data: Mapping[str, Any]) -> Iterator[Problem]:
    events = data.get("events")
    published = list(_read(Event, events if isinstance(events, list) else []))
    corrected = {
        (event.corrects.on, event.corrects.type)
        for event in honour.events
        if event.corrects and event not in published
    }
    for event in published:
        if event not in honour.events and (event.on, event.type) not in corrected:
            label = event.type.label
            yield site.problem(honour, "H08", "events", on=event.on, event=label)
    subjects = list(_read(Subject, [data.get("subject")]))
    if subjects and subjects[0] != honour.subject and not corrected:
        yield site.problem(honour, "H18", "subject")


def _read(model: type[P], items: Iterable[Any]) -> Iterator[P]:
    """What can be read of the base; what could not be read there may be mended."""
    for item in items:
        with suppress(ValidationError):
            yield model.model_validate(item)
