"""What one file says, by its path and its bytes alone: records, a page, and all its faults."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel, ValidationError

from campaign.kinds.kind import Kind
from campaign.model.base import Record, Status
from campaign.model.entry import PageMatter
from campaign.model.fields import RESERVED
from campaign.model.origin import Origin, Prose
from campaign.problems import Problem, problem
from campaign.reading import characters, conflicts, frontmatter, personal, refusals, yamltext

UNFINISHED = (Status.DRAFT, Status.REVIEW)
"""States in which a record may still have gaps."""
SHELL, SLOT = "shell.md", "zqslotbodyzq"
"""A shell as forks once had to keep them: these are generated now."""
MISNAMED = frozenset({"V01a", "V01e"})
"""What is said of an id that can be none."""
HELD = re.compile(r"^(?:status: *[\"']?(?:draft|review)|visibility: *[\"']?internal)\b", re.M)
"""What keeps an entry from the site, in front matter that cannot be read."""
HEADING = re.compile(r"^#\s+(.+?)\s*#*\s*(?:\{[^}]*\}\s*)?$", re.MULTILINE)


@dataclass
class Found:
    """A record as one file states it; none when its fields are refused."""

    id: str
    record: Record | None
    origin: Origin
    problems: list[Problem]
    remainder: Record | None = None
    """Of a refused record, the fields that read well."""

    @property
    def is_named(self) -> bool:
        """Whether its id can be one: else it is refused, and nobody knows which was meant."""
        return MISNAMED.isdisjoint(item.code for item in self.problems)


@dataclass
class Reading:
    """What reading one file gave."""

    records: list[Found] = field(default_factory=list)
    page: Prose | None = None
    problems: list[Problem] = field(default_factory=list)
    """What is wrong with the file as a whole."""
    is_whole: bool = True
    """Whether all its records are here, be they refused."""


def read(kind: Kind[Any] | None, path: str, raw: bytes) -> Reading:
    """Read a file of records or an entry; without a kind, a page of `docs/`."""
    text, found = characters.decode(path, raw)
    if found and not text:
        return Reading(problems=found, is_whole=False)
    if line := conflicts.first_mark(text, has_fences=kind is None or kind.is_entry):
        reading = Reading(problems=[problem(path, line, "Y23")], is_whole=False)
    elif kind is None:
        reading = _page(path, text)
    else:
        reading = _entry(kind, path, text) if kind.is_entry else _yaml(kind, path, text)
    reading.problems[:0] = found
    reading.problems += personal.in_text(path, text)
    return reading


def _yaml(kind: Kind[Any], path: str, text: str) -> Reading:
    document = yamltext.read(path, text)
    reading = Reading(problems=document.problems, is_whole=document.is_sure)
    if not document.is_sure:
        return reading
    if not isinstance(document.data, dict):
        reading.problems.append(refusals.not_a_mapping(path, document.data))
        reading.is_whole = False
    elif kind.list_key:
        _read_list(reading, kind, document)
    else:
        origin = Origin(path, document.lines, (), document.blocks)
        id = kind.id_of(PurePosixPath(path))
        reading.records.append(_found(kind, id, document.data, origin))
    return reading


def _read_list(reading: Reading, kind: Kind[Any], document: yamltext.Document) -> None:
    items = document.data.get(kind.list_key)
    strange = [key for key in document.data if key != kind.list_key]
    for key in strange:
        line = document.line((key,))
        reading.problems.append(problem(document.path, line, "V04", key=key, nearest=kind.list_key))
    if not isinstance(items, list):
        line = document.line((kind.list_key,))
        reading.problems.append(problem(document.path, line, "V06c", field=kind.list_key, title=""))
        reading.is_whole = False
        return
    for index, item in enumerate(items):
        origin = Origin(document.path, document.lines, (kind.list_key, index), document.blocks)
        if not isinstance(item, dict):
            found = refusals.not_a_mapping(document.path, item, origin.line())
            reading.problems.append(found)
            reading.is_whole = False
            continue
        if not item.get("id"):
            found = problem(origin.path, origin.line(), "V06c", field="id", title="编号")
            reading.problems.append(found)
            reading.is_whole = False
            continue
        reading.records.append(_found(kind, str(item["id"]), item, origin))


def _entry(kind: Kind[Any], path: str, text: str) -> Reading:
    matter = frontmatter.split(path, text)
    id = PurePosixPath(path).stem
    origin = Origin(path, matter.lines, (), {}, matter.body, matter.body_line)
    if matter.data is not None:
        return Reading([_found(kind, id, matter.data, origin)], problems=matter.problems)
    held = HELD.search(text[: len(text) - len(matter.body)])
    status = Status.DRAFT if held else Status.PUBLISHED
    remainder = refusals.remainder(kind.model, {"id": id, "status": status})
    return Reading([Found(id, None, origin, matter.problems, remainder)])


def _page(path: str, text: str) -> Reading:
    if path.endswith(f"/{SHELL}") and SLOT in text:
        return Reading(problems=[problem(path, 1, "Y20")])
    matter = frontmatter.split(path, text, required=False)
    reading = Reading(problems=matter.problems)
    if matter.data is None:
        return reading
    origin = Origin(path, matter.lines, (), {}, matter.body, matter.body_line)
    reading.page = page_of(matter.data, origin, reading.problems)
    return reading


def page_of(values: Mapping[str, Any], origin: Origin, problems: list[Problem]) -> Prose | None:
    """The page with this front matter, or nothing with the reasons added to `problems`."""
    page = validated(PageMatter, values, origin, problems)
    return _prose(page, origin) if isinstance(page, PageMatter) else None


def _prose(page: PageMatter, origin: Origin) -> Prose:
    heading = HEADING.search(origin.body)
    return Prose(
        origin,
        title=page.title or (heading[1] if heading else PurePosixPath(origin.path).stem),
        is_released=page.status is Status.PUBLISHED and page.visibility == "public",
        description=page.description or "",
        hide=tuple(page.hide),
        is_unlisted=page.search.exclude,
        is_found_by_headings=page.search.headings_only,
    )


def _found(kind: Kind[Any], id: str, data: Mapping[str, Any], origin: Origin) -> Found:
    """One record, validated."""
    problems = list(identity(kind, id, data, origin))
    values = {**data, "id": id}
    if kind.parent_field:
        values[kind.parent_field] = id.split("/")[0]
    record = validated(kind.model, values, origin, problems)
    if not isinstance(record, Record):
        return Found(id, None, origin, problems, refusals.remainder(kind.model, values))
    found = Found(id, record, origin, problems)
    return found if found.is_named else replace(found, record=None, remainder=record)


def identity(
    kind: Kind[Any], id: str, data: Mapping[str, Any], origin: Origin
) -> Iterator[Problem]:
    """What is wrong with an id, and with what a record says of its own id."""
    form = kind.id_form
    if not all(form.fullmatch(part) for part in id.split("/")):
        yield problem(origin.path, origin.line(("id",)), "V01a", id=id)
    elif RESERVED.intersection(id.split("/")):
        yield problem(origin.path, origin.line(("id",)), "V01e", id=id)
    written = data.get("id")
    if written is not None and not kind.list_key and written not in (id, id.split("/")[-1]):
        yield problem(origin.path, origin.line(("id",)), "V01b", written=written, id=id)
    folder = data.get(kind.parent_field)
    if kind.parent_field and folder not in (None, id.split("/")[0]):
        line = origin.line((kind.parent_field,))
        yield problem(origin.path, line, "V01c", written=folder, folder=id.split("/")[0])


def validated(
    model: type[BaseModel], values: Mapping[str, Any], origin: Origin, problems: list[Problem]
) -> BaseModel | None:
    """The model's object, or nothing with the reasons added to `problems`."""
    try:
        return model.model_validate(refusals.without_absent(values))
    except ValidationError as error:
        is_draft = values.get("status") in UNFINISHED
        problems += refusals.explain(model, error, origin, is_draft)
        return None
