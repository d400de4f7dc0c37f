"""The blocks of the page on open data: the dictionary, and what can be followed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from markupsafe import Markup

from campaign.every_page import subscribe
from campaign.exchange import tables
from campaign.render.edition import Edition
from campaign.render.template import Template

Options = Mapping[str, str]


class Feeds(TypedDict):
    """Every page that can be followed."""

    rows: list[subscribe.Followed]


DICTIONARY = Template("blocks/data.html.jinja", tables.Dictionary)
FEEDS = Template("blocks/feeds.html.jinja", Feeds)


def dictionary(edition: Edition, root: str, _: Options) -> Markup:
    return edition.render(DICTIONARY, root, tables.view(edition))


def feeds(edition: Edition, root: str, _: Options) -> Markup:
    return edition.render(FEEDS, root, Feeds(rows=subscribe.rows(edition)))
