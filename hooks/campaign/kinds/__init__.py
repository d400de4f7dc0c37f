"""Which kinds of record there are. To add one: a folder here, and its name in `NAMES`."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from campaign.kinds.kind import Kind
from campaign.model.base import Record
from campaign.model.settings import Profile, Settings

NAMES = (
    "community",
    "experience",
    "honour",
    "honour_kind",
    "task",
    "pairing",
    "project",
    "assignment",
    "exposure",
    "indicator",
    "participation",
    "event",
    "route",
    "lesson",
    "call",
    "poster",
    "gallery",
    "speech",
    "policy",
    "interpretation",
    "news",
    "contest",
    "campaign",
    "grant",
    "vocab",
    "org",
    "district",
)
"""The folders of the kinds, in the order in which they stand on the site."""
LOOKED_FOR = (
    "community",
    "honour",
    "event",
    "news",
    "policy",
    "speech",
    "gallery",
    "experience",
    "task",
    "pairing",
    "project",
    "contest",
    "lesson",
    "call",
)
"""What people look for most comes first on the simple home page; others stand behind these."""
KINDS: tuple[Kind[Any], ...] = tuple(import_module(f"{__name__}.{name}").KIND for name in NAMES)
BY_NAME = {kind.name: kind for kind in KINDS}
ENTRY_KINDS = tuple(kind.name for kind in KINDS if kind.is_entry)
"""The kinds of article, in the order in which a list of one day shows them."""
LABELS = {kind.name: kind.label for kind in KINDS} | {
    name: label for kind in KINDS for name, label in kind.parts.items()
}
"""What each kind of thing that a record may name is called."""
SETTINGS: Kind[Any] = Kind(Settings, "showcases/site.yml", is_reviewed=False)
PROFILES: Kind[Any] = Kind(Profile, "showcases/deploy/*.yml", is_reviewed=False)


def kind_of(record: Record) -> Kind[Any]:
    """The kind of a record."""
    return BY_NAME[record.kind]


def unwanted(profile: Profile) -> frozenset[str]:
    """The folders of columns all of whose kinds a deployment does not show at all."""
    columns = {kind.column for kind in KINDS if kind.column}
    wanted = {kind.column for kind in KINDS if kind.model.is_wanted(profile)}
    return frozenset(columns - wanted)


def is_column_page(name: str) -> bool:
    """Whether a Markdown file in an entry's folder is a page of the column, not an entry."""
    return name in ("index.md", "shell.md") or name.startswith("by-")
