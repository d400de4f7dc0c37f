"""The blocks of the page on open data: the dictionary, and what can be followed."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from campaign.every_page import subscribe
from campaign.exchange import tables
from campaign.render.edition import Edition

Options = Mapping[str, str]


def dictionary(edition: Edition, root: str, _: Options) -> Markup:
    return edition.render("blocks/data.html.jinja", root, **tables.view(edition))


def feeds(edition: Edition, root: str, _: Options) -> Markup:
    return edition.render("blocks/feeds.html.jinja", root, rows=subscribe.rows(edition))
