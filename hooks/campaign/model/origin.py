"""Where content was written: the file and the lines of a record, and a page that is no record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from campaign.model.walk import Loc


@dataclass(frozen=True)
class Origin:
    """Where a record was written."""

    path: str
    """Relative to the project, with forward slashes."""
    lines: Mapping[Loc, int] = field(default_factory=dict)
    prefix: Loc = ()
    """Where in the file the record stands, for records that share one."""
    blocks: Mapping[Loc, int] = field(default_factory=dict)
    """The first line of each text that is written line by line, behind a `|`."""
    body: str = ""
    """The Markdown text of an entry."""
    body_line: int = 1

    def first_line(self, loc: Loc) -> int | None:
        """Where the text at `loc` begins, when its lines are those of the file."""
        return self.blocks.get((*self.prefix, *loc))

    def line(self, loc: Loc = ()) -> int:
        """The line of the field at `loc`, or of its nearest parent that is written."""
        full = (*self.prefix, *loc)
        while full and full not in self.lines:
            full = full[:-1]
        return self.lines.get(full, 1)


@dataclass(frozen=True)
class Prose:
    """A Markdown page that is no entry."""

    origin: Origin
    title: str
    is_released: bool
    description: str = ""
    hide: tuple[str, ...] = ()
    """Which of `navigation` and `toc` it does without."""
    is_unlisted: bool = False
    """Whether no search and no navigation lists it by itself."""
    is_found_by_headings: bool = False
    """Whether the search knows its headings alone: editors' pages are not in residents' way."""
