"""Long lists on several pages: where they are cut, and how a reader turns the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypedDict, TypeVar

PER_SHEET = 150
"""Rows on one page: between the 100 and the 300 that were measured on a phone."""
CARDS = 60
"""Cards on one page: each may have a picture, and weighs as much as three rows."""
ROWS = 40
"""Rows of several lines on one page: a phone shows them on a dozen screens."""
NEAR = 2
"""How many numbers the pager shows beside the current one, so that it stays short."""
T = TypeVar("T")
C = TypeVar("C")


@dataclass(frozen=True)
class Group(Generic[T]):
    """Items under one heading."""

    id: str
    label: str
    items: Sequence[T]
    note: str = ""
    url: str = ""
    """Of the page that its heading leads to."""
    unit: str = ""
    """In which its items are counted."""
    counted: str = ""
    """How many there are in words, where that takes more than a number with its unit."""

    @property
    def count(self) -> str:
        return self.counted or f"{len(self.items)} {self.unit}".strip()


@dataclass(frozen=True)
class Piece(Generic[T]):
    """The part of a group that stands on one sheet."""

    group: Group[T]
    items: Sequence[T]
    is_continued: bool

    @property
    def anchor(self) -> str:
        return self.group.id

    @property
    def heading(self) -> str:
        return f"{self.group.label}（续）" if self.is_continued else self.group.label


class Turn(TypedDict):
    """A sheet in a pager."""

    number: int
    url: str
    gap: bool
    """Whether some are left out before it."""


class Pager(TypedDict):
    """How a reader of one sheet gets to the others."""

    number: int
    links: list[Turn]
    before: str | None
    after: str | None


class Beginning(TypedDict):
    """Where a group of a long list begins."""

    label: str
    count: str
    url: str


class Section(TypedDict, Generic[C]):
    """What the template of a grouped list sees of a group on a sheet."""

    id: str
    label: str
    count: str
    url: str
    cards: list[C]


def cut(groups: Iterable[Group[T]], size: int = PER_SHEET) -> list[list[Piece[T]]]:
    """The groups in order on sheets of at most `size` items; one empty sheet for nothing."""
    sheets: list[list[Piece[T]]] = [[]]
    room = size
    for group in groups:
        start = 0
        while start < len(group.items):
            if not room:
                sheets.append([])
                room = size
            part = group.items[start : start + room]
            sheets[-1].append(Piece(group, part, start > 0))
            room -= len(part)
            start += len(part)
    return sheets


def pager(addresses: Sequence[str], number: int) -> Pager | None:
    """Links to the first, the last and the nearest sheets; nothing for a single one."""
    last = len(addresses)
    if last < 2:
        return None
    shown = [n for n in range(1, last + 1) if n in (1, last) or abs(n - number) <= NEAR]
    links: list[Turn] = [
        {"number": n, "url": addresses[n - 1], "gap": before is not None and n - before > 1}
        for before, n in zip([None, *shown], shown, strict=False)
    ]
    return {
        "number": number,
        "links": links,
        "before": addresses[number - 2] if number > 1 else None,
        "after": addresses[number] if number < last else None,
    }


def contents(sheets: Sequence[Sequence[Piece[T]]], addresses: Sequence[str]) -> list[Beginning]:
    """Where each group begins, for lists of several sheets and more than one heading."""
    headings = {piece.anchor for pieces in sheets for piece in pieces if piece.group.label}
    if len(sheets) < 2 or len(headings) < 2:
        return []
    return [
        {
            "label": piece.group.label,
            "count": piece.group.count,
            "url": f"{address}#{piece.anchor}",
        }
        for pieces, address in zip(sheets, addresses, strict=True)
        for piece in pieces
        if not piece.is_continued
    ]


def number_of(place: int, size: int = PER_SHEET) -> int:
    """The sheet that holds the item at a place in its list; the first place is 0."""
    return place // size + 1


def under(
    prefix: str,
    items: Iterable[T],
    heading: Callable[[T], str],
    order: Iterable[str] = (),
    unit: str = "",
) -> list[Group[T]]:
    """Items under their headings, which come in `order` or as the items do."""
    found: dict[str, list[T]] = {label: [] for label in order}
    for item in items:
        found.setdefault(heading(item), []).append(item)
    held = [(label, items) for label, items in found.items() if items]
    return [
        Group(f"{prefix}-{n}", label, items, unit=unit) for n, (label, items) in enumerate(held, 1)
    ]


def views(pieces: Iterable[Piece[T]], view: Callable[[T], C]) -> list[Section[C]]:
    """What the template of a grouped list sees of a sheet."""
    return [
        {
            "id": piece.anchor,
            "label": piece.heading,
            "count": piece.group.count,
            "url": piece.group.url,
            "cards": [view(item) for item in piece.items],
        }
        for piece in pieces
    ]


def items(pieces: Iterable[Piece[T]], view: Callable[[T], C]) -> list[C]:
    """What the template of a list without headings sees of a sheet."""
    return [view(item) for piece in pieces for item in piece.items]
