"""Figures of indicators as templates see them: every text ready to print."""

from __future__ import annotations

from decimal import Decimal

from campaign import urls
from campaign.derive.figures import Figure
from campaign.derive.standards import Answer, Verdict
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
        "on": str(item.on),
        "source": item.source,
        "definition": item.indicator.definition or "",
        "target": f"{target.op.value} {target.value:f}{item.indicator.unit}" if target else "",
        "target_words": target.words(item.indicator.unit) if target else "",
        "meets": item.meets,
        "bar": bar(item),
        "subject": subject(edition, item.subject),
    }


def bar(item: Figure) -> View | None:
    """The figure on the scale from 0 to 100, and where its standard stands on it."""
    target = item.indicator.target
    share, goal = item.on_scale(item.value), item.on_scale(target.value) if target else None
    if share is None:
        return None
    return {"share": _plain(share), "goal": "" if goal is None else _plain(goal)}


def _plain(share: Decimal) -> str:
    """As a length in per cent: 75.6."""
    return f"{share.quantize(Decimal('0.1')).normalize():f}"


def verdict(found: Verdict | None) -> View:
    """How something stands, as a class and in words."""
    return {"verdict": found.value if found else "", "verdict_label": found.label if found else ""}


def answer(edition: Edition, item: Answer) -> View:
    """What is known of a subject: its figure with all that checks it, or that there is none."""
    target = item.indicator.target
    unknown = {
        "label": item.indicator.name,
        "url": urls.of("indicator", item.indicator.id),
        "fraction": "",
        "on": "",
        "source": "",
        "bar": None,
        "target_words": target.words(item.indicator.unit) if target else "",
        "subject": subject(edition, item.subject),
    }
    known = figure(edition, item.figure) if item.figure else unknown
    return known | verdict(item.verdict) | {"words": item.words}


def subject(edition: Edition, id: str) -> str:
    """What a figure is about: a district or a community; nothing for the city."""
    for model in (District, Community):
        record: Record | None = edition.site.of(model).get(id)
        if record:
            return str(record.heading)
    return ""
