"""Event pages, their lists, and their days in calendars."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, time
from functools import partial
from types import MappingProxyType
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.clock import BEIJING
from campaign.derive.calendar import Occasion, OwnCalendar
from campaign.derive.facts import Facts
from campaign.derive.happenings import Happening
from campaign.exchange import nodes
from campaign.exchange.nodes import Node
from campaign.exchange.table import Table
from campaign.kinds.event import Event, addresses, months, occasions, series
from campaign.kinds.event.facts import (
    SOON,
    State,
    ahead,
    days,
    newest,
    of_series,
    state,
    sums,
    times,
)
from campaign.kinds.event.record import Written
from campaign.kinds.event.table import table
from campaign.kinds.event.views import (
    KIND_WORDS,
    SERIES_WORDS,
    EventRow,
    SumView,
    kind_label,
    repetition_words,
    row,
    rows,
    series_link,
    span_words,
    sum_views,
    time_row,
)
from campaign.kinds.gallery import Gallery
from campaign.kinds.gallery.page import GalleryCard, gallery_card
from campaign.kinds.listing import Options
from campaign.kinds.org import Org
from campaign.kinds.presenter import Presenter, Renderer
from campaign.kinds.traits import Traits
from campaign.render import names, pictures, sheets
from campaign.render.edition import Edition
from campaign.render.names import Link, Origin
from campaign.render.outputs import Page
from campaign.render.pictures import PhotoView
from campaign.render.sheets import ROWS, Group, Piece, Section
from campaign.render.template import Template

BESIDE = 3
"""Other events of its series that an event's page names."""


class VisitorsView(TypedDict):
    """A group that came to see."""

    group: str
    level: str
    people: int | None


class EventPage(TypedDict):
    """All that an event's page tells."""

    event: EventRow
    when: str
    repeats: str
    next: list[str]
    series: Link | None
    intro: str
    communities: list[Link]
    organisers: list[str]
    streams: str
    open: str
    joining: str
    capacity: int | None
    reason: str
    sums: list[SumView]
    outcome: str
    visitors: list[VisitorsView]
    cover: PhotoView | None
    gallery: GalleryCard | None
    others: list[EventRow]
    origin: Origin


class EventList(TypedDict):
    """A sheet of the list of events."""

    groups: list[Section[EventRow]]


class EventsAhead(TypedDict):
    """What comes in the next weeks."""

    events: list[EventRow]
    days: int


PAGE = Template("event/page.html.jinja", EventPage)
LIST = Template("event/list.html.jinja", EventList)
AHEAD = Template("event/ahead.html.jinja", EventsAhead)


def ahead_block(edition: Edition, root: str, options: Options) -> Markup:
    """What is on in the next weeks."""
    found = ahead(edition.facts, times(edition.facts))[:ROWS]
    values = EventsAhead(events=[time_row(edition, item) for item in found], days=SOON)
    return edition.render(AHEAD, root, values)


