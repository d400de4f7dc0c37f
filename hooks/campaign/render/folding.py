"""Long lists on a page about something else: the first items, and the rest behind a fold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypedDict, TypeVar

T = TypeVar("T")


class Folded(TypedDict, Generic[T]):
    """A list that shows its first items; the rest is there for who opens it, and on paper."""

    first: list[T]
    rest: list[T]


def folded(items: Sequence[T], shown: int) -> Folded[T]:
    """The first items and the rest: a fold for one would be as long as what it hides."""
    count = shown if len(items) > shown + 1 else len(items)
    return {"first": list(items[:count]), "rest": list(items[count:])}
