"""What a column holds, and how fresh it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice

from campaign.kinds import KINDS
from campaign.model.base import Record
from campaign.model.settings import Column
from campaign.site import Site

FOLDERS: Mapping[str, tuple[str, ...]] = {
    folder: tuple(kind.name for kind in KINDS if kind.column == folder)
    for folder in dict.fromkeys(kind.column for kind in KINDS if kind.column)
}
"""The kinds of record that fill a column, by the folder of its page."""


def items(site: Site, column: Column) -> Iterator[Record]:
    """The records that readers find in the column; a page of its own counts as content."""
    kinds = FOLDERS.get(column.path.split("/")[0])
    if kinds is None:
        yield site.settings
    for kind in kinds or ():
        yield from filter(site.is_out, site.kind(kind).values())


def lacks_items(site: Site, column: Column) -> bool:
    """Whether fewer things are in a column than its settings ask for."""
    counted = islice(items(site, column), column.min_items)
    return sum(1 for _ in counted) < column.min_items


def latest(site: Site, column: Column) -> date | None:
    """The day of the newest item, where items have days; what is announced is still to come."""
    days = (record.day for record in items(site, column))
    return max((day for day in days if day and day <= site.today), default=None)


def hidden(site: Site) -> set[str]:
    """Pages of columns with too little to show, or that the deployment does not show at all."""
    return {
        column.path
        for column in site.settings.columns
        if lacks_items(site, column) or not site.shows(column.path)
    }
