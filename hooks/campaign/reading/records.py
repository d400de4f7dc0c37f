"""From files to a `Site`: every record, and every problem found on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ValidationError

from campaign.kinds import KINDS, PROFILES, SETTINGS, is_column_page
from campaign.kinds.kind import Kind
from campaign.model.base import Record, Status
from campaign.model.entry import PageMatter
from campaign.model.fields import ENTRY_ID, ID
from campaign.model.settings import Profile, Settings
from campaign.problems import Problem, problem
from campaign.reading import frontmatter, markup, refusals, yamltext
from campaign.site import Key, Origin, Prose, Site

PREFERRED_PROFILES = ("demo", "public")
"""Which deployment a build is for when nobody says: the sample's, else the public one."""
PICTURES = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".heic", ".heif", ".avif", ".tif", ".tiff"}
    | {".bmp"}
)
"""What is plainly meant as a picture; the checks of photos say which may stay."""
SHELL, SLOT = "shell.md", "zqslotbodyzq"
"""A shell as forks once had to keep them: these are generated now."""
HEADING = re.compile(r"^#\s+(.+?)\s*#*\s*(?:\{[^}]*\}\s*)?$", re.MULTILINE)
HIDDEN = ("navigation", "toc")
DOCUMENTS = frozenset({".pdf", ".docx", ".xlsx", ".mp3", ".m4a", ".mp4", ".vtt", ".zip"})


