"""By what a record may be found, narrowed and ordered in the search."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from campaign.model.level import Level


@dataclass(frozen=True)
class Traits:
    """What the search may know of a record."""

    communities: Iterable[str] = ()
    """The communities that it is about; their districts are its own."""
    levels: Iterable[Level] = ()
    years: Iterable[int] = ()
    tasks: Iterable[str] = ()
    themes: Iterable[str] = ()
    """Of the vocabulary of themes."""
    states: Iterable[str] = ()
    spelling: str = ""
    sort_name: str = ""
    """What it is sorted by when that is not how its title is read."""
