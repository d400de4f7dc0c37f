"""What was published stays: honours and their events against an earlier revision.

An event may be mended or struck out only together with a `corrected` event that names
it; an honour is never deleted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from campaign import yamltext
from campaign.derive.lifecycle import EVENT_LABELS
from campaign.model import Event, Honour
from campaign.problems import Problem, problem
from campaign.refusals import without_absent
from campaign.site import Site

LABELS = {str(type): label for type, label in EVENT_LABELS.items()}


def altered(site: Site, published: Mapping[str, str]) -> Iterator[Problem]:
    """H08, H09 and H18: `published` is path and text of every honour at the base."""
    present = {site.origin(honour).path: honour for honour in site.honours.values()}
    for path, text in published.items():
        data = without_absent(yamltext.read(path, text).data)
        if not isinstance(data, dict):
            continue
        honour = present.get(path)
        if honour is not None:
            yield from _changed(site, honour, data)
        elif not (site.root / path).exists():
            yield problem(path, 1, "H09", id=path.removeprefix("showcases/honours/"))


def _changed(site: Site, honour: Honour, data: Mapping[str, Any]) -> Iterator[Problem]:
    published = [_plain(event) for event in data.get("events") or [] if isinstance(event, dict)]
    kept = [_words(event) for event in honour.events]
    corrected = {
        (str(event.corrects.on), event.corrects.type.value)
        for event in honour.events
        if event.corrects and _words(event) not in published
    }
    for event in published:
        if event in kept:
            continue
        on, type = str(event.get("on")), str(event.get("type"))
        if (on, type) not in corrected:
            label = LABELS.get(type, type)
            yield site.problem(honour, "H08", "events", on=on, event=label)
    if _plain(data.get("subject") or {}) != _words(honour.subject) and not corrected:
        yield site.problem(honour, "H18", "subject")


def _words(part: Event | Any) -> dict[str, Any]:
    """A part as the text that a file would hold, defaults left out."""
    return _plain(part.model_dump(mode="json", by_alias=True, exclude_unset=True))


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: _plain(value) if isinstance(value, dict) else str(value)
        for key, value in values.items()
        if value is not None
    }
