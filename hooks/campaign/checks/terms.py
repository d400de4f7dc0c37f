"""Terms of a record that are not, at a past day, what they were said to have been (H20)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from campaign.model.base import Record, referred_kind
from campaign.problems import Problem
from campaign.site import Site


def rewritten(
    site: Site, before: Record, now: Record, names: Iterable[str], days: Iterable[date]
) -> Iterator[Problem]:
    """H20 for each of the named fields, with the first of the days at which it differs.

    One that names what is not there has a problem of its own.
    """
    asked = list(days)
    for name in (name for name in names if _is_known(site, now, name)):
        wrong = (on for on in asked if _term(before, name, on) != _term(now, name, on))
        if (on := next(wrong, None)) is not None:
            title = type(now).model_fields[name].title
            yield site.problem(now, "H20", name, field=name, title=title, on=on)


def _is_known(site: Site, record: Record, name: str) -> bool:
    kind, value = referred_kind(type(record).model_fields[name]), getattr(record, name)
    return kind is None or not isinstance(value, str) or value in site.known(kind)


def _term(record: Record, name: str, on: date) -> Any:
    """A term at a day; the order of a list says nothing."""
    value = getattr(record.as_of(on), name)
    return sorted(value) if isinstance(value, list) else value or 0
