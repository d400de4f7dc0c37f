"""What a column holds, and how fresh it is."""

from __future__ import annotations

from datetime import date

from campaign.kinds.contest import Contest
from campaign.kinds.experience import Experience
from campaign.kinds.honour import Honour
from campaign.model.base import Record
from campaign.model.entry import Entry
from campaign.model.settings import Column
from campaign.site import Site

FOLDERS = {
    "communities": ("community",),
    "experiences": ("experience",),
    "honours": ("honour",),
    "tasks": ("task",),
    "speeches": ("speech",),
    "policies": ("policy", "interpretation"),
    "news": ("news",),
    "galleries": ("gallery",),
    "contests": ("contest",),
}
"""The kinds of record that fill a column, by the folder of its page."""


def items(site: Site, column: Column) -> list[Record]:
    """The records that readers find in the column; a page of its own counts as content."""
    kinds = FOLDERS.get(column.path.split("/")[0])
    if kinds is None:
        return [site.settings]
    return [record for kind in kinds for record in site.kind(kind).values() if site.is_out(record)]


def latest(site: Site, column: Column) -> date | None:
    """The day of the newest item, where items have days; what is announced is still to come."""
    days = (day_of(record) for record in items(site, column))
    return max((day for day in days if day and day <= site.today), default=None)


def day_of(record: Record) -> date | None:
    """The day that a list shows for a record."""
    if isinstance(record, Entry):
        return record.published.date()
    if isinstance(record, Experience):
        return record.updated
    if isinstance(record, Contest):
        return record.period.start
    if isinstance(record, Honour):
        return max((event.on for event in record.events), default=None)
    return getattr(record, "date", None)


def hidden(site: Site) -> set[str]:
    """Pages of columns with too little to show."""
    return {
        column.path
        for column in site.settings.columns
        if len(items(site, column)) < column.min_items
    }
