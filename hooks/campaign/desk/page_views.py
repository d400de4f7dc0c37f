"""What the templates of whole pages read."""

from __future__ import annotations

from typing import TypedDict

from markupsafe import Markup

from campaign.desk.views import OptionView, ProblemView
from campaign.render.template import Template


class Way(TypedDict):
    """Where something is."""

    name: str
    url: str


class PageView(TypedDict):
    """A page of the desk."""

    title: str
    site_name: str
    who: str
    warning: str
    way: list[Way]
    body: Markup


class ChoiceView(TypedDict):
    """One thing that a reference may name."""

    value: str
    hint: str


class ChoicesView(TypedDict):
    """Everything that a reference to a kind may name."""

    id: str
    choices: list[ChoiceView]


class ElsewhereView(TypedDict):
    """A problem that a change would cause in another record."""

    grade: str
    where: str
    url: str
    message: str
    remedy: str


class FieldChangeView(TypedDict):
    """A field before a change and after it."""

    title: str
    theirs: str
    ours: str


class ClashView(TypedDict):
    """A field that two people changed at the same time."""

    key: str
    title: str
    theirs: str
    ours: str
    picked: str
    """Which side somebody has chosen already; nothing while nobody has."""
    problem: str


class ActionView(TypedDict):
    """What can be done with a form."""

    do: str
    label: str
    is_main: bool


class SheetView(TypedDict):
    """A record in its form."""

    title: str
    status: str
    notices: list[str]
    faults: list[str]
    unplaced: list[ProblemView]
    """Problems for which the form has no field."""
    token: str
    stamp: str
    key: str
    asks_id: bool
    id: str
    fields: Markup
    has_body: bool
    body: str
    body_rows: int
    body_problems: list[ProblemView]
    reach: Markup
    """The question which pages change, and its answer."""
    clashes: list[ClashView]
    elsewhere: list[ElsewhereView]
    must_agree: bool
    actions: list[ActionView]
    choices: list[ChoicesView]
    address: str
    public: str
    review: str
    history: str
    removal: str


PAGE = Template("desk/page.html.jinja", PageView)
SHEET = Template("desk/sheet.html.jinja", SheetView)


class WhoView(TypedDict):
    """Who sits at the desk."""

    token: str
    name: str
    unit: str
    fault: str
    roles: list[OptionView]


WHO = Template("desk/who.html.jinja", WhoView)


class CardView(TypedDict):
    """One thing that waits, was found, or was changed."""

    name: str
    url: str
    tag: str
    words: str


class WaitingView(TypedDict):
    """Things of one sort that wait."""

    title: str
    cards: list[CardView]
    more: int
    all: str
    """Where all of them are; nothing where that says no more."""
    is_together: bool
    """Whether they can be handed in together there."""


class SharingView(TypedDict):
    """How what is here goes to others, and theirs comes here."""

    token: str
    words: str
    can_fetch: bool
    can_send: bool
    can_publish: bool


class TileView(TypedDict):
    """A kind of record that can be added."""

    label: str
    count: int
    all: str
    new: str


class StartView(TypedDict):
    """The first page of the desk."""

    notice: str
    sharing: SharingView | None
    token: str
    waiting: list[WaitingView]
    tiles: list[TileView]
    others: list[TileView]
    of_the_site: list[CardView]
    """The settings, the pages and the deployments, which are no records."""
    recent: list[CardView]


START = Template("desk/start.html.jinja", StartView)


class FoundView(TypedDict):
    """What a search found, or all records of a kind."""

    title: str
    asks: bool
    question: str
    new: str
    table: str
    """Where all of them are as a table; nothing for a search."""
    words: str
    cards: list[CardView]


FOUND = Template("desk/found.html.jinja", FoundView)


class ChangeView(TypedDict):
    """A change of the past."""

    commit: str
    when: str
    by: str
    subject: str
    fields: list[FieldChangeView]
    is_latest: bool


class HistoryView(TypedDict):
    """The changes of a record."""

    name: str
    token: str
    fault: str
    notice: str
    changes: list[ChangeView]


HISTORY = Template("desk/history.html.jinja", HistoryView)


class RemovalView(TypedDict):
    """The question whether a record is to be deleted."""

    name: str
    token: str
    refusal: str
    naming: list[CardView]
    back: str


REMOVAL = Template("desk/removal.html.jinja", RemovalView)
