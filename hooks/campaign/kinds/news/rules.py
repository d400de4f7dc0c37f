"""What is asked of news."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.kinds.news import News
from campaign.problems import Problem
from campaign.site import Site


def before_the_campaign(site: Site) -> Iterator[Problem]:
    """V16b: news of the campaign from before it began."""
    start = site.settings.campaign.start
    for entry in site.of(News).values():
        if entry.published.date() < start:
            words = {"value": entry.published.date(), "start": start}
            yield site.problem(entry, "V16b", "published", **words)


def over_before_it_begins(site: Site) -> Iterator[Problem]:
    """V16e: news that would never be listed."""
    for entry in site.of(News).values():
        if entry.is_expired(entry.published.date()):
            words = {"value": entry.expires, "published": entry.published.date()}
            yield site.problem(entry, "V16e", "expires", **words)


CHECKS = (before_the_campaign, over_before_it_begins)
