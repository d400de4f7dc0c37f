"""The open data: which tables there are, and the dictionary that explains them."""

from __future__ import annotations

from typing import TypedDict

from campaign import urls
from campaign.exchange.table import Table
from campaign.kinds import KINDS
from campaign.model.settings import DataLicence
from campaign.render.edition import Edition

SCHEMA_VERSION = 1
"""Grows when a column is renamed, removed, or takes another meaning; not for a new one."""
FORMATS = (("csv", "text/csv"), ("json", "application/json"))


def tables() -> list[Table]:
    """Every table, in the order of the kinds on the site."""
    return [table for kind in KINDS for table in kind.presenter.tables]


def is_empty(edition: Edition, table: Table) -> bool:
    """Whether it has no row: then it is offered nowhere."""
    return next(iter(table.sources(edition)), None) is None


class FileView(TypedDict):
    """A table in one format."""

    label: str
    type: str
    url: str


class ColumnView(TypedDict):
    """A column, explained."""

    name: str
    title: str
    type: str
    meaning: str


class TableView(TypedDict):
    """A table with its files and columns."""

    name: str
    title: str
    description: str
    count: int
    files: list[FileView]
    columns: list[ColumnView]


class Dictionary(TypedDict):
    """Every table, and on what terms they are given."""

    licence: DataLicence | None
    sponsor: str
    on: str
    version: int
    tables: list[TableView]


def view(edition: Edition) -> Dictionary:
    """The dictionary: every table with its files and columns, and the licence."""
    site = edition.site
    return {
        "licence": site.settings.data_licence,
        "sponsor": site.profile.sponsor,
        "on": str(site.today),
        "version": SCHEMA_VERSION,
        "tables": [
            {
                "name": table.name,
                "title": table.title,
                "description": table.description,
                "count": sum(1 for _ in table.sources(edition)),
                "files": [
                    {"label": ending.upper(), "type": type, "url": urls.table(table.name, ending)}
                    for ending, type in FORMATS
                    if not is_empty(edition, table)
                ],
                "columns": [
                    {
                        "name": column.name,
                        "title": column.title,
                        "type": column.type.label,
                        "meaning": column.meaning,
                    }
                    for column in table.columns
                ],
            }
            for table in tables()
        ],
    }
