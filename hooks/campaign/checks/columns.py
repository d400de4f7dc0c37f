"""Columns: none empty, none stale (the inspectors count both)."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.derive.columns import items
from campaign.derive.freshness import freshness
from campaign.problems import Problem
from campaign.site import Site


def empty(site: Site) -> Iterator[Problem]:
    """V17a: too few items; the column leaves the navigation."""
    if not site.is_whole:
        return
    for index, column in enumerate(site.settings.columns):
        count = sum(1 for _ in items(site, column))
        if count < column.min_items:
            words = {"title": column.title, "count": count, "minimum": column.min_items}
            yield site.problem(site.settings, "V17a", "columns", index, **words)


def stale(site: Site) -> Iterator[Problem]:
    """V17b: nothing new for longer than the column allows."""
    if not site.is_whole:
        return
    for index, column in enumerate(site.settings.columns):
        found = freshness(site, column)
        if found.is_stale:
            words = {"title": column.title, "days": found.days, "limit": found.limit}
            yield site.problem(site.settings, "V17b", "columns", index, **words)


def unexplained(site: Site) -> Iterator[Problem]:
    """V17c: a description that only repeats the column's name (a fault of many live sites)."""
    for index, column in enumerate(site.settings.columns):
        if column.description.strip(" 。") == column.title.strip():
            at = ("columns", index, "description")
            yield site.problem(site.settings, "V17c", *at, title=column.title)
