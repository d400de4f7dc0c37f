"""What things are called, how names sort, and where they lead."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TypedDict

from pypinyin import Style, lazy_pinyin

from campaign import urls
from campaign.derive import provenance
from campaign.kinds.org import Org
from campaign.model.base import Correction, Record, Status
from campaign.render.edition import Edition


class Link(TypedDict):
    """Where something is."""

    name: str
    url: str


class Origin(TypedDict):
    """Since when a record says what it says, and who says so."""

    on: str
    source: str


class Rest(TypedDict):
    """What a page has no room for: of how many it shows the first, and where all are."""

    count: int
    url: str


@cache
def pinyin(name: str) -> str:
    """The sort key of a Chinese name."""
    return " ".join(lazy_pinyin(name))


@cache
def initial(text: str) -> str:
    """The capital under which a name is listed."""
    first = lazy_pinyin(text[:1], style=Style.FIRST_LETTER)
    return first[0][:1].upper() if first else "#"


def draft_label(edition: Edition, record: Record) -> str:
    """How a record stands out: archived, or shown only because this is a preview."""
    if edition.site.is_out(record):
        return "已归档" if record.status is Status.ARCHIVED else ""
    if record.is_released:
        return "定时发布"
    return "审核中" if record.status is Status.REVIEW else "草稿"


def origin(edition: Edition, record: Record) -> Origin:
    """What stands under a record's title: when it was last confirmed, and who says so."""
    moment = provenance.published(edition.site, record)
    return {
        "on": f"{moment:%Y-%m-%d}" if moment else "",
        "source": provenance.source(edition.site, record),
    }


class CorrectionView(TypedDict):
    """What was put right of a record after it was published."""

    on: str
    field: str
    by: str
    note: str


def corrections(
    edition: Edition, record: Record, found: Iterable[Correction]
) -> list[CorrectionView]:
    """What was put right of a record after it was published: which field, when, by whom, why."""
    fields = type(record).model_fields
    return [
        {
            "on": str(item.on),
            "field": (fields[item.field].title or "") if item.field in fields else item.field,
            "by": name_of(edition, Org, item.by),
            "note": item.note,
        }
        for item in found
        if item.on <= edition.site.today
    ]


def name_of(edition: Edition, model: type[Record], id: str | None) -> str:
    """What a reader calls a record; nothing when none is given or none is there."""
    record = edition.site.of(model).get(id or "")
    return record.heading if record else ""


def record_link(edition: Edition, kind: str, id: str) -> Link:
    """Name and address of a record."""
    record = edition.site.kind(kind).get(id)
    return {
        "name": record.heading if record else id,
        "url": urls.url(record) if record else urls.of(kind, id),
    }
