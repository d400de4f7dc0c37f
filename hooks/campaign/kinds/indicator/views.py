"""Figures of indicators as templates see them: every text ready to print."""

from __future__ import annotations

from typing import TypedDict

from campaign import urls
from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.kinds.indicator.facts import Figure
from campaign.model.base import Record
from campaign.render.edition import Edition


class FigureView(TypedDict):
    """A figure with all that lets a reader check it."""

    url: str
    label: str
    value: str
    unit: str
    fraction: str
    when: str
    source: str
    definition: str
    target_words: str
    meets: bool | None
    progress: int
    subject: str


def figure(edition: Edition, item: Figure) -> FigureView:
    """A figure with all that lets a reader check it."""
    target = item.indicator.target
    return {
        "url": urls.of("indicator", item.indicator.id),
        "label": item.indicator.name,
        "value": item.text,
        "unit": item.indicator.unit,
        "fraction": item.fraction,
        "when": item.when,
        "source": item.source,
        "definition": item.indicator.definition or "",
        "target_words": target.words(item.indicator.unit) if target else "",
        "meets": item.meets,
        "progress": int(item.share_of_target),
        "subject": _subject_of_figure(edition, item),
    }


def _subject_of_figure(edition: Edition, item: Figure) -> str:
    for model in (District, Community):
        record: Record | None = edition.site.of(model).get(item.subject)
        if record:
            return str(record.heading)
    return ""
