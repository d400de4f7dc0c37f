"""Figures in prose that name an indicator, or the field of a record that states them."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.derive import stated
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.facts import figure
from campaign.model.base import Record
from campaign.problems import Problem, problem
from campaign.reading import markup
from campaign.site import Site


def of_indicator(site: Site, path: str, link: markup.Link) -> Iterator[Problem]:
    """V21 and V22: the figure of an indicator at a day."""
    name = markup.figure_name(link.target)
    indicator = site.of(Indicator).get(name.indicator) if name else None
    if not site.is_whole:
        return  # any figure may lack what could not be read
    on = (name.on if name else None) or site.today
    found = figure(site.shown, indicator, on, name.subject) if indicator and name else None
    if site.today < site.present:
        return  # what was written for today need not be true of an earlier day
    if found is None:
        yield problem(path, link.line, "V22", value=link.target, on=on)
    elif link.text.strip() not in ("", found.text, found.with_unit):
        yield problem(path, link.line, "V21", written=link.text, computed=found.with_unit)


def of_record(path: str, link: markup.Link, record: Record) -> Iterator[Problem]:
    """V22c and V22d: what a field of a record states."""
    value = stated.stated(record, link.field)
    if value is None:
        yield problem(path, link.line, "V22d", value=link.field, name=record.heading)
    elif link.text.strip() and not stated.agrees(link.text, value):
        says = {"field": link.field, "stated": stated.words(value)}
        yield problem(path, link.line, "V22c", written=link.text, name=record.heading, **says)
