"""From a `Site` to its pages: one module a kind of page, templates beside the package."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.outputs import Output, Page
from campaign.pages import (
    communities,
    comparison,
    contests,
    experiences,
    galleries,
    honours,
    rolldata,
    tasks,
)
from campaign.pages.desk import Desk

MODULES = (communities, experiences, honours, tasks, galleries, contests)


def pages(desk: Desk) -> Iterator[Page]:
    """Every page that is poured into a shell."""
    for module in MODULES:
        yield from module.pages(desk)


def files(desk: Desk) -> Iterator[Output]:
    """What the scripts of pages fetch, and readers take away."""
    yield from rolldata.files(desk)
    yield from comparison.files(desk)
