"""From a `Site` to its pages and files: what each kind makes, in the order of the kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from campaign.blocks import blocks
from campaign.kinds import KINDS
from campaign.render.edition import Edition
from campaign.render.outputs import Output, Page


def pages(edition: Edition) -> Mapping[str, Callable[[], Page]]:
    """What makes every page that is poured into a shell, by its address."""
    found: dict[str, Callable[[], Page]] = {}
    for kind in KINDS:
        found.update(kind.presenter.pages(edition))
    return {**found, **dict(blocks.further_pages(edition))}


def files(edition: Edition) -> Iterator[Output]:
    """What the scripts of pages fetch, and readers take away."""
    for kind in KINDS:
        yield from kind.presenter.files(edition)
