"""Columns that the open data of several kinds have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from campaign import urls
from campaign.exchange.table import Column, Type
from campaign.model.base import Record
from campaign.render import names
from campaign.render.edition import Edition


class Row(Protocol):
    """What a row is made from: a record, with the edition that shows it."""

    @property
    def edition(self) -> Edition: ...

    @property
    def record(self) -> Record: ...


def address(row: Row) -> str:
    """Where the record of a row stands, in full."""
    return row.edition.site.profile.base_url + urls.url(row.record)


ID = Column("id", "编号", Type.TEXT, "编号，不变", lambda row: row.record.public_id)
URL = Column("url", "网页", Type.URL, "本站的网页", address)


def named(
    name: str, title: str, meaning: str, model: type[Record], id: Callable[[Any], str | None]
) -> Column:
    """What a record is called whose id a row tells; an empty cell where it tells none."""

    def called(row: Row) -> str:
        return names.name_of(row.edition, model, id(row))

    return Column(name, title, Type.TEXT, meaning, called)
