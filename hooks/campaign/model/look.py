"""One record by itself: what can be said of it without the rest of the site.

A record does not change; an edit puts another in its place. So what a look at one gave holds
as long as the record is there, and a site that stays in memory looks again only at what was
edited.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cached_property
from typing import Any, TypeVar, cast

from pydantic.fields import FieldInfo

from campaign.model.base import Record
from campaign.model.origin import Origin
from campaign.model.walk import Loc, texts, walk
from campaign.problems import Problem, problem

T = TypeVar("T")


class Look:
    """A record and where it was written."""

    def __init__(self, record: Record, origin: Origin) -> None:
        self.record = record
        self.origin = origin
        self._made: dict[Hashable, Any] = {}

    def is_of(self, record: Record, origin: Origin) -> bool:
        """Whether it is these very ones that were looked at."""
        return self.record is record and self.origin is origin

    @cached_property
    def fields(self) -> list[tuple[Loc, FieldInfo, Any]]:
        """Every filled field."""
        return list(walk(self.record))

    @cached_property
    def texts(self) -> list[tuple[Loc, FieldInfo, str]]:
        """Each text, those in lists included."""
        return list(texts(self.fields))

    def once(self, make: Callable[[Look], T]) -> T:
        """What a function makes of it, made once. Whoever gets it leaves it as it is."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(T, self._made[make])

    def problem(self, code: str, *loc: str | int, **values: object) -> Problem:
        """A problem at a field of the record."""
        return problem(self.origin.path, self.origin.line(loc), code, **values)
