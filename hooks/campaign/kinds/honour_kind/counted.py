"""Honours of which only the number is public: counted, and nobody is named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from campaign import urls
from campaign.derive.facts import Facts
from campaign.derive.happenings import Happening, Sort
from campaign.kinds.honour_kind import HonourKind
from campaign.kinds.honour_kind.record import Counted, CountedEvent

SORTS = {CountedEvent.NAMED: Sort.NAMED, CountedEvent.RECOMMENDED: Sort.PROPOSED}


class CountedView(TypedDict):
    """How many were honoured on a day, and who says so."""

    on: str
    words: str
    doc: str
    source: str


def words(item: Counted) -> str:
    """命名 14 个单位和个人."""
    return f"{item.type.label} {item.count} 个{item.who}"


def views(kind: HonourKind) -> list[CountedView]:
    """The latest first."""
    ordered = sorted(kind.counted, key=lambda item: item.on, reverse=True)
    return [
        {
            "on": str(item.on),
            "words": words(item),
            "doc": item.doc or "",
            "source": item.source,
        }
        for item in ordered
    ]


def happenings(facts: Facts) -> Iterator[Happening]:
    """What has happened to those who are only counted."""
    for kind in facts.site.of(HonourKind).values():
        for item in kind.counted:
            yield Happening(
                key=f"counted-{kind.id}-{item.type}-{item.on}-{item.who}",
                on=item.on,
                sort=SORTS[item.type],
                title=f"{kind.name}：{words(item)}",
                text="名单没有公布",
                address=urls.url(kind),
                count=item.count,
                is_landmark=item.type is CountedEvent.NAMED,
            )
