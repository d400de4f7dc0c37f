"""The blocks of the page on open data: the dictionary, what can be followed, the frame."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from campaign import urls
from campaign.pages import data, subscribe
from campaign.pages.desk import Desk

Options = Mapping[str, str]


def dictionary(desk: Desk, root: str, _: Options) -> Markup:
    return desk.render("blocks/data.html.jinja", root, **data.view(desk))


def feeds(desk: Desk, root: str, _: Options) -> Markup:
    return desk.render("blocks/feeds.html.jinja", root, rows=subscribe.rows(desk))


def embed(desk: Desk, root: str, _: Options) -> Markup:
    """The code by which other sites show the roll, to copy."""
    path = urls.EMBEDDED_ROLL
    address = desk.site.profile.base_url + path
    return desk.render("blocks/embed.html.jinja", root, address=address, path=path)
