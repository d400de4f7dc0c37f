"""Feeds as values, and as Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from typing import Any
from xml.etree import ElementTree as ET

from campaign import urls
from campaign.clock import BEIJING
from campaign.keeping import Kept, made
from campaign.render.outputs import Output

LANGUAGE = "zh-CN"
LATEST = 50
"""Items a feed, at most: a reader's program asks often, and every time for the whole."""
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""


@dataclass(frozen=True)
class Item:
    """Something new. Addresses are absolute; `id` stays when everything else changes."""

    id: str
    url: str
    title: str
    summary: str
    author: str
    published: datetime
    updated: datetime
    label: str
    """What it is: 讲话, 政策, 命名, 摘牌 …"""
    image: str = ""


@dataclass(frozen=True)
class Feed:
    """What is new on a page of the site."""

    address: str
    """The page, relative to the site's root."""
    base: str
    """The site's own address."""
    title: str
    description: str
    author: str
    items: tuple[Item, ...]
    """The latest first, `LATEST` at most."""
    begun: date
    """Stands for the last change while there is none."""

    @property
    def newest(self) -> datetime | None:
        """When the newest of its items was changed."""
        return max((item.updated for item in self.items), default=None)

    @property
    def updated(self) -> datetime:
        return self.newest or at(self.begun)

    @property
    def page(self) -> str:
        return self.base + self.address

    def url(self, ending: str = "xml") -> str:
        return self.base + urls.feed(self.address, ending)


def at(day: date | datetime) -> datetime:
    """The moment in Beijing; a day is its first."""
    moment = day if isinstance(day, datetime) else datetime.combine(day, time.min)
    return moment.replace(tzinfo=BEIJING)


def outputs(feed: Feed, kept: Kept | None = None) -> Iterator[Output]:
    """The feed in both forms."""
    for ending, make in (("xml", atom), ("json", json_feed)):
        data = made(kept, partial(make, feed), ending, feed)
        yield Output(urls.feed(feed.address, ending), data)


# Atom


def atom(feed: Feed) -> bytes:
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": LANGUAGE})
    _add(root, "id", feed.url())
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.description)
    _add(root, "updated", feed.updated.isoformat())
    _add(ET.SubElement(root, "author"), "name", feed.author)
    ET.SubElement(root, "link", _link("self", "application/atom+xml", feed.url()))
    ET.SubElement(root, "link", _link("alternate", "text/html", feed.page))
    for item in feed.items:
        _entry(ET.SubElement(root, "entry"), item)
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _entry(entry: ET.Element, item: Item) -> None:
    _add(entry, "id", item.id)
    _add(entry, "title", item.title)
    _add(entry, "published", item.published.isoformat())
    _add(entry, "updated", item.updated.isoformat())
    _add(ET.SubElement(entry, "author"), "name", item.author)
    ET.SubElement(entry, "category", {"term": legal(item.label)})
    ET.SubElement(entry, "link", _link("alternate", "text/html", item.url))
    if item.image:
        ET.SubElement(entry, "link", _link("enclosure", "image/jpeg", item.image))
    if item.summary:
        _add(entry, "summary", item.summary)


def _link(relation: str, media_type: str, address: str) -> dict[str, str]:
    return {"rel": relation, "type": media_type, "href": legal(address)}


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = legal(text)


def legal(text: str) -> str:
    """The text without what XML cannot hold."""
    return NOT_XML.sub("", text)


# JSON Feed


def json_feed(feed: Feed) -> bytes:
    values = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.url("json"),
        "description": feed.description,
        "language": LANGUAGE,
        "authors": [{"name": feed.author}],
        "items": [_json_item(item) for item in feed.items],
    }
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


def _json_item(item: Item) -> dict[str, Any]:
    image = {"image": item.image} if item.image else {}
    return {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "content_text": item.summary or item.title,
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat(),
        "authors": [{"name": item.author}],
        "tags": [item.label],
        **image,
    }
