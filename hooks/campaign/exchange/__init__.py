"""What others take from the site: feeds, calendars, open data, a roll to embed, JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from markupsafe import Markup

from campaign import urls
from campaign.exchange import calendars, feeds, opendata, subscriptions
from campaign.exchange.feeds import Feed
from campaign.exchange.linked import Linked, script
from campaign.outputs import Output, Page
from campaign.pages import embed, subscribe
from campaign.pages.desk import Desk

ALTERNATE = Markup('<link rel="alternate " type="{}" title="{}" href="{}">\n')
"""The space is not a slip. For each `link[rel=alternate]` the theme's script takes the target
for a language of its own and asks its host for a sitemap; with the space, it is the same
relation (HTML allows it around tokens), and that script does not see it."""


class Exchange:
    """What one build gives to others."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.linked = Linked(desk)

    def outputs(self) -> Iterator[Output]:
        for feed in self.feeds.values():
            yield from feeds.outputs(feed)
        yield from calendars.outputs(self.desk)
        if subscribe.has_page(self.desk, urls.DATA):
            yield from opendata.outputs(self.desk)
        if subscribe.has_page(self.desk, "honours/"):
            yield embed.roll(self.desk)

    @cached_property
    def feeds(self) -> dict[str, Feed]:
        """Every feed by the page that it belongs to."""
        return {feed.address: feed for feed in subscriptions.feeds(self.desk)}

    def head(self, address: str, title: str) -> Markup:
        """What stands in a page's head for programs: its feeds, and what it is about."""
        base = self.desk.site.profile.base_url
        links = [
            ALTERNATE.format(link["type"], f"{title}（{link['label']}）", base + link["url"])
            for link in subscribe.links(self.desk, address)
        ]
        return Markup().join([*links, script(self.linked.describe(address, title))])

    def changed(self, address: str) -> str:
        """The ISO day of the newest thing in a page's feed; nothing when it has none."""
        feed = self.feeds.get(address)
        return str(feed.newest.date()) if feed and feed.newest else ""

    def dated(self, page: Page) -> Page:
        """The page as of its newest part: a community's page changes with its honours."""
        return replace(page, modified=max(page.modified, self.changed(page.path)))
