"""A page for each call with its form on paper, and the list: open ones first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.calendar import Occasion
from campaign.derive.facts import Facts
from campaign.kinds.call import Call
from campaign.kinds.call.facts import State, calls, state
from campaign.kinds.listing import Options
from campaign.kinds.org import Org
from campaign.kinds.presenter import Presenter
from campaign.kinds.traits import Traits
from campaign.render import names, sheets
from campaign.render.edition import Edition
from campaign.render.names import Link, Origin
from campaign.render.qr import picture
from campaign.render.sheets import Group, Piece, Section
from campaign.render.template import Template

OPEN = frozenset({State.OPEN, State.CLOSING})


class CallCard(TypedDict):
    """A call in a list, and at the head of its page."""

    title: str
    url: str
    kind: str
    summary: str
    start: str
    end: str
    days_left: int | None
    state: str
    state_label: str
    draft: str


class FieldView(TypedDict):
    """A line of the paper form."""

    label: str
    kind: str
    options: list[str]


class WaysView(TypedDict):
    """How an answer reaches the office."""

    address: str
    hours: str
    phone: str
    mail: str
    form: str
    code: Markup
    """The address of the form as a code to scan; nothing without one."""


class OutcomeView(TypedDict):
    """What came of a call."""

    on: str
    text: Markup
    received: int | None
    taken: int | None


class CallPage(TypedDict):
    """All that the page of a call tells."""

    call: CallCard
    organiser: Link
    who: str
    communities: list[Link]
    text: Markup
    ways: WaysView
    fields: list[FieldView]
    privacy: str
    outcome: OutcomeView | None
    origin: Origin


class CallList(TypedDict):
    """A sheet of the list of calls: open ones first."""

    groups: list[Section[CallCard]]


PAGE = Template("call/page.html.jinja", CallPage)
LIST = Template("call/list.html.jinja", CallList)


def card(edition: Edition, call: Call) -> CallCard:
    at = state(call, edition.site.today)
    left = (call.period.end - edition.site.today).days
    return {
        "title": call.title,
        "url": urls.url(call),
        "kind": call.type.label,
        "summary": call.summary,
        "start": str(call.period.start),
        "end": str(call.period.end),
        "days_left": left if at in OPEN else None,
        "state": at.value,
        "state_label": at.label,
        "draft": names.draft_label(edition, call),
    }


def _ways(call: Call) -> WaysView:
    ways = call.ways
    return {
        "address": ways.address,
        "hours": ways.hours or "",
        "phone": ways.phone or "",
        "mail": ways.mail or "",
        "form": ways.form or "",
        "code": picture(ways.form, "网上表格的二维码") if ways.form else Markup(),
    }


def _outcome(edition: Edition, call: Call, root: str) -> OutcomeView | None:
    found = call.outcome
    if found is None:
        return None
    return {
        "on": str(found.on),
        "text": edition.prose(found.text, root),
        "received": found.received,
        "taken": found.taken,
    }


class CallPresenter(Presenter[Call]):
    """How calls appear."""

    states = tuple(item.label for item in State)

    def records(self, edition: Edition) -> list[Call]:
        return calls(edition.facts)

    def body(self, edition: Edition, record: Call, root: str) -> Markup:
        values = CallPage(
            call=card(edition, record),
            organiser=names.record_link(edition, Org.kind, record.organiser),
            who=record.who,
            communities=[names.record_link(edition, "community", id) for id in record.communities],
            text=edition.prose(record.text, root),
            ways=_ways(record),
            fields=[
                {"label": f.label, "kind": f.kind.value, "options": f.options}
                for f in record.fields
            ],
            privacy=record.privacy or "",
            outcome=_outcome(edition, record, root),
            origin=names.origin(edition, record),
        )
        return edition.render(PAGE, root, values)

    def summary(self, edition: Edition, record: Call) -> str:
        label = state(record, edition.site.today).label
        return f"{label}，{record.period.end} 截止。{record.summary}"

    # Lists

    def groups(self, edition: Edition, options: Options) -> Sequence[Group[Call]]:
        today = edition.site.today

        def heading(call: Call) -> str:
            at = state(call, today)
            return "正在征集" if at in OPEN else at.label if at is State.AHEAD else "已经截止"

        return sheets.under("calls", calls(edition.facts), heading, unit="件")

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Call]]
    ) -> Markup:
        groups = sheets.views(pieces, partial(card, edition))
        return edition.render(LIST, root, CallList(groups=groups))

    # For others

    def traits(self, edition: Edition, record: Call) -> Traits:
        return Traits(
            communities=record.communities,
            years=[record.period.start.year],
            states=[state(record, edition.site.today).label],
        )

    def occasions(self, facts: Facts) -> Iterator[Occasion]:
        """The last day of each: whoever has it in a calendar does not miss it."""
        for call in calls(facts):
            end, start = call.period.end, facts.site.settings.campaign.start
            yield Occasion(
                key=f"call-{call.id}",
                start=end,
                end=end,
                title=f"截止：{call.title}",
                text=call.summary,
                address=urls.url(call),
                written=call.updated or min(call.period.start, start),
            )


PRESENTER = CallPresenter
