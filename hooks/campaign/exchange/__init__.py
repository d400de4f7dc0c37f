"""What others take from the site: feeds, calendars, open data, a roll to embed, JSON-LD."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from markupsafe import Markup

from campaign import urls
from campaign.every_page import subscribe
from campaign.exchange import calendars, feeds, opendata, subscriptions
from campaign.exchange.feeds import Feed
from campaign.exchange.linked import Linked, script
from campaign.kinds import KINDS
from campaign.render.edition import Edition
from campaign.render.outputs import Output

ALTERNATE = Markup('<link rel="alternate " type="{}" title="{}" href="{}">\n')
"""The space is not a slip. For each `link[rel=alternate]` the theme's script takes the target
for a language of its own and asks its host for a sitemap; with the space, it is the same
relation (HTML allows it around tokens), and that script does not see it."""


class Exchange:
    """What one build gives to others."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.linked = Linked(edition)
        self._made: dict[str, Feed] = {}

    def outputs(self) -> Iterator[Output]:
        for address in self._feeds:
            yield from feeds.outputs(self.feed(address), self.edition.kept)
        yield from calendars.outputs(self.edition)
        if subscribe.has_page(self.edition, urls.DATA):
            yield from opendata.outputs(self.edition)
        for kind in KINDS:
            yield from kind.presenter.given(self.edition)

    @cached_property
    def _feeds(self) -> Mapping[str, Callable[[], Feed]]:
        return subscriptions.feeds(self.edition)

    def feed(self, address: str) -> Feed:
        """The feed of a page; made once. Raises KeyError for a page without one."""
        if address not in self._made:
            self._made[address] = self._feeds[address]()
        return self._made[address]

    def head(self, address: str, title: str) -> Markup:
        """What stands in a page's head for programs: its feeds, and what it is about."""
        base = self.edition.site.profile.base_url
        links = [
            ALTERNATE.format(link["type"], f"{title}（{link['label']}）", base + link["url"])
            for link in subscribe.links(self.edition, address)
            if link["type"] != subscribe.ICALENDAR  # the page itself offers it
        ]
        return Markup().join([*links, script(self.linked.describe(address, title))])

    def changed(self, address: str) -> str:
        """The ISO day of the newest thing in a page's feed; nothing when it has none."""
        newest = self.feed(address).newest if address in self._feeds else None
        return str(newest.date()) if newest else ""
