"""The map of the site: every column with its pages and every record, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from campaign import urls
from campaign.derive.columns import FOLDERS, hidden
from campaign.derive.facts import newest
from campaign.model.campaign import Column
from campaign.pages import names
from campaign.pages.desk import Desk
from campaign.pages.names import View
from campaign.site import ENTRY_KINDS

OPEN = 12
"""Up to how many records a column shows without being opened."""


def block(desk: Desk, root: str, _: Mapping[str, str]) -> Markup:
    return desk.render("blocks/sitemap.html.jinja", root, **view(desk))


def view(desk: Desk) -> View:
    """Columns in the order of the registry; pages outside any column come last."""
    registry = desk.site.settings.columns
    inside = {folder for column in registry for folder in _folders(column)}
    rest = [page for page in _pages(desk) if page["folder"] not in inside]
    shown = [column for column in registry if column.path not in hidden(desk.site)]
    return {"columns": [_column(desk, column) for column in shown], "rest": rest}


def _column(desk: Desk, column: Column) -> View:
    url = column.path.removesuffix("index.md")
    folders = _folders(column)
    records = list(_records(desk, _kinds(column)))
    pages = [item for item in _pages(desk) if item["folder"] in folders and item["url"] != url]
    return {
        "title": column.title,
        "url": url,
        "description": column.description,
        "pages": pages,
        "records": records,
        "is_open": len(records) <= OPEN,
    }


def _kinds(column: Column) -> list[str]:
    """The kinds whose pages fill a column; an honour stands on the page of its kind."""
    kinds = FOLDERS.get(column.path.split("/")[0], ())
    return ["honour-kind" if kind == "honour" else kind for kind in kinds]


def _folders(column: Column) -> list[str]:
    return [column.path.split("/")[0], *(urls.FOLDERS[kind] for kind in _kinds(column))]


def _records(desk: Desk, kinds: Iterable[str]) -> Iterator[View]:
    for kind in kinds:
        found: list[Any] = list(desk.site.of(kind).values())
        if kind == "community":
            found.sort(key=names.sort_key)
        elif kind in ENTRY_KINDS:
            found = newest(found)
        yield from ({"title": record.heading, "url": urls.url(record)} for record in found)


def _pages(desk: Desk) -> Iterator[View]:
    """The pages that people wrote, but for shells and what is not out."""
    for uri, page in desk.site.prose.items():
        if not page.is_shell and (page.is_released or desk.site.preview):
            url = uri.removesuffix("index.md") if uri.endswith("index.md") else f"{uri[:-3]}/"
            yield {"title": page.title or uri, "url": url, "folder": uri.split("/")[0]}
