"""From files to a `Site`: every record, and every problem found on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from campaign import clock
from campaign.formats import PICTURES
from campaign.kinds import KINDS, PROFILES, SETTINGS, is_column_page
from campaign.kinds.kind import Kind
from campaign.migrations import SCHEMA_VERSION
from campaign.model.base import Record
from campaign.model.origin import Origin, Prose
from campaign.model.settings import Profile, Settings
from campaign.problems import Problem, problem
from campaign.reading import file, markup
from campaign.reading.cache import Cache, without_collecting
from campaign.reading.file import Found, Reading
from campaign.reading.listing import Listed, content, is_text, listed, matching
from campaign.reading.part import Part
from campaign.site import Key, Site

PREFERRED_PROFILES = ("demo", "public")
"""Which deployment a build is for when nobody says: the sample's, else the public one."""
NO_FILE = "不是普通文件 It is no regular file"
MISNAMED = "文件名不是 UTF-8 编码，请改名 Its name is not UTF-8: rename it"
HIDDEN = ("navigation", "toc")
FOLDERS = ("showcases", "docs")
"""Where people write."""


@dataclass
class Loading:
    """What has been read so far."""

    root: Path
    files: Sequence[Listed]
    cache: Cache
    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    origins: dict[Key, Origin] = field(default_factory=dict)
    prose: dict[str, Prose] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    refused: dict[Key, Record] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    read: set[str] = field(default_factory=set)
    """Every path that some kind has read."""

    def take(self, part: Part) -> None:
        """Add what one part says."""
        self.origins |= part.origins
        self.prose |= part.prose
        self.problems += part.problems
        self.refused |= part.refused
        self.read |= part.read

    def reading(self, kind: Kind[Any] | None, item: Listed, part: Part) -> Reading:
        """What the file says; nothing when it cannot be read."""
        part.read.add(item.path)
        if item.is_link or item.is_below_link:
            return Reading(problems=[problem(item.path, 1, "Y11")], is_whole=False)
        if (known := self.cache.known(item.path)) is not None:
            return known
        if not item.is_file and not item.is_dir:  # a pipe would be waited for
            return Reading(problems=[problem(item.path, 1, "Y12", reason=NO_FILE)])
        try:
            raw = content(f"{self.root}/{item.path}")
        except OSError as error:
            reason = error.strerror or error
            return Reading(problems=[problem(item.path, 1, "Y12", reason=reason)], is_whole=False)
        return self.cache.reading(item.path, raw, partial(file.read, kind))


def load(
    root: Path,
    profile: str | None = None,
    today: date | None = None,
    preview: bool = False,
    cache: Cache | None = None,
) -> tuple[Site | None, list[Problem]]:
    """Read everything below `root`.

    Returns the site with every record that reads well, and all problems; no site
    when its settings or its deployment profile cannot be read. `today` overrides
    the profile's day, which overrides the clock. What is read is kept in the `cache` for
    the next time, when there is one; the result is the same without.
    """
    with without_collecting():
        loading = _read(root, cache or Cache(None))
    if otherwise := _other_schema(loading):
        return None, [otherwise]
    settings = loading.records.get("site", {}).get("site")
    profiles = loading.records.get("profile", {})
    chosen = profile or _preferred_profile(loading)
    deployed = profiles.get(chosen)
    if deployed is None and f"showcases/deploy/{chosen}.yml" not in loading.read:
        loading.problems.append(_no_profile(loading, chosen))
    if SETTINGS.pattern not in loading.read:
        loading.problems.append(problem(SETTINGS.pattern, 1, "Y15"))
    if not isinstance(settings, Settings) or not isinstance(deployed, Profile):
        return None, loading.problems
    site = Site(
        root=root,
        **days(deployed, today),
        settings=settings,
        profile=deployed,
        records=MappingProxyType(loading.records),
        origins=MappingProxyType(loading.origins),
        prose=MappingProxyType(with_column_pages(loading.prose, settings)),
        refused=MappingProxyType(loading.refused),
        unread=frozenset(loading.unread),
        preview=preview,
    )
    return site, loading.problems


def days(profile: Profile, today: date | None = None) -> dict[str, Any]:
    """What a site knows of the day: what is asked for, what its deployment fixes, or the clock."""
    now = clock.moment(today or profile.today)
    return {"today": now.date(), "moment": now, "present": profile.today or clock.today()}


def _read(root: Path, cache: Cache) -> Loading:
    """Read every file, those of the settings first."""
    found = cache.listing(partial(listed, root, FOLDERS))
    loading = Loading(root, [item for item in found if item.is_readable], cache)
    for kind in (SETTINGS, PROFILES, *KINDS):
        part = cache.part(kind.model.kind, partial(_of_kind, loading, kind))
        loading.records[kind.model.kind] = part.records
        loading.take(part)
        if not part.is_whole:
            loading.unread.add(kind.model.kind)
    loading.take(cache.part("pages", partial(_of_pages, loading)))
    cache.write()
    loading.take(cache.part("others", partial(_of_others, loading, found)))
    return loading


