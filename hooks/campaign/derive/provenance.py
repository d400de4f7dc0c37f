"""When a page was published and from whom it comes: what stands under its title.

A forged date of publication is a veto in the inspection of public sites, so a day is only
ever one that people wrote; a record without one has none.
"""

from __future__ import annotations

from datetime import date, datetime, time

from campaign.model.base import Record
from campaign.model.entry import Entry
from campaign.site import Site


def changed(site: Site, record: Record) -> date | None:
    """The day on which it was last confirmed, or else on which it last changed for readers."""
    return record.updated or record.last_change(site)


def published(site: Site, record: Record) -> datetime | None:
    """An article's moment, or the beginning of the day on which a record was last confirmed."""
    if isinstance(record, Entry):
        return record.published
    day = changed(site, record)
    return datetime.combine(day, time.min) if day else None


def source(site: Site, record: Record) -> str:
    """Who says so: as written, or else the unit that publishes the site."""
    return record.stated_source or site.profile.sponsor
