"""The simple home page in large print: few entries, one below the other, each one a plain word.

A simple version with extra-large type, without advertisement, is what 互联网网站适老化通用设计规范
asks of sites; four to eight entries of at least 18 pt, and nothing that moves, is ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.columns import hidden
from campaign.every_page import correction
from campaign.html.dialling import Part, parts
from campaign.kinds import BY_NAME, KINDS, LOOKED_FOR
from campaign.kinds.kind import Plain
from campaign.model.settings import Column
from campaign.render.edition import Edition
from campaign.render.template import Template

COLUMNS = 6
"""Columns that get an entry; search and contact make it eight."""
PLAIN = {
    kind.column: kind.plain
    for kind in (*(BY_NAME[name] for name in LOOKED_FOR), *KINDS)
    if kind.plain
}
"""How columns are shown, by their folder; what people look for most comes first."""
OTHER = "folder-outline"
"""The icon of a column that no kind describes."""


class Entry(TypedDict):
    """A way into the site, in plain words."""

    title: str
    words: str
    url: str
    icon: str


class Elder(TypedDict):
    """The simple home page."""

    entries: list[Entry]
    contact: str
    phone: str
    call: str
    report: str


PAGE = Template("blocks/elder.html.jinja", Elder)


def block(edition: Edition, root: str, _: Mapping[str, str]) -> Markup:
    return edition.render(PAGE, root, view(edition))


def view(edition: Edition) -> Elder:
    profile = edition.site.profile
    phone = next((part for part in parts(profile.contact) if part.number), Part(""))
    return {
        "entries": [*_columns(edition), _search()],
        "contact": profile.contact,
        "phone": phone.text,
        "call": f"tel:{phone.number}" if phone.number else "",
        "report": correction.link(profile, profile.base_url + urls.ELDER, "适老版"),
    }


def _columns(edition: Edition) -> Iterator[Entry]:
    """The columns that are there, in the order of `PLAIN`, any other behind them."""
    gone = hidden(edition.site)
    order = list(PLAIN)
    shown = [column for column in edition.site.settings.columns if column.path not in gone]
    shown.sort(key=lambda c: order.index(_folder(c)) if _folder(c) in PLAIN else len(order))
    for column in shown[:COLUMNS]:
        yield _entry(edition, column)


def _entry(edition: Edition, column: Column) -> Entry:
    plain = PLAIN.get(_folder(column)) or Plain(OTHER, column.description)
    has_shortcut = bool(plain.shortcut) and edition.site.shows(plain.shortcut)
    url = plain.shortcut.replace(".md", "/") if has_shortcut else column.path
    return {
        "title": plain.title or column.title,
        "words": plain.shortcut_words if has_shortcut else plain.words,
        "url": url.removesuffix("index.md"),
        "icon": plain.icon,
    }


def _search() -> Entry:
    words = "写几个字，找全站的内容"
    return {"title": "搜索", "words": words, "url": "search/", "icon": "magnify"}


def _folder(column: Column) -> str:
    return column.path.split("/")[0]
