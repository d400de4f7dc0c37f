"""What the desk opens: records of every kind, the settings, the deployments, the pages of `docs/`.

The last three have no place in lists of records. Here is all by which they differ from records:
where their files are, what their forms leave out, where readers see them, who may change them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from campaign import urls
from campaign.desk.versions.ledger import OF_THE_ENGINE, Person
from campaign.kinds import BY_NAME, KINDS, PROFILES, SETTINGS, is_column_page
from campaign.kinds.kind import Kind
from campaign.model.base import Record, ReviewRole
from campaign.model.entry import PageMatter
from campaign.model.settings import Profile, Settings
from campaign.site import Key, Site

DOCS, MARKDOWN = "docs/", ".md"
PAGES: Kind[Any] = Kind(PageMatter, f"{DOCS}**{MARKDOWN}", is_reviewed=False)
OF_THE_SITE = {kind.name: kind for kind in (SETTINGS, PAGES, PROFILES)}
"""What is no record of a kind, in the order in which the first page names it."""
OPENABLE: dict[str, Kind[Any]] = {**BY_NAME, **OF_THE_SITE}
UNASKED = frozenset({*Record.model_fields, "schema_version"})
"""What forms of settings and deployments leave as the file says it: nothing of it is heeded there,
but the form of the content, which `migrate` alone may change."""
UNASKED_OF_PAGES = frozenset({"hide", "status", "visibility", "review"})
"""What forms of pages leave: the builder's words for what stands around the text, and the states
of a record. A page is not reviewed, and the site does not stand without most of them."""
LABELS = {Settings.kind: "网站设置", PageMatter.kind: "栏目首页等页面", Profile.kind: "发布设置"}
TAGS = {**LABELS, PageMatter.kind: PageMatter.label}
"""What stands before the name of one in a list."""
WORDS = {
    Settings.kind: "名称、口号、创建活动、首页推荐、栏目、导航、用词表",
    PageMatter.kind: "首页、各栏目首页、关于本站",
    Profile.kind: "网址、主办单位、联系方式、备案号、适用规范",
}
WARNING = "这里决定网站发布到哪里、按哪种规范检查、公开哪些内容，改错了会影响全站。"
FOR_THE_LAST = "只有终审能保存这里的改动。"


class Named(NamedTuple):
    """Something of the site that is no record of a kind."""

    kind: str
    id: str
    name: str
    path: str
    text: str = ""
    """What can be searched for besides its name."""


def asks_of(kind: Kind[Any], key: str) -> bool:
    """Whether the form of a kind asks for a field."""
    if kind is PAGES:
        return key not in UNASKED_OF_PAGES
    return kind not in (SETTINGS, PROFILES) or key not in UNASKED


def begun(name: str) -> str:
    """What is begun in a new form of the kind that has this name; nothing where there is none:
    of the site itself, of the words of a vocabulary and of photos."""
    return BY_NAME[name].label if name in BY_NAME else ""


def may_be_removed(kind: Kind[Any]) -> bool:
    """Whether the desk takes such a thing away: the site does not stand without these."""
    return kind.name in BY_NAME


def why_not(kind: Kind[Any], person: Person | None) -> str:
    """Why whoever sits at the desk cannot change such a thing; nothing where they can.

    Without a history nobody has a role.
    """
    is_kept = kind is PROFILES and person is not None and person.role != ReviewRole.FINAL
    return FOR_THE_LAST if is_kept else ""


# Files


def kind_at(path: str) -> Kind[Any] | None:
    """The kind of what is in a file; nothing where no form is for it."""
    for kind in (*KINDS, SETTINGS, PROFILES):
        is_column = kind.is_entry and is_column_page(PurePosixPath(path).name)
        if not is_column and _form(kind.pattern).fullmatch(path):
            return kind
    is_of_engine = path.startswith(tuple(f"{folder}/" for folder in OF_THE_ENGINE))
    is_page = path.startswith(DOCS) and path.endswith(MARKDOWN) and not is_of_engine
    return PAGES if is_page else None


@cache
def _form(pattern: str) -> re.Pattern[str]:
    return re.compile("[^/]+".join(map(re.escape, pattern.split("*"))))


def id_in(kind: Kind[Any], path: str) -> str:
    """The id of what alone is in a file."""
    if kind is PAGES:
        return path.removeprefix(DOCS).removesuffix(MARKDOWN)
    return kind.id_of(PurePosixPath(path))


def path_of(site: Site, kind: Kind[Any], id: str) -> str:
    """The file in which something is written. Raises KeyError where there is none."""
    if kind is not PAGES:
        return site.origins[kind.name, id].path
    path = f"{DOCS}{id}{MARKDOWN}"
    is_plain = PurePosixPath(path).as_posix() == path
    if not is_plain or kind_at(path) is not PAGES or not _is_there(site.root, path):
        raise KeyError(id)
    return path


def _is_there(root: Path, path: str) -> bool:
    """Whether a file is just there, and no link or way round leads to it."""
    place = root.resolve() / path
    return place.is_file() and place.resolve() == place


def holder(site: Site, path: str) -> Key | None:
    """What of the site is written in a file, besides records; nothing where nothing is."""
    kind = kind_at(path)
    return (kind.name, id_in(kind, path)) if kind and kind.name in OF_THE_SITE else None


# Readers


def address(kind: Kind[Any], id: str, record: Record | None = None) -> str | None:
    """Where readers see something; nothing where they do not. Settings show on the home page."""
    if kind is PAGES:
        return urls.of_page(f"{id}{MARKDOWN}")
    if kind in (SETTINGS, PROFILES):
        return ""
    if not kind.has_address:
        return None
    return urls.url(record) if record else urls.of(kind.name, id)


def every(site: Site) -> Iterator[Named]:
    """All of the site that the desk opens besides records."""
    yield Named(Settings.kind, Settings.kind, LABELS[Settings.kind], SETTINGS.pattern)
    for uri, page in site.prose.items():
        path = f"{DOCS}{uri}"
        if page.origin.path == path and kind_at(path) is PAGES:
            yield Named(PageMatter.kind, id_in(PAGES, path), page.title, path, page.origin.body)
    for id in site.kind(Profile.kind):
        path = site.origins[Profile.kind, id].path
        yield Named(Profile.kind, id, name_of(site, Profile.kind, id), path)


def name_of(site: Site, kind: str, id: str) -> str:
    """What something of the site is called; nothing for a record."""
    if kind == PageMatter.kind:
        page = site.prose.get(f"{id}{MARKDOWN}")
        return page.title if page else id
    if kind == Profile.kind:
        return f"{LABELS[kind]}（{id}）"
    return LABELS.get(kind, "")


def label_of(kind: Kind[Any]) -> str:
    """What all of a kind are called at the desk."""
    return LABELS.get(kind.name, kind.label)
