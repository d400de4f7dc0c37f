"""Figures of indicators as templates see them: every text ready to print."""

from __future__ import annotations

from campaign import urls
from campaign.derive.figures import Figure
from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.model.base import Record
from campaign.render.edition import Edition
from campaign.render.names import View


def figure(edition: Edition, item: Figure) -> View:
    """A figure with all that lets a reader check it."""
    target = item.indicator.target
    return {
        "id": item.indicator.id,
        "url": urls.of("indicator", item.indicator.id),
        "label": item.indicator.name,
        "value": item.text,
        "unit": item.indicator.unit,
        "fraction": item.fraction,
        "when": item.when,
        "source": item.source,
        "definition": item.indicator.definition or "",
        "target": f"{target.op.value} {target.value:f}{item.indicator.unit}" if target else "",
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