@dataclass
class Loading:
    """What has been read so far."""

    root: Path
    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    origins: dict[Key, Origin] = field(default_factory=dict)
    prose: dict[str, Prose] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    read: set[str] = field(default_factory=set)
    """Every path that some kind has read."""

    def relative(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def text(self, path: Path) -> str | None:
        """The file's text, or nothing when it cannot be read as text."""
        where = self.relative(path)
        self.read.add(where)
        if any(part.is_symlink() for part in (path, *path.parents) if self.root in part.parents):
            self.problems.append(problem(where, 1, "Y11"))
            return None
        try:
            raw = path.read_bytes()
        except OSError as error:
            self.problems.append(problem(where, 1, "Y12", reason=error.strerror or error))
            return None
        text, found = yamltext.decode(where, raw)
        self.problems += found
        return None if found else text


def load(
    root: Path, profile: str | None = None, today: date | None = None, preview: bool = False
) -> tuple[Site | None, list[Problem]]:
    """Read everything below `root`.

    Returns the site with every record that reads well, and all problems; no site
    when its settings or its deployment profile cannot be read. `today` overrides
    the profile's day, which overrides the clock.
    """
    loading = Loading(root)
    for kind in (SETTINGS, PROFILES, *KINDS):
        _load_kind(loading, kind)
    _load_pages(loading)
    loading.problems += _strangers(loading)
    settings = loading.records.get("site", {}).get("site")
    profiles = loading.records.get("profile", {})
    chosen = profile or _preferred_profile(loading)
    deployed = profiles.get(chosen)
    if deployed is None and f"showcases/deploy/{chosen}.yml" not in loading.read:
        loading.problems.append(_no_profile(loading, chosen))
    if settings is None and SETTINGS.pattern not in loading.read:
        loading.problems.append(problem(SETTINGS.pattern, 1, "Y15"))
    if not isinstance(settings, Settings) or not isinstance(deployed, Profile):
        return None, loading.problems
    site = Site(
        root=root,
        today=today or deployed.today or date.today(),
        settings=settings,
        profile=deployed,
        records=MappingProxyType(loading.records),
        origins=MappingProxyType(loading.origins),
        prose=MappingProxyType(with_column_pages(loading.prose, settings)),
        preview=preview,
    )
    return site, loading.problems


def _preferred_profile(loading: Loading) -> str:
    written = (p for p in PREFERRED_PROFILES if f"showcases/deploy/{p}.yml" in loading.read)
    return next(written, PREFERRED_PROFILES[-1])


def _no_profile(loading: Loading, profile: str) -> Problem:
    choices = "、".join(loading.records.get("profile", {}))
    return problem(f"showcases/deploy/{profile}.yml", 1, "Y16", value=profile, choices=choices)


def _load_kind(loading: Loading, kind: Kind[Any]) -> None:
    loading.records.setdefault(kind.model.kind, {})
    for path in sorted(loading.root.glob(kind.pattern)):
        if kind.is_entry and is_column_page(path.name):
            continue
        if kind.is_entry:
            _load_entry(loading, kind, path)
        else:
            _load_yaml(loading, kind, path)


def _load_yaml(loading: Loading, kind: Kind[Any], path: Path) -> None:
    text = loading.text(path)
    if text is None:
        return
    document = yamltext.read(loading.relative(path), text)
    loading.problems += document.problems
    if any(p.code != "Y14" and p.code != "V05" for p in document.problems):
        return
    if not isinstance(document.data, dict):
        loading.problems.append(refusals.not_a_mapping(document.path, document.data))
    elif kind.list_key:
        _load_list(loading, kind, document)
    else:
        origin = Origin(document.path, document.lines, (), document.blocks)
        _add(loading, kind, kind.id_of(PurePosixPath(document.path)), document.data, origin)


def _load_list(loading: Loading, kind: Kind[Any], document: yamltext.Document) -> None:
    items = document.data.get(kind.list_key)
    strange = [key for key in document.data if key != kind.list_key]
    for key in strange:
        line = document.line((key,))
        loading.problems.append(problem(document.path, line, "V04", key=key, nearest=kind.list_key))
    if not isinstance(items, list):
        line = document.line((kind.list_key,))
        loading.problems.append(problem(document.path, line, "V06c", field=kind.list_key, title=""))
        return
    for index, item in enumerate(items):
        origin = Origin(document.path, document.lines, (kind.list_key, index), document.blocks)
        if not isinstance(item, dict):
            found = refusals.not_a_mapping(document.path, item, origin.line())
            loading.problems.append(found)
            continue
        if not item.get("id"):
            found = problem(origin.path, origin.line(), "V06c", field="id", title="编号")
            loading.problems.append(found)
            continue
        _add(loading, kind, str(item["id"]), item, origin)


def _load_entry(loading: Loading, kind: Kind[Any], path: Path) -> None:
    text = loading.text(path)
    if text is None:
        return
    matter = frontmatter.split(loading.relative(path), text)
    loading.problems += matter.problems
    if matter.data is None:
        return
    origin = Origin(matter.path, matter.lines, (), {}, matter.body, matter.body_line)
    _add(loading, kind, path.stem, matter.data, origin)


def _add(
    loading: Loading, kind: Kind[Any], id: str, data: Mapping[str, Any], origin: Origin
) -> None:
    """Validate one record and keep it when it reads well."""
    problems = list(_identity(kind, id, data, origin))
    values = {**data, "id": id}
    if kind.parent_field:
        values[kind.parent_field] = id.split("/")[0]
    record = validated(kind.model, values, origin, problems)
    if (kind.model.kind, id) in loading.origins and record is not None:
        first = loading.origins[kind.model.kind, id]
        where = f"{first.path}:{first.line(('id',))}"
        problems.append(problem(origin.path, origin.line(("id",)), "V02a", id=id, other=where))
    elif isinstance(record, Record):
        loading.records[kind.model.kind][id] = record
    loading.origins.setdefault((kind.model.kind, id), origin)
    loading.problems += problems


def _identity(
    kind: Kind[Any], id: str, data: Mapping[str, Any], origin: Origin
) -> Iterator[Problem]:
    form = ENTRY_ID if kind.is_entry else ID
    if not all(form.fullmatch(part) for part in id.split("/")):
        yield problem(origin.path, origin.line(("id",)), "V01a", id=id)
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
        problems += refusals.explain(model, error, origin)
        return None


def _load_pages(loading: Loading) -> None:
    """The pages of `docs/` that are no entries."""
    for path in sorted(loading.root.glob("docs/**/*.md")):
        where = loading.relative(path)
        if where in loading.read:
            continue
        text = loading.text(path)
        if text is None:
            continue
        if path.name == SHELL and SLOT in text:
            loading.problems.append(problem(where, 1, "Y20"))
            continue
        matter = frontmatter.split(where, text, required=False)
        loading.problems += matter.problems
        if matter.data is None:
            continue
        origin = Origin(where, matter.lines, (), {}, matter.body, matter.body_line)
        page = validated(PageMatter, matter.data, origin, loading.problems)
        if isinstance(page, PageMatter):
            loading.prose[where.removeprefix("docs/")] = _prose(page, origin)


def _prose(page: PageMatter, origin: Origin) -> Prose:
    heading = HEADING.search(origin.body)
    return Prose(
        origin,
        title=page.title or (heading[1] if heading else PurePosixPath(origin.path).stem),
        is_released=page.status is Status.PUBLISHED and page.visibility == "public",
        description=page.description or "",
        hide=tuple(page.hide),
        is_unlisted=bool(page.search),
    )


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
    for path in sorted(loading.root.glob("showcases/**/*")):
        where = loading.relative(path)
        if path.is_symlink():
            yield problem(where, 1, "Y11")
        if path.is_dir() or where in loading.read or path.name.startswith("."):
            continue
        in_gallery = where.startswith("showcases/galleries/") and path.suffix.lower() in PICTURES
        if not in_gallery and not where.startswith("showcases/schema/"):
            yield problem(where, 1, "Y13", value=path.name)
    for path in sorted(loading.root.glob("docs/**/*")):
        allowed = path.suffix.lower() in PICTURES | DOCUMENTS | {".md"}
        if path.is_symlink() or (path.is_file() and not allowed and path.name[0] != "."):
            yield problem(loading.relative(path), 1, "Y13", value=path.name)
