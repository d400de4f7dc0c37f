"""From a `Site` to its pages: one module a kind of page, templates beside the package."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.outputs import Page
from campaign.pages import communities, contests, experiences, galleries, honours, tasks
from campaign.pages.desk import Desk

MODULES = (communities, experiences, honours, tasks, galleries, contests)


def pages(desk: Desk) -> Iterator[Page]:
    """Every page that is poured into a shell."""
    for module in MODULES:
        yield from module.pages(desk)
