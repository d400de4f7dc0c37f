"""Feeds: what is in them, that programs can read them, and that nothing breaks out of them."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest

from campaign.every_page import subscribe
from campaign.exchange import Exchange, feeds
from campaign.exchange.feeds import LATEST, Feed, Item
from campaign.render.edition import Edition
from editions import HOSTILE, edition, news
from sites import tree_of

BASE = "https://example.org/repo/"
ATOM = "{http://www.w3.org/2005/Atom}"


def feed_of(edition: Edition, address: str) -> Feed:
    return Exchange(edition).feed(address)


# Forms


def hostile_feed() -> Feed:
    moment = feeds.at(datetime(2026, 4, 1, 9))
    item = Item("urn:x:1", f"{BASE}a/?b=1&c=2", HOSTILE, HOSTILE, HOSTILE, moment, moment, HOSTILE)
    return Feed("news/", BASE, HOSTILE, HOSTILE, HOSTILE, (item,), moment.date())


def test_a_hostile_title_is_only_text_in_atom() -> None:
    read = feedparser.parse(feeds.atom(hostile_feed()), sanitize_html=False)
    assert not read.bozo
    entry = ET.fromstring(feeds.atom(hostile_feed())).find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == HOSTILE
    assert entry.findtext(f"{ATOM}summary") == HOSTILE
    assert read.entries[0].link == f"{BASE}a/?b=1&c=2"


def test_an_atom_feed_holds_what_the_standard_asks_for() -> None:
    """RFC 4287: an author, an id, a title and a day, of the feed and of each entry; its links."""
    moment, later = feeds.at(datetime(2026, 4, 1, 9)), feeds.at(datetime(2026, 4, 2))
    picture = f"{BASE}a.jpg"
    told = Item("urn:x:1", f"{BASE}a/", "题", "摘要", "甲办", moment, later, "讲话", picture)
    bare = Item("urn:x:2", f"{BASE}b/", "又", "", "乙办", moment, moment, "政策")
    feed = Feed("news/", BASE, "动态", "说明", "示例办", (told, bare), moment.date())
    root = ET.fromstring(feeds.atom(feed))
    assert feeds.atom(feed).startswith(b"<?xml")
    assert root.attrib == {"{http://www.w3.org/XML/1998/namespace}lang": "zh-CN"}
    assert parts(root) == [
        ("id", f"{BASE}news/feed.xml"),
        ("title", "动态"),
        ("subtitle", "说明"),
        ("updated", "2026-04-02T00:00:00+08:00"),
        ("author", [("name", "示例办")]),
        ("link", {"rel": "self", "type": "application/atom+xml", "href": f"{BASE}news/feed.xml"}),
        ("link", {"rel": "alternate", "type": "text/html", "href": f"{BASE}news/"}),
        ("entry", parts(root.findall(f"{ATOM}entry")[0])),
        ("entry", parts(root.findall(f"{ATOM}entry")[1])),
    ]
    first, second = (parts(entry) for entry in root.findall(f"{ATOM}entry"))
    assert first == [
        ("id", "urn:x:1"),
        ("title", "题"),
        ("published", "2026-04-01T09:00:00+08:00"),
        ("updated", "2026-04-02T00:00:00+08:00"),
        ("author", [("name", "甲办")]),
        ("category", {"term": "讲话"}),
        ("link", {"rel": "alternate", "type": "text/html", "href": f"{BASE}a/"}),
        ("link", {"rel": "enclosure", "type": "image/jpeg", "href": picture}),
        ("summary", "摘要"),
    ]
    assert [name for name, _ in second] == [
        *("id", "title", "published", "updated", "author", "category", "link")
    ]


def parts(element: ET.Element) -> list[tuple[str, Any]]:
    """What an element holds, in its order: texts, attributes, or parts again."""
    return [
        (child.tag.removeprefix(ATOM), parts(child) or child.attrib or child.text)
        for child in element
    ]


def test_a_json_feed_holds_what_the_standard_asks_for() -> None:
    moment, later = feeds.at(datetime(2026, 4, 1, 9)), feeds.at(datetime(2026, 4, 2))
    told = Item("urn:x:1", f"{BASE}a/", "题", "", "甲办", moment, later, "讲话", f"{BASE}a.jpg")
    feed = Feed("news/", BASE, "动态", "说明", "示例办", (told,), moment.date())
    assert json.loads(feeds.json_feed(feed)) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "动态",
        "home_page_url": f"{BASE}news/",
        "feed_url": f"{BASE}news/feed.json",
        "description": "说明",
        "language": "zh-CN",
        "authors": [{"name": "示例办"}],
        "items": [
            {
                "id": "urn:x:1",
                "url": f"{BASE}a/",
                "title": "题",
                "content_text": "题",
                "date_published": "2026-04-01T09:00:00+08:00",
                "date_modified": "2026-04-02T00:00:00+08:00",
                "authors": [{"name": "甲办"}],
                "tags": ["讲话"],
                "image": f"{BASE}a.jpg",
            }
        ],
    }


def test_a_hostile_title_is_only_text_in_a_json_feed() -> None:
    read = json.loads(feeds.json_feed(hostile_feed()))
    assert read["items"][0]["title"] == read["title"] == HOSTILE
    assert "content_html" not in read["items"][0]


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    assert feeds.legal("甲\x00\x0b乙\ufffe\t丙\U00020000") == "甲乙\t丙\U00020000"


def test_a_moment_is_told_in_beijing_time() -> None:
    assert feeds.at(datetime(2026, 4, 1, 9)).isoformat() == "2026-04-01T09:00:00+08:00"


def test_an_empty_feed_is_as_old_as_the_campaign(tmp_path: Path) -> None:
    read = feedparser.parse(feeds.atom(feed_of(edition(tmp_path), "news/")))
    assert not read.bozo
    assert read.feed.updated == "2025-03-05T00:00:00+08:00"


# Contents


def test_every_page_that_can_be_followed_has_a_source() -> None:
    assert {"", *subscribe.SOURCES} == set(subscribe.FOLLOWED)


def test_the_latest_come_first_and_old_ones_leave(tmp_path: Path) -> None:
    files = {
        f"docs/news/2026-01-{n:02}-x{hour}.md": news(f"{n}", f"2026-01-{n:02} {hour:02}:00")
        for n in range(1, 29)
        for hour in (8, 9)
    }
    items = feed_of(edition(tmp_path, files), "news/").items
    assert len(items) == LATEST
    assert items[0].published.isoformat() == "2026-01-28T09:00:00+08:00"
    assert list(items) == sorted(items, key=lambda item: item.published, reverse=True)


def test_a_later_correction_moves_updated_and_not_published(tmp_path: Path) -> None:
    files = {"docs/news/2026-04-01-x.md": news(more="updated: 2026-04-10")}
    feed = feed_of(edition(tmp_path, files), "news/")
    assert feed.items[0].published.isoformat() == "2026-04-01T09:00:00+08:00"
    assert feed.items[0].updated == feed.updated == feeds.at(datetime(2026, 4, 10))


def test_a_renamed_article_keeps_the_id_that_readers_know(tmp_path: Path) -> None:
    files = {"docs/news/2026-04-01-new.md": news(more="aliases: [2026-04-01-old]")}
    item = feed_of(edition(tmp_path, files), "news/").items[0]
    assert item.id == f"{BASE}news/2026-04-01-old/"
    assert item.url == f"{BASE}news/2026-04-01-new/"


def test_an_article_without_a_summary_is_told_by_its_beginning(tmp_path: Path) -> None:
    files = {"docs/news/2026-04-01-x.md": news() + "\n[[news limit=1]]\n"}
    assert feed_of(edition(tmp_path, files), "news/").items[0].summary == "第一段。 第二段。"


def test_what_readers_may_not_see_is_in_no_feed(tmp_path: Path) -> None:
    files = {
        "docs/news/2026-04-01-a.md": news("草稿", more="status: draft"),
        "docs/news/2026-04-01-b.md": news("定时", "2026-05-01 09:00"),
        "docs/news/2026-04-01-c.md": news("内部", more="visibility: internal"),
    }
    made = Exchange(edition(tmp_path, files))
    followed = subscribe.followed(made.edition)
    assert "news/" in followed
    assert all(made.feed(address).items == () for address in followed)


# The built site


def test_every_published_feed_can_be_read(built: Path) -> None:
    files = tree_of(built / "site")
    found = [path for path in files if path.endswith("feed.xml")]
    assert "feed.xml" in found
    for path in found:
        read = feedparser.parse(files[path])
        twin = json.loads(files[path.replace(".xml", ".json")])
        assert not read.bozo, path
        assert read.version == "atom10"
        assert read.feed.id == f"{BASE}{path}"
        assert [entry.id for entry in read.entries] == [item["id"] for item in twin["items"]]
        assert len({entry.id for entry in read.entries}) == len(read.entries), path
        assert all(entry.link.startswith(BASE) for entry in read.entries)


@pytest.mark.parametrize(
    ("address", "titles"),
    [
        ("news/", ["第二条通知", "第一条动态"]),
        ("galleries/", ["邻里节"]),
        ("interpretations/", 1),
        ("speeches/", 1),
        ("policies/", 2),
        ("honours/", 8),
        ("communities/beta/", 4),
        ("communities/alpha/", 8),
    ],
)
def test_a_feed_holds_what_its_page_is_about(
    built: Path, address: str, titles: list[str] | int
) -> None:
    read = feedparser.parse((built / f"site/{address}feed.xml").read_bytes())
    found = [entry.title for entry in read.entries]
    assert (len(found) if isinstance(titles, int) else found) == titles


def test_an_event_of_an_honour_says_what_happened_and_why(built: Path) -> None:
    read = feedparser.parse((built / "site/honours/feed.xml").read_bytes())
    lost = next(entry for entry in read.entries if "摘牌" in entry.title)
    assert lost.title == "贝塔社区：市级荣誉摘牌"
    assert "原因：环境反弹" in lost.summary
    assert lost.updated == "2025-09-18T00:00:00+08:00"
    assert lost.id == f"{BASE}honours/city-honour/#beta-4"


def test_a_page_names_its_feeds_in_its_head_and_at_its_end(pages: dict[str, str]) -> None:
    for address in ("news/", "honours/", "communities/alpha/"):
        head, body = pages[f"{address}index.html"].split("</head>")
        assert 'type="application/atom+xml" title="' in head
        assert f'href="{BASE}{address}feed.xml"' in head
        assert re.search(r'<p class="subscribe".*feed\.json', body)
    assert f'href="{BASE}feed.xml"' in pages["index.html"].split("</head>")[0]
    assert 'class="subscribe"' not in pages["about/index.html"]


def test_a_page_changed_when_its_newest_part_did(built: Path) -> None:
    xml = (built / "site/sitemap.xml").read_text()
    days = dict(re.findall(r"<loc>(.*?)</loc>\s*(?:<lastmod>(.*?)</lastmod>)?", xml))
    assert days[f"{BASE}news/"] == "2026-04-02"
    assert days[BASE] == "2026-04-11"
    assert days[f"{BASE}communities/alpha/"] == "2026-04-02"
    assert days[f"{BASE}communities/beta/"] == "2025-09-18"
    assert days[f"{BASE}about/"] == ""


def test_the_sitemap_leaves_out_what_is_not_to_be_indexed(built: Path) -> None:
    xml = (built / "site/sitemap.xml").read_text()
    assert "/embed/" not in xml
    assert "/404" not in xml
    assert "alpha-old" not in xml
