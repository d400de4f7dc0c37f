"""When a page was published and from whom it comes: what stands under its title.

A forged date of publication is a veto in the inspection of public sites, so a day is only
ever one that people wrote; a record without one has none.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from campaign.kinds.contest import Contest
from campaign.kinds.experience import Experience
from campaign.kinds.gallery import Gallery
from campaign.kinds.honour import Honour
from campaign.kinds.honour_kind import HonourKind
from campaign.model.base import Record
from campaign.model.entry import Entry
from campaign.site import Site


def published(site: Site, record: Record) -> datetime | None:
    """An article's moment, or the beginning of the day on which a record was last confirmed."""
    if isinstance(record, Entry):
        return record.published
    day = record.updated or _day(site, record)
    return datetime.combine(day, time.min) if day else None


def _day(site: Site, record: Record) -> date | None:
    if isinstance(record, Gallery):
        return record.date
    if isinstance(record, Contest):
        return _latest(site, (record.period.start, record.result_published))
    if isinstance(record, HonourKind):
        held = (item for item in site.of(Honour).values() if item.honour_kind == record.id)
        return _latest(site, (event.on for honour in held for event in honour.events))
    return None


def _latest(site: Site, days: Iterable[date | None]) -> date | None:
    """The last of the days that have come."""
    return max((day for day in days if day and day <= site.today), default=None)


def source(site: Site, record: Record) -> str:
    """Who says so: as written, or else the unit that publishes the site."""
    if isinstance(record, Entry):
        return record.source
    if record.sources:
        return "、".join(item.title for item in record.sources)
    if isinstance(record, Experience):
        return record.author_unit
    return site.profile.sponsor
