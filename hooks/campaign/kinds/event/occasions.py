"""Events in people's calendars (of all, of a series, of a community), and those that were held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from campaign import urls
from campaign.derive.calendar import Occasion, OwnCalendar
from campaign.derive.facts import Facts
from campaign.derive.happenings import Happening, Sort
from campaign.kinds.community import Community
from campaign.kinds.event import Event, addresses
from campaign.kinds.event.facts import (
    State,
    Time,
    of_communities,
    of_series,
    state,
    times,
    times_of,
)
from campaign.kinds.event.record import Written
from campaign.kinds.event.views import SERIES_WORDS, result_words

PAST = timedelta(days=90)
"""How long a calendar keeps what is over."""
MANY = 5
"""Communities of an event that the history of the campaign tells of."""
CALLED_OFF = frozenset({Written.POSTPONED, Written.CANCELLED})


def of_all(facts: Facts) -> Iterator[Occasion]:
    """Events that are to come, and those of the last months."""
    return _occasions(facts, times(facts))


def calendars(facts: Facts) -> Iterator[tuple[str, OwnCalendar]]:
    """The calendar of each series, and of each community that has events, by page."""
    for id, events in of_series(facts).items():
        name = facts.site.label(SERIES_WORDS, id)
        yield addresses.series(id), OwnCalendar(name, list(_occasions(facts, times_of(events))))
    for id, events in of_communities(facts).items():
        if community := facts.site.of(Community).get(id):
            found = list(_occasions(facts, times_of(events)))
            yield urls.url(community), OwnCalendar(f"{community.name}活动", found)


def held(facts: Facts) -> Iterator[Happening]:
    """Events that were held; of the whole city, or of many communities, they are landmarks."""
    today = facts.site.today
    for event in facts.site.of(Event).values():
        if state(event, today) is State.DONE:
            yield Happening(
                key=f"event-{event.id}",
                on=event.start,
                sort=Sort.HELD,
                title=event.title,
                text=result_words(event, today) or "结果数字未填报",
                address=urls.url(event),
                is_landmark=not event.communities or len(event.communities) >= MANY,
            )


def _occasions(facts: Facts, items: Iterable[Time]) -> Iterator[Occasion]:
    site = facts.site
    for item in items:
        event = item.event
        if event.state in CALLED_OFF or item.end < site.today - PAST:
            continue
        yield Occasion(
            key=f"event-{event.id}" + (f"-{item.start}" if event.repeats else ""),
            start=item.start,
            end=item.end,
            title=event.title,
            text=f"{event.place}。{event.joining or event.intro}",
            address=urls.url(event),
            written=event.updated or min(event.start, site.settings.campaign.start),
            hours=event.time if item.start == item.end else None,
        )
