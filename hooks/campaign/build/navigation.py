"""The navigation: the sections that `site.yml` names, or else one for each column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from campaign.derive.columns import hidden
from campaign.site import Site

HOME = "index.md"
ABOUT = "关于"
ABOUT_FOLDERS = ("about", "data", "guide")
"""What stands in the last section, where a site does not say it."""


def sections(site: Site) -> list[Any]:
    """The navigation as the builder reads it: the home page, then each section with its pages.

    Pages of columns with too little to show are left out, and sections left with nothing.
    """
    written = site.settings.navigation
    named = [(item.title, item.pages) for item in written] if written else list(_columns(site))
    gone = {path.split("/")[0] for path in hidden(site) if path.endswith("/index.md")}
    kept = [(title, list(_shown(site, pages, gone))) for title, pages in named]
    return [HOME, *({title: pages} for title, pages in kept if pages)]


def _shown(site: Site, pages: Iterable[str], gone: set[str]) -> Iterator[str]:
    for uri in pages:
        if uri in site.shown_prose and uri.split("/")[0] not in gone:
            yield uri


def _columns(site: Site) -> Iterator[tuple[str, list[str]]]:
    for column in site.settings.columns:
        yield column.title, _below(site, [column.path.split("/")[0]])
    yield ABOUT, _below(site, ABOUT_FOLDERS)


def _below(site: Site, folders: Iterable[str]) -> list[str]:
    """The pages below some folders; tools that no search shows not."""
    return [
        uri
        for folder in folders
        for uri in sorted(site.shown_prose, key=_place)
        if uri.startswith(f"{folder}/") and not site.prose[uri].is_unlisted
    ]


def _place(uri: str) -> tuple[bool, str]:
    """A folder's own page first; `services` before `services-by-audience`."""
    return not uri.endswith("/index.md"), uri.removesuffix(".md")
