"""What the templates of files that are taken in read."""

from __future__ import annotations

from typing import TypedDict

from campaign.desk.page_views import CardView
from campaign.desk.views import OptionView
from campaign.render.template import Template


class TakingView(TypedDict):
    """The place at which a file is brought."""

    token: str
    fault: str


TAKING = Template("desk/import.html.jinja", TakingView)


class RecognisedView(TypedDict):
    """A value that the layout of a document says."""

    name: str
    label: str
    value: str
    where: str
    is_sure: bool


class PrivateView(TypedDict):
    """A number of a person, and what is to become of it."""

    key: str
    what: str
    masked: str
    around: str
    choice: str
    """`hide`, `allow`, or nothing until somebody has said so."""
    reason: str


class WordView(TypedDict):
    """A document that is to become a draft."""

    token: str
    name: str
    faults: list[str]
    asks: list[str]
    """What somebody still has to say; nothing is wrong."""
    kinds: list[OptionView]
    kind: str
    """What it becomes; nothing until somebody has said so."""
    issuer: str
    """The body that issued it and has no record."""
    fields: list[RecognisedView]
    id: str
    proposed: str
    private: list[PrivateView]
    """Nothing is written until of each of them is said what becomes of it."""
    mends: list[str]
    is_tidied: str
    """`yes`, `no`, or nothing until somebody has said so."""
    told: list[str]
    text: str


WORD = Template("desk/import-word.html.jinja", WordView)


class ChangedView(TypedDict):
    """A record that a table changes."""

    name: str
    lines: list[str]


class CellView(TypedDict):
    """What is wrong with a cell, or elsewhere."""

    grade: str
    where: str
    words: str
    remedy: str


class ExcelView(TypedDict):
    """A workbook that is to become records."""

    token: str
    name: str
    faults: list[str]
    kinds: list[OptionView]
    new: list[str]
    changed: list[ChangedView]
    unchanged: int
    begun: int
    """How many of the new records are drafts."""
    wrong: list[CellView]
    """Cells that keep everything out."""
    doubtful: list[CellView]
    """Cells that are only to be looked at."""
    elsewhere: list[CellView]
    marked: str
    """Where the marked copy is; nothing where nothing is to be marked."""
    is_stopped: bool
    seen: str
    """What was shown, so that nothing else is written."""


EXCEL = Template("desk/import-excel.html.jinja", ExcelView)


class ImportedView(TypedDict):
    """What has been taken in."""

    words: str
    cards: list[CardView]
    begun: int
    """How many of them are drafts that wait to be handed in."""


IMPORTED = Template("desk/imported.html.jinja", ImportedView)
