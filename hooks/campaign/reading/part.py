"""What several files say together, put together again when one of them has changed."""

from __future__ import annotations

from dataclasses import dataclass, field

from campaign.model.base import Record
from campaign.model.origin import Origin, Prose
from campaign.problems import Problem
from campaign.site import Key


@dataclass
class Part:
    """What the files of one kind say, those of all pages, or what is wrong with other files."""

    records: dict[str, Record] = field(default_factory=dict)
    origins: dict[Key, Origin] = field(default_factory=dict)
    prose: dict[str, Prose] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    refused: dict[Key, Record] = field(default_factory=dict)
    is_whole: bool = True
    """Whether it is known which records there are."""
    read: set[str] = field(default_factory=set)
    """Every path that was read for it."""
