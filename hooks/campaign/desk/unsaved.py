"""The site as it would be with what nobody has saved yet, and what is wrong with it.

Every value of the unsaved record gets a line of its own, beyond the end of any file: so a
rule that knows nothing of forms says with its line at which field its problem stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from campaign.checks import check
from campaign.desk.openable import PAGES
from campaign.kinds import SETTINGS
from campaign.kinds.kind import Kind
from campaign.model.base import Record
from campaign.model.controls import controls
from campaign.model.origin import Origin, Prose
from campaign.model.settings import Profile, Settings
from campaign.model.walk import Loc
from campaign.problems import Problem, ordered, problem
from campaign.reading import conflicts, file, personal
from campaign.reading.records import days, with_column_pages
from campaign.reading.refusals import remainder
from campaign.site import Site

UNNAMED = "not-named-yet"
"""The id of a record that has none yet, while nobody has saved it."""
BEYOND = 1_000_000
"""The first line that stands for a value; those of a text are far below."""
CONFLICT = "Y23"


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
    is_read: bool = False
    """Whether what the form says can be shown."""

    @property
    def can_be_read(self) -> bool:
        """Whether its file, once it is written, is read at all: a draft's, too."""
        return all(item.code != CONFLICT for item in self.problems)

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
    """The site with what a form says, in the file at `path`."""
    places = Places()
    origin = Origin(path, places, (), {}, body, 1)
    problems: list[Problem] = []
    if kind is PAGES:
        page = file.page_of(data, origin, problems)
        made = _with_page(site, id, page)
        found = Unsaved(made, kind, id, path, None, places, problems, page is not None)
    else:
        found = _of_record(site, kind, id, data, origin)
    for loc, text in _texts(data, ()):
        found.problems += (replace(item, line=places[loc]) for item in _in_text(path, text, False))
    found.problems += _in_text(path, body, True)
    return found


def _of_record(
    site: Site, kind: Kind[Any], id: str, data: Mapping[str, Any], origin: Origin
) -> Unsaved:
    places = cast(Places, origin.lines)
    problems = list(file.identity(kind, id, data, origin)) if id else []
    values = {**data, "id": id}
    if kind.parent_field:
        values[kind.parent_field] = id.split("/")[0]
    made = file.validated(kind.model, values, origin, problems)
    is_placed = not kind.parent_field or values[kind.parent_field] != UNNAMED
    if not is_placed:
        problems.append(_without_folder(kind, origin))
    record = made if isinstance(made, Record) and is_placed else None
    left = None if record or not is_placed else remainder(kind.model, values)
    there = _with(site, kind.name, id, record, left, origin)
    is_read = record is not None
    return Unsaved(
        _heeding(there, record), kind, id, origin.path, record, places, problems, is_read
    )


def _without_folder(kind: Kind[Any], origin: Origin) -> Problem:
    """Nobody has said yet in which folder a new record will be, and so what its id is."""
    field = next(item for item in controls(kind.model) if item.key == kind.parent_field)
    return problem(
        origin.path, origin.line((field.key,)), "V06c", field=field.key, title=field.title
    )


def _with_page(site: Site, id: str, page: Prose | None) -> Site:
    """The site with a page of `docs/` in place of what was there."""
    return replace(site, prose={**site.prose, f"{id}.md": page}) if page else site


def _heeding(site: Site, record: Record | None) -> Site:
    """The site as its settings, or the deployment that it is made for, would have it."""
    if isinstance(record, Settings):
        written = {
            uri: page for uri, page in site.prose.items() if page.origin.path != SETTINGS.pattern
        }
        prose = with_column_pages(written, record)
        return replace(site, settings=record, prose=prose)
    if isinstance(record, Profile) and record.id == site.profile.id:
        fixed = days(record) if record.today != site.profile.today else {}
        return replace(site, profile=record, **fixed)
    return site


def _in_text(path: str, text: str, has_fences: bool) -> Iterator[Problem]:
    """What no file may hold: numbers of persons, and marks of a conflict."""
    yield from personal.in_text(path, text)
    if line := conflicts.first_mark(text, has_fences):
        yield problem(path, line, CONFLICT)


def _texts(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Every text of a record, with the field in which it stands."""
    if isinstance(value, str):
        yield loc, value
    pairs: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, Mapping):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    for step, inner in pairs:
        yield from _texts(inner, (*loc, step))


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
    """The site as if nobody had begun to write something."""
    key = (kind, id)
    prose = {uri: page for uri, page in site.prose.items() if key != (PAGES.name, uri[:-3])}
    known = {other: record for other, record in site.kind(kind).items() if other != id}
    return replace(
        site,
        prose=prose,
        records={**site.records, kind: known},
        origins={other: origin for other, origin in site.origins.items() if other != key},
        refused={other: record for other, record in site.refused.items() if other != key},
    )
