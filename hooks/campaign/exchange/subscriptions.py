"""What can be followed: the whole site, a column, a community; and what is new in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from campaign import urls
from campaign.every_page import subscribe
from campaign.exchange.feeds import LATEST, Feed, Item
from campaign.kinds import KINDS
from campaign.kinds.kind import Kind
from campaign.model.base import Record
from campaign.render.edition import Edition


def _feed(
    edition: Edition, address: str, title: str, description: str, items: Iterable[Item]
) -> Feed:
    settings, profile = edition.site.settings, edition.site.profile
    latest = sorted(items, key=lambda item: (item.published, item.id), reverse=True)[:LATEST]
    return Feed(
        address,
        profile.base_url,
        title if not address else f"{title}｜{settings.short_name}",
        description,
        profile.sponsor,
        tuple(latest),
        settings.campaign.start,
    )


def feeds(edition: Edition) -> Mapping[str, Callable[[], Feed]]:
    """What makes each feed, by the page that it belongs to; that of the whole site first."""
    pages = {
        address: partial(_of_page, edition, address) for address in subscribe.followed(edition)
    }
    records = {
        urls.url(record): partial(_of_record, edition, kind, record)
        for kind in KINDS
        if kind.is_followed_one_by_one
        for record in edition.site.of(kind.model).values()
    }
    return {**pages, **records}


def _of_page(edition: Edition, address: str) -> Feed:
    title, description = subscribe.names(edition, address)
    return _feed(edition, address, title, description, _items(edition, address))


def _of_record(edition: Edition, kind: Kind[Any], record: Record) -> Feed:
    words, items = kind.presenter.own_feed(edition, record)
    return _feed(edition, urls.url(record), record.heading, words, items)


def _items(edition: Edition, address: str) -> Iterable[Item]:
    """What is new on a page; on the home page, whatever is new on any."""
    if address:
        return subscribe.SOURCES[address].presenter.items(edition)
    own = (a for a in subscribe.followed(edition) if a and not subscribe.SOURCES[a].retells)
    found = (_items(edition, other) for other in own)
    return (item for items in found for item in items)
