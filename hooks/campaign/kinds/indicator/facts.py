"""Figures of indicators: computed from records, or measured, with their provenance."""

from __future__ import annotations

from datetime import date

from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.figure import Figure
from campaign.kinds.indicator.formulas import FORMULAS, Asked, reported
from campaign.kinds.indicator.record import Value
from campaign.site import Site


def figure(site: Site, indicator: Indicator, on: date, subject: str = "") -> Figure | None:
    """The indicator's figure at `on` for a subject (the whole city when empty)."""
    if site.of(Indicator).get(indicator.id) is indicator:
        return site.remembered(_figure_of, indicator.id, on, subject)
    return _figure(site, indicator, on, subject)


def _figure_of(site: Site, id: str, on: date, subject: str) -> Figure | None:
    return _figure(site, site.of(Indicator)[id], on, subject)


def _figure(site: Site, indicator: Indicator, on: date, subject: str) -> Figure | None:
    indicator = indicator.as_of(on)
    if indicator.formula is None:
        return _later(_measured(indicator, on, subject), _of_tables(site, indicator, on, subject))
    return FORMULAS[indicator.formula.name](Asked(site, indicator, indicator.formula, on, subject))


def _of_tables(site: Site, indicator: Indicator, on: date, subject: str) -> Figure | None:
    """What committees had reported already while the figure itself was still typed."""
    is_still_typed = any(item.typed and on <= item.until for item in indicator.terms_history)
    return reported(site, indicator, on, subject) if is_still_typed else None


def _later(typed: Figure | None, added: Figure | None) -> Figure | None:
    """The figure of the later period: for the same one what was typed holds."""
    if typed is None or added is None:
        return typed or added
    return added if _ends(added) > _ends(typed) else typed


def _ends(found: Figure) -> date:
    return found.period.last() if found.period else found.on


def _measured(indicator: Indicator, on: date, subject: str) -> Figure | None:
    """The last value; one in another unit than the day's is a figure of something else."""
    known = [
        value
        for value in indicator.values
        if (value.subject or "") == subject
        and value.period.first() <= on
        and indicator.as_of(value.period.last()).unit == indicator.unit
    ]
    if not known:
        return None
    last: Value = max(known, key=lambda value: value.period.last())
    numerator = last.value if last.of is not None else None
    return Figure(
        indicator,
        last.value,
        min(last.period.last(), on),
        numerator,
        last.of,
        last.source,
        subject,
        last.period,
    )