class EventPresenter(Presenter[Event]):
    """How events appear."""

    usual = MappingProxyType({"by": "month"})
    states = tuple(item.label for item in State)
    per_sheet = ROWS

    def records(self, edition: Edition) -> list[Event]:
        return newest(edition.facts)

    def pages(self, edition: Edition) -> Mapping[str, Callable[[], Page]]:
        found = dict(super().pages(edition))
        return {**found, **dict(months.pages(edition)), **dict(series.pages(edition))}

    @property
    def blocks(self) -> Mapping[str, Renderer]:
        return {
            "events": self.list_block("events"),
            "events-month": months.block,
            "events-ahead": ahead_block,
        }

    def body(self, edition: Edition, record: Event, root: str) -> Markup:
        site = edition.site
        today = site.today
        is_on = record.state not in STATUS
        is_asked = is_on and record.is_open is not None
        gallery = site.of(Gallery).get(record.gallery or "")
        others = [e for e in of_series(edition.facts).get(record.series or "", []) if e != record]
        values = EventPage(
            event=row(edition, record),
            when=span_words(record.start, record.last_day),
            repeats=repetition_words(record, record.repeats) if record.repeats else "",
            next=[str(day) for day in days(record) if day >= today][:BESIDE]
            if record.repeats
            else [],
            series=series_link(edition, record),
            intro=record.intro,
            communities=[names.record_link(edition, "community", id) for id in record.communities],
            organisers=[names.name_of(edition, Org, id) for id in record.organisers],
            streams="、".join(stream.label for stream in record.streams),
            open=("居民可以参加" if record.is_open else "不对外开放") if is_asked else "",
            joining=record.joining or "" if is_on else "",
            capacity=record.capacity if is_on else None,
            reason=record.reason or "",
            sums=sum_views(sums([record], today)),
            outcome=record.outcome or "",
            visitors=[
                {"group": v.group, "level": v.level.label if v.level else "", "people": v.people}
                for v in record.visitors
            ],
            cover=pictures.photo(edition, record.cover),
            gallery=gallery_card(edition, gallery) if gallery else None,
            others=rows(edition, others[:BESIDE]),
            origin=names.origin(edition, record),
        )
        return edition.render(PAGE, root, values)

    def summary(self, edition: Edition, record: Event) -> str:
        when = f"{span_words(record.start, record.last_day)} {record.time or ''}".strip()
        return f"{when}，{record.place}。{record.intro}"

    def cover(self, edition: Edition, record: Event) -> str:
        return record.cover or ""

    # Lists

    def groups(self, edition: Edition, options: Options) -> Sequence[Group[Event]]:
        by, ordered, site = options["by"], newest(edition.facts), edition.site
        if by == "month":
            return sheets.under("month", ordered, months.heading, unit="场")
        if by == "kind":
            order = site.labels(KIND_WORDS).values()
            return sheets.under("kind", ordered, partial(kind_label, site), order, "场")
        return [
            Group(f"series-{id}", label, found, url=addresses.series(id), unit="场")
            for id, label in site.labels(SERIES_WORDS).items()
            if (found := of_series(edition.facts).get(id))
        ]

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Event]]
    ) -> Markup:
        groups = sheets.views(pieces, partial(row, edition))
        return edition.render(LIST, root, EventList(groups=groups))

    # For others

    def traits(self, edition: Edition, record: Event) -> Traits:
        label = state(record, edition.site.today).label
        return Traits(communities=record.communities, years=[record.start.year], states=[label])

    def happenings(self, facts: Facts) -> Iterator[Happening]:
        return occasions.held(facts)

    def occasions(self, facts: Facts) -> Iterator[Occasion]:
        return occasions.of_all(facts)

    def calendars(self, facts: Facts) -> Iterator[tuple[str, OwnCalendar]]:
        return occasions.calendars(facts)

    def node(self, edition: Edition, record: Event) -> Node | None:
        return nodes.subject(
            edition,
            urls.url(record),
            "Event",
            name=record.title,
            description=record.intro,
            startDate=_moment(record, begins=True),
            endDate=_moment(record, begins=False),
            eventStatus=f"https://schema.org/{STATUS.get(record.state, 'EventScheduled')}",
            location={"@type": "Place", "name": record.place},
            organizer=[
                nodes.organisation(names.name_of(edition, Org, id)) for id in record.organisers
            ],
            maximumAttendeeCapacity=record.capacity,
            about=[nodes.about(edition, "community", id) for id in record.communities],
            image=nodes.photo(edition, record.cover),
        )

    @property
    def tables(self) -> tuple[Table, ...]:
        [usual] = super().tables
        return (table(usual),)


STATUS = {Written.POSTPONED: "EventPostponed", Written.CANCELLED: "EventCancelled"}
"""What schema.org calls an event that does not take place as it was announced."""


def _moment(event: Event, *, begins: bool) -> str:
    """When an event begins or ends, as ISO 8601; a day alone where nobody says the hour."""
    day = event.start if begins else event.last_day
    hours = event.time
    at: time | None = (hours.begin if begins else hours.end) if hours else None
    return datetime.combine(day, at, BEIJING).isoformat() if at else str(day)


PRESENTER = EventPresenter
