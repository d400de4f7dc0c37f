"""Records as what is new in a feed."""

from __future__ import annotations

from datetime import datetime

from campaign import urls
from campaign.exchange.feeds import Item, at
from campaign.kinds import kind_of
from campaign.model.base import Record
from campaign.render.edition import Edition


def item(
    edition: Edition,
    record: Record,
    author: str,
    published: datetime,
    label: str,
    summary: str,
    image: str = "",
) -> Item:
    """A record as an item that leads to its page."""
    base = edition.site.profile.base_url
    # A record that was renamed keeps the id by which readers' programs know it.
    first = record.aliases[0] if record.aliases else record.id
    updated = max(published, at(record.updated)) if record.updated else published
    return Item(
        id=base + urls.of(record.kind, first),
        url=base + urls.url(record),
        title=record.heading,
        summary=summary,
        author=author,
        published=published,
        updated=updated,
        label=label,
        image=image,
    )


def image(edition: Edition, id: str | None) -> str:
    """The whole address of a photo's picture; nothing without one."""
    picture = edition.pictures.get(id or "")
    return edition.site.profile.base_url + picture.fallback if picture else ""


def item_of(edition: Edition, record: Record) -> Item:
    """A record in a feed, as its kind says."""
    found: Item = kind_of(record).presenter.item(edition, record)
    return found
