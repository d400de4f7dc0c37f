"""The open data: which tables there are, and the dictionary that explains them."""

from __future__ import annotations

from campaign import urls
from campaign.exchange.tables import communities, honours, indicators
from campaign.render.edition import Edition
from campaign.render.names import View

SCHEMA_VERSION = 1
"""Grows when a column is renamed, removed, or takes another meaning; not for a new one."""
TABLES = (communities.TABLE, honours.HONOURS, honours.EVENTS, indicators.TABLE)
FORMATS = (("csv", "text/csv"), ("json", "application/json"))


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
            for table in TABLES
        ],
    }
