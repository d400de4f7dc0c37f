"""What was reported in public: open ones first, with the days that each has taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from statistics import median
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.calendar import Occasion
from campaign.derive.facts import Facts
from campaign.exchange import nodes
from campaign.exchange.feeds import Item
from campaign.exchange.nodes import Node
from campaign.exchange.table import Table
from campaign.kinds.exposure import Exposure, facts
from campaign.kinds.exposure.facts import Reported
from campaign.kinds.exposure.lifecycle import State
from campaign.kinds.exposure.tables import TABLE
from campaign.kinds.listing import Options
from campaign.kinds.presenter import Presenter, Renderer
from campaign.kinds.traits import Traits
from campaign.render import names, promises, sheets
from campaign.render.edition import Edition
from campaign.render.names import CorrectionView, Link, Origin, draft_label
from campaign.render.promises import PromiseView
from campaign.render.sheets import Piece
from campaign.render.template import Template


class ExposureView(PromiseView):
    """Something that was reported, in a list and at the head of its page."""

    url: str
    community: Link
    place: str
    channel: str
    reported: str
    answered: str
    rectified: str
    """How many days it took, in words, or how many it has waited."""
    draft: str


class ExposurePage(TypedDict):
    """All that its page tells."""

    item: ExposureView
    problem: str
    origin: Origin
    corrections: list[CorrectionView]


class ExposureList(TypedDict):
    """A sheet of the list, open ones first."""

    exposures: list[ExposureView]


class Overview(TypedDict):
    """How many stand how, and how long it takes."""

    on: str
    total: int
    unanswered: int
    answered: int
    rectified: int
    answer_days: str
    rectify_days: str


PAGE = Template("exposure/page.html.jinja", ExposurePage)
LIST = Template("exposure/list.html.jinja", ExposureList)
OVERVIEW = Template("exposure/overview.html.jinja", Overview)


def overview(edition: Edition) -> Overview:
    found = facts.sums(facts.reported(edition.facts))
    return {
        "on": str(edition.site.today),
        "total": found.total,
        "unanswered": found.unanswered,
        "answered": found.answered,
        "rectified": found.rectified,
        "answer_days": _middle(found.answer_days),
        "rectify_days": _middle(found.rectify_days),
    }


def _middle(days: Sequence[int]) -> str:
    """The median, which one long case does not move; nothing for none."""
    return f"{median(days):g}" if days else ""


def view(edition: Edition, item: Reported) -> ExposureView:
    record, to_answer, to_rectify = item.exposure, item.days_to_answer, item.days_to_rectify
    waited = f"等了 {item.days_open} 天"
    return {
        **promises.promise_view(edition, item.standing),
        "url": urls.url(record),
        "community": names.record_link(edition, "community", record.community),
        "place": record.place,
        "channel": edition.site.label("exposure-channels", record.channel),
        "reported": str(item.reported),
        "answered": waited if to_answer is None else _days(to_answer),
        "rectified": waited if to_rectify is None else _days(to_rectify),
        "draft": draft_label(edition, record),
    }


def _days(count: int) -> str:
    return f"{count} 天" if count else "当天"


class ExposurePresenter(Presenter[Exposure]):
    """How exposures appear."""

    states = promises.states(tuple(state.label for state in State if state is not State.START))
    per_sheet = sheets.PER_SHEET

    def records(self, edition: Edition) -> list[Exposure]:
        return [item.exposure for item in facts.reported(edition.facts)]

    def body(self, edition: Edition, record: Exposure, root: str) -> Markup:
        values = ExposurePage(
            item=view(edition, facts.today(edition.facts, record)),
            problem=record.problem,
            origin=names.origin(edition, record),
            corrections=names.corrections(edition, record, record.corrections),
        )
        return edition.render(PAGE, root, values)

    def summary(self, edition: Edition, record: Exposure) -> str:
        _, label = promises.mark(facts.today(edition.facts, record).standing)
        return f"{record.title}：{label}。{record.problem}"

    def item(self, edition: Edition, record: Exposure) -> Item:
        return replace(super().item(edition, record), summary=self.summary(edition, record))

    @property
    def blocks(self) -> Mapping[str, Renderer]:
        return {"exposures": self.list_block("exposures"), "exposure-progress": self._progress}

    def _progress(self, edition: Edition, root: str, options: Options) -> Markup:
        """Nothing where no record is written: it would be a row of noughts."""
        if not edition.site.of(Exposure):
            return Markup()
        return edition.render(OVERVIEW, root, overview(edition))

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Exposure]]
    ) -> Markup:
        found = sheets.items(pieces, partial(_card, edition))
        return edition.render(LIST, root, ExposureList(exposures=found))

    def traits(self, edition: Edition, record: Exposure) -> Traits:
        _, label = promises.mark(facts.today(edition.facts, record).standing)
        return Traits(
            communities=[record.community],
            years=[event.on.year for event in record.events],
            tasks=[record.task] if record.task else [],
            states=[label],
        )

    def occasions(self, known: Facts) -> Iterator[Occasion]:
        """When open ones are to be put right."""
        for item in facts.reported(known):
            due, record = item.standing.due, item.exposure
            if due and item.is_open:
                key, title = f"exposure-{record.id}", f"整改期限：{record.title}"
                written = record.updated or item.standing.since or due
                yield Occasion(key, due, due, title, record.place, urls.url(record), written)

    def node(self, edition: Edition, record: Exposure) -> Node | None:
        """A report about a place, with the day on which it was made."""
        return nodes.subject(
            edition,
            urls.url(record),
            "Report",
            name=record.title,
            description=record.problem,
            dateCreated=str(record.begins or ""),
            dateModified=str(record.last_change(edition.site) or ""),
            contentLocation=nodes.about(edition, "community", record.community),
        )

    @property
    def tables(self) -> tuple[Table, ...]:
        return (TABLE,)


def _card(edition: Edition, record: Exposure) -> ExposureView:
    return view(edition, facts.today(edition.facts, record))


PRESENTER = ExposurePresenter
