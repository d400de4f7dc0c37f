"""From a `Site` to its pages: one module a kind of page, templates beside the package."""

from __future__ import annotations

from collections.abc import Iterator

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


def pages(edition: Edition) -> Iterator[Page]:
    """Every page that is poured into a shell."""
    for module in MODULES:
        yield from module.pages(edition)


def files(edition: Edition) -> Iterator[Output]:
    """What the scripts of pages fetch, and readers take away."""
    yield from rolldata.files(edition)
    yield from comparison.files(edition)
