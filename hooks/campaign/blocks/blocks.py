"""Blocks: components that a page's author asks for with a line such as `[[news limit=6]]`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypedDict

from markupsafe import Markup

from campaign.admin import collections, limits
from campaign.blocks import elder, home, open_data, sitemap, specimen
from campaign.derive.columns import hidden
from campaign.derive.placing import places
from campaign.kinds import KINDS
from campaign.kinds.listing import ListBlock, Options
from campaign.kinds.presenter import Renderer
from campaign.kinds.schema import FieldTable, field_tables
from campaign.render import pictures
from campaign.render.edition import Edition
from campaign.render.outputs import Page
from campaign.render.pictures import PhotoView
from campaign.render.template import Template


class Fields(TypedDict):
    """The fields of every kind."""

    tables: list[FieldTable]


class Photo(TypedDict):
    """One photo."""

    photo: PhotoView | None


class ColumnLink(TypedDict):
    """A column of the site."""

    title: str
    url: str


class Search(TypedDict):
    """Where to look without a script."""

    columns: list[ColumnLink]


HOME = Template("blocks/home.html.jinja", home.Home)
FIELDS = Template("blocks/fields.html.jinja", Fields)
ADMIN = Template("blocks/admin-limits.html.jinja", limits.Limits)
PHOTO = Template("blocks/photo.html.jinja", Photo)
SPECIMEN = Template("blocks/specimen.html.jinja", specimen.Specimen)
SEARCH = Template("blocks/search.html.jinja", Search)


def render(edition: Edition, name: str, root: str, options: Options) -> Markup:
    """A block's HTML for a page from which the site's root is `root`."""
    return renderer(name)(edition, root, options)


def further_pages(edition: Edition) -> Iterator[tuple[str, Callable[[], Page]]]:
    """What makes the further sheets of the lists that pages ask for, by address."""
    for name in places(edition.facts):
        if isinstance(found := renderer(name), ListBlock):
            yield from found.further(edition)


def renderer(name: str) -> Renderer:
    """What makes a block, by its name. Raises KeyError."""
    return RENDERERS.get(name) or OFFERED[name].presenter.blocks[name]


def _home(edition: Edition, root: str, _: Options) -> Markup:
    return edition.render(HOME, root, home.view(edition))


def _fields(edition: Edition, root: str, _: Options) -> Markup:
    return edition.render(FIELDS, root, Fields(tables=field_tables()))


def _admin(edition: Edition, root: str, _: Options) -> Markup:
    """What the forms at `admin/` do not do."""
    words = edition.site.kind(collections.VOCABULARY)
    return edition.render(ADMIN, root, limits.limits(words))


def _photo(edition: Edition, root: str, options: Options) -> Markup:
    photo = pictures.photo(edition, options.get("id"))
    return edition.render(PHOTO, root, Photo(photo=photo))


def _specimen(edition: Edition, root: str, _: Options) -> Markup:
    return edition.render(SPECIMEN, root, specimen.view(edition))


def _search(edition: Edition, root: str, _: Options) -> Markup:
    gone = hidden(edition.site)
    columns: list[ColumnLink] = [
        {"title": column.title, "url": column.path.removesuffix("index.md")}
        for column in edition.site.settings.columns
        if column.path not in gone
    ]
    return edition.render(SEARCH, root, Search(columns=columns))


RENDERERS: Mapping[str, Renderer] = {
    "home": _home,
    "photo": _photo,
    "data": open_data.dictionary,
    "feeds": open_data.feeds,
    "fields": _fields,
    "admin-limits": _admin,
    "sitemap": sitemap.block,
    "specimen": _specimen,
    "search": _search,
    "elder": elder.block,
}
"""One for each name of `OWN`; a test holds the two together."""
OFFERED = {name: kind for kind in KINDS for name in kind.blocks}
"""The kind that offers each other block."""
