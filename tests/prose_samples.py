"""Prose that tests of its rendering share."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

from markupsafe import Markup

from campaign.html import sanitising
from campaign.kinds.news import News
from campaign.render import prose
from values import site

FORBIDDEN_TAGS = {
    *("script", "style", "iframe", "frame", "object", "embed", "applet", "form", "button"),
    *("textarea", "select", "svg", "math", "link", "meta", "base", "video", "audio", "source"),
    *("template", "noscript", "dialog", "portal", "xmp", "title", "body", "html", "head"),
}
URLS = {"href", "src", "cite", "action", "formaction", "background", "poster", "srcset", "data"}


class Tags(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def attributes(html: str, tag: str) -> list[dict[str, str | None]]:
    return [found for name, found in Tags(html).tags if name == tag]


def assert_harmless(html: str) -> None:
    for tag, found in Tags(html).tags:
        assert tag not in FORBIDDEN_TAGS, html
        for name, value in found.items():
            assert not name.startswith("on"), html
            assert name not in ("srcdoc", "http-equiv", "form", "formaction", "autofocus"), html
            assert name != "style", html
            if name in URLS:
                scheme = re.match(r"\s*([a-z][a-z0-9+.-]*):", value or "", re.IGNORECASE)
                assert scheme is None or scheme[1].lower() in sanitising.SCHEMES, html
                assert not re.search(r"[\x00-\x1f]", value or ""), html


def rendered(text: str, *records: Any, root: str = "../../") -> Markup:
    return prose.render(site(*records), text, root, prose.converter())


def news(id: str = "2026-04-01-item", **fields: Any) -> News:
    base = {"title": "动态一则", "published": "2026-04-01 09:00", "source": "示例办"}
    return News.model_validate({"id": id, **base, **fields})
