"""The open data as files: CSV for spreadsheets, JSON for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence

from campaign import urls
from campaign.exchange.table import Cell, Table
from campaign.exchange.tables import SCHEMA_VERSION, tables
from campaign.render.edition import Edition
from campaign.render.outputs import Output
from campaign.text import safe_in_spreadsheets

BOM = "\ufeff"
"""Without it, Excel reads UTF-8 as GBK on a Chinese Windows."""


def outputs(edition: Edition) -> Iterator[Output]:
    for table in tables():
        if not (rows := table.rows(edition)):
            continue
        yield Output(urls.table(table.name, "csv"), csv_file(table, rows))
        yield Output(urls.table(table.name, "json"), json_file(edition, table, rows))


def csv_file(table: Table, rows: Sequence[Mapping[str, Cell]]) -> bytes:
    """The table with the names of its columns in the first line."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(column.name for column in table.columns)
    for row in rows:
        writer.writerow(written(row[column.name]) for column in table.columns)
    return (BOM + text.getvalue()).encode()


def written(cell: Cell) -> str:
    """A cell as CSV holds it; text that looks like a formula begins with an apostrophe."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return safe_in_spreadsheets(cell) if isinstance(cell, str) else str(cell)


def json_file(edition: Edition, table: Table, rows: Sequence[Mapping[str, Cell]]) -> bytes:
    """The table with all that explains it."""
    site = edition.site
    licence = site.settings.data_licence
    values = {
        "schema_version": SCHEMA_VERSION,
        "table": table.name,
        "title": table.title,
        "description": table.description,
        "as_of": str(site.today),
        "publisher": site.profile.sponsor,
        "licence": {"name": licence.name, "url": licence.url} if licence else None,
        "documentation": f"{site.profile.base_url}{urls.DATA}#{table.name}",
        "columns": [
            {
                "name": column.name,
                "title": column.title,
                "type": column.type.value,
                "description": column.meaning,
            }
            for column in table.columns
        ],
        "rows": rows,
    }
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()
