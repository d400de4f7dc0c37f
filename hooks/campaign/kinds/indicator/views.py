"""Figures of indicators as templates see them: every text ready to print."""

from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

from campaign import urls
from campaign.kinds.indicator.figure import Figure
from campaign.kinds.indicator.standards import Answer, Verdict


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
    meets: bool | None


class VerdictView(TypedDict):
    """How something stands against a standard, as a class and in words."""

    verdict: str
    verdict_label: str


class Bar(TypedDict):
    """A figure on the scale from 0 to 100, and where its standard stands on it."""

    share: str
    goal: str


class AnswerView(VerdictView):
    """What is known of a subject: its figure with all that checks it, or that there is none."""

    label: str
    words: str
    fraction: str
    when: str
    source: str
    target_words: str
    bar: Bar | None


def figure(item: Figure) -> FigureView:
    """A figure with all that lets a reader check it."""
    return {
        "url": urls.of("indicator", item.indicator.id),
        "label": item.indicator.name,
        "value": item.text,
        "unit": item.indicator.unit,
        "fraction": item.fraction,
        "when": item.when,
        "source": item.source,
        "definition": item.indicator.definition or "",
        "meets": item.meets,
    }


def bar(item: Figure) -> Bar | None:
    """The figure on the scale from 0 to 100, and where its standard stands on it."""
    target = item.indicator.target
    share, goal = item.on_scale(item.value), item.on_scale(target.value) if target else None
    if share is None:
        return None
    return {"share": _plain(share), "goal": "" if goal is None else _plain(goal)}


def _plain(share: Decimal) -> str:
    """As a length in per cent: 75.6."""
    return f"{share.quantize(Decimal('0.1')).normalize():f}"


def verdict(found: Verdict | None) -> VerdictView:
    """How something stands, as a class and in words."""
    return {"verdict": found.value if found else "", "verdict_label": found.label if found else ""}


def answer(item: Answer) -> AnswerView:
    """What is known of a subject, with its verdict."""
    known, target = item.figure, item.indicator.target
    return {
        "label": item.indicator.name,
        "words": item.words,
        "fraction": known.fraction if known else "",
        "when": known.when if known else "",
        "source": known.source if known else "",
        "target_words": target.words(item.indicator.unit) if target else "",
        "bar": bar(known) if known else None,
        **verdict(item.verdict),
    }
