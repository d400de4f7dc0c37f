"""Marks on fields: what a check holds of a value, or a page does with it, beside its type."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Length:
    """How many characters a text should have; a mark on a field, held by a check."""

    low: int | None = None
    high: int | None = None

    def lacks(self, count: int) -> bool:
        """Whether there are too few."""
        return self.low is not None and count < self.low

    def exceeds(self, count: int) -> bool:
        """Whether there are too many."""
        return self.high is not None and count > self.high

    @property
    def text(self) -> str:
        """The limits in words that a unit follows: 20—60, 至少 20, 不超过 60."""
        if self.low is None:
            return f"不超过 {self.high}"
        return f"至少 {self.low}" if self.high is None else f"{self.low}—{self.high}"


@dataclass(frozen=True)
class Items(Length):
    """How many items a list must have."""


@dataclass(frozen=True)
class Form:
    """The form in which a text must be written; a mark on a field, held by a check."""

    pattern: str
    """A regular expression for the whole text."""
    example: str

    def holds(self, text: str) -> bool:
        return re.fullmatch(self.pattern, text, re.ASCII) is not None


@dataclass(frozen=True)
class MarkdownText:
    """The field is prose: Markdown with record links."""


@dataclass(frozen=True)
class Central:
    """What a record lives from, though it may be added later: no form hides it among the rest."""


@dataclass(frozen=True)
class PictureBeside:
    """The field names a picture that lies in the same folder as the record's file."""
