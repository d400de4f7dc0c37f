"""Facts that outlive an edit: one is derived again only when something that it read has changed.

What a fact reads of the site is noted while it is derived, so that nobody has to say it and
nobody can forget to. A fact that asked the site anything but for records of a kind or a
value that can be compared is derived again in any case.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar, cast, overload

from campaign.model.base import Record
from campaign.site import Site

T = TypeVar("T")
KIND, VALUE = "kind", "value"
Read = tuple[str, str]
"""What was read: the records of a kind, or a value of the site by its name."""


class Watched:
    """A site that notes what is read of it."""

    def __init__(self, site: Site, note: Callable[[Read], None]) -> None:
        self._site = site
        self._note = note

    def of(self, model: type[Record]) -> Mapping[str, Any]:
        self._note((KIND, model.kind))
        return self._site.of(model)

    def kind(self, name: str) -> Mapping[str, Any]:
        self._note((KIND, name))
        return self._site.kind(name)

    def __getattr__(self, name: str) -> Any:
        self._note((VALUE, name))
        return getattr(self._site, name)


class Derived:
    """Holds facts of a site, and what each has read."""

    def __init__(self, site: Site, before: Derived | None = None) -> None:
        self._of = site
        self._values: dict[str, Any] = {}
        self._reads: dict[str, set[Read]] = {}
        self._deriving: list[set[Read]] = []
        self.site = cast(Site, Watched(site, self._note))
        if before is not None:
            self._carry(before)

    def derived(self, name: str, make: Callable[[Any], Any]) -> Any:
        """The fact of a name, made when it is not known yet."""
        if name not in self._values:
            self._deriving.append(set())
            try:
                self._values[name] = make(self)
            finally:
                self._reads[name] = self._deriving.pop()
        for read in self._reads[name]:
            self._note(read)
        return self._values[name]

    def _note(self, read: Read) -> None:
        if self._deriving:
            self._deriving[-1].add(read)

    def _carry(self, before: Derived) -> None:
        """Take over the facts that would come out the same."""
        same: dict[Read, bool] = {}
        for name, value in before._values.items():
            reads = before._reads[name]
            for read in reads - same.keys():
                same[read] = _is_same(read, before._of, self._of)
            if all(same[read] for read in reads):
                self._values[name], self._reads[name] = value, reads


def _is_same(read: Read, before: Site, now: Site) -> bool:
    what, name = read
    if what == KIND:
        old, new = before.kind(name), now.kind(name)
        pairs = zip(old.items(), new.items(), strict=False)
        return len(old) == len(new) and all(a == b and r is s for (a, r), (b, s) in pairs)
    value = getattr(before, name)
    return not callable(value) and bool(value == getattr(now, name))


class fact(Generic[T]):  # noqa: N801 (used as a decorator, like property)
    """A property that is derived once, and again when what it read has changed."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self.make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, holder: None, owner: type) -> fact[T]: ...
    @overload
    def __get__(self, holder: Derived, owner: type) -> T: ...
    def __get__(self, holder: Derived | None, owner: type) -> T | fact[T]:
        if holder is None:
            return self
        return cast(T, holder.derived(self.name, self.make))
