"""What a column holds, and how fresh it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from campaign.kinds import KINDS
from campaign.model.base import Record
from campaign.model.settings import Column
from campaign.site import Site

FOLDERS: Mapping[str, tuple[str, ...]] = {
    folder: tuple(kind.name for kind in KINDS if kind.column == folder)
    for folder in dict.fromkeys(kind.column for kind in KINDS if kind.column)
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
    days = (record.day for record in items(site, column))
    return max((day for day in days if day and day <= site.today), default=None)


def hidden(site: Site) -> set[str]:
    """Pages of columns with too little to show, or that the deployment does not show at all."""
    return {
        column.path
        for column in site.settings.columns
        if len(items(site, column)) < column.min_items or not site.shows(column.path)
    }
