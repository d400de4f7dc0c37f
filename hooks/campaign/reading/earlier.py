"""Records as they were published at an earlier revision, and what has become of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from campaign.kinds.kind import Kind
from campaign.model.base import Correction, Record, Status, Visibility
from campaign.problems import Problem
from campaign.reading import characters, file, yamltext
from campaign.site import Site

R = TypeVar("R", bound=Record)
RELEASED = (Status.PUBLISHED, Status.ARCHIVED)


def published(kind: Kind[R], path: str, raw: bytes) -> Iterator[R]:
    """The records of a file that readers saw; what cannot be read nobody did."""
    for found in file.read(kind, path, raw).records:
        if isinstance(found.record, kind.model) and found.record.is_released:
            yield found.record


def pairs(
    site: Site, kind: Kind[R], files: Mapping[str, bytes]
) -> Iterator[tuple[str, R, R | None]]:
    """The file of each record that readers saw, what it said, and what it says now, if it is."""
    for path, raw in files.items():
        for before in published(kind, path, raw):
            yield path, before, present(site, kind.model, before.id, files)


def data(path: str, raw: bytes) -> Mapping[str, Any]:
    """What a file that readers saw stated, even if today's model refuses it; else nothing."""
    text, _ = characters.decode(path, raw)
    found = yamltext.read(path, text).data
    return found if isinstance(found, dict) and is_released(found) else {}


def is_released(data: Mapping[str, Any]) -> bool:
    """Whether readers see a record that is written so."""
    status = data.get("status") or Status.PUBLISHED
    return status in RELEASED and data.get("visibility") != Visibility.INTERNAL


def present(site: Site, model: type[R], id: str, files: Mapping[str, bytes]) -> R | None:
    """The record that has the id today, or was renamed from it.

    One that was there itself (its own file is among those that were altered) is no heir:
    two records do not become one by a former id.
    """
    known = site.of(model)
    if id in known:
        return known[id]
    heir = next((record for record in known.values() if id in record.aliases), None)
    return None if heir is None or site.origin(heir).path in files else heir


def is_gone(site: Site, found: Record | None, path: str) -> bool:
    """Whether readers miss the record of a file; one that cannot be read has its own problem."""
    return not (found.is_released if found else (site.root / path).exists())


def lost_corrections(
    site: Site, record: Record, before: list[Correction], now: list[Correction]
) -> Iterator[Problem]:
    """H23: corrections are told for good."""
    for item in before:
        if item not in now:
            yield site.problem(record, "H23", "corrections", on=item.on, field=item.field)


def corrected(before: list[Correction], now: list[Correction]) -> set[str]:
    """The fields that a new correction names."""
    return {item.field for item in now if item not in before}
