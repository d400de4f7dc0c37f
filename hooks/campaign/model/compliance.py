"""Whose conventions a deployment follows, and what each of them asks of it.

The conventions of government sites (国办发〔2017〕47号, the inspection of 国办秘函〔2019〕19号)
bind those sites; an office of the party follows them by reference; a community answers for
what it publishes; a demonstration shows all of it and owes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Compliance(StrEnum):
    """Whose conventions a deployment follows."""

    GOV = "gov"
    PARTY = "party"
    COMMUNITY = "community"
    DEMO = "demo"


@dataclass(frozen=True)
class Duties:
    """What a deployment owes by the conventions that it follows."""

    raised: frozenset[str] = frozenset()
    """Warnings that stop its build."""
    pages: tuple[str, ...] = ()
    """Standing pages that it must have, by path relative to `docs/`."""
    inspected: tuple[str, ...] = ()
    """Fields of its profile that inspectors look for in the footer, where it holds them."""
    hidden: frozenset[str] = frozenset()
    """Fields of a profile that its footer does not show: marks of public bodies alone."""
    has_labels: bool = True
    """Whether its pages carry the labels of columns and articles (网页标签)."""
    takes_corrections: bool = True
    """Whether readers must have a way to report an error (纠错)."""
    may_fix_today: bool = False
    """Whether its day may stand still."""


PAGES = tuple(f"about/{name}.md" for name in ("sitemap", "statement", "privacy", "accessibility"))
UNREVIEWED, OVERDUE, NO_CORRECTION, NO_PAGE = "V35", "H16", "V28d", "V28e"
DUTIES: Mapping[Compliance, Duties] = {
    Compliance.GOV: Duties(
        raised=frozenset({UNREVIEWED, OVERDUE, NO_CORRECTION, NO_PAGE}),
        pages=PAGES,
        inspected=("address", "site_id_code", "icp", "police", "party_mark"),
    ),
    Compliance.PARTY: Duties(
        raised=frozenset({UNREVIEWED}),
        pages=PAGES,
        inspected=("address", "icp", "police", "party_mark"),
    ),
    Compliance.COMMUNITY: Duties(
        pages=("about/statement.md", "about/privacy.md"),
        inspected=("icp", "police"),
        hidden=frozenset({"site_id_code", "party_mark"}),
        has_labels=False,
    ),
    Compliance.DEMO: Duties(takes_corrections=False, may_fix_today=True),
}
