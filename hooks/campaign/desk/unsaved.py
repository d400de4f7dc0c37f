"""The site as it would be with a record that nobody has saved yet, and what is wrong with it.

Every value of the unsaved record gets a line of its own, beyond the end of any file: so a
rule that knows nothing of forms says with its line at which field its problem stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from campaign.checks import check
from campaign.kinds.kind import Kind
from campaign.model.base import Record
from campaign.model.origin import Origin
from campaign.model.walk import Loc
from campaign.problems import Problem, ordered
from campaign.reading import file, personal
from campaign.reading.refusals import remainder
from campaign.site import Site

BEYOND = 1_000_000
"""The first line that stands for a value; those of a text are far below."""


class Places(Mapping[Loc, int]):
    """A line for each place that anybody asks for, and back."""

    def __init__(self) -> None:
        self._lines: dict[Loc, int] = {}

    def __contains__(self, loc: object) -> bool:
        return True

    def __getitem__(self, loc: Loc) -> int:
        return self._lines.setdefault(loc, BEYOND + len(self._lines))

    def __iter__(self) -> Iterator[Loc]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def at(self, line: int) -> Loc:
        """The place that has a line."""
        return next((loc for loc, known in self._lines.items() if known == line), ())


@dataclass
class Unsaved:
    """A record of a form in its place in the site."""

    site: Site
    kind: Kind[Any]
    id: str
    path: str
    record: Record | None
    """Nothing where its fields are refused."""
    places: Places
    problems: list[Problem] = field(default_factory=list)
    """What reading it found."""

    def loc(self, found: Problem) -> Loc | None:
        """The field at which a problem of this record stands: the text's first line is ("",).

        Nothing for a problem of another record.
        """
        if found.path != self.path:
            return None
        if found.line >= BEYOND:
            return self.places.at(found.line)
        is_article = self.kind.is_entry
        return ("body",) if is_article else None if self.kind.list_key else ()

    def check(self) -> list[Problem]:
        """Everything that the site's rules find with the record in its place."""
        return ordered([*self.problems, *check(self.site)])


def unsaved(
    site: Site, kind: Kind[Any], id: str, path: str, data: Mapping[str, Any], body: str = ""
) -> Unsaved:
    """The site with a record that says `data`, in the file at `path`."""
    places = Places()
    origin = Origin(path, places, (), {}, body, 1)
    problems = list(file.identity(kind, id, data, origin)) if id else []
    values = {**data, "id": id}
    if kind.parent_field:
        values[kind.parent_field] = id.split("/")[0]
    made = file.validated(kind.model, values, origin, problems)
    record = made if isinstance(made, Record) else None
    problems += _personal(path, data, (), places)
    problems += personal.in_text(path, body)
    left = None if record else remainder(kind.model, values)
    return Unsaved(
        _with(site, kind.name, id, record, left, origin), kind, id, path, record, places, problems
    )


def _personal(path: str, value: Any, loc: Loc, places: Places) -> Iterator[Problem]:
    """Numbers of persons, which no file may hold."""
    if isinstance(value, str):
        for found in personal.in_text(path, value):
            yield replace(found, line=places[loc])
    pairs: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, Mapping):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    for step, inner in pairs:
        yield from _personal(path, inner, (*loc, step), places)


def _with(
    site: Site, kind: str, id: str, record: Record | None, left: Record | None, origin: Origin
) -> Site:
    """The site with one record in place of what was there."""
    known = dict(site.kind(kind))
    refused = {key: item for key, item in site.refused.items() if key != (kind, id)}
    if record is not None:
        known[id] = record
    else:
        known.pop(id, None)
        if left is not None:
            refused[kind, id] = left
    return replace(
        site,
        records={**site.records, kind: known},
        origins={**site.origins, (kind, id): origin},
        refused=refused,
    )


def without(site: Site, kind: str, id: str) -> Site:
    """The site as if nobody had begun to write a record."""
    key = (kind, id)
    known = {other: record for other, record in site.kind(kind).items() if other != id}
    return replace(
        site,
        records={**site.records, kind: known},
        origins={other: origin for other, origin in site.origins.items() if other != key},
        refused={other: record for other, record in site.refused.items() if other != key},
    )
