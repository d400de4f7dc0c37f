"""The blocks of the page on open data: the dictionary, what can be followed, the frame."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from campaign import urls
from campaign.exchange import tables
from campaign.frame import subscribe
from campaign.render.edition import Edition

Options = Mapping[str, str]


def dictionary(edition: Edition, root: str, _: Options) -> Markup:
    return edition.render("blocks/data.html.jinja", root, **tables.view(edition))


def feeds(edition: Edition, root: str, _: Options) -> Markup:
    return edition.render("blocks/feeds.html.jinja", root, rows=subscribe.rows(edition))


def embed(edition: Edition, root: str, _: Options) -> Markup:
    """The code by which other sites show the roll, to copy."""
    path = urls.EMBEDDED_ROLL
    address = edition.site.profile.base_url + path
    return edition.render("blocks/embed.html.jinja", root, address=address, path=path)
