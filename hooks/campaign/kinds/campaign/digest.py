"""What changed lately, as lines for the office."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from campaign.derive.facts import Facts
from campaign.derive.happenings import Happening
from campaign.kinds.campaign import story
from campaign.site import Site


class Changed(TypedDict):
    """What has happened lately, of one sort."""

    sort: str
    count: int
    is_loss: bool
    happenings: list[str]


def lately(site: Site) -> Iterator[Changed]:
    """What has happened in the last 30 days, losses first: that there was none is told, too."""
    last, *_ = story.periods(site.today)
    found = story.changed(story.happenings(Facts(site)), last.after, last.until)
    told = dict(story.by_sort(found))
    for sort in story.SORTS:
        if sort in told or sort in story.ALWAYS_TOLD:
            items = told.get(sort, [])
            yield {
                "sort": sort.label,
                "count": sum(item.count for item in items),
                "is_loss": sort in story.ALWAYS_TOLD,
                "happenings": [_line(item) for item in items],
            }


def _line(item: Happening) -> str:
    return f"{item.on} {item.title}" + (f"（{item.text}）" if item.text else "")
