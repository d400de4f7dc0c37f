"""The map of the site: every column with its pages and its records, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.derive.columns import hidden
from campaign.kinds import KINDS
from campaign.kinds.kind import Kind
from campaign.model.settings import Column
from campaign.render.edition import Edition
from campaign.render.sheets import PER_SHEET
from campaign.render.template import Template

OPEN = 12
"""Up to how many records a column shows without being opened. One of more than a sheet names
none: its own page has them all, on sheets."""


class Listed(TypedDict):
    """A record on the map."""

    title: str
    url: str


class Written(Listed):
    """A page that people wrote."""

    folder: str


class ColumnView(TypedDict):
    """A column with what is in it."""

    title: str
    url: str
    description: str
    pages: list[Written]
    count: int
    records: list[Listed]
    is_open: bool


class SiteMap(TypedDict):
    """Every column, and the pages outside of any."""

    columns: list[ColumnView]
    rest: list[Written]


PAGE = Template("blocks/sitemap.html.jinja", SiteMap)


def block(edition: Edition, root: str, _: Mapping[str, str]) -> Markup:
    return edition.render(PAGE, root, view(edition))


def view(edition: Edition) -> SiteMap:
    """Columns in the order of the registry; pages outside any column come last."""
    registry = edition.site.settings.columns
    inside = {folder for column in registry for folder in _folders(column)}
    rest = [page for page in _pages(edition) if page["folder"] not in inside]
    gone = hidden(edition.site)
    shown = [column for column in registry if column.path not in gone]
    return {"columns": [_column(edition, column) for column in shown], "rest": rest}


def _column(edition: Edition, column: Column) -> ColumnView:
    url = column.path.removesuffix("index.md")
    folders = _folders(column)
    records = list(_records(edition, _kinds(column)))
    pages = [item for item in _pages(edition) if item["folder"] in folders and item["url"] != url]
    return {
        "title": column.title,
        "url": url,
        "description": column.description,
        "pages": pages,
        "count": len(records),
        "records": records if len(records) <= PER_SHEET else [],
        "is_open": len(records) <= OPEN,
    }


def _kinds(column: Column) -> list[Kind[Any]]:
    """The kinds whose pages stand in a column."""
    folder = column.path.split("/")[0]
    return [kind for kind in KINDS if kind.folder and folder in (kind.folder, kind.column)]


def _folders(column: Column) -> list[str]:
    return [column.path.split("/")[0], *(kind.folder for kind in _kinds(column))]


def _records(edition: Edition, kinds: Iterable[Kind[Any]]) -> Iterator[Listed]:
    for kind in kinds:
        for record in kind.presenter.records(edition):
            yield {"title": record.heading, "url": urls.url(record)}


def _pages(edition: Edition) -> Iterator[Written]:
    """The pages that people wrote, but for what is not out."""
    for uri, page in edition.site.shown_prose.items():
        yield {"title": page.title, "url": urls.of_page(uri), "folder": uri.split("/")[0]}
