"""The simple home page in large print: few entries, one below the other, each one a plain word.

The rules for elder-friendly sites ask for a simple version with four to eight entries of at
least 18 pt, without advertisement or anything that moves (government-site-rules 3.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from markupsafe import Markup

from campaign import urls
from campaign.derive.columns import hidden
from campaign.frame import correction
from campaign.model.settings import Column
from campaign.render.edition import Edition
from campaign.render.names import View

COLUMNS = 6
"""Columns that get an entry; search and contact make it eight."""
PLAIN = {
    "communities": ("home-group", "按镇街找到自己的社区"),
    "honours": ("medal-outline", "哪些社区得了什么荣誉"),
    "news": ("newspaper-variant-outline", "最近的消息和通知"),
    "policies": ("file-document-outline", "文件原文和通俗解读"),
    "speeches": ("account-voice", "会议上的讲话全文"),
    "galleries": ("image-multiple-outline", "活动照片，整治前后"),
    "experiences": ("lightbulb-on-outline", "别的社区怎么做成的"),
    "tasks": ("clipboard-check-outline", "正在办哪些实事"),
    "contests": ("camera-outline", "居民拍的好照片"),
}
"""Icon and plain words by the folder of a column; what people look for most comes first."""
FINDER = "communities/by-pinyin.md"
LANDLINE = re.compile(r"(?<!\d)0\d{2,3}[-—－ ]?\d{7,8}(?!\d)")


def block(edition: Edition, root: str, _: Mapping[str, str]) -> Markup:
    return edition.render("blocks/elder.html.jinja", root, **view(edition))


def view(edition: Edition) -> View:
    profile = edition.site.profile
    phone = LANDLINE.search(profile.contact)
    return {
        "entries": [*_columns(edition), _search()],
        "contact": profile.contact,
        "phone": phone[0] if phone else "",
        "call": f"tel:{re.sub(r'[^0-9]', '', phone[0])}" if phone else "",
        "report": correction.link(profile, profile.base_url + urls.ELDER, "适老版"),
    }


def _columns(edition: Edition) -> Iterator[View]:
    """The columns that are there, in the order of `PLAIN`, any other behind them."""
    gone = hidden(edition.site)
    order = list(PLAIN)
    shown = [column for column in edition.site.settings.columns if column.path not in gone]
    shown.sort(key=lambda c: order.index(_folder(c)) if _folder(c) in PLAIN else len(order))
    for column in shown[:COLUMNS]:
        yield _entry(edition, column)


def _entry(edition: Edition, column: Column) -> View:
    icon, words = PLAIN.get(_folder(column), ("folder-outline", column.description))
    entry = {"title": column.title, "words": words, "url": column.path.removesuffix("index.md")}
    if _folder(column) == "communities":
        entry["title"] = "找我的社区"
        if edition.site.shows(FINDER):
            entry |= {"words": "按名称的拼音首字母找", "url": FINDER.replace(".md", "/")}
    return entry | {"icon": icon}


def _search() -> View:
    words = "写几个字，找全站的内容"
    return {"title": "搜索", "words": words, "url": "search/", "icon": "magnify"}


def _folder(column: Column) -> str:
    return column.path.split("/")[0]
