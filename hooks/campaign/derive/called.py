"""What people call the things of a site that references name, and which of them a name means."""

from __future__ import annotations

from collections.abc import Mapping

from campaign.model.base import Record
from campaign.model.fields import is_unfilled
from campaign.site import Site


def begun(site: Site, kind: str) -> Mapping[str, Record]:
    """Records that somebody has begun, with gaps: they can be named by what they say."""
    refused, known = site.refused.items(), site.kind(kind)
    return {id: item for (name, id), item in refused if name == kind and id not in known}


def names_of(record: Record) -> tuple[str, ...]:
    """What people may call a record; a gap is no name."""
    return tuple(name for name in record.names if not is_unfilled(name))
