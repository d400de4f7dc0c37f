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


def page(edition: Edition, address: str) -> Callable[[], Page] | None:
    """What makes the page of a record, for whoever waits for one alone: a list has to be cut
    into its sheets before anybody knows which there are. Nothing for other pages."""
    own = (kind for kind in KINDS if kind.folder and address.startswith(f"{kind.folder}/"))
    made = (kind.presenter.pages(edition).get(address) for kind in own)
    return next(filter(None, made), None)


def may_make(address: str) -> bool:
    """Whether some kind or list may have a page of its own there, such as the roll of a year."""
    folder, _, below = address.partition("/")
    return bool(below) and any(folder in (kind.folder, kind.column) for kind in KINDS)


def files(edition: Edition) -> Iterator[Output]:
    """What the scripts of pages fetch, and readers take away."""
    for kind in KINDS:
        yield from kind.presenter.files(edition)
