"""Campaigns as a table: the main one stands in the settings, and is the first row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from campaign.exchange.table import Column, Table, Type
from campaign.kinds import standard
from campaign.kinds.campaign import Campaign, facts
from campaign.kinds.kind import Kind
from campaign.kinds.standard import Row
from campaign.model.campaign import CampaignTerms
from campaign.render.edition import Edition
from campaign.site import Site


def table(kind: Kind[Campaign]) -> Table:
    """All campaigns; the address of the main one is the column's head."""
    plain = standard.table(kind)
    columns = tuple(URL if column.name == URL.name else column for column in plain.columns)
    return replace(plain, columns=columns, sources=_rows)


def _rows(edition: Edition) -> Iterator[Row]:
    for id, terms in facts.campaigns(edition.site):
        record = terms if isinstance(terms, Campaign) else _main(edition.site, id, terms)
        yield Row(edition, record)


def _main(site: Site, id: str, terms: CampaignTerms) -> Campaign:
    """The main campaign with the fields of a record."""
    settings = site.settings
    said = {name: getattr(terms, name) for name in CampaignTerms.model_fields}
    return Campaign.model_construct(id=id, motto=settings.motto, updated=settings.updated, **said)


def _address(row: Row) -> str:
    return row.edition.site.profile.base_url + facts.address(row.record.public_id)


URL = Column("url", "网页", Type.URL, "本站的网页", _address)
