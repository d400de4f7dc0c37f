"""What the templates of forms read."""

from __future__ import annotations

import re
from typing import TypedDict

from markupsafe import Markup

from campaign.render.template import Template


class ProblemView(TypedDict):
    """What is wrong, and what to do about it."""

    grade: str
    message: str
    remedy: str


class OptionView(TypedDict):
    """A word that may be chosen."""

    value: str
    label: str
    is_chosen: bool


class FieldView(TypedDict):
    """One field to fill in."""

    id: str
    name: str
    label: str
    is_quiet: bool
    """Whether the label is for programs that read aloud: an item of a list has that of the list."""
    is_required: bool
    help: str
    described: str
    widget: str
    type: str
    mode: str
    value: str
    rows: int
    refers: str
    """The kind of what may be named, which is listed."""
    new: str
    """What can be begun beside it, to be named; nothing where nothing can."""
    options: list[OptionView]
    problems: list[ProblemView]


class TickedView(TypedDict):
    """Words of which any number may be ticked."""

    id: str
    name: str
    label: str
    is_required: bool
    help: str
    options: list[OptionView]
    problems: list[ProblemView]


class GroupView(TypedDict):
    """Fields that belong together."""

    id: str
    label: str
    is_required: bool
    help: str
    is_folded: bool
    problems: list[ProblemView]
    inner: Markup


class ItemView(TypedDict):
    """One item of a list."""

    name: str
    label: str
    folded: str
    """What it is called while it is folded away; nothing where it is open."""
    is_first: bool
    is_last: bool
    inner: Markup


class ListView(TypedDict):
    """A list to which items can be added."""

    id: str
    name: str
    label: str
    is_required: bool
    is_plain: bool
    """Whether an item is one field."""
    help: str
    may_be_none: bool
    is_none: bool
    problems: list[ProblemView]
    rows: list[ItemView]


class ToldView(TypedDict):
    """Something that happened, which stays as it was written."""

    name: str
    words: str


class EventsView(TypedDict):
    """What happened, and what may happen next."""

    id: str
    name: str
    label: str
    problems: list[ProblemView]
    told: list[ToldView]
    rows: list[ItemView]


class FoldView(TypedDict):
    """Fields that few records need."""

    words: str
    inner: Markup


FIELD = Template("desk/field.html.jinja", FieldView)
TICKED = Template("desk/ticked.html.jinja", TickedView)
GROUP = Template("desk/group.html.jinja", GroupView)
LIST = Template("desk/list.html.jinja", ListView)
EVENTS = Template("desk/events.html.jinja", EventsView)
FOLD = Template("desk/fold.html.jinja", FoldView)


def field_id(name: str) -> str:
    """The id of what a field of a form is filled in with, by its name there."""
    return "f-" + re.sub(r"[^\w-]", "-", name)
