"""Events as open data."""

from __future__ import annotations

from dataclasses import replace

from campaign.exchange.table import Column, Table, Type
from campaign.kinds.event import Event
from campaign.kinds.event.facts import state
from campaign.kinds.standard import Row


def table(usual: Table) -> Table:
    """The usual table of a kind, with the communities of each event and how it stands."""
    *plain, url = [_HOURS if column.name == _HOURS.name else column for column in usual.columns]
    return replace(usual, columns=(*plain, _COMMUNITIES, _STATE, url))


def _event(row: Row) -> Event:
    assert isinstance(row.record, Event)
    return row.record


_HOURS = Column(
    "time", "时间", Type.TEXT, "几点到几点，如 15:00–17:00", lambda row: str(_event(row).time or "")
)
_COMMUNITIES = Column(
    "communities",
    "社区",
    Type.TEXT,
    "社区编号，用空格隔开",
    lambda row: " ".join(_event(row).communities),
)
_STATE = Column(
    "standing",
    "现状",
    Type.TEXT,
    "按日期和填报算出",
    lambda row: state(_event(row), row.edition.site.today).label,
)
