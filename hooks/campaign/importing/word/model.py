"""A document's final text as blocks: what was read, before anything is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from campaign.importing.word.numbering import Label


@dataclass(frozen=True)
class Look:
    """How characters look."""

    bold: bool = False
    italic: bool = False
    raised: str = ""
    """`sup` or `sub`."""
    font: str = ""
    size: float = 0
    """In points; 0 where the document does not say."""


@dataclass(frozen=True)
class Run:
    """Characters of one look, or what stands in their place."""

    text: str = ""
    look: Look = Look()
    href: str = ""
    note: str = ""
    """The id of a footnote or an endnote that is called here."""
    picture: str = ""
    """The name of the part with a picture that stands here."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    runs: tuple[Run, ...]
    label: Label | None = None
    outline: int | None = None
    """The level that its style or it says, from 0 on."""
    style: str = ""
    """The name of its style, in small letters."""
    align: str = ""

    @property
    def words(self) -> str:
        """Its own text, on one line."""
        return " ".join("".join(run.text for run in self.runs).split())

    @property
    def text(self) -> str:
        """Its text with its number in front, as the page shows it."""
        return led(self.label.text, self.words) if self.label and self.words else self.words

    @property
    def pictures(self) -> tuple[str, ...]:
        return tuple(run.picture for run in self.runs if run.picture)


def led(label: str, words: str) -> str:
    """A number and what follows it, with a blank between them where both are ASCII's."""
    is_apart = label[-1:].isascii() and words[:1].isascii() and label and words
    return f"{label} {words}" if is_apart else f"{label}{words}"


Cell = tuple[Paragraph, ...]


@dataclass(frozen=True)
class Table:
    """A table, every place of its grid filled."""

    rows: tuple[tuple[Cell, ...], ...]
    merged: int = 0
    """How many places stand in a cell that reaches over several."""


Block = Paragraph | Table


@dataclass(frozen=True)
class Document:
    """What a document says, and what of it is no text."""

    blocks: tuple[Block, ...]
    notes: Mapping[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    """What was left out or changed while reading, for the report."""
