"""What follows from a site's records: derived when it is asked for, and kept.

A fact is a function of `Facts` that stands with its kind, in `kinds/<kind>/facts.py`. What it
reads of the site is noted while it is derived, so that nobody has to say it and nobody can
forget to: an edit leaves all facts as they were that read nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import partial, update_wrapper
from types import FunctionType, MethodType
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, TypeVarTuple, cast

from campaign.model.base import Record
from campaign.model.look import Look
from campaign.model.origin import Origin
from campaign.site import Site

P = ParamSpec("P")
T = TypeVar("T")
V = TypeVar("V")
Args = TypeVarTuple("Args")
KIND, VALUE = "kind", "value"
Read = tuple[str, str]
"""What was read: the records of a kind, or a value of the site by its name."""


class Watched:
    """A site that notes what is read of it."""

    def __init__(self, site: Site, facts: Facts) -> None:
        self._site = site
        self._note = facts.note
        self._known = facts.known

    def of(self, model: type[Record]) -> Mapping[str, Any]:
        self._note((KIND, model.kind))
        return self._site.of(model)

    def kind(self, name: str) -> Mapping[str, Any]:
        self._note((KIND, name))
        return self._site.kind(name)

    @property
    def records(self) -> Mapping[str, Mapping[str, Any]]:
        """The records of every kind, each noted: to be the same, they must be the very same."""
        for name in self._site.records:
            self._note((KIND, name))
        return self._site.records

    def look(self, record: Record) -> Look:
        """Says nothing of the site that its record does not say: there is nothing to note."""
        return self._site.look(record)

    def origin(self, record: Record) -> Origin:
        """Where a record was written: another place would be another record."""
        return self._site.origin(record)

    def remembered(self, make: Callable[[Site, *Args], T], *args: *Args) -> T:
        """Made once for all facts: whoever gets it has read what was read to make it."""
        return self._known((make, args), lambda: make(cast(Site, self), *args))

    def __getattr__(self, name: str) -> Any:
        """What the site says: of its functions and properties, what they read is noted."""
        told = getattr(Site, name, None)
        if isinstance(told, FunctionType):
            return MethodType(told, self)
        if isinstance(told, property):
            return told.__get__(self)
        self._note((VALUE, name))
        return getattr(self._site, name)


class Facts:
    """What is known of a site as of its `today`, and what each fact has read."""

    def __init__(self, site: Site, before: Facts | None = None) -> None:
        self.unwatched = site
        """The same site; what is read of it is not noted."""
        self._values: dict[Hashable, Any] = {}
        self._reads: dict[Hashable, set[Read]] = {}
        self._made_of: dict[Hashable, tuple[Any, Any]] = {}
        """The last value that each function was asked about, and what it made of it."""
        self._deriving: list[set[Read]] = []
        self.site = cast(Site, Watched(site, self))
        if before is not None:
            self._carry(before)

    def known(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of a fact, made when it is not known yet."""
        if key not in self._values:
            self._deriving.append(set())
            try:
                self._values[key] = make()
            finally:
                self._reads[key] = self._deriving.pop()
        for read in self._reads[key] if self._deriving else ():
            self.note(read)
        return cast(T, self._values[key])

    def made_of(self, make: Callable[[V], T], value: V) -> T:
        """What a function makes of a value alone: made again only when the value is another."""
        last = self._made_of.get(make)
        if last is None or last[0] != value:
            last = self._made_of[make] = value, make(value)
        return cast(T, last[1])

    def note(self, read: Read) -> None:
        if self._deriving:
            self._deriving[-1].add(read)

    def _carry(self, before: Facts) -> None:
        """Take over the facts that would come out the same."""
        self._made_of |= before._made_of
        same: dict[Read, bool] = {}
        for key, value in before._values.items():
            reads = before._reads[key]
            for read in reads - same.keys():
                same[read] = _is_same(read, before.unwatched, self.unwatched)
            if all(same[read] for read in reads):
                self._values[key], self._reads[key] = value, reads


def _is_same(read: Read, before: Site, now: Site) -> bool:
    what, name = read
    if what == KIND:
        old, new = before.kind(name), now.kind(name)
        if old is new:
            return True
        pairs = zip(old.items(), new.items(), strict=False)
        return len(old) == len(new) and all(a == b and r is s for (a, r), (b, s) in pairs)
    return _is_alike(getattr(before, name), getattr(now, name))


def _is_alike(old: object, new: object) -> bool:
    """Whether values are equal, and what they map is in the same order: pages show it so."""
    if not isinstance(old, Mapping) or not isinstance(new, Mapping):
        return bool(old == new)
    pairs = zip(old.items(), new.items(), strict=False)
    return len(old) == len(new) and all(a == b and _is_alike(v, w) for (a, v), (b, w) in pairs)


class fact(Generic[P, T]):  # noqa: N801 (used as a decorator, like property)
    """A function of `Facts` that is derived once, and again when what it read has changed."""

    def __init__(self, make: Callable[Concatenate[Facts, P], T]) -> None:
        self._make = make
        update_wrapper(self, make)

    def __call__(self, facts: Facts, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (self, args, tuple(kwargs.items()))
        return facts.known(key, partial(self._make, facts, *args, **kwargs))
