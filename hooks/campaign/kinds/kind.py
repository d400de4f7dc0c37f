"""What a kind of record is: its model, where its files and pages stand, what it offers.

Only light data: how its records appear (`page.py`) and what is asked of them (`rules.py`)
are found in the folder of the kind and read when somebody wants them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import PurePosixPath
from types import ModuleType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from campaign.model.base import Record
from campaign.model.fields import ENTRY_ID, ENTRY_ID_WORDS, ID, ID_WORDS

if TYPE_CHECKING:
    from campaign.kinds.presenter import Presenter
    from campaign.problems import Problem
    from campaign.site import Site

R = TypeVar("R", bound=Record)
NUMBER, PHOTO = "number", "photo"
"""What the option of a block may be besides one of some words. A photo is no record, but it
has an id that records and blocks refer to: `<gallery>/<file stem>`."""
Options = Mapping[str, tuple[str, ...] | str]
"""Of a block: the values that each option may take, or that it is a number or a photo."""
Altered = Callable[["Site", Mapping[str, bytes]], Iterable["Problem"]]
"""The problems of a site in which files of a kind said something else before: path and bytes."""
LAST = 90
"""The place of what does not say where it stands."""


class Sought(Enum):
    """How soon the search shows its pages, of several that answer a question as well."""

    FIRST = "first"
    """What tells residents how something is: places, articles, documents."""
    NEXT = "next"
    """One occasion or item of many, which another page often tells of as a whole."""
    LAST = "last"
    """What offices keep for whoever inspects them."""


@dataclass(frozen=True)
class Plain:
    """A column on the simple home page."""

    icon: str
    words: str
    title: str = ""
    """What it is called there, when that is not the column's name."""
    shortcut: str = ""
    """A page of `docs/` that is easier than the column's own, for sites that have it."""
    shortcut_words: str = ""


@dataclass(frozen=True, eq=False)
class Kind(Generic[R]):
    """A kind of record. A new one says its model and its files; all else has a default."""

    model: type[R]
    pattern: str
    """Where its files are: a glob below the project; the stars are the id."""
    list_key: str = ""
    """For a file that holds many records: the key of the list."""
    folder: str = ""
    """The folder of its pages; nothing for a kind without pages."""
    spot: str = ""
    """For records without a page, where they stand on another: `tasks/indicators/#{0}`."""
    in_column: str | None = None
    """Whose column its records fill, when that is not the folder of its pages."""
    plain: Plain | None = None
    """How its column is shown on the simple home page."""
    sought: Sought = Sought.FIRST
    """How soon the search shows its pages."""
    is_followed: bool = True
    """Whether its column has a feed."""
    is_followed_one_by_one: bool = False
    """Whether each record has a feed of its own."""
    retells: bool = False
    """Whether its feed tells what the feeds of other kinds tell, and adds nothing to the site's."""
    is_reviewed: bool = True
    """Whether it is reviewed three times (三审) before it is published."""
    can_be_begun: bool = True
    """Whether `new` writes a draft of it."""
    can_be_linked: bool = True
    """Whether texts may link to its records."""
    offers: Mapping[str, Options] | None = None
    """Blocks that pages may ask for; without a word, one named as its folder."""
    fetched: tuple[str, ...] = ()
    """JSON that scripts of its pages fetch, by its path below the site's root."""
    parent_field: str = ""
    """For an id of two parts: the field whose value is the first of them."""
    id_words: str = ""
    """How an id of two parts is written, told to whoever writes it otherwise."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """What inside its records has an id of its own, with its label."""

    @property
    def name(self) -> str:
        return self.model.kind

    @property
    def label(self) -> str:
        return self.model.label

    @property
    def is_entry(self) -> bool:
        """Whether its records are articles: front matter and a Markdown text."""
        return self.pattern.endswith(".md")

    @property
    def id_form(self) -> re.Pattern[str]:
        """What each part of an id must be."""
        return ENTRY_ID if self.is_entry else ID

    @property
    def spelt(self) -> str:
        """How each part of an id is spelt, in words."""
        return ENTRY_ID_WORDS if self.is_entry else ID_WORDS

    @property
    def column(self) -> str:
        """The folder of the column that its records fill."""
        return self.folder if self.in_column is None else self.in_column

    @property
    def home(self) -> str:
        """The address of the page that lists its records."""
        folder = self.folder or self.column
        return f"{folder}/" if folder else ""

    @property
    def has_address(self) -> bool:
        """Whether its records can be found on the site."""
        return bool(self.folder or self.spot)

    @property
    def is_only_added_to(self) -> bool:
        """Whether its records tell what happened: that is added to, and never taken away."""
        return self.lifecycle is not None

    @cached_property
    def lifecycle(self) -> ModuleType | None:
        """Its `lifecycle.py`, for a kind of dated events."""
        return self._module("lifecycle")

    @property
    def blocks(self) -> Mapping[str, Options]:
        """The blocks that it offers to pages, with their options."""
        if self.offers is not None:
            return self.offers
        return {self.folder: {}} if self.folder else {}

    def address(self, id: str) -> str:
        """Where a record stands on the site, relative to its root."""
        return self.spot.format(*id.split("/")) if self.spot else f"{self.folder}/{id}/"

    def id_of(self, path: PurePosixPath) -> str:
        """The id of the record in a file: what the stars of the pattern stand for."""
        pairs = zip(self.pattern.split("/"), path.parts, strict=True)
        found = [part[: len(part) - len(glob) + 1] for glob, part in pairs if "*" in glob]
        return "/".join(found) or path.stem

    # What is read when it is wanted

    @cached_property
    def presenter(self) -> Presenter[R]:
        """How its records appear: as its `page.py` says, or as records do."""
        usual = "campaign.kinds.entry_presenter" if self.is_entry else "campaign.kinds.presenter"
        module = self._module("page") or import_module(usual)
        made: Presenter[R] = module.PRESENTER(self)
        return made

    @cached_property
    def checks(self) -> tuple[Callable[[Site], Iterable[Problem]], ...]:
        """The rules of its `rules.py`."""
        module = self._module("rules")
        return tuple(module.CHECKS) if module else ()

    @cached_property
    def altered(self) -> Altered | None:
        """What its `append_only.py` says of records that were published otherwise."""
        module = self._module("append_only")
        return module.altered if module else None

    def _module(self, name: str) -> ModuleType | None:
        package = self.model.__module__.rpartition(".")[0]
        found: Any = find_spec(f"{package}.{name}")
        return import_module(f"{package}.{name}") if found else None
