"""Records that tell what happened: they are continued, and what they told stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from campaign.desk.answers import as_list
from campaign.desk.wording import Names
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.coverage import Share, coverage
from campaign.kinds.kind import Kind
from campaign.model.controls import Control, Sort
from campaign.model.lifecycle import CORRECTED, LifeCycle
from campaign.site import Site

EVENTS, DAY, TYPE = "events", "on", "type"
"""The list of what happened, and of each when it was and what."""
COVERAGE = "coverage"


def is_told(kind: Kind[Any], control: Control) -> bool:
    """Whether a list has what happened: that is only added to."""
    if not kind.is_only_added_to or control.key != EVENTS or control.sort is not Sort.LIST:
        return False
    return {DAY, TYPE} <= {inner.key for inner in control.item.inside}


def legal(kind: Kind[Any], events: Any) -> frozenset[str] | None:
    """What may happen next, and a correction; nothing is said where a kind has several cycles."""
    cycle: LifeCycle[Any, Any] | None = getattr(kind.lifecycle, "CYCLE", None)
    if cycle is None:
        return None
    state = cycle.start
    happened = (item for item in as_list(events) if isinstance(item, Mapping))
    for item in happened:
        state = cycle.transitions[state].get(item.get(TYPE), state)
    return frozenset(map(str, cycle.legal(state))) | {CORRECTED}


def narrowed(control: Control, words: frozenset[str] | None) -> Control:
    """The list of what happened, of which a new one takes only some words."""
    if words is None:
        return control
    inside = tuple(
        replace(inner, options=tuple(o for o in inner.options if o.value in words))
        if inner.key == TYPE
        else inner
        for inner in control.item.inside
    )
    return replace(control, inside=(replace(control.item, inside=inside),))


def in_words(control: Control, event: Mapping[str, Any], names: Names) -> str:
    """Something that happened, in one line."""
    said = []
    for inner in control.item.inside:
        raw = event.get(inner.key)
        if raw is None or isinstance(raw, (Mapping, list)):
            continue
        labels = {option.value: option.label for option in inner.options}
        name = names.name(inner.refers, str(raw)) if inner.refers else ""
        said.append(labels.get(str(raw)) or name or str(raw))
    return "，".join(said)


def shares(before: Site, after: Site) -> Iterator[str]:
    """What becomes of each rate that is computed from honours, in words: as readers see it."""
    before, after = (replace(site, preview=False).published() for site in (before, after))
    for indicator in after.of(Indicator).values():
        if indicator.formula is None or indicator.formula.name != COVERAGE:
            continue
        old, new = (coverage(site, indicator, site.today) for site in (before, after))
        if old != new:
            yield f"{indicator.name} {_percent(old)} → {_percent(new)}"


def _percent(share: Share) -> str:
    return f"{share.percent:.1f}%（{share.numerator}/{share.denominator}）"
