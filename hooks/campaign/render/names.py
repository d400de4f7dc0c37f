"""What things are called, how names sort, and where they lead."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from pypinyin import Style, lazy_pinyin

from campaign import urls
from campaign.derive import provenance
from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.kinds.org import Org
from campaign.model.base import Correction, Record, Status
from campaign.render.edition import Edition

View = dict[str, Any]
"""What a template sees of a thing: plain values, ready to print."""


@cache
def pinyin(name: str) -> str:
    """The sort key of a Chinese name."""
    return " ".join(lazy_pinyin(name))


def sort_key(community: Community) -> str:
    return community.pinyin or pinyin(community.name)


@cache
def initial(text: str) -> str:
    """The capital under which a name is listed."""
    first = lazy_pinyin(text[:1], style=Style.FIRST_LETTER)
    return first[0][:1].upper() if first else "#"


def draft_label(edition: Edition, record: Record) -> str:
    """How a record stands out: archived, or shown only because this is a preview."""
    if edition.site.is_out(record):
        return "已归档" if record.status is Status.ARCHIVED else ""
    return "定时发布" if record.is_released else "草稿"


def origin(edition: Edition, record: Record) -> View:
    """What stands under a record's title: when it was last confirmed, and who says so."""
    moment = provenance.published(edition.site, record)
    return {
        "on": f"{moment:%Y-%m-%d}" if moment else "",
        "source": provenance.source(edition.site, record),
    }


def corrections(edition: Edition, record: Record, found: Iterable[Correction]) -> list[View]:
    """What was put right of a record after it was published: which field, when, by whom, why."""
    fields = type(record).model_fields
    return [
        {
            "on": str(item.on),
            "field": fields[item.field].title if item.field in fields else item.field,
            "by": org_name(edition, item.by),
            "note": item.note,
        }
        for item in found
        if item.on <= edition.site.today
    ]


def org_name(edition: Edition, id: str | None) -> str:
    """A unit's full name; nothing when it is not given."""
    org = edition.site.of(Org).get(id or "")
    return org.name if org else ""


def district_name(edition: Edition, community: Community) -> str:
    district = edition.site.of(District).get(community.district)
    return district.name if district else ""


def record_link(edition: Edition, kind: str, id: str) -> View:
    """Name and address of a record."""
    record = edition.site.kind(kind).get(id)
    return {
        "id": id,
        "name": record.heading if record else id,
        "url": urls.url(record) if record else urls.of(kind, id),
    }
