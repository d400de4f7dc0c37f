"""The open data: which tables there are, and the dictionary that explains them."""

from __future__ import annotations

from campaign import urls
from campaign.exchange.table import Table
from campaign.kinds import KINDS
from campaign.render.edition import Edition
from campaign.render.names import View

SCHEMA_VERSION = 1
"""Grows when a column is renamed, removed, or takes another meaning; not for a new one."""
FORMATS = (("csv", "text/csv"), ("json", "application/json"))


def tables() -> list[Table]:
    """Every table, in the order of the kinds on the site."""
    return [table for kind in KINDS for table in kind.presenter.tables]


def view(edition: Edition) -> View:
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
