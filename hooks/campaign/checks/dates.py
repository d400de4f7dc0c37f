"""Dates of publication must be true: a forged one is a veto in the state's inspection."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.problems import Problem
from campaign.reading import history
from campaign.site import Site


def in_the_future(site: Site) -> Iterator[Problem]:
    """V16a: something that has happened, dated after today."""
    for record in site.everything():
        for name in record.past:
            day = getattr(record, name)
            if day and site.is_future(day) and site.is_out(record):
                yield site.problem(record, "V16a", name, field=name, value=day)


def not_updated(site: Site) -> Iterator[Problem]:
    """V16d: said to be up to date as of a day, and it tells of a later one."""
    for record in site.everything():
        last = record.tells_until(site)
        if record.updated and last and record.updated < last and not site.is_future(last):
            words = {"value": record.updated, "last": last}
            yield site.problem(record, "V16d", "updated", **words)


def backdated(site: Site) -> Iterator[Problem]:
    """V16c: published long before the file first came into the repository."""
    limit = site.settings.backdate_days
    if limit is None:
        return
    try:
        committed = history.first_commits(site.root)
    except history.NoHistory as error:
        yield error.problem
        return
    for entry in site.entries():
        first = committed.get(site.origin(entry).path)
        days = (first - entry.published.date()).days if first else 0
        if first and days > limit:
            words = {"value": entry.published.date(), "committed": first, "days": days}
            yield site.problem(entry, "V16c", "published", **words)
