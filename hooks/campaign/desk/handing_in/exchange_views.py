"""What the templates of reviews and of the exchange between machines read."""

from __future__ import annotations

from typing import TypedDict

from campaign.desk.handing_in.changed_pictures import PicturesView
from campaign.desk.handing_in.marking import PieceView
from campaign.desk.page_views import CardView, ElsewhereView
from campaign.desk.views import ProblemView
from campaign.render.template import Template


class FieldView(TypedDict):
    """A field that a change is about."""

    title: str
    before: list[PieceView]
    after: list[PieceView]


class ReviewView(TypedDict):
    """A record as it is published beside what it is to be."""

    name: str
    state: str
    notices: list[str]
    told: list[str]
    faults: list[str]
    problems: list[ProblemView]
    elsewhere: list[ElsewhereView]
    is_new: bool
    fields: list[FieldView]
    pictures: PicturesView
    before: str
    after: str
    token: str
    stamp: str
    must_agree: bool
    passing: str
    note: str
    along: list[CardView]
    edit: str


REVIEW = Template("desk/review.html.jinja", ReviewView)


class SideView(TypedDict):
    """What one of two machines says."""

    key: str
    label: str
    words: list[PieceView]
    picture: str
    """The address of its picture; nothing where the question is about none."""
    is_picked: bool


class QuestionView(TypedDict):
    """A field, or a picture, that two machines have changed."""

    name: str
    title: str
    is_pictured: bool
    sides: list[SideView]
    problem: str


class ExchangedView(TypedDict):
    """What was brought in or handed in, or why not."""

    title: str
    notices: list[str]
    faults: list[str]
    cards: list[CardView]
    questions: list[QuestionView]
    answers: str
    """Where answers go, below the desk's first page."""
    token: str
    tip: str
    head: str


EXCHANGED = Template("desk/exchanged.html.jinja", ExchangedView)


class PublishingView(TypedDict):
    """What would be published."""

    token: str
    faults: list[str]
    cards: list[CardView]
    files: int
    hidden: int


PUBLISHING = Template("desk/publishing.html.jinja", PublishingView)


class StickView(TypedDict):
    """Work that goes and comes on a memory stick."""

    token: str
    faults: list[str]


STICK = Template("desk/stick.html.jinja", StickView)


class ChoiceView(CardView):
    """A draft that may be chosen to be handed in with others."""

    key: str
    can_be_handed_in: bool


class DraftsView(TypedDict):
    """The drafts, and what became of those that were handed in together."""

    title: str
    done: str
    fault: str
    left: list[CardView]
    drafts: list[ChoiceView]
    token: str


DRAFTS = Template("desk/drafts.html.jinja", DraftsView)
