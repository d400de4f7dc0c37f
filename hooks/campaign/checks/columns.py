"""Columns: none empty, none stale (the inspectors count both)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from campaign.derive.columns import items, latest
from campaign.problems import Problem
from campaign.site import Site


def empty(site: Site) -> Iterator[Problem]:
    """V17a: too few items; the column leaves the navigation."""
    for index, column in enumerate(site.settings.columns):
        count = len(items(site, column))
        if count < column.min_items:
            words = {"title": column.title, "count": count, "minimum": column.min_items}
            yield site.problem(site.settings, "V17a", "columns", index, **words)


def stale(site: Site) -> Iterator[Problem]:
    """V17b: nothing new for longer than the column allows."""
    for index, column in enumerate(site.settings.columns):
        newest: date | None = latest(site, column)
        if column.stale_days is None or newest is None:
            continue
        days = (site.today - newest).days
        if days > column.stale_days:
            words = {"title": column.title, "days": days, "limit": column.stale_days}
            yield site.problem(site.settings, "V17b", "columns", index, **words)
