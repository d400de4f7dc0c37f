"""From a `Site` to its pages: one module a kind of page, templates beside the package."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from campaign.kinds.community import comparison
from campaign.kinds.community import page as communities
from campaign.kinds.contest import page as contests
from campaign.kinds.experience import page as experiences
from campaign.kinds.gallery import page as galleries
from campaign.kinds.honour import page as honours
from campaign.kinds.honour import rolldata
from campaign.kinds.task import page as tasks
from campaign.render.edition import Edition
from campaign.render.outputs import Output, Page

MODULES = (communities, experiences, honours, tasks, galleries, contests)


def pages(edition: Edition) -> Mapping[str, Callable[[], Page]]:
    """What makes each page of a record, by its address."""
    found = (page for module in MODULES for page in module.pages(edition))
    return {page.path: partial(_same, page) for page in found}


def _same(page: Page) -> Page:
    return page


def files(edition: Edition) -> Iterator[Output]:
    """What the scripts of pages fetch, and readers take away."""
    yield from rolldata.files(edition)
    yield from comparison.files(edition)