def _other_schema(loading: Loading) -> Problem | None:
    """Content of another form than this program reads: what else is wrong follows from that."""
    key = ("site", "site")
    settings = loading.records["site"].get("site", loading.refused.get(key))
    version = getattr(settings, "schema_version", SCHEMA_VERSION)
    if version == SCHEMA_VERSION:
        return None
    code = "Y25a" if version > SCHEMA_VERSION else "Y25b"
    line = loading.origins[key].line(("schema_version",))
    return problem(SETTINGS.pattern, line, code, value=version, known=SCHEMA_VERSION)


def _preferred_profile(loading: Loading) -> str:
    written = (p for p in PREFERRED_PROFILES if f"showcases/deploy/{p}.yml" in loading.read)
    return next(written, PREFERRED_PROFILES[-1])


def _no_profile(loading: Loading, profile: str) -> Problem:
    choices = "、".join(loading.records.get("profile", {}))
    return problem(f"showcases/deploy/{profile}.yml", 1, "Y16", value=profile, choices=choices)


def _of_kind(loading: Loading, kind: Kind[Any]) -> Part:
    part = Part()
    for item in matching(loading.files, kind.pattern):
        if not (kind.is_entry and is_column_page(item.name)):
            reading = loading.reading(kind, item, part)
            part.problems += reading.problems
            for found in reading.records:
                _add(part, kind.model.kind, found)
            if not reading.is_whole and kind.list_key:
                part.is_whole = False
            elif not reading.is_whole:
                id = kind.id_of(PurePosixPath(item.path))
                part.origins.setdefault((kind.model.kind, id), Origin(item.path))
    return part


def _add(part: Part, kind: str, found: Found) -> None:
    """Keep a record that reads well, unless another has its id: whose it is, nobody knows."""
    part.problems += found.problems
    part.is_whole = part.is_whole and found.is_named
    origin, first = found.origin, part.origins.setdefault((kind, found.id), found.origin)
    if first is not origin and (found.record is not None or not found.is_named):
        where = f"{first.path}:{first.line(('id',))}"
        line = origin.line(("id",))
        part.problems.append(problem(origin.path, line, "V02a", id=found.id, other=where))
        part.is_whole = False
    elif found.record is not None:
        part.records[found.id] = found.record
    elif found.remainder is not None:
        part.refused[kind, found.id] = found.remainder


def _of_pages(loading: Loading) -> Part:
    """The pages of `docs/` that are no entries."""
    part = Part()
    for item in loading.files:
        is_page = item.path.startswith("docs/") and item.path.endswith(".md")
        if is_page and item.path not in loading.read:
            reading = loading.reading(None, item, part)
            part.problems += reading.problems
            if reading.page is not None:
                part.prose[item.path.removeprefix("docs/")] = reading.page
    return part


def _of_others(loading: Loading, found: Iterable[Listed]) -> Part:
    """The files that nothing has read."""
    return Part(problems=[*_strangers(loading), *_misnamed(found)])


def with_column_pages(prose: Mapping[str, Prose], settings: Settings) -> Mapping[str, Prose]:
    """The written pages, and one for each column that has none: its heading, words and list."""
    lacking = [column for column in settings.columns if column.path not in prose]
    made = {}
    for column in lacking:
        folder = column.path.split("/")[0]
        block = f"[[{folder}]]\n" if folder in markup.BLOCKS else ""
        body = f"# {column.title}\n\n{column.description}\n\n{block}"
        origin = Origin(SETTINGS.pattern, body=body)
        made[column.path] = Prose(origin, column.title, True, column.description, HIDDEN)
    return {**prose, **made}


def _strangers(loading: Loading) -> Iterator[Problem]:
    """Files that nothing reads: a misspelt folder or ending must not vanish quietly."""
    for item in loading.files:
        if item.is_below_link:
            continue
        if item.is_link:
            yield problem(item.path, 1, "Y11")
        elif item.path.startswith("docs/"):
            continue  # files beside texts have rules of their own: checks/attachments.py
        elif not item.is_dir and not item.name.startswith(".") and not _is_known(loading, item):
            yield problem(item.path, 1, "Y13", value=item.name)


def _misnamed(found: Iterable[Listed]) -> Iterator[Problem]:
    """Files whose names no program can write down; what lies in such a folder goes with it."""
    for item in found:
        if not item.is_readable and is_text(item.folder):
            yield problem(item.printable, 1, "Y12", reason=MISNAMED)


def _is_known(loading: Loading, item: Listed) -> bool:
    in_gallery = item.path.startswith("showcases/galleries/") and item.suffix in PICTURES
    is_schema = item.path.startswith("showcases/schema/")
    return item.path in loading.read or in_gallery or is_schema
