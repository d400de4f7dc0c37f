"""The pages written in `docs/`: which of them a build shows, and how each is filed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from campaign import urls
from campaign.build import navigation, stylesheet
from campaign.derive.columns import hidden
from campaign.kinds import ENTRY_KINDS, is_column_page
from campaign.model.entry import Entry
from campaign.reading import markup
from campaign.site import Site

ENTRY_FOLDERS = {urls.FOLDERS[kind]: kind for kind in ENTRY_KINDS}
HOME = "index.md"


@dataclass(frozen=True)
class Documents:
    """The site's written pages by their file below `docs/`; without a site only the home page."""

    site: Site | None

    def hides(self, uri: str) -> bool:
        """Whether a file stays out: drafts, internal pages, broken entries, stylesheet parts."""
        if uri.startswith(stylesheet.PARTS):
            return True
        if uri.startswith(urls.RECORDINGS):
            return uri.removeprefix(urls.RECORDINGS) not in self.recordings
        if self.site is None:
            return uri.endswith(".md") and uri != HOME
        if self.entry_at(uri) is not None:
            return False
        folder, _, name = uri.partition("/")
        if folder in ENTRY_FOLDERS and name.endswith(".md") and not is_column_page(name):
            return True
        return uri.endswith(".md") and not self.site.shows(uri)

    @cached_property
    def recordings(self) -> frozenset[str]:
        """The recordings of the articles that are shown: a draft's must not be heard, either."""
        entries = self.site.entries() if self.site else ()
        return frozenset(entry.audio for entry in entries if entry.audio)

    def prune(self, nav: list[Any]) -> list[Any]:
        """The navigation without empty columns, sections left with nothing included."""
        if self.site is None:
            return [HOME]
        gone = hidden(self.site)
        folders = {path.split("/")[0] for path in gone if path.endswith("/index.md")}
        return navigation.pruned(nav, folders, self.site.prose)

    def entry_at(self, uri: str) -> Entry | None:
        """The article written in `docs/<uri>`."""
        folder, _, name = uri.partition("/")
        kind = ENTRY_FOLDERS.get(folder)
        found = self.site.kind(kind).get(name.removesuffix(".md")) if kind and self.site else None
        return found if isinstance(found, Entry) else None

    def lists(self, uri: str) -> bool:
        """Whether a page lists records, which the search knows by themselves."""
        page = self.site.prose.get(uri) if self.site else None
        return page is not None and any(markup.blocks(page.origin.body))

    def changed(self, entry: Entry) -> str:
        """The ISO day of an article's last change."""
        return str(max(entry.updated or date.min, entry.published.date()))
