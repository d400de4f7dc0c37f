"""Which kinds of record there are, and where the files of each stand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from campaign.model import (
    Community,
    Contest,
    District,
    Experience,
    Gallery,
    Honour,
    HonourKind,
    Indicator,
    Interpretation,
    News,
    Org,
    Policy,
    Profile,
    Record,
    Settings,
    Speech,
    Task,
    Vocab,
)
from campaign.site import PHOTO


@dataclass(frozen=True)
class Kind:
    """Where the records of one model stand."""

    model: type[Record]
    pattern: str
    """Glob below the project."""
    list_key: str = ""
    """For a file that holds many records: the key of the list."""

    @property
    def is_entry(self) -> bool:
        return self.pattern.endswith(".md")

    def id_of(self, path: PurePosixPath) -> str:
        """The record's id: its file's or folder's name."""
        if self.model is Gallery:
            return path.parent.name
        return f"{path.parent.name}/{path.stem}" if self.model is Honour else path.stem


KINDS = (
    Kind(Vocab, "showcases/vocab/*.yml"),
    Kind(Org, "showcases/orgs.yml", "orgs"),
    Kind(District, "showcases/districts.yml", "districts"),
    Kind(Task, "showcases/tasks.yml", "tasks"),
    Kind(Indicator, "showcases/indicators/*.yml"),
    Kind(Community, "showcases/communities/*.yml"),
    Kind(Experience, "showcases/experiences/*.yml"),
    Kind(HonourKind, "showcases/honour-kinds/*.yml"),
    Kind(Honour, "showcases/honours/*/*.yml"),
    Kind(Gallery, "showcases/galleries/*/gallery.yml"),
    Kind(Contest, "showcases/contests/*.yml"),
    Kind(Speech, "docs/speeches/*.md"),
    Kind(Policy, "docs/policies/*.md"),
    Kind(Interpretation, "docs/interpretations/*.md"),
    Kind(News, "docs/news/*.md"),
)
LABELS = {kind.model.kind: kind.model.label for kind in KINDS} | {PHOTO: "照片"}
"""What each kind of thing that a record may name is called."""
SETTINGS = Kind(Settings, "showcases/site.yml")
PROFILES = Kind(Profile, "showcases/deploy/*.yml")


def is_column_page(name: str) -> bool:
    """Whether a Markdown file in an entry's folder is a page of the column, not an entry."""
    return name in ("index.md", "shell.md") or name.startswith("by-")
